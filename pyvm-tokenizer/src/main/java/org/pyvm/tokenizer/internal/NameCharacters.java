package org.pyvm.tokenizer.internal;

/** Which characters a name may hold: XID_Start, XID_Continue and the underscore. */
final class NameCharacters {
    private NameCharacters() {}

    static boolean isStart(int codePoint) {
        return codePoint == '_' || Character.isUnicodeIdentifierStart(codePoint);
    }

    static boolean isPart(int codePoint) {
        return Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }

    /** What is said of a character that may not be there. */
    static String refusal(int codePoint) {
        String hex = String.format("U+%04X", codePoint);
        return isPrintable(codePoint)
                ? "invalid character '" + Character.toString(codePoint) + "' (" + hex + ")"
                : "invalid non-printable character " + hex;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
