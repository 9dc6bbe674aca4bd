package org.pyvm.modules.structs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;

/** Writes Python values as the bytes of a format. */
final class StructPacker {
    private final ThreadState thread;
    private final StructFormat.Mode mode;
    private final PyType errorType;
    private final byte[] out;

    private StructPacker(ThreadState thread, StructFormat.Mode mode, PyType errorType, byte[] out) {
        this.thread = thread;
        this.mode = mode;
        this.errorType = errorType;
        this.out = out;
    }

    /** @param values from {@code first} on, as many as the format has */
    static byte[] pack(ThreadState thread, StructFormat format, PyType errorType, PyObject[] values, int first) {
        if (format.size() > Integer.MAX_VALUE - 16) {
            throw PyErr.memoryError();
        }
        byte[] out = new byte[(int) format.size()];
        StructPacker packer = new StructPacker(thread, format.mode(), errorType, out);
        int next = first;
        for (FormatItem item : format.items()) {
            for (int i = 0; i < item.count(); i++) {
                packer.pack(item, item.offset() + i * item.size(), values[next++]);
            }
        }
        return out;
    }

    private PyErr error(String message, Object... values) {
        return PyErr.of(errorType, message, values);
    }

    private void store(int at, int size, long bits) {
        for (int i = 0; i < size; i++) {
            out[mode.isBig() ? at + size - 1 - i : at + i] = (byte) (bits >> 8 * i);
        }
    }

    private void pack(FormatItem item, int at, PyObject value) {
        int size = item.size();
        switch (item.code()) {
            case '?' -> out[at] = (byte) (Objects.isTrue(thread, value) ? 1 : 0);
            case 'c' -> {
                if (!(value instanceof PyBytes bytes) || bytes.size() != 1) {
                    throw error("char format requires a bytes object of length 1");
                }
                out[at] = bytes.get(0);
            }
            case 's' -> {
                byte[] bytes = string(value, 's');
                System.arraycopy(bytes, 0, out, at, Math.min(bytes.length, size));
            }
            case 'p' -> {
                byte[] bytes = string(value, 'p');
                int length = Math.min(bytes.length, size - 1);
                if (size > 0) {
                    out[at] = (byte) Math.min(length, 255);
                    System.arraycopy(bytes, 0, out, at + 1, length);
                }
            }
            case 'e' -> store(at, size, half(number(value)));
            case 'f' -> store(at, size, single(number(value)));
            case 'd' -> store(at, size, Double.doubleToRawLongBits(number(value)));
            default -> store(at, size, integer(item.code(), size, value));
        }
    }

    private byte[] string(PyObject value, char code) {
        if (value instanceof PyBytes bytes) {
            return bytes.bytesUnsafe();
        }
        if (value instanceof PyByteArray bytes) {
            return bytes.toByteArray();
        }
        throw error("argument for '%c' must be a bytes object", code);
    }

    private double number(PyObject value) {
        try {
            return Numbers.toDouble(thread, value);
        } catch (PyErr e) {
            if (e.matches(Exceptions.TYPE_ERROR)) {
                throw error("required argument is not a float");
            }
            throw e;
        }
    }

    private static long half(double value) {
        short bits = HalfFloat.bits(value);
        if (HalfFloat.isInfinite(bits) && !Double.isInfinite(value)) {
            throw PyErr.overflowError("float too large to pack with e format");
        }
        return bits;
    }

    private long single(double value) {
        float rounded = (float) value;
        if (Float.isInfinite(rounded) && !Double.isInfinite(value) && mode != StructFormat.Mode.NATIVE) {
            throw PyErr.overflowError("float too large to pack with f format");
        }
        return Float.floatToRawIntBits(rounded);
    }

    private long integer(char code, int size, PyObject value) {
        if (!(value instanceof PyInt) && !value.type().slots().has(Slot.NB_INDEX)) {
            throw error("required argument is not an integer");
        }
        PyInt number = Numbers.index(thread, value);
        boolean isUnsigned = code >= 'A' && code <= 'Z';
        if (code == 'P') {
            return pointer(number);
        }
        boolean small = code == 'b' || code == 'B' || !mode.isBig() && (code == 'h' || code == 'H');
        boolean fits =
                isUnsigned && !small ? number.signum() >= 0 && number.bigValue().bitLength() <= 64 : number.fitsLong();
        if (!fits) {
            throw error(mode.isBig() && size == 8 ? "int too large to convert" : "argument out of range");
        }
        if (size < 8) {
            checkRange(code, size, isUnsigned, small, number);
        }
        return number.longValue();
    }

    private void checkRange(char code, int size, boolean isUnsigned, boolean small, PyInt number) {
        long low = isUnsigned ? 0 : -1L << 8 * size - 1;
        long high = isUnsigned ? (1L << 8 * size) - 1 : (1L << 8 * size - 1) - 1;
        if (!number.fitsLong() || number.longValue() < low || number.longValue() > high) {
            String name = !small ? "'" + code + "'" : (isUnsigned ? "u" : "") + (size == 1 ? "byte" : "short");
            throw error("%s format requires %d <= number <= %d", name, low, high);
        }
    }

    private long pointer(PyInt number) {
        if (!number.fitsLong() && (number.signum() < 0 || number.bigValue().bitLength() > 64)) {
            throw error("int too large to convert");
        }
        return number.longValue();
    }
}
