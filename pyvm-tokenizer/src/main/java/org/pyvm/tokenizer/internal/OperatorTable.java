package org.pyvm.tokenizer.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.pyvm.tokenizer.TokenKind;

/** Python's operators and those that plugins add. Immutable. */
public final class OperatorTable {
    private static final TokenKind[] NONE = {};

    /** By first character, the longest first. Nearly every character that begins an operator has none. */
    private final TokenKind[][] added = new TokenKind[0x80][];

    public OperatorTable(List<TokenKind> added) {
        for (TokenKind kind : added) {
            String spelling = kind.spelling();
            if (spelling == null || !isOperator(spelling)) {
                throw new IllegalArgumentException("not the spelling of an operator: " + kind + " " + spelling);
            }
        }
        Arrays.fill(this.added, NONE);
        added.stream()
                .collect(Collectors.groupingBy(kind -> kind.spelling().charAt(0)))
                .forEach((first, kinds) -> this.added[first] = kinds.stream()
                        .sorted(Comparator.comparingInt(kind -> -kind.spelling().length()))
                        .toArray(TokenKind[]::new));
    }

    /** The operator at an index, or null. */
    TokenKind longest(String text, char[] chars, int start) {
        char first = chars[start];
        TokenKind python = Operators.longest(first, chars[start + 1], chars[start + 2]);
        for (TokenKind kind : first < added.length ? added[first] : NONE) {
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
