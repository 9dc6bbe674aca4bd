package org.pyvm.modules.math;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.ComplexMethods;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyTuple;

/** The module {@code cmath}. */
@PythonModule("cmath")
public final class CmathModule {
    @PythonConstant("pi")
    static final double PI = Math.PI;

    @PythonConstant("e")
    static final double E = Math.E;

    @PythonConstant("tau")
    static final double TAU = 2 * Math.PI;

    @PythonConstant("inf")
    static final double INF = Double.POSITIVE_INFINITY;

    @PythonConstant("nan")
    static final double NAN = Double.NaN;

    @PythonConstant("infj")
    static final PyObject INF_J = PyComplex.of(0, Double.POSITIVE_INFINITY);

    @PythonConstant("nanj")
    static final PyObject NAN_J = PyComplex.of(0, Double.NaN);

    CmathModule() {}

    /** What C's argument format {@code D} takes: a complex, a real number, or what has a special method for it. */
    private static Complex number(ThreadState thread, PyObject object) {
        PyComplex complex = object instanceof PyComplex own ? own : ComplexMethods.fromSpecialMethod(thread, object);
        return complex != null
                ? new Complex(complex.real(), complex.imag())
                : new Complex(Numbers.toDouble(thread, object), 0);
    }

    private static PyErr domainError() {
        return PyErr.valueError("math domain error");
    }

    private static PyObject result(Complex z) {
        if (z == Complex.DOMAIN_ERROR) {
            throw domainError();
        }
        return PyComplex.of(z.real(), z.imag());
    }

    /** The same for functions that are finite where their argument is, but may overflow. */
    private static PyObject result(Complex argument, Complex z) {
        boolean overflown = z != Complex.DOMAIN_ERROR
                && Double.isFinite(argument.real())
                && Double.isFinite(argument.imag())
                && (Double.isInfinite(z.real()) || Double.isInfinite(z.imag()));
        if (overflown) {
            throw PyErr.overflowError("math range error");
        }
        return result(z);
    }

