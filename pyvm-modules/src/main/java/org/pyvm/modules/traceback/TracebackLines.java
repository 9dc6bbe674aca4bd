package org.pyvm.modules.traceback;

import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTraceback;
import org.pyvm.tokenizer.SourceRange;

/** The entries of a traceback, outermost first, with their source lines. */
final class TracebackLines {
    static final String HEADER = "Traceback (most recent call last):\n";
    static final String GROUP_HEADER = "Exception Group Traceback (most recent call last):\n";
    /** Equal entries in a row that are shown. */
    private static final int SHOWN_REPEATS = 3;

    private static final long DEFAULT_LIMIT = 1000;

    private final ThreadState thread;
    private final ErrorOutput out;

    TracebackLines(ThreadState thread, ErrorOutput out) {
        this.thread = thread;
        this.out = out;
    }

    /** @param margin before each line; @param headerMargin before the first */
    void print(PyTraceback traceback, String margin, String headerMargin, String header) {
        long limit = limit();
        if (limit <= 0) {
            return;
        }
        out.write(headerMargin + header);
        long count = 0;
        for (PyTraceback entry = traceback; entry != null; entry = entry.next()) {
            count++;
        }
        PyTraceback entry = traceback;
        for (; count > limit; count--) {
            entry = entry.next();
        }
        printEntries(entry, margin);
    }

    private void printEntries(PyTraceback first, String margin) {
        PyTraceback last = null;
        int repeats = 0;
        for (PyTraceback entry = first; entry != null; entry = entry.next()) {
            if (last == null || !isRepeated(last, entry)) {
                printRepeats(repeats);
                repeats = 0;
            }
            last = entry;
            repeats++;
            if (repeats <= SHOWN_REPEATS) {
                out.write(text(entry, margin));
            }
        }
        printRepeats(repeats);
    }

    private static boolean isRepeated(PyTraceback last, PyTraceback entry) {
        return entry.line() == last.line()
                && entry.frame().code().fileName().sameText(last.frame().code().fileName())
                && entry.frame().code().name().sameText(last.frame().code().name());
    }

    private void printRepeats(int repeats) {
        int more = repeats - SHOWN_REPEATS;
        if (more > 0) {
            out.write("  [Previous line repeated " + more + " more time" + (more == 1 ? "" : "s") + "]\n");
        }
    }

    private String text(PyTraceback entry, String margin) {
        PyStr fileName = entry.frame().code().fileName();
        String place = margin + "  File \"" + fileName + "\", line " + entry.line() + ", in "
                + entry.frame().code().name() + "\n";
        String source = SourceLines.line(thread, fileName.toString(), entry.line());
        if (source == null) {
            return place;
        }
        int blanks = 0;
        while (blanks < source.length() && Carets.isBlank(source.charAt(blanks))) {
            blanks++;
        }
        CodeObject code = entry.frame().code().code();
        SourceRange range =
                thread.interpreter().debugRanges() ? code.positionAt(Math.max(0, entry.lastInstruction())) : null;
        String carets = Carets.under(source, blanks, range, code.syntax(), thread);
        return place + margin + "    " + source.substring(blanks) + "\n"
                + (carets == null ? "" : margin + "    " + carets + "\n");
    }

    private long limit() {
        PyObject limit = thread.interpreter().sys.dict().get("tracebacklimit");
        if (!(limit instanceof PyInt number)) {
            return DEFAULT_LIMIT;
        }
        return Numbers.toClampedIndex(thread, number);
    }
}
