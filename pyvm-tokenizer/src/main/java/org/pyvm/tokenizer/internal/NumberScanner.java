package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.WarningIsError;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenKind;

/** Finds the end of a number and refuses what only looks like one. */
final class NumberScanner {
    private static final String INVALID_DECIMAL = "invalid decimal literal";

    private final Cursor cursor;
    private final char[] chars;
    private final ErrorReporter errors;
    private final CompilationContext context;

    private final TokenAdditions additions;
    private TokenKind suffixed;

    NumberScanner(Cursor cursor, ErrorReporter errors, CompilationContext context, TokenAdditions additions) {
        this.additions = additions;
        this.cursor = cursor;
        this.chars = cursor.chars;
        this.errors = errors;
        this.context = context;
    }

    /**
     * Moves the cursor, which stands at the first digit or at a dot before a digit, behind the number.
     *
     * @return the kind of a number with a suffix that a plugin knows, else null
     */
    TokenKind scan() {
        suffixed = null;
        scanNumber();
        return suffixed;
    }

    private void scanNumber() {
        char first = chars[cursor.position];
        if (first == '.') {
            cursor.position++;
            fraction();
        } else if (first == '0') {
            cursor.position++;
            afterZero();
        } else {
            digits();
            realPart();
        }
    }

    private void afterZero() {
        switch (chars[cursor.position]) {
            case 'x', 'X' -> radix(16, "hexadecimal");
            case 'o', 'O' -> radix(8, "octal");
            case 'b', 'B' -> radix(2, "binary");
            default -> leadingZeros();
        }
    }

    private void radix(int radix, String name) {
        cursor.position++;
        do {
            if (chars[cursor.position] == '_') {
                cursor.position++;
            }
            if (!isDigit(chars[cursor.position], radix)) {
                refuseDigit(radix, name);
                throw errors.raise("invalid " + name + " literal");
            }
            do {
                cursor.position++;
            } while (isDigit(chars[cursor.position], radix));
        } while (chars[cursor.position] == '_');
        refuseDigit(radix, name);
        checkEnd(name);
    }

    /** A decimal digit where only smaller ones may stand gets a message of its own. */
    private void refuseDigit(int radix, String name) {
        char c = chars[cursor.position];
        if (radix < 10 && isDecimal(c)) {
            cursor.position++;
            throw errors.raise("invalid digit '" + c + "' in " + name + " literal");
        }
    }

    /** {@code 0}, {@code 00} and {@code 0_0} are integers, {@code 01} is not, but {@code 01.5} and {@code 01j} are numbers. */
    private void leadingZeros() {
        int start = cursor.position - 1;
        while (true) {
            if (chars[cursor.position] == '_') {
                cursor.position++;
                if (!isDecimal(chars[cursor.position])) {
                    throw errors.raise(INVALID_DECIMAL);
                }
            }
            if (chars[cursor.position] != '0') {
                break;
            }
            cursor.position++;
        }
        int zerosEnd = cursor.position;
        boolean nonZero = isDecimal(chars[cursor.position]);
        if (nonZero) {
            digits();
        }
        char c = chars[cursor.position];
        if (nonZero && c != '.' && c != 'e' && c != 'E' && c != 'j' && c != 'J') {
            throw errors.raiseInBytes(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                    start,
                    zerosEnd);
        }
        realPart();
    }

    /** Digits with single underscores between them. */
    private void digits() {
        int p = cursor.position;
        while (true) {
            while (isDecimal(chars[p])) {
                p++;
            }
            cursor.position = p;
            if (chars[p] != '_') {
                return;
            }
            p++;
            if (!isDecimal(chars[p])) {
                cursor.position = p;
                throw errors.raise(INVALID_DECIMAL);
            }
        }
    }

    /** What may follow the integer part. */
    private void realPart() {
        if (chars[cursor.position] == '.') {
            cursor.position++;
            fraction();
        } else {
            exponent();
        }
    }

    private void fraction() {
        if (isDecimal(chars[cursor.position])) {
            digits();
        }
        exponent();
    }

    private void exponent() {
        char c = chars[cursor.position];
        if (c == 'e' || c == 'E') {
            char next = chars[cursor.position + 1];
            if (next == '+' || next == '-') {
                cursor.position += 2;
                if (!isDecimal(chars[cursor.position])) {
                    throw errors.raise(INVALID_DECIMAL);
                }
            } else if (isDecimal(next)) {
                cursor.position++;
            } else {
                // Here the e may begin "else".
                checkEnd("decimal");
                return;
            }
            digits();
        }
        if (chars[cursor.position] == 'j' || chars[cursor.position] == 'J') {
            cursor.position++;
            checkEnd("imaginary");
        } else {
            checkEnd("decimal");
        }
    }

    /**
     * Refuses a letter right behind a number, unless it begins a keyword that may follow one: that only gives a warning.
     * Like CPython this lets other characters than ASCII pass.
     */
    private void checkEnd(String name) {
        char c = chars[cursor.position];
        if (c >= 0x80 || !Ascii.isNamePart(c)) {
            return;
        }
        if (additions.hasNumberSuffixes() && suffix()) {
            return;
        }
        String message = "invalid " + name + " literal";
        if (!startsKeyword(c)) {
            throw errors.raise(message);
        }
        try {
            context.warnings().warn("SyntaxWarning", message, context.fileName(), cursor.line);
        } catch (WarningIsError e) {
            throw errors.raise(message);
        }
    }

    /** Passes a suffix that a plugin knows. */
    private boolean suffix() {
        int end = cursor.position;
        while (chars[end] < 0x80 && Ascii.isNamePart(chars[end])) {
            end++;
        }
        suffixed = additions.suffixed(cursor.substring(cursor.position, end));
        if (suffixed != null) {
            cursor.position = end;
        }
        return suffixed != null;
    }

    private boolean startsKeyword(char first) {
        return switch (first) {
            case 'a' -> isWord("and");
            case 'e' -> isWord("else");
            case 'f' -> isWord("for");
            case 'n' -> isWord("not");
            case 'o' -> isWord("or");
            case 'i' -> startsIfInOrIs();
            default -> false;
        };
    }

    private boolean isWord(String keyword) {
        int end = cursor.position + keyword.length();
        return cursor.text.startsWith(keyword, cursor.position) && chars[end] < 0x80 && !Ascii.isNamePart(chars[end]);
    }

    /** CPython does not look where these end: {@code 5inx} is {@code 5 inx}. */
    private boolean startsIfInOrIs() {
        char second = chars[cursor.position + 1];
        return second == 'f' || second == 'n' || second == 's';
    }

    private static boolean isDecimal(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigit(char c, int radix) {
        if (radix == 16) {
            return isDecimal(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }
        return c >= '0' && c < '0' + radix;
    }
}
