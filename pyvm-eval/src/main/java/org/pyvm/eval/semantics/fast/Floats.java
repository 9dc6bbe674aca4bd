package org.pyvm.eval.semantics.fast;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.FloatArithmetic;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PySmallInt;

/**
 * Operators of exact floats, one of which may be an exact int of 64 bits. Each is null for other operands, and where the result
 * needs the slow way.
 */
public final class Floats {
    private Floats() {}

    public static PyObject add(PyObject v, PyObject w) {
        if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
            return PyFloat.of(((PyFloat) v).value() + ((PyFloat) w).value());
        }
        return isMixed(v, w) ? PyFloat.of(valueOf(v) + valueOf(w)) : null;
    }

    public static PyObject subtract(PyObject v, PyObject w) {
        if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
            return PyFloat.of(((PyFloat) v).value() - ((PyFloat) w).value());
        }
        return isMixed(v, w) ? PyFloat.of(valueOf(v) - valueOf(w)) : null;
    }

    public static PyObject multiply(PyObject v, PyObject w) {
        if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
            return PyFloat.of(((PyFloat) v).value() * ((PyFloat) w).value());
        }
        return isMixed(v, w) ? PyFloat.of(valueOf(v) * valueOf(w)) : null;
    }

    public static PyObject divide(PyObject v, PyObject w) {
        if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
            double divisor = ((PyFloat) w).value();
            return divisor != 0 ? PyFloat.of(((PyFloat) v).value() / divisor) : null;
        }
        return isMixed(v, w) && valueOf(w) != 0 ? PyFloat.of(valueOf(v) / valueOf(w)) : null;
    }

    /** Of floats alone. */
    public static PyObject modulo(PyObject v, PyObject w) {
        return v.getClass() == PyFloat.class && w.getClass() == PyFloat.class && ((PyFloat) w).value() != 0
                ? PyFloat.of(FloatArithmetic.modulo(((PyFloat) v).value(), ((PyFloat) w).value()))
                : null;
    }

    private static boolean isMixed(PyObject v, PyObject w) {
        return v.getClass() == PyFloat.class && w.getClass() == PySmallInt.class
                || v.getClass() == PySmallInt.class && w.getClass() == PyFloat.class;
    }

    private static double valueOf(PyObject number) {
        return number.getClass() == PyFloat.class ? ((PyFloat) number).value() : ((PySmallInt) number).value();
    }
}
