package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The methods of {@code Decimal} that calculate; each takes the context to do it in. */
final class DecimalOperations {
    private DecimalOperations() {}

    @PythonMethod("exp($self, /, context=None)")
    static PyObject exp(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalFunctions.exp(self.value, c));
    }

    @PythonMethod("ln($self, /, context=None)")
    static PyObject ln(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalFunctions.ln(self.value, c));
    }

    @PythonMethod("log10($self, /, context=None)")
    static PyObject log10(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalFunctions.log10(self.value, c));
    }

    @PythonMethod("logb($self, /, context=None)")
    static PyObject logb(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalDigits.logb(self.value, c));
    }

    @PythonMethod("logical_invert($self, /, context=None)")
    static PyObject logicalInvert(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalDigits.invert(self.value, c));
    }

    @PythonMethod("next_minus($self, /, context=None)")
    static PyObject nextMinus(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalDigits.next(self.value, false, c));
    }

    @PythonMethod("next_plus($self, /, context=None)")
    static PyObject nextPlus(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalDigits.next(self.value, true, c));
    }

    @PythonMethod("normalize($self, /, context=None)")
    static PyObject normalize(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalArithmetic.reduce(self.value, c));
    }

    @PythonMethod("sqrt($self, /, context=None)")
    static PyObject sqrt(ThreadState thread, PyDecimal self, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        return of.result(thread, DecimalArithmetic.sqrt(self.value, c));
    }

    @PythonMethod("compare($self, /, other, context=None)")
    static PyObject compare(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.compare(self.value, y, c));
    }

    @PythonMethod("compare_signal($self, /, other, context=None)")
    static PyObject compareSignal(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.compareSignal(self.value, y, c));
    }

    @PythonMethod("compare_total($self, /, other, context=None)")
    static PyObject compareTotal(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.compareTotal(self.value, y));
    }

    @PythonMethod("compare_total_mag($self, /, other, context=None)")
    static PyObject compareTotalMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.compareTotalMagnitude(self.value, y));
    }

    @PythonMethod("copy_sign($self, /, other, context=None)")
    static PyObject copySign(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, self.value.withSign(y.isNegative()));
    }

    @PythonMethod("logical_and($self, /, other, context=None)")
    static PyObject logicalAnd(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.logical(self.value, y, (a, b) -> a & b, c));
    }

    @PythonMethod("logical_or($self, /, other, context=None)")
    static PyObject logicalOr(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.logical(self.value, y, (a, b) -> a | b, c));
    }

    @PythonMethod("logical_xor($self, /, other, context=None)")
    static PyObject logicalXor(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.logical(self.value, y, (a, b) -> a ^ b, c));
    }

    @PythonMethod("max($self, /, other, context=None)")
    static PyObject max(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.choose(self.value, y, true, false, c));
    }

    @PythonMethod("max_mag($self, /, other, context=None)")
    static PyObject maxMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.choose(self.value, y, true, true, c));
    }

    @PythonMethod("min($self, /, other, context=None)")
    static PyObject min(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.choose(self.value, y, false, false, c));
    }

    @PythonMethod("min_mag($self, /, other, context=None)")
    static PyObject minMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalComparison.choose(self.value, y, false, true, c));
    }

    @PythonMethod("next_toward($self, /, other, context=None)")
    static PyObject nextToward(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.nextToward(self.value, y, c));
    }

    @PythonMethod("remainder_near($self, /, other, context=None)")
    static PyObject remainderNear(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalArithmetic.remainderNear(self.value, y, c));
    }

    @PythonMethod("rotate($self, /, other, context=None)")
    static PyObject rotate(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.rotate(self.value, y, c));
    }

    @PythonMethod("scaleb($self, /, other, context=None)")
    static PyObject scaleb(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.scaleb(self.value, y, c));
    }

    @PythonMethod("shift($self, /, other, context=None)")
    static PyObject shift(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalContext c = of.context;
        DecimalNumber y = DecimalConversion.required(other);
        return of.result(thread, DecimalDigits.shift(self.value, y, c));
    }
}
