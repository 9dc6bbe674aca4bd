package org.pyvm.modules.traceback;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTraceback;

/** Guesses what name was meant when one was not found. */
final class Suggestions {
    private static final int MAX_CANDIDATES = 750;
    private static final int MAX_LENGTH = 40;
    private static final int MOVE_COST = 2;
    private static final int CASE_COST = 1;

    private Suggestions() {}

    /** The likeliest name, or null. */
    static String forException(ThreadState thread, PyBaseException exception) {
        try {
            if (exception.type() == Exceptions.ATTRIBUTE_ERROR) {
                return forAttribute(thread, exception);
            }
            if (exception.type() == Exceptions.NAME_ERROR) {
                return forName(thread, exception);
            }
            return null;
        } catch (PyErr e) {
            // A __dir__ that fails must not hide the error that is being shown.
            return null;
        }
    }

    private static String forAttribute(ThreadState thread, PyBaseException exception) {
        PyObject object = exception.field(PyStr.intern("obj"));
        if (object == null || !(exception.field(PyStr.intern("name")) instanceof PyStr name)) {
            return null;
        }
        PyObject dir = thread.interpreter().builtins.get("dir");
        return dir == null ? null : closest(Sequences.toArray(thread, Calls.call(thread, dir, object)), name);
    }

    private static String forName(ThreadState thread, PyBaseException exception) {
        if (exception.traceback() == null || !(exception.field(PyStr.intern("name")) instanceof PyStr name)) {
            return null;
        }
        PyTraceback last = exception.traceback();
        while (last.next() != null) {
            last = last.next();
        }
        PyFrame frame = last.frame();
        PyObject[] locals = concat(
                frame.code().varNames(),
                concat(frame.code().cellVars(), frame.code().freeVars()));
        String found = closest(locals, name);
        if (found == null) {
            found = closest(Sequences.toArray(thread, frame.globals()), name);
        }
        return found == null ? closest(Sequences.toArray(thread, frame.builtins()), name) : found;
    }

    private static PyObject[] concat(PyObject[] first, PyObject[] second) {
        PyObject[] all = new PyObject[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String closest(PyObject[] candidates, PyStr name) {
        if (candidates.length >= MAX_CANDIDATES) {
            return null;
        }
        byte[] wanted = name.toString().getBytes(StandardCharsets.UTF_8);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (PyObject candidate : candidates) {
            if (!(candidate instanceof PyStr text)) {
                return null;
            }
            if (text.sameText(name)) {
                continue;
            }
            byte[] item = text.toString().getBytes(StandardCharsets.UTF_8);
            // No more than a third of the characters may need to change.
            int limit = Math.min((wanted.length + item.length + 3) * MOVE_COST / 6, bestDistance - 1);
            int distance = distance(wanted, item, limit);
            if (distance <= limit) {
                best = text.toString();
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Levenshtein's distance with cheaper changes of case; above {@code limit} any larger number. */
    static int distance(byte[] a, byte[] b, int limit) {
        int start = 0;
        int aEnd = a.length;
        int bEnd = b.length;
        while (start < aEnd && start < bEnd && a[start] == b[start]) {
            start++;
        }
        while (aEnd > start && bEnd > start && a[aEnd - 1] == b[bEnd - 1]) {
            aEnd--;
            bEnd--;
        }
        int aSize = aEnd - start;
        int bSize = bEnd - start;
        if (aSize == 0 || bSize == 0) {
            return (aSize + bSize) * MOVE_COST;
        }
        if (aSize > MAX_LENGTH || bSize > MAX_LENGTH || Math.abs(bSize - aSize) * MOVE_COST > limit) {
            return limit + 1;
        }
        return aSize <= bSize ? rows(a, b, start, aSize, bSize, limit) : rows(b, a, start, bSize, aSize, limit);
    }

    private static int rows(byte[] a, byte[] b, int start, int aSize, int bSize, int limit) {
        int[] row = new int[aSize];
        for (int i = 0; i < aSize; i++) {
            row[i] = (i + 1) * MOVE_COST;
        }
        int result = 0;
        for (int j = 0; j < bSize; j++) {
            int distance = j * MOVE_COST;
            result = distance;
            int minimum = Integer.MAX_VALUE;
            for (int i = 0; i < aSize; i++) {
                int substitute = distance + substitution(b[start + j], a[start + i]);
                distance = row[i];
                result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
                row[i] = result;
                minimum = Math.min(minimum, result);
            }
            if (minimum > limit) {
                return limit + 1;
            }
        }
        return result;
    }

    private static int substitution(byte a, byte b) {
        if (a == b) {
            return 0;
        }
        return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    }
}
