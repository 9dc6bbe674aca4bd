package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A start tag: found first, in full, then understood. */
final class StartTag {
    private static final int INCOMPLETE = -1;
    /** With more attributes than this, those seen are looked up in a set. */
    private static final int FEW = 12;

    private static final int[] NO_SPANS = {};
    /** Numbers for each attribute: start and end of its name, and of its value, and 1 if the value is to be taken as it stands. */
    private static final int SPAN = 5;

    private final XmlText source;
    private final int start;
    private final NameTable names;
    private String rawName;
    private int[] spans = NO_SPANS;
    private int count;

    private boolean empty;

    String name;
    List<XmlEvents.Attribute> attributes = List.of();
    int specified;

    StartTag(XmlText source, int start, NameTable names) {
        this.source = source;
        this.start = start;
        this.names = names;
    }

    boolean isEmpty() {
        return empty;
    }

    String rawName() {
        return rawName;
    }

    private static XmlFailure invalid(int at) {
        return new XmlFailure(XmlFailure.INVALID_TOKEN, at);
    }

    /** Finds the tag's end, one past it; -1 when it is not there yet. */
    int scan() {
        int nameEnd = source.skipName(start + 1);
        int i = nameEnd;
        while (true) {
            int next = source.skipSpace(i);
            if (next == source.limit) {
                return INCOMPLETE;
            }
            char c = source.chars[next];
            if (c == '>') {
                rawName = names.at(source.chars, start + 1, nameEnd);
                return next + 1;
            }
            if (c == '/') {
                if (next + 1 == source.limit) {
                    return INCOMPLETE;
                }
                if (source.chars[next + 1] != '>') {
                    throw invalid(next + 1);
                }
                empty = true;
                rawName = names.at(source.chars, start + 1, nameEnd);
                return next + 2;
            }
            if (next == i) {
                throw invalid(next);
            }
            i = scanAttribute(next);
            if (i == INCOMPLETE) {
                return INCOMPLETE;
            }
        }
    }

    private int scanAttribute(int from) {
        int end = source.skipName(from);
        int equals = source.skipSpace(end);
        if (equals == source.limit) {
            return INCOMPLETE;
        }
        if (end == from || source.chars[equals] != '=') {
            throw invalid(equals);
        }
        int quote = source.skipSpace(equals + 1);
        if (quote == source.limit) {
            return INCOMPLETE;
        }
        char mark = source.chars[quote];
        if (mark != '"' && mark != '\'') {
            throw invalid(quote);
        }
        int i = quote + 1;
        boolean plain = true;
        while (i < source.limit && source.chars[i] != mark) {
            char c = source.chars[i];
            plain &= c != '&' && c >= ' ';
            if (c == '<' || !XmlChars.isAllowed(c)) {
                throw invalid(i);
            }
            i = c == '&' ? References.end(source, i) : i + 1;
            if (i == INCOMPLETE) {
                return INCOMPLETE;
            }
        }
        if (i == source.limit) {
            return INCOMPLETE;
        }
        addSpan(from, end, quote + 1, i, plain ? 1 : 0);
        return i + 1;
    }

    private void addSpan(int... span) {
        int at = count++ * SPAN;
        if (at == spans.length) {
            spans = Arrays.copyOf(spans, Math.max(4 * SPAN, at * 2));
        }
        System.arraycopy(span, 0, spans, at, SPAN);
    }

    /** Works out the attributes, the declared defaults included. */
    void readAttributes(XmlDtd dtd) {
        name = rawName;
        List<XmlDtd.AttributeRule> rules = dtd.attributesOf(rawName);
        if (count == 0 && rules.isEmpty()) {
            return;
        }
        attributes = new ArrayList<>(count + rules.size());
        Set<String> seen = count + rules.size() > FEW ? new HashSet<>() : null;
        for (int i = 0; i < count * SPAN; i += SPAN) {
            String attribute = names.at(source.chars, spans[i], spans[i + 1]);
            if (!isFirst(seen, attribute)) {
                throw new XmlFailure(XmlFailure.DUPLICATE_ATTRIBUTE, spans[i]);
            }
            XmlDtd.AttributeRule rule = dtd.attribute(rawName, attribute);
            boolean isText = rule == null || rule.isText();
            String value = isText && spans[i + 4] == 1
                    ? source.slice(spans[i + 2], spans[i + 3])
                    : AttributeValue.of(dtd, source, spans[i + 2], spans[i + 3], isText);
            attributes.add(new XmlEvents.Attribute(attribute, value));
        }
        specified = attributes.size();
        for (XmlDtd.AttributeRule rule : rules) {
            if (rule.fallback() != null && isFirst(seen, rule.name())) {
                attributes.add(new XmlEvents.Attribute(rule.name(), rule.fallback()));
            }
        }
    }

    /** Whether no attribute before had the name. @param seen null when there are few */
    private boolean isFirst(Set<String> seen, String attribute) {
        if (seen != null) {
            return seen.add(attribute);
        }
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attribute)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasPrefixes() {
        for (int i = 0; i < attributes.size(); i++) {
            String attribute = attributes.get(i).name();
            if (attribute.indexOf(':') >= 0 || attribute.equals("xmlns")) {
                return true;
            }
        }
        return false;
    }

    /** Makes the bindings that the attributes declare, and names in full. */
    void resolve(Namespaces namespaces, XmlEvents events) {
        if (!hasPrefixes()) {
            name = namespaces.expand(name, false);
            return;
        }
        List<XmlEvents.Attribute> all = List.copyOf(attributes);
        int given = specified;
        attributes.clear();
        for (int i = 0; i < all.size(); i++) {
            XmlEvents.Attribute attribute = all.get(i);
            boolean declares =
                    attribute.name().equals("xmlns") || attribute.name().startsWith("xmlns:");
            if (!declares) {
                attributes.add(attribute);
                continue;
            }
            specified -= i < given ? 1 : 0;
            String prefix = attribute.name().length() > 6 ? attribute.name().substring(6) : "";
            namespaces.bind(prefix, attribute.value());
            events.startNamespace(
                    prefix.isEmpty() ? null : prefix, attribute.value().isEmpty() ? null : attribute.value());
        }
        name = namespaces.expand(name, false);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            XmlEvents.Attribute attribute = attributes.get(i);
            String full = namespaces.expand(attribute.name(), true);
            if (!seen.add(full)) {
                throw new XmlFailure(XmlFailure.DUPLICATE_ATTRIBUTE);
            }
            attributes.set(i, new XmlEvents.Attribute(full, attribute.value()));
        }
    }
}
