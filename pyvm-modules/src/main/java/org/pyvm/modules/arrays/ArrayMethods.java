package org.pyvm.modules.arrays;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.SliceIndex;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;

/** The methods of arrays that lists have too. */
final class ArrayMethods {
    private ArrayMethods() {}

    /** Position of the first item that equals a value, or -1. */
    static int find(ThreadState thread, PyArray array, PyObject value, int start, int stop) {
        // The size afresh each time round: __eq__ may shrink the array under us.
        for (int i = start; i < stop && i < array.size(); i++) {
            if (Comparisons.equal(thread, array.at(i), value)) {
                return i;
            }
        }
        return -1;
    }

    @PythonMethod("extend($self, bb, /)")
    static void extend(ThreadState thread, PyArray self, PyObject bb) {
        if (!(bb instanceof PyArray that)) {
            self.appendAll(thread, bb);
            return;
        }
        if (that.kind() != self.kind()) {
            throw PyErr.typeError("can only extend with array of same kind");
        }
        self.appendBytes(that.toByteArray());
    }

    @PythonMethod("insert($self, i, v, /)")
    static void insert(ThreadState thread, PyArray self, long i, PyObject v) {
        long bits = self.kind().bits(thread, v);
        long at = i < 0 ? i + self.size() : i;
        self.insert(Math.clamp(at, 0, self.size()), bits);
    }

    @PythonMethod("pop($self, i=-1, /)")
    static PyObject pop(PyArray self, long i) {
        if (self.size() == 0) {
            throw PyErr.indexError("pop from empty array");
        }
        long at = i < 0 ? i + self.size() : i;
        if (at < 0 || at >= self.size()) {
            throw PyErr.indexError("pop index out of range");
        }
        PyObject item = self.at((int) at);
        self.remove((int) at);
        return item;
    }

    @PythonMethod("remove($self, v, /)")
    static void remove(ThreadState thread, PyArray self, PyObject v) {
        int at = find(thread, self, v, 0, Integer.MAX_VALUE);
        if (at < 0) {
            throw PyErr.valueError("array.remove(x): x not in array");
        }
        self.remove(at);
    }

    @PythonMethod("index($self, v, start=0, stop=9223372036854775807, /)")
    static int index(ThreadState thread, PyArray self, PyObject v, @SliceIndex long start, @SliceIndex long stop) {
        int first = position(self, start);
        int last = position(self, stop);
        int at = find(thread, self, v, first, last);
        if (at < 0) {
            throw PyErr.valueError("array.index(x): x not in array");
        }
        return at;
    }

    private static int position(PyArray array, long bound) {
        return Math.clamp(bound < 0 ? bound + array.size() : bound, 0, Integer.MAX_VALUE);
    }

    @PythonMethod("count($self, v, /)")
    static int count(ThreadState thread, PyArray self, PyObject v) {
        int count = 0;
        for (int i = 0; i < self.size(); i++) {
            if (Comparisons.equal(thread, self.at(i), v)) {
                count++;
            }
        }
        return count;
    }

    @PythonMethod("__copy__($self, /)")
    static PyObject copy(PyArray self) {
        return new PyArray(PyArray.TYPE, self.kind(), self.toByteArray());
    }

    @PythonMethod("__deepcopy__($self, unused, /)")
    static PyObject deepCopy(PyArray self, PyObject unused) {
        return copy(self);
    }
}
