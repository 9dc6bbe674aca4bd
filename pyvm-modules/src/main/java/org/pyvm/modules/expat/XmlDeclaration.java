package org.pyvm.modules.expat;

/** What {@code <?xml version="1.0" encoding="..." standalone="..."?>} says. */
final class XmlDeclaration {
    private final XmlText source;
    private final int end;
    private final int code;
    private int at;

    String version;
    String encoding;
    int encodingAt;
    int standalone = -1;

    /**
     * @param end where the closing question mark is
     * @param isDocument false for the text declaration of an external entity
     */
    XmlDeclaration(XmlText source, int start, int end, boolean isDocument) {
        this.source = source;
        this.end = end;
        code = isDocument ? XmlFailure.XML_DECL : XmlFailure.TEXT_DECL;
        at = start + 5;
        String name = name();
        if ("version".equals(name)) {
            version = value();
            name = name();
        } else if (isDocument) {
            throw wrong();
        }
        if ("encoding".equals(name)) {
            encoding = value();
            encodingAt = at - 1 - encoding.length();
            if (encoding.isEmpty() || !Character.isLetter(encoding.charAt(0))) {
                throw wrong();
            }
            name = name();
        } else if (!isDocument) {
            throw wrong();
        }
        if (isDocument && "standalone".equals(name)) {
            String word = value();
            if (!word.equals("yes") && !word.equals("no")) {
                at -= word.length() + 1;
                throw wrong();
            }
            standalone = word.equals("yes") ? 1 : 0;
            name = name();
        }
        if (name != null) {
            throw wrong();
        }
    }

    private XmlFailure wrong() {
        return new XmlFailure(code, at);
    }

    /** The next name, or null at the end. */
    private String name() {
        int from = source.skipSpace(at);
        if (from >= end) {
            return null;
        }
        if (from == at) {
            throw wrong();
        }
        at = from;
        int to = source.skipName(from);
        if (to == from) {
            throw wrong();
        }
        String name = source.slice(from, to);
        at = to;
        return name;
    }

    private String value() {
        int equals = source.skipSpace(at);
        if (equals >= end || source.chars[equals] != '=') {
            throw wrong();
        }
        int quote = source.skipSpace(equals + 1);
        if (quote >= end || source.chars[quote] != '"' && source.chars[quote] != '\'') {
            throw wrong();
        }
        int close = quote + 1;
        while (close < end && source.chars[close] != source.chars[quote]) {
            char c = source.chars[close];
            if (c >= 0x80 || !XmlChars.isName(c)) {
                at = close;
                throw wrong();
            }
            close++;
        }
        if (close == end) {
            throw wrong();
        }
        at = close + 1;
        return source.slice(quote + 1, close);
    }
}
