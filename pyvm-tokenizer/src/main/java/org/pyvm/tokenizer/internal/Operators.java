package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.TokenKind;

/** Operators and delimiters, the longest first. */
final class Operators {
    private Operators() {}

    /** The operator that starts with these characters, or null. */
    static TokenKind longest(char first, char second, char third) {
        return switch (first) {
            case '(' -> TokenKind.LPAR;
            case ')' -> TokenKind.RPAR;
            case '[' -> TokenKind.LSQB;
            case ']' -> TokenKind.RSQB;
            case '{' -> TokenKind.LBRACE;
            case '}' -> TokenKind.RBRACE;
            case ',' -> TokenKind.COMMA;
            case ';' -> TokenKind.SEMI;
            case '~' -> TokenKind.TILDE;
            case '.' -> second == '.' && third == '.' ? TokenKind.ELLIPSIS : TokenKind.DOT;
            case '=' -> second == '=' ? TokenKind.EQEQUAL : TokenKind.EQUAL;
            case ':' -> second == '=' ? TokenKind.COLONEQUAL : TokenKind.COLON;
            case '+' -> second == '=' ? TokenKind.PLUSEQUAL : TokenKind.PLUS;
            case '%' -> second == '=' ? TokenKind.PERCENTEQUAL : TokenKind.PERCENT;
            case '&' -> second == '=' ? TokenKind.AMPEREQUAL : TokenKind.AMPER;
            case '|' -> second == '=' ? TokenKind.VBAREQUAL : TokenKind.VBAR;
            case '^' -> second == '=' ? TokenKind.CIRCUMFLEXEQUAL : TokenKind.CIRCUMFLEX;
            case '@' -> second == '=' ? TokenKind.ATEQUAL : TokenKind.AT;
            case '!' -> second == '=' ? TokenKind.NOTEQUAL : null;
            case '-' -> second == '=' ? TokenKind.MINEQUAL : second == '>' ? TokenKind.RARROW : TokenKind.MINUS;
            case '*' -> doubled(first, second, third, DOUBLE_STAR);
            case '/' -> doubled(first, second, third, DOUBLE_SLASH);
            case '>' -> doubled(first, second, third, SHIFT_RIGHT);
            case '<' -> second == '>' ? TokenKind.NOTEQUAL : doubled(first, second, third, SHIFT_LEFT);
            default -> null;
        };
    }

    /** The four kinds of an operator that can be doubled and followed by {@code =}. */
    private record Family(TokenKind single, TokenKind singleEqual, TokenKind twice, TokenKind twiceEqual) {}

    private static final Family DOUBLE_STAR =
            new Family(TokenKind.STAR, TokenKind.STAREQUAL, TokenKind.DOUBLESTAR, TokenKind.DOUBLESTAREQUAL);
    private static final Family DOUBLE_SLASH =
            new Family(TokenKind.SLASH, TokenKind.SLASHEQUAL, TokenKind.DOUBLESLASH, TokenKind.DOUBLESLASHEQUAL);
    private static final Family SHIFT_LEFT =
            new Family(TokenKind.LESS, TokenKind.LESSEQUAL, TokenKind.LEFTSHIFT, TokenKind.LEFTSHIFTEQUAL);
    private static final Family SHIFT_RIGHT =
            new Family(TokenKind.GREATER, TokenKind.GREATEREQUAL, TokenKind.RIGHTSHIFT, TokenKind.RIGHTSHIFTEQUAL);

    private static TokenKind doubled(char first, char second, char third, Family family) {
        if (second == first) {
            return third == '=' ? family.twiceEqual : family.twice;
        }
        return second == '=' ? family.singleEqual : family.single;
    }
}