    @PythonFunction("acos(z, /)")
    static PyObject acos(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.acos(number(thread, z)));
    }

    @PythonFunction("acosh(z, /)")
    static PyObject acosh(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.acosh(number(thread, z)));
    }

    @PythonFunction("asin(z, /)")
    static PyObject asin(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.asin(number(thread, z)));
    }

    @PythonFunction("asinh(z, /)")
    static PyObject asinh(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.asinh(number(thread, z)));
    }

    @PythonFunction("atan(z, /)")
    static PyObject atan(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.atan(number(thread, z)));
    }

    @PythonFunction("atanh(z, /)")
    static PyObject atanh(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.atanh(number(thread, z)));
    }

    @PythonFunction("cos(z, /)")
    static PyObject cos(ThreadState thread, PyObject z) {
        Complex argument = number(thread, z);
        return result(argument, ComplexFunctions.cos(argument));
    }

    @PythonFunction("cosh(z, /)")
    static PyObject cosh(ThreadState thread, PyObject z) {
        Complex argument = number(thread, z);
        return result(argument, ComplexFunctions.cosh(argument));
    }

    @PythonFunction("exp(z, /)")
    static PyObject exp(ThreadState thread, PyObject z) {
        Complex argument = number(thread, z);
        return result(argument, ComplexFunctions.exp(argument));
    }

    @PythonFunction("sin(z, /)")
    static PyObject sin(ThreadState thread, PyObject z) {
        Complex argument = number(thread, z);
        return result(argument, ComplexFunctions.sin(argument));
    }

    @PythonFunction("sinh(z, /)")
    static PyObject sinh(ThreadState thread, PyObject z) {
        Complex argument = number(thread, z);
        return result(argument, ComplexFunctions.sinh(argument));
    }

    @PythonFunction("tan(z, /)")
    static PyObject tan(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.tan(number(thread, z)));
    }

    @PythonFunction("tanh(z, /)")
    static PyObject tanh(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.tanh(number(thread, z)));
    }

    @PythonFunction("sqrt(z, /)")
    static PyObject sqrt(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.sqrt(number(thread, z)));
    }

    @PythonFunction("log10(z, /)")
    static PyObject log10(ThreadState thread, PyObject z) {
        return result(ComplexFunctions.log10(number(thread, z)));
    }

    @PythonFunction("log(z, base=<unrepresentable>, /)")
    static PyObject log(ThreadState thread, PyObject z, PyObject base) {
        Complex argument = number(thread, z);
        Complex radix = base == null ? null : number(thread, base);
        Complex log = ComplexFunctions.log(argument);
        if (radix == null) {
            return result(log);
        }
        Complex divisor = ComplexFunctions.log(radix);
        if (divisor == Complex.DOMAIN_ERROR) {
            throw domainError();
        }
        if (log == Complex.DOMAIN_ERROR) {
            // The logarithm of 0 is no error when it is divided by another: CPython has forgotten it by then.
            log = new Complex(Double.NEGATIVE_INFINITY, RealFunctions.atan2(argument.imag(), argument.real()));
        }
        return result(log.dividedBy(divisor));
    }

    @PythonFunction("phase(z, /)")
    static double phase(ThreadState thread, PyObject z) {
        Complex number = number(thread, z);
        double phase = RealFunctions.atan2(number.imag(), number.real());
        if (phase == 0 && number.imag() != 0 && Double.isFinite(number.real())) {
            // Underflow: here alone CPython reports it.
            throw PyErr.overflowError("math range error");
        }
        return phase;
    }

    @PythonFunction("polar(z, /)")
    static PyObject polar(ThreadState thread, PyObject z) {
        Complex number = number(thread, z);
        double radius = RealFunctions.hypot(number.real(), number.imag());
        if (Double.isInfinite(radius) && Double.isFinite(number.real()) && Double.isFinite(number.imag())) {
            throw PyErr.overflowError("math range error");
        }
        return PyTuple.of(PyFloat.of(radius), PyFloat.of(RealFunctions.atan2(number.imag(), number.real())));
    }

    @PythonFunction("rect(r, phi, /)")
    static PyObject rect(double r, double phi) {
        return result(ComplexFunctions.rect(r, phi));
    }

    @PythonFunction("isfinite(z, /)")
    static boolean isFinite(ThreadState thread, PyObject z) {
        Complex number = number(thread, z);
        return Double.isFinite(number.real()) && Double.isFinite(number.imag());
    }

    @PythonFunction("isinf(z, /)")
    static boolean isInfinite(ThreadState thread, PyObject z) {
        Complex number = number(thread, z);
        return Double.isInfinite(number.real()) || Double.isInfinite(number.imag());
    }

    @PythonFunction("isnan(z, /)")
    static boolean isNan(ThreadState thread, PyObject z) {
        Complex number = number(thread, z);
        return Double.isNaN(number.real()) || Double.isNaN(number.imag());
    }

    @PythonFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isClose(ThreadState thread, PyObject a, PyObject b, double relTol, double absTol) {
        Complex v = number(thread, a);
        Complex w = number(thread, b);
        if (relTol < 0 || absTol < 0) {
            throw PyErr.valueError("tolerances must be non-negative");
        }
        if (v.real() == w.real() && v.imag() == w.imag()) {
            return true;
        }
        if (isInfinite(v) || isInfinite(w)) {
            return false;
        }
        double difference = RealFunctions.hypot(v.real() - w.real(), v.imag() - w.imag());
        return difference <= relTol * RealFunctions.hypot(w.real(), w.imag())
                || difference <= relTol * RealFunctions.hypot(v.real(), v.imag())
                || difference <= absTol;
    }

    private static boolean isInfinite(Complex z) {
        return Double.isInfinite(z.real()) || Double.isInfinite(z.imag());
    }
}
