package org.pyvm.modules.math;

import java.util.function.DoubleUnaryOperator;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.FloatArithmetic;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code math}. */
@PythonModule("math")
public final class MathModule {
    private static final PyStr FLOOR = PyStr.intern("__floor__");
    private static final PyStr CEIL = PyStr.intern("__ceil__");

    @PythonConstant("pi")
    static final PyObject PI = PyFloat.of(Math.PI);

    @PythonConstant("e")
    static final PyObject E = PyFloat.of(Math.E);

    @PythonConstant("tau")
    static final PyObject TAU = PyFloat.of(Math.TAU);

    @PythonConstant("inf")
    static final PyObject INF = PyFloat.of(Double.POSITIVE_INFINITY);

    @PythonConstant("nan")
    static final PyObject NAN = PyFloat.of(Double.NaN);

    MathModule() {}

    static PyErr domainError() {
        return PyErr.valueError("math domain error");
    }

    static PyErr rangeError() {
        return PyErr.overflowError("math range error");
    }

    /** A result that is NaN or infinite though the argument was not is an error. */
    private static double checked(double argument, double result) {
        if (Double.isFinite(result)) {
            return result;
        }
        if (Double.isNaN(result) && !Double.isNaN(argument) || Double.isInfinite(result) && Double.isFinite(argument)) {
            throw domainError();
        }
        return result;
    }

    /** As {@link #checked}, where an infinite result of a finite argument means that it was too large. */
    private static double checkedRange(double argument, double result) {
        if (Double.isInfinite(result) && Double.isFinite(argument)) {
            throw rangeError();
        }
        return checked(argument, result);
    }

    @PythonFunction("acos(x, /)")
    static double acos(double x) {
        return checked(x, RealFunctions.acos(x));
    }

    @PythonFunction("acosh(x, /)")
    static double acosh(double x) {
        return checked(x, RealFunctions.acosh(x));
    }

    @PythonFunction("asin(x, /)")
    static double asin(double x) {
        return checked(x, RealFunctions.asin(x));
    }

    @PythonFunction("asinh(x, /)")
    static double asinh(double x) {
        return checked(x, RealFunctions.asinh(x));
    }

    @PythonFunction("atan(x, /)")
    static double atan(double x) {
        return checked(x, RealFunctions.atan(x));
    }

    @PythonFunction("atan2(y, x, /)")
    static double atan2(double y, double x) {
        return RealFunctions.atan2(y, x);
    }

    @PythonFunction("atanh(x, /)")
    static double atanh(double x) {
        return checked(x, RealFunctions.atanh(x));
    }

    @PythonFunction("cbrt(x, /)")
    static double cbrt(double x) {
        return checked(x, RealFunctions.cbrt(x));
    }

    @PythonFunction("copysign(x, y, /)")
    static double copysign(double x, double y) {
        return Math.copySign(x, y);
    }

    @PythonFunction("cos(x, /)")
    static double cos(double x) {
        return checked(x, Math.cos(x));
    }

    @PythonFunction("cosh(x, /)")
    static double cosh(double x) {
        return checkedRange(x, RealFunctions.cosh(x));
    }

    @PythonFunction("degrees(x, /)")
    static double degrees(double x) {
        return x * (180.0 / Math.PI);
    }

    @PythonFunction("radians(x, /)")
    static double radians(double x) {
        return x * (Math.PI / 180.0);
    }

    @PythonFunction("erf(x, /)")
    static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    @PythonFunction("erfc(x, /)")
    static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    @PythonFunction("exp(x, /)")
    static double exp(double x) {
        return checkedRange(x, Math.exp(x));
    }

    @PythonFunction("exp2(x, /)")
    static double exp2(double x) {
        return checkedRange(x, Math.pow(2, x));
    }

    @PythonFunction("expm1(x, /)")
    static double expm1(double x) {
        return checkedRange(x, StrictMath.expm1(x));
    }

    @PythonFunction("fabs(x, /)")
    static double fabs(double x) {
        return Math.abs(x);
    }

    @PythonFunction("gamma(x, /)")
    static double gamma(double x) {
        return GammaFunction.gamma(x);
    }

    @PythonFunction("lgamma(x, /)")
    static double lgamma(double x) {
        return GammaFunction.logGamma(x);
    }

    @PythonFunction("log1p(x, /)")
    static double log1p(double x) {
        return checked(x, StrictMath.log1p(x));
    }

    @PythonFunction("sin(x, /)")
    static double sin(double x) {
        return checked(x, Math.sin(x));
    }

    @PythonFunction("sinh(x, /)")
    static double sinh(double x) {
        return checkedRange(x, StrictMath.sinh(x));
    }

    @PythonFunction("sqrt(x, /)")
    static double sqrt(double x) {
        return checked(x, Math.sqrt(x));
    }

