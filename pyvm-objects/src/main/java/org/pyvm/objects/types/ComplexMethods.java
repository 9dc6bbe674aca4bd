package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Warnings;

/** The constructor and methods of {@code complex}. */
public final class ComplexMethods {
    private static final PyStr COMPLEX = PyStr.intern("__complex__");

    private ComplexMethods() {}

    @PythonNew(value = "($cls, real=<0>, imag=<0>)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject real, PyObject imag) {
        if (real == null && imag == null) {
            return instance(cls, 0.0, 0.0);
        }
        if (real instanceof PyStr text) {
            if (imag != null) {
                throw PyErr.typeError("complex() can't take second arg if first is a string");
            }
            PyComplex value = ComplexText.parse(text);
            return instance(cls, value.real(), value.imag());
        }
        if (imag instanceof PyStr) {
            throw PyErr.typeError("complex() second arg can't be a string");
        }
        return fromNumbers(thread, cls, real == null ? PyInt.of(0) : real, imag);
    }

    private static PyObject fromNumbers(ThreadState thread, PyType cls, PyObject first, PyObject second) {
        if (first.type() == PyComplex.TYPE && second == null && cls == PyComplex.TYPE) {
            return first;
        }
        PyComplex special = fromSpecialMethod(thread, first);
        PyObject real = special != null ? special : first;
        if (!isNumber(real)) {
            throw PyErr.typeError("complex() first argument must be a string or a number, not '%T'", first);
        }
        if (second != null && !isNumber(second)) {
            throw PyErr.typeError("complex() second argument must be a number, not '%T'", second);
        }
        PyComplex x = toComplex(thread, real);
        if (second == null) {
            return instance(cls, x.real(), x.imag());
        }
        PyComplex y = toComplex(thread, second);
        // x + y * 1j, but where a part is no complex number its imaginary part, a positive zero, takes no part.
        double a = second instanceof PyComplex ? x.real() - y.imag() : x.real();
        double b = real instanceof PyComplex ? y.real() + x.imag() : y.real();
        return instance(cls, a, b);
    }

    private static PyComplex toComplex(ThreadState thread, PyObject number) {
        return number instanceof PyComplex value ? value : PyComplex.of(Numbers.toDouble(thread, number), 0.0);
    }

    private static boolean isNumber(PyObject object) {
        Slots slots = object.type().slots();
        return object instanceof PyComplex || slots.has(Slot.NB_FLOAT) || slots.has(Slot.NB_INDEX);
    }

    private static PyObject instance(PyType cls, double real, double imag) {
        return cls == PyComplex.TYPE ? PyComplex.of(real, imag) : new PyComplexDerived(cls, real, imag);
    }

    /** What {@code __complex__} returns; null when there is none. */
    public static PyComplex fromSpecialMethod(ThreadState thread, PyObject object) {
        PyObject method = Attributes.specialOrNull(thread, object, COMPLEX);
        if (method == null) {
            return null;
        }
        PyObject result = Calls.call(thread, method);
        if (!(result instanceof PyComplex value)) {
            throw PyErr.typeError("__complex__ returned non-complex (type %T)", result);
        }
        if (value.type() != PyComplex.TYPE) {
            Warnings.warn(
                    thread,
                    Exceptions.DEPRECATION_WARNING,
                    "__complex__ returned non-complex (type " + value.type().name()
                            + ").  The ability to return an instance of a strict subclass of complex is deprecated,"
                            + " and may be removed in a future version of Python.",
                    1);
        }
        return value;
    }

    @PythonMethod("conjugate($self, /)")
    static PyObject conjugate(PyObject self) {
        return PyComplex.of(((PyComplex) self).real(), -((PyComplex) self).imag());
    }

    @PythonMethod("__complex__($self, /)")
    static PyObject complex(PyObject self) {
        return ((PyComplex) self).exact();
    }

    @PythonMethod("__getnewargs__($self, /)")
    static PyObject getNewArgs(PyObject self) {
        return PyTuple.of(real(self), imag(self));
    }

    @PythonMethod("__format__($self, format_spec, /)")
    static PyObject format(ThreadState thread, PyObject self, PyStr formatSpec) {
        PyComplex number = (PyComplex) self;
        return NumberFormat.formatComplex(thread, self, number.real(), number.imag(), formatSpec);
    }

    @PythonGetter(value = "real", member = true)
    static PyObject real(PyObject self) {
        return PyFloat.of(((PyComplex) self).real());
    }

    @PythonGetter(value = "imag", member = true)
    static PyObject imag(PyObject self) {
        return PyFloat.of(((PyComplex) self).imag());
    }
}
