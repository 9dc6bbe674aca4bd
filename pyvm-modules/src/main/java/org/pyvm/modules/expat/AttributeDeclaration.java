package org.pyvm.modules.expat;

/** {@code <!ATTLIST element name TYPE default ...>}. */
final class AttributeDeclaration {
    private static final String[] TYPES = {"CDATA", "IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"
    };

    private AttributeDeclaration() {}

    /** Reads what follows the keyword; says whether somebody wanted to know. */
    static boolean read(Declaration d, XmlEvents events, XmlDtd dtd) {
        d.requireSpace();
        String element = d.name();
        boolean wanted = false;
        while (d.space() && !d.isAtEnd()) {
            wanted |= readOne(d, element, events, dtd);
        }
        d.end();
        return wanted;
    }

    private static boolean readOne(Declaration d, String element, XmlEvents events, XmlDtd dtd) {
        String name = d.name();
        d.requireSpace();
        String type = type(d);
        d.requireSpace();
        boolean required = d.accept("#REQUIRED");
        String fallback = null;
        if (!required && !d.accept("#IMPLIED")) {
            required = d.accept("#FIXED");
            if (required) {
                d.requireSpace();
            }
            String literal = d.literal();
            XmlText text = new XmlText(literal.toCharArray(), true);
            try {
                fallback = AttributeValue.of(dtd, text, 0, text.limit, type.equals("CDATA"));
            } catch (XmlFailure e) {
                throw d.failureHere(e.code);
            }
        }
        if (dtd.keepsDeclarations) {
            dtd.addAttribute(element, new XmlDtd.AttributeRule(name, type.equals("CDATA"), fallback));
        }
        return events.attributeDeclaration(element, name, type, fallback, required);
    }

    private static String type(Declaration d) {
        for (String type : TYPES) {
            if (d.accept(type)) {
                return type;
            }
        }
        StringBuilder type = new StringBuilder();
        boolean isNotation = d.accept("NOTATION");
        if (isNotation) {
            d.requireSpace();
            type.append("NOTATION");
        }
        if (!d.accept("(")) {
            throw d.syntaxError();
        }
        type.append('(');
        do {
            d.space();
            type.append(type.charAt(type.length() - 1) == '(' ? "" : "|");
            type.append(isNotation ? d.name() : d.nameToken());
            d.space();
        } while (d.accept("|"));
        if (!d.accept(")")) {
            throw d.syntaxError();
        }
        return type.append(')').toString();
    }
}
