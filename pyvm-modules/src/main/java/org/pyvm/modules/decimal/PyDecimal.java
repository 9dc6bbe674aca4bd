package org.pyvm.modules.decimal;

import java.math.BigInteger;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code decimal.Decimal}: the slots; methods are in the classes beside it. */
@PythonType(
        name = "Decimal",
        module = "decimal",
        parts = {DecimalArithmeticSlots.class, DecimalOperations.class, DecimalMethods.class})
public final class PyDecimal extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("decimal", "Decimal", new PyDecimalExposed.SlotTable(), new PyDecimalExposed());

    private static final long HASH_MODULUS = (1L << 61) - 1;
    private static final BigInteger MODULUS = BigInteger.valueOf(HASH_MODULUS);
    private static final long INVERSE_OF_TEN =
            BigInteger.TEN.modInverse(MODULUS).longValue();
    private static final long HASH_OF_INFINITY = 314159;
    private static final long EXACT_INT = 1L << 53;
    /** The powers of ten that a double holds exactly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    final DecimalNumber value;

    PyDecimal(PyType type, DecimalNumber value) {
        super(type);
        this.value = value;
    }

    static PyDecimal of(DecimalNumber value) {
        return new PyDecimal(TYPE, value);
    }

    @PythonNew("($cls, value='0', context=None)")
    static PyObject make(ThreadState thread, PyType cls, PyObject value, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        if (cls == TYPE && value.type() == TYPE) {
            return value;
        }
        return DecimalConversion.ofType(cls, DecimalConversion.exact(thread, value, of));
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str(ThreadState thread) {
        return PyStr.ofBmp(DecimalText.toText(value, capitals(thread)));
    }

    private static boolean capitals(ThreadState thread) {
        return DecimalState.of(thread).current(thread).context.capitals;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return PyStr.ofBmp("Decimal('" + DecimalText.toText(value, capitals(thread)) + "')");
    }

    /** The hash of an int, float or Fraction of the same value. */
    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        if (value.isSpecial()) {
            if (value.isSignalingNaN()) {
                throw PyErr.typeError("Cannot hash a signaling NaN value");
            }
            if (value.isNaN()) {
                return PyType.OBJECT.slots().hash(thread, this);
            }
            return value.isNegative() ? -HASH_OF_INFINITY : HASH_OF_INFINITY;
        }
        long coefficient = value.isSmall()
                ? value.small() % HASH_MODULUS
                : value.coefficient().mod(MODULUS).longValue();
        long scale = value.exponent() >= 0
                ? powerModulo(10, value.exponent())
                : powerModulo(INVERSE_OF_TEN, -value.exponent());
        long hash = multiplyModulo(coefficient, scale);
        long signed = value.isNegative() ? -hash : hash;
        return signed == -1 ? -2 : signed;
    }

    private static long powerModulo(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = multiplyModulo(result, square);
            }
            square = multiplyModulo(square, square);
        }
        return result;
    }

    /** Of numbers below the modulus, which is all ones: so the product's upper bits are added to its lower ones. */
    private static long multiplyModulo(long a, long b) {
        long low = a * b;
        long upper = Math.multiplyHigh(a, b) << 3 | low >>> 61;
        long sum = (low & HASH_MODULUS) + upper;
        return sum >= HASH_MODULUS ? sum - HASH_MODULUS : sum;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        return DecimalMethods.compare(thread, this, other, op);
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return !value.isZero();
    }

    @SlotMethod(Slot.NB_INT)
    PyObject toInt() {
        return PyInt.of(integer(value));
    }

    static BigInteger integer(DecimalNumber number) {
        if (number.isNaN()) {
            throw PyErr.valueError("cannot convert NaN to integer");
        }
        if (number.isInfinite()) {
            throw PyErr.overflowError("cannot convert Infinity to integer");
        }
        return number.toBigInteger();
    }

    @SlotMethod(Slot.NB_FLOAT)
    PyObject toFloat() {
        return PyFloat.of(doubleValue());
    }

    double doubleValue() {
        if (value.isSignalingNaN()) {
            throw PyErr.valueError("cannot convert signaling NaN to float");
        }
        if (value.isNaN()) {
            return value.isNegative() ? Double.longBitsToDouble(0xfff8000000000000L) : Double.NaN;
        }
        if (value.isFinite()
                && value.isSmall()
                && value.small() <= EXACT_INT
                && Math.abs(value.exponent()) < EXACT_POWERS.length) {
            // Both are exact, so one operation rounds once.
            double absolute = value.exponent() < 0
                    ? value.small() / EXACT_POWERS[(int) -value.exponent()]
                    : value.small() * EXACT_POWERS[(int) value.exponent()];
            return value.isNegative() ? -absolute : absolute;
        }
        return Double.parseDouble(DecimalText.toText(value, true));
    }

    @SlotMethod(Slot.NB_NEGATIVE)
    PyObject negative(ThreadState thread) {
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        return context.result(thread, DecimalArithmetic.minus(value, context.context));
    }

    @SlotMethod(Slot.NB_POSITIVE)
    PyObject positive(ThreadState thread) {
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        return context.result(thread, DecimalArithmetic.plus(value, context.context));
    }

    @SlotMethod(Slot.NB_ABSOLUTE)
    PyObject absolute(ThreadState thread) {
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        return context.result(thread, DecimalArithmetic.abs(value, context.context));
    }

    @Override
    public String toString() {
        return DecimalText.toText(value, true);
    }
}
