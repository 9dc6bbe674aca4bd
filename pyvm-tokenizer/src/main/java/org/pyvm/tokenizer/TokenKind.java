package org.pyvm.tokenizer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of token. Python's own kinds are the constants here, with the numbers that CPython 3.6 gives them (-1 for
 * younger ones); a plugin makes more. Kinds are compared by identity and {@link #index()} is dense, so that a parser can
 * keep tables by kind.
 */
public final class TokenKind {
    private static final AtomicInteger NEXT_INDEX = new AtomicInteger();

    public static final TokenKind ENDMARKER = new TokenKind("ENDMARKER", 0, null);
    public static final TokenKind NAME = new TokenKind("NAME", 1, null);
    public static final TokenKind NUMBER = new TokenKind("NUMBER", 2, null);
    public static final TokenKind STRING = new TokenKind("STRING", 3, null);
    public static final TokenKind NEWLINE = new TokenKind("NEWLINE", 4, null);
    public static final TokenKind INDENT = new TokenKind("INDENT", 5, null);
    public static final TokenKind DEDENT = new TokenKind("DEDENT", 6, null);
    public static final TokenKind LPAR = new TokenKind("LPAR", 7, "(");
    public static final TokenKind RPAR = new TokenKind("RPAR", 8, ")");
    public static final TokenKind LSQB = new TokenKind("LSQB", 9, "[");
    public static final TokenKind RSQB = new TokenKind("RSQB", 10, "]");
    public static final TokenKind COLON = new TokenKind("COLON", 11, ":");
    public static final TokenKind COMMA = new TokenKind("COMMA", 12, ",");
    public static final TokenKind SEMI = new TokenKind("SEMI", 13, ";");
    public static final TokenKind PLUS = new TokenKind("PLUS", 14, "+");
    public static final TokenKind MINUS = new TokenKind("MINUS", 15, "-");
    public static final TokenKind STAR = new TokenKind("STAR", 16, "*");
    public static final TokenKind SLASH = new TokenKind("SLASH", 17, "/");
    public static final TokenKind VBAR = new TokenKind("VBAR", 18, "|");
    public static final TokenKind AMPER = new TokenKind("AMPER", 19, "&");
    public static final TokenKind LESS = new TokenKind("LESS", 20, "<");
    public static final TokenKind GREATER = new TokenKind("GREATER", 21, ">");
    public static final TokenKind EQUAL = new TokenKind("EQUAL", 22, "=");
    public static final TokenKind DOT = new TokenKind("DOT", 23, ".");
    public static final TokenKind PERCENT = new TokenKind("PERCENT", 24, "%");
    public static final TokenKind LBRACE = new TokenKind("LBRACE", 25, "{");
    public static final TokenKind RBRACE = new TokenKind("RBRACE", 26, "}");
    public static final TokenKind EQEQUAL = new TokenKind("EQEQUAL", 27, "==");
    public static final TokenKind NOTEQUAL = new TokenKind("NOTEQUAL", 28, "!=");
    public static final TokenKind LESSEQUAL = new TokenKind("LESSEQUAL", 29, "<=");
    public static final TokenKind GREATEREQUAL = new TokenKind("GREATEREQUAL", 30, ">=");
    public static final TokenKind TILDE = new TokenKind("TILDE", 31, "~");
    public static final TokenKind CIRCUMFLEX = new TokenKind("CIRCUMFLEX", 32, "^");
    public static final TokenKind LEFTSHIFT = new TokenKind("LEFTSHIFT", 33, "<<");
    public static final TokenKind RIGHTSHIFT = new TokenKind("RIGHTSHIFT", 34, ">>");
    public static final TokenKind DOUBLESTAR = new TokenKind("DOUBLESTAR", 35, "**");
    public static final TokenKind PLUSEQUAL = new TokenKind("PLUSEQUAL", 36, "+=");
    public static final TokenKind MINEQUAL = new TokenKind("MINEQUAL", 37, "-=");
    public static final TokenKind STAREQUAL = new TokenKind("STAREQUAL", 38, "*=");
    public static final TokenKind SLASHEQUAL = new TokenKind("SLASHEQUAL", 39, "/=");
    public static final TokenKind PERCENTEQUAL = new TokenKind("PERCENTEQUAL", 40, "%=");
    public static final TokenKind AMPEREQUAL = new TokenKind("AMPEREQUAL", 41, "&=");
    public static final TokenKind VBAREQUAL = new TokenKind("VBAREQUAL", 42, "|=");
    public static final TokenKind CIRCUMFLEXEQUAL = new TokenKind("CIRCUMFLEXEQUAL", 43, "^=");
    public static final TokenKind LEFTSHIFTEQUAL = new TokenKind("LEFTSHIFTEQUAL", 44, "<<=");
    public static final TokenKind RIGHTSHIFTEQUAL = new TokenKind("RIGHTSHIFTEQUAL", 45, ">>=");
    public static final TokenKind DOUBLESTAREQUAL = new TokenKind("DOUBLESTAREQUAL", 46, "**=");
    public static final TokenKind DOUBLESLASH = new TokenKind("DOUBLESLASH", 47, "//");
    public static final TokenKind DOUBLESLASHEQUAL = new TokenKind("DOUBLESLASHEQUAL", 48, "//=");
    public static final TokenKind AT = new TokenKind("AT", 49, "@");
    public static final TokenKind ATEQUAL = new TokenKind("ATEQUAL", 50, "@=");
    public static final TokenKind RARROW = new TokenKind("RARROW", 51, "->");
    public static final TokenKind ELLIPSIS = new TokenKind("ELLIPSIS", 52, "...");
    /** A character that is no token of Python's; the parser refuses it as it does any misplaced token. */
    public static final TokenKind OP = new TokenKind("OP", 53, null);
    /** Younger than 3.6. */
    public static final TokenKind COLONEQUAL = new TokenKind("COLONEQUAL", -1, ":=");
    /** Only when type comments are asked for. */
    public static final TokenKind TYPE_IGNORE = new TokenKind("TYPE_IGNORE", -1, null);
    /** Only when type comments are asked for. */
    public static final TokenKind TYPE_COMMENT = new TokenKind("TYPE_COMMENT", -1, null);
    /** A comment; made only for tools that ask for trivia, never seen by a parser. */
    public static final TokenKind COMMENT = new TokenKind("COMMENT", -1, null);
    /** A line end that ends no logical line; made only for tools that ask for trivia. */
    public static final TokenKind NL = new TokenKind("NL", -1, null);
    /** The encoding of the source, first in a listing; never seen by a parser. */
    public static final TokenKind ENCODING = new TokenKind("ENCODING", -1, null);
    /** Text that is no token, in a listing; never seen by a parser. */
    public static final TokenKind ERRORTOKEN = new TokenKind("ERRORTOKEN", 56, null);

    /** Every kind of Python's own. */
    public static final List<TokenKind> PYTHON = List.of(
            ENDMARKER,
            NAME,
            NUMBER,
            STRING,
            NEWLINE,
            INDENT,
            DEDENT,
            LPAR,
            RPAR,
            LSQB,
            RSQB,
            COLON,
            COMMA,
            SEMI,
            PLUS,
            MINUS,
            STAR,
            SLASH,
            VBAR,
            AMPER,
            LESS,
            GREATER,
            EQUAL,
            DOT,
            PERCENT,
            LBRACE,
            RBRACE,
            EQEQUAL,
            NOTEQUAL,
            LESSEQUAL,
            GREATEREQUAL,
            TILDE,
            CIRCUMFLEX,
            LEFTSHIFT,
            RIGHTSHIFT,
            DOUBLESTAR,
            PLUSEQUAL,
            MINEQUAL,
            STAREQUAL,
            SLASHEQUAL,
            PERCENTEQUAL,
            AMPEREQUAL,
            VBAREQUAL,
            CIRCUMFLEXEQUAL,
            LEFTSHIFTEQUAL,
            RIGHTSHIFTEQUAL,
            DOUBLESTAREQUAL,
            DOUBLESLASH,
            DOUBLESLASHEQUAL,
            AT,
            ATEQUAL,
            RARROW,
            ELLIPSIS,
            OP,
            COLONEQUAL,
            TYPE_IGNORE,
            TYPE_COMMENT,
            COMMENT,
            NL,
            ENCODING,
            ERRORTOKEN);

    private static final Map<String, TokenKind> BY_SPELLING = PYTHON.stream()
            .filter(kind -> kind.spelling != null)
            .collect(Collectors.toUnmodifiableMap(TokenKind::spelling, Function.identity()));

    private static final Map<String, TokenKind> PLUGINS = new ConcurrentHashMap<>();

    private final String name;
    private final int number36;
    private final String spelling;
    private final int index;

    private TokenKind(String name, int number36, String spelling) {
        this.name = name;
        this.number36 = number36;
        this.spelling = spelling;
        this.index = NEXT_INDEX.getAndIncrement();
    }

    /**
     * The kind of a plugin's tokens, one for each name and spelling however often it is asked for: a plugin says anew what
     * it adds for each front end that it takes part in, and parsers keep tables by kind.
     *
     * @param spelling null when the text varies
     */
    public static TokenKind create(String name, String spelling) {
        return PLUGINS.computeIfAbsent(name + " " + spelling, key -> new TokenKind(name, -1, spelling));
    }

    /** Python's operator or delimiter of this spelling, or null. */
    public static TokenKind ofSpelling(String spelling) {
        return BY_SPELLING.get(spelling);
    }

    public String name() {
        return name;
    }

    /** The number in CPython 3.6's token.h, or -1. */
    public int number36() {
        return number36;
    }

    /** The fixed text of an operator, or null. */
    public String spelling() {
        return spelling;
    }

    /** A small number, dense over all kinds of the process. */
    public int index() {
        return index;
    }

    @Override
    public String toString() {
        return name;
    }
}
