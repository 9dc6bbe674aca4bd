package org.pyvm.tokenizer.internal;

/** What each ASCII character can begin. */
final class Ascii {
    /** Letters and underscore. */
    static final byte NAME = 0;

    static final byte DIGIT = 1;
    static final byte SPACE = 2;
    static final byte LINE_END = 3;
    static final byte QUOTE = 4;
    static final byte COMMENT = 5;
    static final byte BACKSLASH = 6;
    static final byte DOT = 7;
    static final byte OPEN = 8;
    static final byte CLOSE = 9;
    static final byte OPERATOR = 10;
    /** The sentinel behind the text. */
    static final byte END = 11;

    static final byte CONTROL = 12;

    private static final byte[] CLASSES = classes();

    private Ascii() {}

    /** What a character begins; every other than ASCII may begin a name. */
    static byte classOf(char c) {
        return c < 0x80 ? CLASSES[c] : NAME;
    }

    /** Whether an ASCII character continues a name. */
    static boolean isNamePart(char c) {
        return CLASSES[c] <= DIGIT;
    }

    private static byte[] classes() {
        var classes = new byte[0x80];
        for (char c = 0; c < 0x80; c++) {
            classes[c] = c < 0x20 || c == 0x7F ? CONTROL : OPERATOR;
            if (c >= '0' && c <= '9') {
                classes[c] = DIGIT;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_') {
                classes[c] = NAME;
            }
        }
        set(classes, " \t\f", SPACE);
        set(classes, "\n", LINE_END);
        set(classes, "'\"", QUOTE);
        set(classes, "#", COMMENT);
        set(classes, "\\", BACKSLASH);
        set(classes, ".", DOT);
        set(classes, "([{", OPEN);
        set(classes, ")]}", CLOSE);
        set(classes, "\0", END);
        return classes;
    }

    private static void set(byte[] classes, String members, byte value) {
        for (int i = 0; i < members.length(); i++) {
            classes[members.charAt(i)] = value;
        }
    }
}
