package org.pyvm.modules.expat;

/** Classes of characters. */
final class XmlChars {
    /** For each ASCII character: 2 where a name may start with it, 1 where a name may have it, else 0. */
    private static final byte[] ASCII_NAMES = new byte[0x80];

    static {
        for (int c = 0; c < ASCII_NAMES.length; c++) {
            boolean starts = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
            boolean goesOn = c >= '0' && c <= '9' || c == '-' || c == '.';
            ASCII_NAMES[c] = (byte) (starts ? 2 : goesOn ? 1 : 0);
        }
    }

    private XmlChars() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether a UTF-16 unit may stand in a document; pairs of surrogates are checked by the decoder. */
    static boolean isAllowed(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\n' || c == '\t' || c == '\r';
    }

    static boolean isNameStart(char c) {
        return c < 0x80 ? ASCII_NAMES[c] == 2 : isOtherNameStart(c);
    }

    private static boolean isOtherNameStart(char c) {
        return c >= 0xC0 && c != 0xD7 && c != 0xF7 && c <= 0x2FF
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c == 0x200C
                || c == 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD;
    }

    static boolean isName(char c) {
        return c < 0x80 ? ASCII_NAMES[c] > 0 : isOtherName(c);
    }

    private static boolean isOtherName(char c) {
        return isOtherNameStart(c) || c == 0xB7 || c >= 0x300 && c <= 0x36F || c == 0x203F || c == 0x2040;
    }

    static boolean isPublicId(char c) {
        return c == '\n' || c == '\r' || c >= ' ' && c < 0x7F && "\"&<>\\^`{|}~".indexOf(c) < 0;
    }

    /** Number of bytes in UTF-8. */
    static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }

    /** Line ends as line feeds. */
    static String normalizeLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The character of a reference's number. @throws XmlFailure when there is none */
    static String character(String digits, int at) {
        boolean hex = digits.startsWith("x");
        long value = 0;
        for (int i = hex ? 1 : 0; i < digits.length(); i++) {
            value = value * (hex ? 16 : 10) + Character.digit(digits.charAt(i), 16);
            if (value > Character.MAX_CODE_POINT) {
                throw new XmlFailure(XmlFailure.BAD_CHAR_REF, at);
            }
        }
        boolean allowed = value >= 0x10000 || isAllowed((char) value) && !Character.isSurrogate((char) value);
        if (!allowed) {
            throw new XmlFailure(XmlFailure.BAD_CHAR_REF, at);
        }
        return Character.toString((int) value);
    }
}