    @PythonFunction("tan(x, /)")
    static double tan(double x) {
        return checked(x, Math.tan(x));
    }

    @PythonFunction("tanh(x, /)")
    static double tanh(double x) {
        return checked(x, StrictMath.tanh(x));
    }

    @PythonFunction(value = "log", raw = true)
    static PyObject log(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("log() takes no keyword arguments");
        }
        if (args.length == 0 || args.length > 2) {
            throw PyErr.typeError("math.log requires 1 to 2 arguments");
        }
        double logarithm = logarithm(thread, args[0], Math::log, Math.log(2));
        if (args.length == 1) {
            return PyFloat.of(logarithm);
        }
        double base = logarithm(thread, args[1], Math::log, Math.log(2));
        if (base == 0) {
            throw PyErr.zeroDivisionError("float division by zero");
        }
        return PyFloat.of(logarithm / base);
    }

    @PythonFunction("log2(x, /)")
    static double log2(ThreadState thread, PyObject x) {
        return logarithm(thread, x, RealFunctions::log2, 1);
    }

    @PythonFunction("log10(x, /)")
    static double log10(ThreadState thread, PyObject x) {
        return logarithm(thread, x, RealFunctions::log10, RealFunctions.log10(2));
    }

    /** Ints of any size have a logarithm. */
    private static double logarithm(ThreadState thread, PyObject x, DoubleUnaryOperator function, double ofTwo) {
        if (x instanceof PyInt number) {
            if (number.signum() <= 0) {
                throw domainError();
            }
            int shift = number.fitsLong() ? 0 : number.bigValue().bitLength() - 1000;
            if (shift > 0) {
                // As CPython: the number as 0.5 <= mantissa < 1 and an exponent.
                double mantissa = Math.scalb(number.bigValue().shiftRight(shift).doubleValue(), -1000);
                return function.applyAsDouble(mantissa) + ofTwo * (shift + 1000);
            }
            return function.applyAsDouble(number.doubleValue());
        }
        double value = Numbers.toDouble(thread, x);
        return checked(value, function.applyAsDouble(value));
    }

    @PythonFunction("floor(x, /)")
    static PyObject floor(ThreadState thread, PyObject x) {
        PyObject method = x.getClass() == PyFloat.class ? null : Attributes.specialOrNull(thread, x, FLOOR);
        return method != null
                ? Calls.call(thread, method)
                : FloatArithmetic.toInt(Math.floor(Numbers.toDouble(thread, x)));
    }

    @PythonFunction("ceil(x, /)")
    static PyObject ceil(ThreadState thread, PyObject x) {
        PyObject method = x.getClass() == PyFloat.class ? null : Attributes.specialOrNull(thread, x, CEIL);
        return method != null
                ? Calls.call(thread, method)
                : FloatArithmetic.toInt(Math.ceil(Numbers.toDouble(thread, x)));
    }

    @PythonFunction("trunc(x, /)")
    static PyObject trunc(ThreadState thread, PyObject x) {
        if (x.getClass() == PyFloat.class) {
            return FloatArithmetic.toInt(((PyFloat) x).value());
        }
        PyObject method = Attributes.specialOrNull(thread, x, Names.TRUNC);
        if (method == null) {
            throw PyErr.typeError("type %T doesn't define __trunc__ method", x);
        }
        return Calls.call(thread, method);
    }

    @PythonFunction("fmod(x, y, /)")
    static double fmod(double x, double y) {
        double result = x % y;
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    @PythonFunction("remainder(x, y, /)")
    static double remainder(double x, double y) {
        double result = Math.IEEEremainder(x, y);
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    @PythonFunction("pow(x, y, /)")
    static double pow(double x, double y) {
        double result = FloatArithmetic.power(x, y);
        if (Double.isFinite(result) || !Double.isFinite(x) || !Double.isFinite(y)) {
            return result;
        }
        // Only a negative base gives NaN here, and only zero an infinity that is not due to size.
        throw x == 0 || Double.isNaN(result) ? domainError() : rangeError();
    }

    @PythonFunction("ldexp(x, i, /)")
    static double ldexp(double x, PyObject i) {
        if (!(i instanceof PyInt exponent)) {
            throw PyErr.typeError("Expected an int as second argument to ldexp.");
        }
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        long limit = 5000;
        long power = exponent.fitsLong() ? Math.clamp(exponent.longValue(), -limit, limit) : exponent.signum() * limit;
        double result = Math.scalb(x, (int) power);
        if (Double.isInfinite(result)) {
            throw rangeError();
        }
        return result;
    }

    @PythonFunction("frexp(x, /)")
    static PyObject frexp(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return PyTuple.of(PyFloat.of(x), PyInt.of(0));
        }
        int exponent = RealFunctions.exponent(x);
        return PyTuple.of(PyFloat.of(RealFunctions.mantissa(x, exponent)), PyInt.of(exponent));
    }

    @PythonFunction("modf(x, /)")
    static PyObject modf(double x) {
        if (Double.isInfinite(x)) {
            return PyTuple.of(PyFloat.of(Math.copySign(0.0, x)), PyFloat.of(x));
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return PyTuple.of(PyFloat.of(Math.copySign(x - whole, x)), PyFloat.of(whole));
    }

    @PythonFunction("nextafter(x, y, /)")
    static double nextafter(double x, double y) {
        return Math.nextAfter(x, y);
    }

    @PythonFunction("ulp(x, /)")
    static double ulp(double x) {
        return Math.ulp(x);
    }

    @PythonFunction("isfinite(x, /)")
    static boolean isfinite(double x) {
        return Double.isFinite(x);
    }

    @PythonFunction("isinf(x, /)")
    static boolean isinf(double x) {
        return Double.isInfinite(x);
    }

    @PythonFunction("isnan(x, /)")
    static boolean isnan(double x) {
        return Double.isNaN(x);
    }

    @PythonFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isclose(double a, double b, double relTol, double absTol) {
        if (relTol < 0 || absTol < 0) {
            throw PyErr.valueError("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double difference = Math.abs(b - a);
        return difference <= Math.abs(relTol * b) || difference <= Math.abs(relTol * a) || difference <= absTol;
    }

    @PythonFunction("factorial(n, /)")
    static PyObject factorial(ThreadState thread, PyObject n) {
        return Combinatorics.factorial(Numbers.index(thread, n));
    }

    @PythonFunction("comb(n, k, /)")
    static PyObject comb(ThreadState thread, PyObject n, PyObject k) {
        return Combinatorics.combinations(Numbers.index(thread, n), Numbers.index(thread, k));
    }

    @PythonFunction("perm(n, k=None, /)")
    static PyObject perm(ThreadState thread, PyObject n, PyObject k) {
        return k == Singletons.NONE
                ? factorial(thread, n)
                : Combinatorics.permutations(Numbers.index(thread, n), Numbers.index(thread, k));
    }

    @PythonFunction("isqrt(n, /)")
    static PyObject isqrt(ThreadState thread, PyObject n) {
        PyInt number = Numbers.index(thread, n);
        if (number.signum() < 0) {
            throw PyErr.valueError("isqrt() argument must be nonnegative");
        }
        return Combinatorics.squareRoot(number);
    }

    @PythonFunction("gcd(*integers)")
    static PyObject gcd(ThreadState thread, PyObject... integers) {
        PyInt result = PyInt.of(0);
        for (PyObject integer : integers) {
            result = Combinatorics.greatestCommonDivisor(result, Numbers.index(thread, integer));
        }
        return result;
    }

    @PythonFunction("lcm(*integers)")
    static PyObject lcm(ThreadState thread, PyObject... integers) {
        PyInt result = PyInt.of(1);
        for (PyObject integer : integers) {
            result = Combinatorics.leastCommonMultiple(result, Numbers.index(thread, integer));
        }
        return result;
    }

    @PythonFunction("fsum(seq, /)")
    static double fsum(ThreadState thread, PyObject seq) {
        PyObject iterator = Iterators.iter(thread, seq);
        ExactSum sum = new ExactSum();
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            sum.add(Numbers.toDouble(thread, item));
        }
        return sum.result();
    }

    @PythonFunction("prod(iterable, /, *, start=1)")
    static PyObject prod(ThreadState thread, PyObject iterable, PyObject start) {
        PyObject iterator = Iterators.iter(thread, iterable);
        PyObject result = start;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            result = Numbers.multiply(thread, result, item);
        }
        return result;
    }

    @PythonFunction("dist(p, q, /)")
    static double dist(ThreadState thread, PyObject p, PyObject q) {
        PyTuple from = p instanceof PyTuple tuple ? tuple : Sequences.toTuple(thread, p);
        PyTuple to = q instanceof PyTuple tuple ? tuple : Sequences.toTuple(thread, q);
        if (from.size() != to.size()) {
            throw PyErr.valueError("both points must have the same number of dimensions");
        }
        double[] differences = new double[from.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(Numbers.toDouble(thread, from.get(i)) - Numbers.toDouble(thread, to.get(i)));
        }
        return VectorNorm.of(differences);
    }

    @PythonFunction("hypot(*coordinates)")
    static double hypot(ThreadState thread, PyObject... coordinates) {
        double[] magnitudes = new double[coordinates.length];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(Numbers.toDouble(thread, coordinates[i]));
        }
        return VectorNorm.of(magnitudes);
    }
}
