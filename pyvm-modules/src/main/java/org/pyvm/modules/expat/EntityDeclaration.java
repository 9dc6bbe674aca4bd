package org.pyvm.modules.expat;

import java.util.Map;

/** {@code <!ENTITY name "text">} and its other forms. */
final class EntityDeclaration {
    private EntityDeclaration() {}

    /** Reads what follows the keyword; says whether somebody wanted to know. */
    static boolean read(Declaration d, XmlEvents events, XmlDtd dtd, DoctypeParser parser, boolean external) {
        d.requireSpace();
        boolean isParameter = d.is('%');
        if (isParameter) {
            d.accept("%");
            d.requireSpace();
        }
        String name = d.name();
        d.requireSpace();
        String value = null;
        XmlDtd.External place = null;
        String notation = null;
        if (d.is('"') || d.is('\'')) {
            int before = d.position() + 1;
            value = value(d, before, XmlChars.normalizeLines(d.literal()), parser, external);
        } else {
            place = d.externalId(parser.base(), false);
            boolean spaced = d.space();
            if (!isParameter && spaced && d.accept("NDATA")) {
                d.requireSpace();
                notation = d.name();
            }
        }
        d.end();
        boolean isKnown = !isParameter && dtd.predefined(name) != null;
        Map<String, XmlDtd.Entity> entities = isParameter ? dtd.parameterEntities : dtd.entities;
        if (isKnown || !dtd.keepsDeclarations || entities.containsKey(name)) {
            return false;
        }
        entities.put(name, new XmlDtd.Entity(name, value, place, notation));
        if (notation != null && events.unparsedEntityDeclaration(name, place, notation)) {
            return true;
        }
        return events.entityDeclaration(name, isParameter, value, place, notation);
    }

    /** The text that a literal stands for: references to characters and parameter entities replaced, others kept. */
    private static String value(Declaration d, int start, String literal, DoctypeParser parser, boolean external) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '&' && c != '%') {
                out.append(c);
                continue;
            }
            int end = literal.indexOf(';', i);
            String name = end < 0 ? "" : literal.substring(i + 1, end);
            if (!isReference(name, c)) {
                throw d.failureAt(XmlFailure.INVALID_TOKEN, start + i);
            }
            if (c == '%') {
                if (!external) {
                    throw d.failureAt(XmlFailure.PARAM_ENTITY_REF, start + i);
                }
                out.append(value(d, start, parser.parameterText(name), parser, true));
            } else if (name.startsWith("#")) {
                out.append(XmlChars.character(name.substring(1), XmlFailure.HERE));
            } else {
                out.append(literal, i, end + 1);
            }
            i = end;
        }
        return out.toString();
    }

    private static boolean isReference(String name, char mark) {
        if (mark == '&' && name.startsWith("#")) {
            return name.matches("#[0-9]+|#x[0-9a-fA-F]+");
        }
        if (name.isEmpty() || !XmlChars.isNameStart(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(c -> XmlChars.isName((char) c));
    }
}
