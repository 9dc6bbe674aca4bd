package org.pyvm.tokenizer;

import org.pyvm.tokenizer.internal.EncodingCookie;
import org.pyvm.tokenizer.internal.Encodings;
import org.pyvm.tokenizer.internal.Utf8Text;

/**
 * Makes source text of what {@code compile()}, an import or the command line was given. The three differ in CPython in
 * when and in which words they refuse bytes.
 */
public final class SourceDecoding {
    private static final String NULL_BYTES = "source code string cannot contain null bytes";

    private SourceDecoding() {}

    /** A {@code str} given to {@code compile()}: a cookie in it means nothing. */
    public static SourceText ofString(CodePoints source, CompilationContext context) {
        int[] wide = source.wide();
        String text = wide == null ? source.bmp() : new String(wide, 0, wide.length);
        refuseSurrogates(source, context);
        refuseNull(text, context);
        return SourceText.of(newlines(text));
    }

    /** As above, for well-formed UTF-16. */
    public static SourceText ofString(String source, CompilationContext context) {
        return ofString(CodePoints.of(source), context);
    }

    /** A bytes object given to {@code compile()}, or a module that is imported: all is decoded before anything is read. */
    public static SourceText ofBytes(byte[] source, CompilationContext context) {
        for (byte b : source) {
            if (b == 0) {
                throw new CompileException("SyntaxError", NULL_BYTES, context.fileName(), null, null);
            }
        }
        // A last line without line end is complete only in a file: CPython adds the line end there.
        var cookie = EncodingCookie.find(source, context.mode() == CompilationContext.Mode.FILE);
        if (cookie.contradictsBom()) {
            throw withoutPlace("encoding problem: " + cookie.encoding() + " with BOM", context);
        }
        if (cookie.isUtf8()) {
            return SourceText.decoded(newlines(Utf8Text.decode(source, cookie.bomLength())), cookie.isDeclared());
        }
        String text = Encodings.decode(
                cookie.encoding(), source, context.decoders(), problem -> withoutPlace(problem, context));
        return SourceText.decoded(newlines(text), true);
    }

    /** A program that the command line reads: each line is decoded when it is come to. */
    public static SourceText ofFile(byte[] source, CompilationContext context) {
        var cookie = EncodingCookie.find(source, true);
        if (cookie.contradictsBom()) {
            throw problem("encoding problem: " + cookie.encoding() + " with BOM");
        }
        if (!cookie.isUtf8()) {
            String text = Encodings.decode(
                    cookie.encoding(),
                    source,
                    context.decoders(),
                    ignored -> problem("encoding problem: " + cookie.encoding()));
            return withFaultyLine(newlines(text), true, context);
        }
        String text = newlines(Utf8Text.decode(source, cookie.bomLength()));
        return withFaultyLine(text, cookie.isDeclared(), context);
    }

    /** Marks the first line with a NUL, or with bytes that are no UTF-8 where that was not even promised. */
    private static SourceText withFaultyLine(String text, boolean declared, CompilationContext context) {
        int nul = text.indexOf(0);
        int escape = declared ? -1 : Utf8Text.firstEscape(text);
        if (nul < 0 && escape < 0) {
            return SourceText.decoded(text, declared);
        }
        int first = nul < 0 || escape >= 0 && escape < nul ? escape : nul;
        int lineStart = text.lastIndexOf('\n', first) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        CompileException fault;
        if (first == nul) {
            var range = new SourceRange(line, 0, line, 0);
            String lineText = Utf8Text.replaceEscapes(text.substring(lineStart, nul));
            fault = new CompileException(
                    "SyntaxError", "source code cannot contain null bytes", context.fileName(), range, lineText);
        } else {
            fault = problem(String.format(
                    "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "
                            + "see https://peps.python.org/pep-0263/ for details",
                    text.charAt(escape) & 0xFF, context.fileName(), line));
        }
        return SourceText.faulty(text.substring(0, lineStart) + "\n", declared, lineStart, fault);
    }

    private static CompileException problem(String message) {
        return new CompileException("SyntaxError", message, null, null, null);
    }

    private static CompileException withoutPlace(String message, CompilationContext context) {
        return new CompileException("SyntaxError", message, context.fileName(), new SourceRange(0, -1, -1, -1), null);
    }

    private static void refuseNull(String text, CompilationContext context) {
        if (text.indexOf(0) >= 0) {
            throw new CompileException("SyntaxError", NULL_BYTES, context.fileName(), null, null);
        }
    }

    /** A str is handed to the tokenizer as UTF-8, which has no surrogates. */
    private static void refuseSurrogates(CodePoints source, CompilationContext context) {
        int start = 0;
        while (start < source.length() && !isSurrogate(source.codePointAt(start))) {
            start++;
        }
        if (start == source.length()) {
            return;
        }
        int end = start + 1;
        while (end < source.length() && isSurrogate(source.codePointAt(end))) {
            end++;
        }
        String where = end == start + 1
                ? String.format("character '\\u%04x' in position %d", source.codePointAt(start), start)
                : "characters in position " + start + "-" + (end - 1);
        throw new CompileException(
                "UnicodeEncodeError",
                "'utf-8' codec can't encode " + where + ": surrogates not allowed",
                context.fileName(),
                null,
                null);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String newlines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
