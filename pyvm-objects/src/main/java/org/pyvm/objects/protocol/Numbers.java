package org.pyvm.objects.protocol;

import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code PyNumber_*}: operators, and conversions to numbers. */
public final class Numbers {
    private Numbers() {}

    /** {@code v + w}: as {@link #binary}, and for a sequence on the left its concatenation. */
    public static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = tryBinary(thread, BinaryOperator.ADD, v, w);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        Slots slots = v.type().slots();
        if (slots.has(Slot.SQ_CONCAT)) {
            return slots.concat(thread, v, w);
        }
        throw unsupported("+", v, w);
    }

    /** {@code v * w}: as {@link #binary}, and for a sequence on either side its repetition. */
    public static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = tryBinary(thread, BinaryOperator.MULTIPLY, v, w);
        return result != Singletons.NOT_IMPLEMENTED ? result : repeat(thread, "*", v, w);
    }

    private static PyObject repeat(ThreadState thread, String symbol, PyObject v, PyObject w) {
        Slots slots = v.type().slots();
        if (slots.has(Slot.SQ_REPEAT)) {
            return Sequences.repeat(thread, slots, v, w);
        }
        slots = w.type().slots();
        if (slots.has(Slot.SQ_REPEAT)) {
            return Sequences.repeat(thread, slots, w, v);
        }
        throw unsupported(symbol, v, w);
    }

    /** Any operator of the table. @throws PyErr TypeError when neither operand's type knows it */
    public static PyObject binary(ThreadState thread, BinaryOperator op, PyObject v, PyObject w) {
        if (op == BinaryOperator.ADD) {
            return add(thread, v, w);
        }
        if (op == BinaryOperator.MULTIPLY) {
            return multiply(thread, v, w);
        }
        PyObject result = tryBinary(thread, op, v, w);
        if (result == Singletons.NOT_IMPLEMENTED) {
            if (op == BinaryOperator.RSHIFT && isPrintFunction(thread, v)) {
                throw PyErr.typeError(
                        "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>,"
                                + " file=<output_stream>)\"?",
                        v, w);
            }
            throw unsupported(op.symbol(), v, w);
        }
        return result;
    }

    private static boolean isPrintFunction(ThreadState thread, PyObject v) {
        return v == thread.interpreter().builtins.get(PyStr.intern("print"));
    }

    /** {@code binary_op1}: the left slot, then the right; the right one first when its type is a subtype with its own. */
    static PyObject tryBinary(ThreadState thread, BinaryOperator op, PyObject v, PyObject w) {
        Slots left = v.type().slots();
        Slots right = w.type().slots();
        Slot slot = op.slot();
        boolean useRight = left != right && right.has(slot) && !sameImplementation(left, right, slot);
        if (left.has(slot)) {
            if (useRight && w.type().isSubtypeOf(v.type())) {
                PyObject result = op.apply(right, thread, v, w);
                if (result != Singletons.NOT_IMPLEMENTED) {
                    return result;
                }
                useRight = false;
            }
            PyObject result = op.apply(left, thread, v, w);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        return useRight ? op.apply(right, thread, v, w) : Singletons.NOT_IMPLEMENTED;
    }

    /** Two classes that both use special methods share one slot function, which looks at both operands itself. */
    static boolean sameImplementation(Slots left, Slots right, Slot slot) {
        return left instanceof ClassSlots l
                && right instanceof ClassSlots r
                && l.isOverridden(slot)
                && r.isOverridden(slot);
    }

    private static PyErr unsupported(String symbol, PyObject v, PyObject w) {
        return PyErr.typeError("unsupported operand type(s) for %s: '%T' and '%T'", symbol, v, w);
    }

    /** {@code v op= w}. */
    public static PyObject inPlace(ThreadState thread, BinaryOperator op, PyObject v, PyObject w) {
        Slots left = v.type().slots();
        if (left.has(op.inPlaceSlot())) {
            PyObject result = op.applyInPlace(left, thread, v, w);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        PyObject result = tryBinary(thread, op, v, w);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        if (op == BinaryOperator.ADD) {
            if (left.has(Slot.SQ_INPLACE_CONCAT)) {
                return left.inPlaceConcat(thread, v, w);
            }
            if (left.has(Slot.SQ_CONCAT)) {
                return left.concat(thread, v, w);
            }
        }
        if (op == BinaryOperator.MULTIPLY) {
            if (left.has(Slot.SQ_INPLACE_REPEAT)) {
                if (!w.type().slots().has(Slot.NB_INDEX)) {
                    throw PyErr.typeError("can't multiply sequence by non-int of type '%T'", w);
                }
                return left.inPlaceRepeat(thread, v, Sequences.repeatCount(thread, w));
            }
            return repeat(thread, "*=", v, w);
        }
        throw unsupported(op.symbol() + "=", v, w);
    }

    /** {@code pow(v, w, modulus)}; the modulus is None for {@code v ** w}. */
    public static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        PyObject result = tryPower(thread, v, w, modulus);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        if (modulus == Singletons.NONE) {
            throw unsupported("** or pow()", v, w);
        }
        throw PyErr.typeError("unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", v, w, modulus);
    }

    private static PyObject tryPower(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        Slots left = v.type().slots();
        Slots right = w.type().slots();
        Slot slot = Slot.NB_POWER;
        boolean useRight = left != right && right.has(slot) && !sameImplementation(left, right, slot);
        if (left.has(slot)) {
            if (useRight && w.type().isSubtypeOf(v.type())) {
                PyObject result = right.power(thread, v, w, modulus);
                if (result != Singletons.NOT_IMPLEMENTED) {
                    return result;
                }
                useRight = false;
            }
            PyObject result = left.power(thread, v, w, modulus);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        if (useRight) {
            PyObject result = right.power(thread, v, w, modulus);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        Slots third = modulus.type().slots();
        if (modulus != Singletons.NONE && third != left && third != right && third.has(slot)) {
            return third.power(thread, v, w, modulus);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code v **= w}. */
    public static PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        Slots left = v.type().slots();
        if (left.has(Slot.NB_INPLACE_POWER)) {
            PyObject result = left.inPlacePower(thread, v, w);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        PyObject result = tryPower(thread, v, w, Singletons.NONE);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        throw unsupported("**=", v, w);
    }

    /** {@code -v}. */
    public static PyObject negative(ThreadState thread, PyObject v) {
        return unary("-", v, v.type().slots().negative(thread, v));
    }

    /** {@code +v}. */
    public static PyObject positive(ThreadState thread, PyObject v) {
        return unary("+", v, v.type().slots().positive(thread, v));
    }

    /** {@code ~v}. */
    public static PyObject invert(ThreadState thread, PyObject v) {
        return unary("~", v, v.type().slots().invert(thread, v));
    }

    /** {@code abs(v)}. */
    public static PyObject absolute(ThreadState thread, PyObject v) {
        PyObject result = v.type().slots().absolute(thread, v);
        if (result == null) {
            throw PyErr.typeError("bad operand type for abs(): '%T'", v);
        }
        return result;
    }

    private static PyObject unary(String symbol, PyObject v, PyObject result) {
        if (result == null) {
            throw PyErr.typeError("bad operand type for unary %s: '%T'", symbol, v);
        }
        return result;
    }

    /** {@code PyNumber_Index}: the int that an object stands for. */
    public static PyInt index(ThreadState thread, PyObject v) {
        if (v instanceof PyInt number) {
            return number;
        }
        Slots slots = v.type().slots();
        if (!slots.has(Slot.NB_INDEX)) {
            throw PyErr.typeError("'%T' object cannot be interpreted as an integer", v);
        }
        PyObject result = slots.index(thread, v);
        if (result instanceof PyInt number) {
            if (result.type() != PyInt.TYPE) {
                Warnings.warn(
                        thread,
                        Exceptions.DEPRECATION_WARNING,
                        "__index__ returned non-int (type " + result.type().name()
                                + ").  The ability to return an instance of a strict subclass of int is deprecated,"
                                + " and may be removed in a future version of Python.",
                        1);
            }
            return number;
        }
        throw PyErr.typeError("__index__ returned non-int (type %T)", result);
    }

    /** An index into a sequence; IndexError when it does not fit 64 bits. */
    public static long toIndex(ThreadState thread, PyObject v) {
        PyInt number = index(thread, v);
        if (!number.fitsLong()) {
            throw PyErr.indexError("cannot fit '%T' into an index-sized integer", v);
        }
        return number.longValue();
    }

    /** A slice bound: values beyond 64 bits are clamped. */
    public static long toClampedIndex(ThreadState thread, PyObject v) {
        PyInt number = index(thread, v);
        return number.fitsLong() ? number.longValue() : number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** An int as a Java long; OverflowError with CPython's text for a ssize_t. */
    public static long toLong(PyInt number) {
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C ssize_t");
        }
        return number.longValue();
    }

    /** {@code PyFloat_AsDouble}: from a float, an int, or {@code __float__} or {@code __index__}. */
    public static double toDouble(ThreadState thread, PyObject v) {
        if (v instanceof PyFloat number) {
            return number.value();
        }
        Slots slots = v.type().slots();
        if (slots.has(Slot.NB_FLOAT)) {
            PyObject result = slots.toFloat(thread, v);
            if (result instanceof PyFloat number) {
                return number.value();
            }
            throw PyErr.typeError("%T.__float__ returned non-float (type %T)", v, result);
        }
        if (slots.has(Slot.NB_INDEX)) {
            return index(thread, v).doubleValue();
        }
        throw PyErr.typeError("must be real number, not %T", v);
    }

    /** Hash of an int: its value modulo 2**61 - 1. */
    public static long hash(PyInt number) {
        return PyInt.hashOf(number);
    }

    /** {@code int(v)} for what is no text: {@code __int__}, {@code __index__}, {@code __trunc__}; null when it has none. */
    public static PyInt toIntOrNull(ThreadState thread, PyObject v) {
        if (v.type() == PyInt.TYPE) {
            return (PyInt) v;
        }
        Slots slots = v.type().slots();
        if (slots.has(Slot.NB_INT)) {
            PyObject result = slots.toInt(thread, v);
            if (result instanceof PyInt number) {
                if (result.type() != PyInt.TYPE) {
                    Warnings.warn(
                            thread,
                            Exceptions.DEPRECATION_WARNING,
                            "__int__ returned non-int (type " + result.type().name()
                                    + ").  The ability to return an instance of a strict subclass of int is"
                                    + " deprecated, and may be removed in a future version of Python.",
                            1);
                }
                return number.exact();
            }
            throw PyErr.typeError("__int__ returned non-int (type %T)", result);
        }
        if (slots.has(Slot.NB_INDEX)) {
            return index(thread, v).exact();
        }
        PyObject method = v.type().lookup(Names.TRUNC);
        if (method == null) {
            return null;
        }
        Warnings.warn(thread, Exceptions.DEPRECATION_WARNING, "The delegation of int() to __trunc__ is deprecated.", 1);
        PyObject result = Calls.callBound(thread, method, v);
        if (result instanceof PyInt number) {
            return number.exact();
        }
        if (!result.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("__trunc__ returned non-Integral (type %T)", result);
        }
        return index(thread, result).exact();
    }

    /** Whether a type is {@code int} or derives from it. */
    public static boolean isIntType(PyType type) {
        return type.isSubtypeOf(PyInt.TYPE);
    }
}
