package org.pyvm.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.tokenizer.internal.EncodingCookie;
import org.pyvm.tokenizer.internal.PythonRepr;
import org.pyvm.tokenizer.internal.TriviaScanner;

/**
 * All tokens of a source with what lies between them, as Python's {@code tokenize} module lists them: ENCODING first,
 * COMMENT and NL in place, every character of the source in a token or in space between two.
 *
 * <p>Equal to what {@code tokenize} gives for whatever the tokenizer takes, but where {@code tokenize} itself sees other
 * lines or indentation than the compiler: a lone carriage return, a backslash alone at the start of a line.
 *
 * <p>The tokens are those of the tokenizer it is given, so that a replaced tokenizer is seen at work. Thread-safe if that
 * is.
 */
public final class TokenListing {
    private final Tokenizer tokenizer;

    public TokenListing(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * Lists the tokens of a source file. Columns are code points, a NEWLINE ends behind its line end, and what is left open
     * at the end is closed on the line behind the last.
     *
     * @throws CompileException from the tokenizer, or when the source cannot be decoded
     */
    public List<Token> tokens(byte[] source, CompilationContext context) {
        SourceText text = SourceDecoding.ofBytes(source, context);
        List<Token> parsed = new ArrayList<>();
        TokenStream stream = tokenizer.tokenize(text, context);
        Token token = stream.next();
        while (token.kind() != TokenKind.ENDMARKER) {
            parsed.add(token);
            token = stream.next();
        }
        List<Token> all = new ArrayList<>();
        all.add(new Token(TokenKind.ENCODING, encodingName(source), 0, 0, 0, 0));
        new TriviaScanner(text, source, all).fill(parsed);
        return List.copyOf(all);
    }

    private static String encodingName(byte[] source) {
        var cookie = EncodingCookie.find(source, true);
        return cookie.encoding() == null ? "utf-8" : cookie.encoding();
    }

    /** The listing that {@code python3 -m tokenize -e} prints. */
    public static String text(List<Token> tokens) {
        var out = new StringBuilder();
        for (Token token : tokens) {
            String range = token.line() + "," + token.column() + "-" + token.endLine() + "," + token.endColumn() + ":";
            out.append(padded(range, 20));
            out.append(padded(token.kind().name(), 15));
            out.append(padded(PythonRepr.of(token.text()), 15));
            out.append('\n');
        }
        return out.toString();
    }

    /** The listing as a JSON array with a token a line: type, string, start and end. */
    public static String json(List<Token> tokens) {
        var out = new StringBuilder("[");
        String separator = "\n";
        for (Token token : tokens) {
            out.append(separator)
                    .append("  {\"type\": \"")
                    .append(token.kind().name())
                    .append("\", \"string\": ")
                    .append(quoted(token.text()))
                    .append(", \"start\": [")
                    .append(token.line() + ", " + token.column())
                    .append("], \"end\": [")
                    .append(token.endLine() + ", " + token.endColumn())
                    .append("]}");
            separator = ",\n";
        }
        return out.append("\n]\n").toString();
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }

    /** As Python's {@code %-15s}: width counts code points. */
    private static String padded(String text, int width) {
        int length = text.codePointCount(0, text.length());
        return length >= width ? text : text + " ".repeat(width - length);
    }
}
