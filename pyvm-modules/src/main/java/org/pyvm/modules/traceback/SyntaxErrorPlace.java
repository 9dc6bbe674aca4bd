package org.pyvm.modules.traceback;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyStr;

/**
 * Where a SyntaxError is: what stands in its attributes, which a program may have set.
 *
 * @param text the line or lines, null for none
 * @param offset first column, from 1
 * @param endOffset column behind the last, from 1
 */
record SyntaxErrorPlace(
        PyObject message, String fileName, long line, long offset, long endLine, long endOffset, String text) {

    /** Null when an attribute is missing or of a wrong type: then the error is shown as any other. */
    static SyntaxErrorPlace of(ThreadState thread, PyObject error) {
        try {
            PyObject message = Attributes.get(thread, error, "msg");
            PyObject fileName = Attributes.get(thread, error, "filename");
            long line = Numbers.toIndex(thread, Attributes.get(thread, error, "lineno"));
            long offset = number(thread, Attributes.get(thread, error, "offset"), -1);
            long endLine = number(thread, Attributes.get(thread, error, "end_lineno"), line);
            long endOffset = number(thread, Attributes.get(thread, error, "end_offset"), -1);
            PyObject text = Attributes.get(thread, error, "text");
            return new SyntaxErrorPlace(
                    message,
                    fileName == Singletons.NONE ? "<string>" : ExceptionText.str(thread, fileName),
                    line,
                    offset,
                    endLine,
                    endOffset,
                    text instanceof PyStr lines ? lines.toString() : null);
        } catch (PyErr e) {
            return null;
        }
    }

    private static long number(ThreadState thread, PyObject value, long otherwise) {
        return value == Singletons.NONE ? otherwise : Numbers.toIndex(thread, value);
    }

    /** The file's line, the source line and the carets. */
    String text(String margin) {
        String place = margin + "  File \"" + fileName + "\", line " + line + "\n";
        return text == null ? place : place + source(margin);
    }

    private String source(String margin) {
        // An error over several lines is marked up to the end of the first.
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        long end = endLine > line ? bytes : Math.min(endOffset, bytes + 1);
        int carets = end > 0 && end > offset ? (int) (end - offset) : 1;
        int column = (int) offset - 1;
        int start = 0;
        while (start < text.length() && " \t\f".indexOf(text.charAt(start)) >= 0) {
            start++;
            column--;
        }
        String shown = text.substring(start);
        int length = shown.endsWith("\n") ? shown.length() - 1 : shown.length();
        column = Math.min(column, shown.codePointCount(0, length));
        for (int newline; (newline = shown.indexOf('\n')) >= 0 && newline < column; ) {
            shown = shown.substring(newline + 1);
            column -= newline + 1;
        }
        StringBuilder result = new StringBuilder(margin + "    ").append(shown);
        if (!shown.endsWith("\n")) {
            result.append('\n');
        }
        if (column < 0) {
            return result.toString();
        }
        return result.append(margin)
                .append("    ")
                .repeat(' ', column)
                .repeat('^', carets)
                .append('\n')
                .toString();
    }
}
