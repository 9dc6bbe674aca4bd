package org.pyvm.modules.sre;

import org.pyvm.objects.types.CharacterTypes;

/** What one character must be: a bit for each Latin-1 character, and a rule for the others. */
abstract class CharTest {
    static final int SEVERAL = -2;

    private final long[] low = new long[4];

    /** The rule, for any character. */
    protected abstract boolean rule(int c);

    /** Works the bits out; constructors of subclasses end with it. */
    protected final void fill() {
        for (int c = 0; c < 256; c++) {
            if (rule(c)) {
                low[c >> 6] |= 1L << c;
            }
        }
    }

    /**
     * The only character that fails: a run of the others is as long as the way to it. -1 when none does, {@link #SEVERAL} when
     * several do.
     */
    int onlyFailure() {
        return SEVERAL;
    }

    /** The only character that passes, or {@link #SEVERAL}. */
    int onlySuccess() {
        return SEVERAL;
    }

    final boolean test(int c) {
        return c < 256 ? (low[c >> 6] >>> c & 1) != 0 : rule(c);
    }

    /** The bits of the Latin-1 characters; not to be changed. */
    final long[] low() {
        return low;
    }

    /** Any character, or any but a line end. */
    static final class Any extends CharTest {
        private final boolean withLineEnd;

        Any(boolean withLineEnd) {
            this.withLineEnd = withLineEnd;
            fill();
        }

        @Override
        protected boolean rule(int c) {
            return withLineEnd || c != '\n';
        }

        @Override
        int onlyFailure() {
            return withLineEnd ? -1 : '\n';
        }
    }

    /** A character, or any but that. */
    static final class Literal extends CharTest {
        private final int literal;
        private final boolean negated;
        private final SreCase sensitivity;

        Literal(int literal, boolean negated, SreCase sensitivity) {
            this.literal = literal;
            this.negated = negated;
            this.sensitivity = sensitivity;
            fill();
        }

        @Override
        protected boolean rule(int c) {
            return sensitivity.matches(literal, c) != negated;
        }

        @Override
        int onlyFailure() {
            return negated && sensitivity == SreCase.EXACT ? literal : SEVERAL;
        }

        @Override
        int onlySuccess() {
            return !negated && sensitivity == SreCase.EXACT ? literal : SEVERAL;
        }
    }

    /** A category such as {@code \d} outside a set. */
    static final class Category extends CharTest {
        private final int category;

        Category(int category) {
            this.category = category;
            fill();
        }

        @Override
        protected boolean rule(int c) {
            return isIn(category, c);
        }
    }

    /** A set, as the code spells it. */
    static final class Set extends CharTest {
        private final int[] code;
        private final int start;
        private final SreCase sensitivity;

        Set(int[] code, int start, SreCase sensitivity) {
            this.code = code;
            this.start = start;
            this.sensitivity = sensitivity;
            fill();
        }

        @Override
        protected boolean rule(int c) {
            if (sensitivity != SreCase.LOCALE) {
                return isMember(sensitivity.lower(c));
            }
            return isMember(SreCase.lowerAscii(c)) || isMember(SreCase.upperAscii(c));
        }

        private boolean isMember(int c) {
            boolean found = true;
            int i = start;
            while (true) {
                switch (code[i++]) {
                    case SreCode.FAILURE -> {
                        return !found;
                    }
                    case SreCode.NEGATE -> found = !found;
                    case SreCode.LITERAL -> {
                        if (code[i++] == c) {
                            return found;
                        }
                    }
                    case SreCode.CATEGORY -> {
                        if (isIn(code[i++], c)) {
                            return found;
                        }
                    }
                    case SreCode.CHARSET -> {
                        if (c < 256 && hasBit(i, c)) {
                            return found;
                        }
                        i += 8;
                    }
                    case SreCode.RANGE -> {
                        if (code[i] <= c && c <= code[i + 1]) {
                            return found;
                        }
                        i += 2;
                    }
                    case SreCode.RANGE_UNI_IGNORE -> {
                        int upper = CharacterTypes.toUpper(c);
                        if (code[i] <= c && c <= code[i + 1] || code[i] <= upper && upper <= code[i + 1]) {
                            return found;
                        }
                        i += 2;
                    }
                    case SreCode.BIGCHARSET -> {
                        int blocks = code[i++];
                        if (c < 0x10000) {
                            int block = code[i + (c >> 10)] >>> 8 * (c >> 8 & 3) & 0xFF;
                            if (hasBit(i + 64 + block * 8, c & 0xFF)) {
                                return found;
                            }
                        }
                        i += 64 + blocks * 8;
                    }
                    default -> throw new InvalidCode();
                }
            }
        }

        private boolean hasBit(int at, int c) {
            return (code[at + (c >> 5)] >>> (c & 31) & 1) != 0;
        }
    }

    /** Whether a character belongs to a category of the code; odd numbers are the opposites of even ones. */
    static boolean isIn(int category, int c) {
        boolean in = switch (category & ~1) {
            case SreCode.CATEGORY_DIGIT -> c >= '0' && c <= '9';
            case SreCode.CATEGORY_SPACE -> c == ' ' || c >= '\t' && c <= '\r';
            case SreCode.CATEGORY_WORD, SreCode.CATEGORY_LOC_WORD -> isAsciiWord(c);
            case SreCode.CATEGORY_LINEBREAK -> c == '\n';
            case SreCode.CATEGORY_UNI_DIGIT -> CharacterTypes.decimal(c) >= 0;
            case SreCode.CATEGORY_UNI_SPACE -> CharacterTypes.isSpace(c);
            case SreCode.CATEGORY_UNI_WORD -> isUnicodeWord(c);
            case SreCode.CATEGORY_UNI_LINEBREAK -> CharacterTypes.isLineBreak(c);
            default -> throw new InvalidCode();
        };
        return in == ((category & 1) == 0);
    }

    static boolean isAsciiWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    static boolean isUnicodeWord(int c) {
        return c < 0x80 ? isAsciiWord(c) : CharacterTypes.isAlphanumeric(c);
    }
}
