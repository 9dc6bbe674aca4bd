package org.pyvm.tokenizer.internal;

import java.nio.charset.StandardCharsets;
import org.pyvm.tokenizer.SourceText;

/**
 * Bytes that are no UTF-8, in a source that promised or was taken to be UTF-8. CPython meets them when it makes a str of
 * a name or of a string literal, and says where in that they are.
 */
final class UndecodedBytes {
    private UndecodedBytes() {}

    /** What is wrong with a name, or null. */
    static String problemInName(String name) {
        return Utf8Text.hasEscapes(name) ? "(unicode error) " + Utf8Text.problemOf(Utf8Text.encode(name)) : null;
    }

    /** What is wrong with a literal, or null. In bytes no character but ASCII may stand, and that is said elsewhere. */
    static String problemInString(String literal) {
        int quoteAt = 0;
        while (literal.charAt(quoteAt) != '"' && literal.charAt(quoteAt) != '\'') {
            quoteAt++;
        }
        String prefix = literal.substring(0, quoteAt);
        if (prefix.contains("b") || prefix.contains("B") || !Utf8Text.hasEscapes(literal)) {
            return null;
        }
        char quote = literal.charAt(quoteAt);
        boolean triple = literal.startsWith(String.valueOf(quote).repeat(3), quoteAt) && literal.length() > quoteAt + 5;
        int quotes = triple ? 3 : 1;
        String body = literal.substring(quoteAt + quotes, literal.length() - quotes);
        boolean raw = prefix.contains("r") || prefix.contains("R");
        String decodedAtOnce = raw || body.indexOf('\\') < 0 ? body : firstBadRun(body);
        return "(unicode error) " + Utf8Text.problemOf(Utf8Text.encode(decodedAtOnce));
    }

    /** Between escape sequences CPython decodes each run of other characters than ASCII by itself. */
    private static String firstBadRun(String body) {
        int end = Utf8Text.firstEscape(body);
        int start = end;
        while (start > 0 && body.charAt(start - 1) >= 0x80) {
            start--;
        }
        while (end < body.length() && body.charAt(end) >= 0x80) {
            end++;
        }
        return body.substring(start, end);
    }

    /**
     * The column of an error in such a line, from 1: CPython counts bytes of the source and, where it turns them into
     * characters, does so in a text that has U+FFFD (three bytes) for each of them.
     */
    static int errorColumn(SourceText source, String lineText, int line, int column) {
        int bytes = source.utf8Column(line, column) + 1;
        if (!source.isEncodingDeclared()) {
            return bytes;
        }
        byte[] shown = Utf8Text.replaceEscapes(lineText).getBytes(StandardCharsets.UTF_8);
        String before = new String(shown, 0, Math.min(bytes, shown.length), StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length());
    }
}
