package org.pyvm.objects.protocol;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PySmallInt;
import org.pyvm.objects.types.PyStr;

/** Rich comparison. */
public final class Comparisons {
    private Comparisons() {}

    /** {@code PyObject_RichCompare}: {@code v op w}. */
    public static PyObject compare(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        thread.enter(" in comparison");
        try {
            return compareUnguarded(thread, v, w, op);
        } finally {
            thread.leave();
        }
    }

    private static PyObject compareUnguarded(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        boolean reflectedFirst = v.type() != w.type() && w.type().isSubtypeOf(v.type());
        if (reflectedFirst) {
            PyObject result = w.type().slots().richCompare(thread, w, v, op.swapped());
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        PyObject result = v.type().slots().richCompare(thread, v, w, op);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        if (!reflectedFirst) {
            result = w.type().slots().richCompare(thread, w, v, op.swapped());
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        return switch (op) {
            case EQ -> PyBool.of(v == w);
            case NE -> PyBool.of(v != w);
            case LT, LE, GT, GE ->
                throw PyErr.typeError("'%s' not supported between instances of '%T' and '%T'", op.symbol(), v, w);
        };
    }

    /** {@code PyObject_RichCompareBool}: identical objects are equal. */
    public static boolean isTrue(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        if (v == w) {
            if (op == Comparison.EQ) {
                return true;
            }
            if (op == Comparison.NE) {
                return false;
            }
        }
        return Objects.isTrue(thread, compare(thread, v, w, op));
    }

    /** Identity or {@code ==}: how containers compare their items. */
    public static boolean equal(ThreadState thread, PyObject v, PyObject w) {
        if (v == w) {
            return true;
        }
        if (v.getClass() == PyStr.class && w.getClass() == PyStr.class) {
            return ((PyStr) v).sameText((PyStr) w);
        }
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            return ((PySmallInt) v).value() == ((PySmallInt) w).value();
        }
        return Objects.isTrue(thread, compare(thread, v, w, Comparison.EQ));
    }
}
