package org.pyvm.modules.pickle;

import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** The stack of an unpickler. What is below the last mark cannot be reached before the mark is taken. */
final class UnpicklingStack {
    private final PickleState state;
    private PyObject[] values = new PyObject[16];
    private int size;
    private int[] marks = new int[8];
    private int markCount;
    /** Where the last mark is. */
    private int fence;

    UnpicklingStack(PickleState state) {
        this.state = state;
    }

    void clear() {
        Arrays.fill(values, 0, size, null);
        size = 0;
        markCount = 0;
        fence = 0;
    }

    void push(PyObject value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    private PyErr underflow() {
        return state.unpicklingError(markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
    }

    /** Whether there is nothing above the last mark. */
    boolean isEmpty() {
        return size <= fence;
    }

    PyObject top() {
        if (size <= fence) {
            throw underflow();
        }
        return values[size - 1];
    }

    PyObject pop() {
        PyObject value = top();
        values[--size] = null;
        return value;
    }

    void mark() {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = size;
        fence = size;
    }

    private int takeMark() {
        if (markCount == 0) {
            throw state.unpicklingError("could not find MARK");
        }
        int mark = marks[--markCount];
        fence = markCount == 0 ? 0 : marks[markCount - 1];
        return mark;
    }

    /** Takes the values above the last mark, and the mark. */
    PyObject[] takeToMark() {
        return take(takeMark());
    }

    /** Takes some values from the top. */
    PyObject[] takeTop(int count) {
        if (size - count < fence) {
            throw underflow();
        }
        return take(size - count);
    }

    private PyObject[] take(int from) {
        PyObject[] taken = Arrays.copyOfRange(values, from, size);
        Arrays.fill(values, from, size, null);
        size = from;
        return taken;
    }

    /** Drops the mark when that is on top, else the value. */
    void drop() {
        if (markCount > 0 && marks[markCount - 1] == size) {
            takeMark();
        } else {
            pop();
        }
    }
}
