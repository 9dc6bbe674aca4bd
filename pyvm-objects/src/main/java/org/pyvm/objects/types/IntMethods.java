package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;

/** The constructor and methods of {@code int}. */
final class IntMethods {
    private IntMethods() {}

    @PythonNew("($cls, x=<missing>, /, base=<missing>)")
    static PyObject make(ThreadState thread, PyType cls, PyObject x, PyObject base) {
        PyInt value = value(thread, x, base);
        return cls == PyInt.TYPE ? value : new PyIntDerived(cls, value);
    }

    private static PyInt value(ThreadState thread, PyObject x, PyObject base) {
        if (x == null) {
            if (base != null) {
                throw PyErr.typeError("int() missing string argument");
            }
            return PyInt.of(0);
        }
        if (base == null) {
            PyInt number = Numbers.toIntOrNull(thread, x);
            return number != null ? number : fromText(thread, x, 10);
        }
        PyInt radix = Numbers.index(thread, base);
        if (!radix.fitsLong() || radix.longValue() != 0 && (radix.longValue() < 2 || radix.longValue() > 36)) {
            throw PyErr.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        if (!(x instanceof PyStr || x instanceof PyBytes || x instanceof PyByteArray)) {
            throw PyErr.typeError("int() can't convert non-string with explicit base");
        }
        return fromText(thread, x, (int) radix.longValue());
    }

    private static PyInt fromText(ThreadState thread, PyObject x, int radix) {
        if (x instanceof PyStr text) {
            return IntText.parse(thread, text.toString(), radix, x);
        }
        if (x.type().slots().has(Slot.BF_GETBUFFER)) {
            byte[] bytes = BytesConversion.copyOf(thread, x);
            // What is not ASCII becomes a character that is neither a digit nor white space.
            return IntText.parse(
                    thread, new String(bytes, java.nio.charset.StandardCharsets.US_ASCII), radix, PyBytes.of(bytes));
        }
        throw PyErr.typeError("int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
    }

    @PythonMethod("bit_length($self, /)")
    static PyObject bitLength(PyObject self) {
        return PyInt.of(((PyInt) self).bigValue().abs().bitLength());
    }

    @PythonMethod("bit_count($self, /)")
    static PyObject bitCount(PyObject self) {
        return PyInt.of(((PyInt) self).bigValue().abs().bitCount());
    }

    @PythonMethod("conjugate($self, /)")
    static PyObject conjugate(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonMethod("__trunc__($self, /)")
    static PyObject trunc(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonMethod("__floor__($self, /)")
    static PyObject floor(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonMethod("__ceil__($self, /)")
    static PyObject ceil(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonMethod("__round__($self, ndigits=<unrepresentable>, /)")
    static PyObject round(ThreadState thread, PyObject self, PyObject digits) {
        PyInt number = (PyInt) self;
        if (digits == null) {
            return number.exact();
        }
        PyInt places = Numbers.index(thread, digits);
        if (places.signum() >= 0) {
            return number.exact();
        }
        if (!places.fitsLong() || -places.longValue() > number.bigValue().bitLength()) {
            return PyInt.of(0);
        }
        BigInteger unit = BigInteger.TEN.pow((int) -places.longValue());
        BigInteger[] parts = number.bigValue().divideAndRemainder(unit);
        int half = parts[1].abs().shiftLeft(1).compareTo(unit);
        BigInteger quotient = parts[0];
        if (half > 0 || half == 0 && quotient.testBit(0)) {
            quotient = quotient.add(BigInteger.valueOf(number.signum()));
        }
        return PyInt.of(quotient.multiply(unit));
    }

    @PythonMethod("as_integer_ratio($self, /)")
    static PyObject asIntegerRatio(PyObject self) {
        return PyTuple.of(((PyInt) self).exact(), PyInt.of(1));
    }

    @PythonMethod("__format__($self, format_spec, /)")
    static PyObject format(ThreadState thread, PyObject self, PyStr formatSpec) {
        return NumberFormat.formatInt(thread, (PyInt) self, formatSpec);
    }

    @PythonMethod("__getnewargs__($self, /)")
    static PyObject getNewArgs(PyObject self) {
        return PyTuple.of(((PyInt) self).exact());
    }

    @PythonMethod("__sizeof__($self, /)")
    static PyObject sizeOf(PyObject self) {
        int digits = (((PyInt) self).bigValue().abs().bitLength() + 29) / 30;
        return PyInt.of(24 + 4 * Math.max(1, digits));
    }

    @PythonMethod("to_bytes($self, /, length=1, byteorder='big', *, signed=False)")
    static PyObject toBytes(PyObject self, long length, PyStr byteOrder, boolean signed) {
        boolean little = isLittle(byteOrder);
        if (length < 0) {
            throw PyErr.valueError("length argument must be non-negative");
        }
        BigInteger value = ((PyInt) self).bigValue();
        if (value.signum() < 0 && !signed) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        int bits = value.bitLength() + (signed ? 1 : 0);
        if (bits > length * 8 && !(value.signum() == 0)) {
            throw PyErr.overflowError("int too big to convert");
        }
        byte[] big = value.toByteArray();
        byte[] result = new byte[(int) length];
        byte filler = (byte) (value.signum() < 0 ? -1 : 0);
        for (int i = 0; i < result.length; i++) {
            byte b = i < big.length ? big[big.length - 1 - i] : filler;
            result[little ? i : result.length - 1 - i] = b;
        }
        return PyBytes.of(result);
    }

    private static boolean isLittle(PyStr order) {
        if (order.is("little")) {
            return true;
        }
        if (order.is("big")) {
            return false;
        }
        throw PyErr.valueError("byteorder must be either 'little' or 'big'");
    }

    @PythonClassMethod("from_bytes($type, /, bytes, byteorder='big', *, signed=False)")
    static PyObject fromBytes(ThreadState thread, PyType type, PyObject bytes, PyStr byteOrder, boolean signed) {
        boolean little = isLittle(byteOrder);
        byte[] data = bytesOf(thread, bytes);
        if (little) {
            for (int i = 0, j = data.length - 1; i < j; i++, j--) {
                byte swap = data[i];
                data[i] = data[j];
                data[j] = swap;
            }
        }
        PyInt value =
                PyInt.of(data.length == 0 ? BigInteger.ZERO : signed ? new BigInteger(data) : new BigInteger(1, data));
        return type == PyInt.TYPE ? value : Calls.call(thread, type, value);
    }

    private static byte[] bytesOf(ThreadState thread, PyObject source) {
        PyObject method = Attributes.specialOrNull(thread, source, Names.BYTES);
        if (method != null) {
            PyObject made = Calls.call(thread, method);
            if (!(made instanceof PyBytes b)) {
                throw PyErr.typeError("__bytes__ returned non-bytes (type %T)", made);
            }
            return b.toByteArray();
        }
        if (source.type().slots().has(Slot.BF_GETBUFFER)) {
            return BytesConversion.copyOf(thread, source);
        }
        if (source instanceof PyStr) {
            throw PyErr.typeError("cannot convert 'str' object to bytes");
        }
        return BytesConversion.ofBufferOrIterable(thread, PyBytes.TYPE, source);
    }

    @PythonGetter("real")
    static PyObject real(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonGetter("numerator")
    static PyObject numerator(PyObject self) {
        return ((PyInt) self).exact();
    }

    @PythonGetter("imag")
    static PyObject imag(PyObject self) {
        return PyInt.of(0);
    }

    @PythonGetter("denominator")
    static PyObject denominator(PyObject self) {
        return PyInt.of(1);
    }
}
