package org.pyvm.tokenizer.internal;

import java.util.Arrays;
import java.util.List;
import org.pyvm.tokenizer.TokenKind;

/** Python's operators and those that plugins add. Immutable. */
public final class OperatorTable {
    /** The longest first; empty as a rule. */
    private final TokenKind[] added;

    public OperatorTable(List<TokenKind> added) {
        for (TokenKind kind : added) {
            String spelling = kind.spelling();
            if (spelling == null || !isOperator(spelling)) {
                throw new IllegalArgumentException("not the spelling of an operator: " + kind + " " + spelling);
            }
        }
        this.added = added.toArray(TokenKind[]::new);
        Arrays.sort(
                this.added,
                (a, b) -> Integer.compare(b.spelling().length(), a.spelling().length()));
    }

    /** The operator at an index, or null. */
    TokenKind longest(String text, char[] chars, int start) {
        TokenKind python = Operators.longest(chars[start], chars[start + 1], chars[start + 2]);
        for (TokenKind kind : added) {
            String spelling = kind.spelling();
            boolean longer =
                    python == null || spelling.length() > python.spelling().length();
            if (longer && text.startsWith(spelling, start)) {
                return kind;
            }
        }
        return python;
    }

    /** An operator of several characters may end in a bracket, which it opens: {@code ?[}. */
    private static boolean isOperator(String spelling) {
        int end = spelling.length();
        if (end > 1 && "([{".indexOf(spelling.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && spelling.chars().limit(end).allMatch(OperatorTable::mayBeOperator);
    }

    private static boolean mayBeOperator(int c) {
        return c < 0x80 && (Ascii.classOf((char) c) == Ascii.OPERATOR || c == '.');
    }
}
