package org.pyvm.modules.bisect;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** The module {@code _bisect}: binary search in anything that has items by index. */
@PythonModule("_bisect")
public final class BisectModule {
    private static final PyStr INSERT = PyStr.intern("insert");

    BisectModule() {}

    @PythonFunction("bisect_right(a, x, lo=0, hi=None, *, key=None)")
    static long bisectRight(ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
        return search(thread, a, x, lo, hi, key, true);
    }

    @PythonFunction("bisect_left(a, x, lo=0, hi=None, *, key=None)")
    static long bisectLeft(ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
        return search(thread, a, x, lo, hi, key, false);
    }

    @PythonFunction("insort_right(a, x, lo=0, hi=None, *, key=None)")
    static void insortRight(ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
        insort(thread, a, x, lo, hi, key, true);
    }

    @PythonFunction("insort_left(a, x, lo=0, hi=None, *, key=None)")
    static void insortLeft(ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
        insort(thread, a, x, lo, hi, key, false);
    }

    private static void insort(
            ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key, boolean right) {
        PyObject sought = key == Singletons.NONE ? x : Calls.call(thread, key, x);
        long at = search(thread, a, sought, lo, hi, key, right);
        if (a.type() == PyList.TYPE) {
            ((PyList) a).insert(at, x);
        } else {
            Calls.callMethod(thread, a, INSERT, PyInt.of(at), x);
        }
    }

    private static long search(
            ThreadState thread, PyObject a, PyObject x, long lo, PyObject hi, PyObject key, boolean right) {
        if (lo < 0) {
            throw PyErr.valueError("lo must be non-negative");
        }
        long high = hi == Singletons.NONE ? -1 : Numbers.toLong(Numbers.index(thread, hi));
        if (high == -1) {
            high = Numbers.toLong((PyInt) Objects.longLength(thread, a));
        }
        long low = lo;
        while (low < high) {
            long middle = (low + high) >>> 1;
            PyObject item = Sequences.getItem(thread, a, middle);
            if (key != Singletons.NONE) {
                item = Calls.call(thread, key, item);
            }
            boolean before = right
                    ? !Comparisons.isTrue(thread, x, item, Comparison.LT)
                    : Comparisons.isTrue(thread, item, x, Comparison.LT);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
