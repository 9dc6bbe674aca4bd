package org.pyvm.modules.traceback;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Writes an exception, what led to it before it, and the members of a group in boxes behind it. Used once. */
final class ExceptionChain {
    private static final PyStr PRINT_FILE_AND_LINE = PyStr.intern("print_file_and_line");
    private static final int MAX_GROUP_WIDTH = 15;
    private static final int MAX_GROUP_DEPTH = 10;

    private final ThreadState thread;
    private final ErrorOutput out;
    private final Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Nesting of groups; 0 outside of all. */
    private int depth;
    /** Whether the box that is open has still to be closed. */
    private boolean needClose;

    ExceptionChain(ThreadState thread, ErrorOutput out) {
        this.thread = thread;
        this.out = out;
    }

    private String indent() {
        return "  ".repeat(depth);
    }

    private String margin() {
        return indent() + (depth > 0 ? "| " : "");
    }

    void print(PyObject value) {
        thread.enter(" in print_exception_recursive");
        try {
            if (!(value instanceof PyBaseException exception)) {
                out.write(margin() + "TypeError: print_exception(): Exception expected for value, "
                        + value.type().name() + " found\n");
                return;
            }
            printCauseOrContext(exception);
            PyTuple members = Exceptions.groupMembers(exception);
            if (members == null) {
                printOne(exception, false);
            } else {
                printGroup(exception, members);
            }
        } finally {
            thread.leave();
        }
    }

    private void printCauseOrContext(PyBaseException exception) {
        seen.add(exception);
        if (exception.cause() != null) {
            printChained(exception.cause(), "The above exception was the direct cause of the following exception:");
        } else if (!exception.suppressContext() && exception.context() != null) {
            printChained(exception.context(), "During handling of the above exception, another exception occurred:");
        }
    }

    private void printChained(PyBaseException earlier, String message) {
        if (seen.contains(earlier)) {
            return;
        }
        boolean before = needClose;
        print(earlier);
        needClose = before;
        String margin = margin();
        out.write(margin + "\n" + margin + message + "\n" + margin + "\n");
    }

    private void printGroup(PyBaseException group, PyTuple members) {
        if (depth > MAX_GROUP_DEPTH) {
            out.write(margin() + "... (max_group_depth is " + MAX_GROUP_DEPTH + ")\n");
            return;
        }
        boolean outermost = depth == 0;
        if (outermost) {
            depth = 1;
        }
        printOne(group, outermost);
        int size = members.size();
        int shown = Math.min(size, MAX_GROUP_WIDTH + 1);
        needClose = false;
        for (int i = 0; i < shown; i++) {
            boolean last = i == shown - 1;
            // A group that is the last member closes the box of this one too.
            needClose |= last;
            boolean truncated = i >= MAX_GROUP_WIDTH;
            out.write(indent() + (i == 0 ? "+-" : "  ") + "+---------------- " + (truncated ? "..." : i + 1)
                    + " ----------------\n");
            depth++;
            if (truncated) {
                int rest = size - MAX_GROUP_WIDTH;
                out.write(margin() + "and " + rest + " more exception" + (rest > 1 ? "s" : "") + "\n");
            } else {
                print(members.get(i));
            }
            if (last && needClose) {
                out.write(indent() + "+------------------------------------\n");
                needClose = false;
            }
            depth--;
        }
        if (depth == 1) {
            depth = 0;
        }
    }

    private void printOne(PyBaseException exception, boolean outermostGroup) {
        String margin = margin();
        if (exception.traceback() != null) {
            boolean group = Exceptions.groupMembers(exception) != null;
            new TracebackLines(thread, out)
                    .print(
                            exception.traceback(),
                            margin,
                            outermostGroup ? indent() + "+ " : margin,
                            group ? TracebackLines.GROUP_HEADER : TracebackLines.HEADER);
        }
        PyType type = exception.type();
        PyObject notes = ExceptionText.attribute(thread, exception, Names.NOTES);
        PyObject message = exception;
        if (ExceptionText.attribute(thread, exception, PRINT_FILE_AND_LINE) != null) {
            SyntaxErrorPlace place = SyntaxErrorPlace.of(thread, exception);
            if (place != null) {
                message = place.message();
                out.write(place.text(margin));
            }
        }
        String suggestion = message == exception ? Suggestions.forException(thread, exception) : null;
        String hint = suggestion == null ? "" : ". Did you mean: '" + suggestion + "'?";
        out.write(margin + ExceptionText.line(thread, type, message) + hint + "\n");
        if (notes != null && notes != Singletons.NONE) {
            out.write(ExceptionText.notes(thread, notes, margin));
        }
    }
}
