package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyTuple;

/** The operations of {@code Context}, which take and give what those of {@code Decimal} do. */
final class ContextOperations {
    private ContextOperations() {}

    @PythonMethod("abs($self, x, /)")
    static PyObject abs(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalArithmetic.abs(DecimalConversion.required(x), c));
    }

    @PythonMethod("minus($self, x, /)")
    static PyObject minus(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalArithmetic.minus(DecimalConversion.required(x), c));
    }

    @PythonMethod("plus($self, x, /)")
    static PyObject plus(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalArithmetic.plus(DecimalConversion.required(x), c));
    }

    @PythonMethod("to_integral_exact($self, x, /)")
    static PyObject toIntegralExact(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalRounding.toIntegral(DecimalConversion.required(x), c.rounding, true, c));
    }

    @PythonMethod("to_integral_value($self, x, /)")
    static PyObject toIntegralValue(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalRounding.toIntegral(DecimalConversion.required(x), c.rounding, false, c));
    }

    @PythonMethod("to_integral($self, x, /)")
    static PyObject toIntegral(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalRounding.toIntegral(DecimalConversion.required(x), c.rounding, false, c));
    }

    @PythonMethod("exp($self, x, /)")
    static PyObject exp(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalFunctions.exp(DecimalConversion.required(x), c));
    }

    @PythonMethod("ln($self, x, /)")
    static PyObject ln(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalFunctions.ln(DecimalConversion.required(x), c));
    }

    @PythonMethod("log10($self, x, /)")
    static PyObject log10(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalFunctions.log10(DecimalConversion.required(x), c));
    }

    @PythonMethod("logb($self, x, /)")
    static PyObject logb(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalDigits.logb(DecimalConversion.required(x), c));
    }

    @PythonMethod("logical_invert($self, x, /)")
    static PyObject logicalInvert(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalDigits.invert(DecimalConversion.required(x), c));
    }

    @PythonMethod("next_minus($self, x, /)")
    static PyObject nextMinus(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalDigits.next(DecimalConversion.required(x), false, c));
    }

    @PythonMethod("next_plus($self, x, /)")
    static PyObject nextPlus(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalDigits.next(DecimalConversion.required(x), true, c));
    }

    @PythonMethod("normalize($self, x, /)")
    static PyObject normalize(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalArithmetic.reduce(DecimalConversion.required(x), c));
    }

    @PythonMethod("sqrt($self, x, /)")
    static PyObject sqrt(ThreadState thread, PyDecimalContext self, PyObject x) {
        DecimalContext c = self.context;
        return self.result(thread, DecimalArithmetic.sqrt(DecimalConversion.required(x), c));
    }

    @PythonMethod("add($self, x, y, /)")
    static PyObject add(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.add(a, b, c));
    }

    @PythonMethod("subtract($self, x, y, /)")
    static PyObject subtract(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.subtract(a, b, c));
    }

    @PythonMethod("multiply($self, x, y, /)")
    static PyObject multiply(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.multiply(a, b, c));
    }

    @PythonMethod("divide($self, x, y, /)")
    static PyObject divide(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.divide(a, b, c));
    }

    @PythonMethod("divide_int($self, x, y, /)")
    static PyObject divideInt(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.divideInt(a, b, c));
    }

    @PythonMethod("remainder($self, x, y, /)")
    static PyObject remainder(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.remainder(a, b, c));
    }

    @PythonMethod("quantize($self, x, y, /)")
    static PyObject quantize(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalRounding.quantize(a, b, c.rounding, c));
    }

    @PythonMethod("compare($self, x, y, /)")
    static PyObject compare(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.compare(a, b, c));
    }

    @PythonMethod("compare_signal($self, x, y, /)")
    static PyObject compareSignal(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.compareSignal(a, b, c));
    }

    @PythonMethod("compare_total($self, x, y, /)")
    static PyObject compareTotal(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.compareTotal(a, b));
    }

    @PythonMethod("compare_total_mag($self, x, y, /)")
    static PyObject compareTotalMag(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.compareTotalMagnitude(a, b));
    }

    @PythonMethod("copy_sign($self, x, y, /)")
    static PyObject copySign(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, a.withSign(b.isNegative()));
    }

    @PythonMethod("logical_and($self, x, y, /)")
    static PyObject logicalAnd(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.logical(a, b, (p, q) -> p & q, c));
    }

    @PythonMethod("logical_or($self, x, y, /)")
    static PyObject logicalOr(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.logical(a, b, (p, q) -> p | q, c));
    }

    @PythonMethod("logical_xor($self, x, y, /)")
    static PyObject logicalXor(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.logical(a, b, (p, q) -> p ^ q, c));
    }

    @PythonMethod("max($self, x, y, /)")
    static PyObject max(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.choose(a, b, true, false, c));
    }

    @PythonMethod("max_mag($self, x, y, /)")
    static PyObject maxMag(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.choose(a, b, true, true, c));
    }

    @PythonMethod("min($self, x, y, /)")
    static PyObject min(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.choose(a, b, false, false, c));
    }

    @PythonMethod("min_mag($self, x, y, /)")
    static PyObject minMag(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalComparison.choose(a, b, false, true, c));
    }

    @PythonMethod("next_toward($self, x, y, /)")
    static PyObject nextToward(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.nextToward(a, b, c));
    }

    @PythonMethod("remainder_near($self, x, y, /)")
    static PyObject remainderNear(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalArithmetic.remainderNear(a, b, c));
    }

    @PythonMethod("rotate($self, x, y, /)")
    static PyObject rotate(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.rotate(a, b, c));
    }

    @PythonMethod("scaleb($self, x, y, /)")
    static PyObject scaleb(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.scaleb(a, b, c));
    }

    @PythonMethod("shift($self, x, y, /)")
    static PyObject shift(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalContext c = self.context;
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        return self.result(thread, DecimalDigits.shift(a, b, c));
    }

    @PythonMethod("divmod($self, x, y, /)")
    static PyObject divmod(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y) {
        DecimalNumber[] parts =
                DecimalArithmetic.divmod(DecimalConversion.required(x), DecimalConversion.required(y), self.context);
        self.settle(thread);
        return PyTuple.of(PyDecimal.of(parts[0]), PyDecimal.of(parts[1]));
    }

    @PythonMethod("fma($self, x, y, z, /)")
    static PyObject fma(ThreadState thread, PyDecimalContext self, PyObject x, PyObject y, PyObject z) {
        DecimalNumber a = DecimalConversion.required(x);
        DecimalNumber b = DecimalConversion.required(y);
        DecimalNumber c = DecimalConversion.required(z);
        return self.result(thread, DecimalArithmetic.fma(a, b, c, self.context));
    }

    @PythonMethod("power($self, /, a, b, modulo=None)")
    static PyObject power(ThreadState thread, PyDecimalContext self, PyObject a, PyObject b, PyObject modulo) {
        DecimalNumber x = DecimalConversion.required(a);
        DecimalNumber y = DecimalConversion.required(b);
        return self.result(
                thread,
                modulo == Singletons.NONE
                        ? DecimalFunctions.power(x, y, self.context)
                        : DecimalFunctions.powerModulo(x, y, DecimalConversion.required(modulo), self.context));
    }

    @PythonMethod("_apply($self, x, /)")
    static PyObject apply(ThreadState thread, PyDecimalContext self, PyObject x) {
        return self.result(thread, DecimalRounding.fix(decimal(x), self.context));
    }

    private static DecimalNumber decimal(PyObject x) {
        if (!(x instanceof PyDecimal decimal)) {
            throw PyErr.typeError("argument must be a Decimal");
        }
        return decimal.value;
    }

    @PythonMethod("create_decimal($self, num='0', /)")
    static PyObject createDecimal(ThreadState thread, PyDecimalContext self, PyObject num) {
        return DecimalConversion.rounded(thread, num, self);
    }

    @PythonMethod("create_decimal_from_float($self, f, /)")
    static PyObject createDecimalFromFloat(ThreadState thread, PyDecimalContext self, PyObject f) {
        DecimalNumber exact = DecimalConversion.ofFloatOrInt(f);
        return self.result(thread, DecimalRounding.fix(exact, self.context));
    }
}
