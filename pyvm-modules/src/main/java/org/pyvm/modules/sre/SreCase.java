package org.pyvm.modules.sre;

import org.pyvm.objects.types.CharacterTypes;

/** How the letters of a pattern that ignores case are compared. */
enum SreCase {
    /** As they are. */
    EXACT,
    ASCII,
    UNICODE,
    /** By the C locale: as ASCII, and either case of a letter is looked for. */
    LOCALE;

    static int lowerAscii(int c) {
        return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    }

    static int upperAscii(int c) {
        return c >= 'a' && c <= 'z' ? c - 0x20 : c;
    }

    int lower(int c) {
        return switch (this) {
            case EXACT -> c;
            case ASCII, LOCALE -> lowerAscii(c);
            case UNICODE -> c < 0x80 ? lowerAscii(c) : CharacterTypes.toLower(c);
        };
    }

    /** Whether a character of the text is the lower-case letter of a pattern. */
    boolean matches(int literal, int c) {
        return this == LOCALE
                ? c == literal || lowerAscii(c) == literal || upperAscii(c) == literal
                : lower(c) == literal;
    }
}
