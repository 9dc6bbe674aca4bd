package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What declarations have said; shared by the parsers of a document's external entities. */
public final class XmlDtd {
    /** Where something external is. Each part may be null. */
    public record External(String base, String systemId, String publicId) {}

    /** An entity. Internal ones have a text, external ones a place. */
    static final class Entity {
        final String name;
        final String text;
        final External external;
        final String notation;
        /** Whether its text is being read. */
        boolean open;

        Entity(String name, String text, External external, String notation) {
            this.name = name;
            this.text = text;
            this.external = external;
            this.notation = notation;
        }
    }

    /** A declared attribute; the default may be null. */
    record AttributeRule(String name, boolean isText, String fallback) {}

    /** Expansions below this many characters are never too many. */
    private static final long HARMLESS_EXPANSION = 8L << 20;

    private static final int MOST_AMPLIFICATION = 100;

    final Map<String, Entity> entities = new HashMap<>();
    final Map<String, Entity> parameterEntities = new HashMap<>();
    final Map<String, Map<String, AttributeRule>> attributes = new HashMap<>();
    /** Whether there are declarations that may not have been read. */
    boolean hasParameterReferences;

    boolean standalone;
    /** False when declarations that follow must not be kept, since one that was not read might have come first. */
    boolean keepsDeclarations = true;
    /** Whether a handler has read the external subset or parameter entity that it was told of. */
    boolean externalWasRead;

    long directInput;
    long expandedInput;

    public XmlDtd() {
        for (String[] known : new String[][] {{"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}}) {
            predefined.put(known[0], known[1]);
        }
    }

    private final Map<String, String> predefined = new HashMap<>();

    String predefined(String name) {
        return predefined.get(name);
    }

    /** Counts what an entity adds. @throws XmlFailure when a small document becomes a huge one */
    void charge(int length) {
        expandedInput += length;
        long all = directInput + expandedInput;
        if (all > HARMLESS_EXPANSION && all / Math.max(1, directInput) >= MOST_AMPLIFICATION) {
            throw new XmlFailure(XmlFailure.AMPLIFICATION_LIMIT_BREACH);
        }
    }

    void addAttribute(String element, AttributeRule rule) {
        attributes.computeIfAbsent(element, name -> new LinkedHashMap<>()).putIfAbsent(rule.name(), rule);
    }

    AttributeRule attribute(String element, String name) {
        if (attributes.isEmpty()) {
            return null;
        }
        Map<String, AttributeRule> rules = attributes.get(element);
        return rules == null ? null : rules.get(name);
    }

    List<AttributeRule> attributesOf(String element) {
        if (attributes.isEmpty()) {
            return List.of();
        }
        Map<String, AttributeRule> rules = attributes.get(element);
        return rules == null ? List.of() : new ArrayList<>(rules.values());
    }
}
