package org.pyvm.eval.semantics.fast;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySmallInt;

/** Operators of exact ints of 64 bits. Each is null for other operands, and where the result needs the slow way. */
public final class Ints {
    private Ints() {}

    public static PyObject add(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) >= 0 ? PyInt.of(sum) : null;
        }
        return null;
    }

    public static PyObject subtract(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) >= 0 ? PyInt.of(difference) : null;
        }
        return null;
    }

    public static PyObject multiply(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            return high == 0 && low >= 0 || high == -1 && low < 0 ? PyInt.of(low) : null;
        }
        return null;
    }

    public static PyObject modulo(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return b != 0 && b != -1 ? PyInt.of(Math.floorMod(a, b)) : null;
        }
        return null;
    }

    public static PyObject floorDivide(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return b != 0 && b != -1 ? PyInt.of(Math.floorDiv(a, b)) : null;
        }
        return null;
    }

    public static PyObject and(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return PyInt.of(a & b);
        }
        return null;
    }

    public static PyObject or(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return PyInt.of(a | b);
        }
        return null;
    }

    public static PyObject xor(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return PyInt.of(a ^ b);
        }
        return null;
    }

    public static PyObject shiftRight(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return b >= 0 && b < 64 ? PyInt.of(a >> b) : null;
        }
        return null;
    }

    public static PyObject shiftLeft(PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            long a = ((PySmallInt) v).value();
            long b = ((PySmallInt) w).value();
            return b >= 0 && b < 32 && a == (int) a ? PyInt.of(a << b) : null;
        }
        return null;
    }
}
