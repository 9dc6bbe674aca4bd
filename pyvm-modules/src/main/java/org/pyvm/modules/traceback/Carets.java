package org.pyvm.modules.traceback;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.objects.ThreadState;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceRange;

/**
 * The line under a source line that marks what failed (PEP 657): carets under the whole expression, or, of a binary
 * operation or subscript, carets under operator or index and tildes under the operands.
 */
final class Carets {
    /** First and last column, in code points, of what the carets mark within the tildes. */
    private record Anchors(int left, int right) {}

    private Carets() {}

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    /**
     * @param blanks characters before the first one that is shown
     * @param range of the instruction, columns in bytes; null or with columns -1 when unknown
     * @param syntax the plugins that the line was compiled with
     * @return null when the carets would say nothing: the whole line is meant
     */
    static String under(String line, int blanks, SourceRange range, Set<String> syntax, ThreadState thread) {
        if (range == null || range.line() < 0 || range.endLine() < 0 || range.column() < 0 || range.endColumn() < 0) {
            return null;
        }
        int length = line.codePointCount(0, line.length());
        int start = characters(line, range.column());
        int end;
        Anchors anchors = null;
        if (range.line() == range.endLine()) {
            end = characters(line, range.endColumn());
            anchors = anchors(line, start, end, syntax, thread);
        } else {
            // Of an expression over several lines the rest of the first is marked.
            String stripped = line;
            while (!stripped.isEmpty() && isBlank(stripped.charAt(stripped.length() - 1))) {
                stripped = stripped.substring(0, stripped.length() - 1);
            }
            end = stripped.codePointCount(0, stripped.length());
        }
        if (anchors == null && end - start == length - blanks) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int column = blanks; column < end; column++) {
            if (column < start) {
                text.append(' ');
            } else if (anchors == null || column >= anchors.left && column < anchors.right) {
                text.append('^');
            } else {
                text.append('~');
            }
        }
        return text.toString();
    }

    /** Number of characters in the first {@code bytes} bytes of UTF-8. */
    private static int characters(String line, int bytes) {
        int count = 0;
        int seen = 0;
        for (int i = 0; i < line.length() && seen < bytes; count++) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            seen += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return count;
    }

    /** Parses what failed once more, to find its operator or index; null when it has none. */
    private static Anchors anchors(String line, int start, int end, Set<String> syntax, ThreadState thread) {
        if (end <= start) {
            return null;
        }
        String segment = line.substring(line.offsetByCodePoints(0, start), line.offsetByCodePoints(0, end));
        Mod module;
        try {
            CompilationContext context =
                    CompilationContext.of("<traceback>", Mode.FILE).withSyntax(syntax);
            FrontEnds frontEnd = thread.interpreter().service(FrontEnds.class);
            module = frontEnd.parse(SourceDecoding.ofString(segment, context), context);
        } catch (CompileException e) {
            // Not every part of a line can stand alone.
            return null;
        }
        if (!(module instanceof Mod.Module body)
                || body.body().size() != 1
                || !(body.body().getFirst() instanceof Stmt.ExprStmt statement)) {
            return null;
        }
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        Anchors found = null;
        if (statement.value() instanceof Expr.BinOp operation) {
            found = operator(
                    bytes,
                    operation.left().range().endColumn(),
                    operation.right().range().column());
        } else if (statement.value() instanceof Expr.Subscript subscript) {
            found = brackets(
                    bytes,
                    subscript.value().range().endColumn(),
                    subscript.slice().range().endColumn());
        }
        return found == null
                ? null
                : new Anchors(characters(segment, found.left) + start, characters(segment, found.right) + start);
    }

    private static Anchors operator(byte[] segment, int leftEnd, int rightStart) {
        for (int i = leftEnd; i < rightStart; i++) {
            // Parentheses belong to neither operand.
            if (isBlank(segment[i]) || segment[i] == ')') {
                continue;
            }
            boolean twoCharacters = i + 1 < rightStart && !isBlank(segment[i + 1]);
            return new Anchors(i, twoCharacters ? i + 2 : i + 1);
        }
        return null;
    }

    private static Anchors brackets(byte[] segment, int valueEnd, int sliceEnd) {
        int left = valueEnd;
        while (left < segment.length && segment[left] != '[') {
            left++;
        }
        int right = sliceEnd;
        while (right < segment.length && segment[right] != ']') {
            right++;
        }
        return new Anchors(left, Math.min(right + 1, segment.length));
    }
}
