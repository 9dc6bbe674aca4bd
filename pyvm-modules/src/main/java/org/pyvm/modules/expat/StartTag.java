package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A start tag: found first, in full, then understood. */
final class StartTag {
    private static final int INCOMPLETE = -1;

    private final XmlText source;
    private final int start;
    private int nameEnd;
    /** Four places for each attribute: start and end of its name, and of its value. */
    private final List<int[]> spans = new ArrayList<>();

    private boolean empty;

    String name;
    final List<XmlEvents.Attribute> attributes = new ArrayList<>();
    int specified;

    StartTag(XmlText source, int start) {
        this.source = source;
        this.start = start;
    }

    boolean isEmpty() {
        return empty;
    }

    String rawName() {
        return source.slice(start + 1, nameEnd);
    }

    private static XmlFailure invalid(int at) {
        return new XmlFailure(XmlFailure.INVALID_TOKEN, at);
    }

    /** Finds the tag's end, one past it; -1 when it is not there yet. */
    int scan() {
        nameEnd = source.skipName(start + 1);
        int i = nameEnd;
        while (true) {
            int next = source.skipSpace(i);
            if (next == source.limit) {
                return INCOMPLETE;
            }
            char c = source.chars[next];
            if (c == '>') {
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
        while (i < source.limit && source.chars[i] != mark) {
            char c = source.chars[i];
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
        spans.add(new int[] {from, end, quote + 1, i});
        return i + 1;
    }

    /** Works out the attributes, the declared defaults included. */
    void readAttributes(XmlDtd dtd) {
        String element = rawName();
        Set<String> seen = new HashSet<>();
        for (int[] span : spans) {
            String attribute = source.slice(span[0], span[1]);
            if (!seen.add(attribute)) {
                throw new XmlFailure(XmlFailure.DUPLICATE_ATTRIBUTE, span[0]);
            }
            XmlDtd.AttributeRule rule = dtd.attribute(element, attribute);
            String value = AttributeValue.of(dtd, source, span[2], span[3], rule == null || rule.isText());
            attributes.add(new XmlEvents.Attribute(attribute, value));
        }
        specified = attributes.size();
        for (XmlDtd.AttributeRule rule : dtd.attributesOf(element)) {
            if (rule.fallback() != null && seen.add(rule.name())) {
                attributes.add(new XmlEvents.Attribute(rule.name(), rule.fallback()));
            }
        }
        name = element;
    }

    /** Makes the bindings that the attributes declare, and names in full. */
    void resolve(Namespaces namespaces, XmlEvents events) {
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
