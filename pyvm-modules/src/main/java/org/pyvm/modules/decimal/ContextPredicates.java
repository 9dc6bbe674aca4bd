package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyStr;

/** The methods of {@code Context} that ask, copy or show, and signal nothing. */
final class ContextPredicates {
    private ContextPredicates() {}

    @PythonMethod("is_canonical($self, x, /)")
    static boolean isCanonical(PyDecimalContext self, PyObject given) {
        DecimalNumber x = decimal(given);
        return x != null;
    }

    @PythonMethod("is_finite($self, x, /)")
    static boolean isFinite(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isFinite();
    }

    @PythonMethod("is_infinite($self, x, /)")
    static boolean isInfinite(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isInfinite();
    }

    @PythonMethod("is_nan($self, x, /)")
    static boolean isNan(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isNaN();
    }

    @PythonMethod("is_qnan($self, x, /)")
    static boolean isQnan(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isQuietNaN();
    }

    @PythonMethod("is_signed($self, x, /)")
    static boolean isSigned(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isNegative();
    }

    @PythonMethod("is_snan($self, x, /)")
    static boolean isSnan(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isSignalingNaN();
    }

    @PythonMethod("is_zero($self, x, /)")
    static boolean isZero(PyDecimalContext self, PyObject given) {
        DecimalNumber x = DecimalConversion.required(given);
        return x.isZero();
    }

    @PythonMethod("is_normal($self, x, /)")
    static boolean isNormal(PyDecimalContext self, PyObject given) {
        DecimalContext c = self.context;
        DecimalNumber x = DecimalConversion.required(given);
        return x.isFinite() && !x.isZero() && !DecimalDigits.isSubnormal(x, c);
    }

    @PythonMethod("is_subnormal($self, x, /)")
    static boolean isSubnormal(PyDecimalContext self, PyObject given) {
        DecimalContext c = self.context;
        DecimalNumber x = DecimalConversion.required(given);
        return DecimalDigits.isSubnormal(x, c);
    }

    @PythonMethod("copy_abs($self, x, /)")
    static PyObject copyAbs(PyDecimalContext self, PyObject given) {
        return PyDecimal.of(DecimalConversion.required(given).withSign(false));
    }

    @PythonMethod("copy_negate($self, x, /)")
    static PyObject copyNegate(PyDecimalContext self, PyObject given) {
        return PyDecimal.of(DecimalConversion.required(given).negate());
    }

    @PythonMethod("copy_decimal($self, x, /)")
    static PyObject copyDecimal(PyDecimalContext self, PyObject given) {
        return PyDecimal.of(DecimalConversion.required(given));
    }

    @PythonMethod("canonical($self, x, /)")
    static PyObject canonical(PyDecimalContext self, PyObject given) {
        decimal(given);
        return given;
    }

    private static DecimalNumber decimal(PyObject given) {
        if (!(given instanceof PyDecimal decimal)) {
            throw PyErr.typeError("argument must be a Decimal");
        }
        return decimal.value;
    }

    @PythonMethod("same_quantum($self, x, y, /)")
    static boolean sameQuantum(PyDecimalContext self, PyObject x, PyObject y) {
        return DecimalDigits.sameQuantum(DecimalConversion.required(x), DecimalConversion.required(y));
    }

    @PythonMethod("number_class($self, x, /)")
    static String numberClass(PyDecimalContext self, PyObject given) {
        return DecimalDigits.numberClass(DecimalConversion.required(given), self.context);
    }

    @PythonMethod("to_sci_string($self, x, /)")
    static PyObject toSciString(PyDecimalContext self, PyObject given) {
        return PyStr.ofBmp(DecimalText.toText(DecimalConversion.required(given), self.context.capitals));
    }

    @PythonMethod("to_eng_string($self, x, /)")
    static PyObject toEngString(PyDecimalContext self, PyObject given) {
        return PyStr.ofBmp(DecimalText.toText(DecimalConversion.required(given), self.context.capitals, true));
    }

    @PythonMethod("radix($self, /)")
    static PyObject radix(PyDecimalContext self) {
        return PyDecimal.of(DecimalNumber.of(false, 10, 0));
    }
}
