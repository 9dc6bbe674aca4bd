package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/** Items of a memory view whose format is one native character, as a 64-bit Linux has them: reading and writing. */
final class BufferItem {
    private BufferItem() {}

    /** The character of a native format such as {@code B} or {@code @i}; 0 for another format. */
    static char nativeCharacter(String format) {
        String plain = format.startsWith("@") ? format.substring(1) : format;
        return plain.length() == 1 && size(plain.charAt(0)) > 0 ? plain.charAt(0) : 0;
    }

    /** Bytes of an item; 0 for an unknown character. */
    static int size(char format) {
        return switch (format) {
            case 'c', 'b', 'B', '?' -> 1;
            case 'h', 'H' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
            default -> 0;
        };
    }

    static boolean isByte(char format) {
        return format == 'b' || format == 'B' || format == 'c';
    }

    /** The item that starts at a position of an array. */
    static PyObject unpack(char format, byte[] bytes, int at) {
        return switch (format) {
            case 'c' -> PyBytes.of(bytes[at]);
            case 'b' -> PyInt.of(bytes[at]);
            case 'B' -> PyInt.of(bytes[at] & 0xFF);
            case '?' -> PyBool.of(bytes[at] != 0);
            case 'h' -> PyInt.of((short) little(bytes, at, 2));
            case 'H' -> PyInt.of(little(bytes, at, 2));
            case 'i' -> PyInt.of((int) little(bytes, at, 4));
            case 'I' -> PyInt.of(little(bytes, at, 4));
            case 'l', 'q', 'n' -> PyInt.of(little(bytes, at, 8));
            case 'L', 'Q', 'N', 'P' -> unsigned(little(bytes, at, 8));
            case 'f' -> PyFloat.of(Float.intBitsToFloat((int) little(bytes, at, 4)));
            case 'd' -> PyFloat.of(Double.longBitsToDouble(little(bytes, at, 8)));
            default -> throw new IllegalArgumentException("format " + format);
        };
    }

    private static long little(byte[] bytes, int at, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static PyObject unsigned(long bits) {
        return bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
    }

    /** A value as the bytes of an item. */
    static byte[] pack(ThreadState thread, char format, PyObject value) {
        try {
            return packed(thread, format, value);
        } catch (PyErr e) {
            if (e.matches(Exceptions.TYPE_ERROR)) {
                throw PyErr.typeError("memoryview: invalid type for format '%c'", format);
            }
            throw e;
        }
    }

    private static PyErr badValue(char format) {
        return PyErr.valueError("memoryview: invalid value for format '%c'", format);
    }

    private static byte[] packed(ThreadState thread, char format, PyObject value) {
        int size = size(format);
        long bits = switch (format) {
            case 'c' -> {
                if (!(value instanceof PyBytes bytes)) {
                    throw PyErr.typeError("no bytes");
                }
                if (bytes.size() != 1) {
                    throw badValue(format);
                }
                yield bytes.get(0);
            }
            case '?' -> Objects.isTrue(thread, value) ? 1 : 0;
            case 'f' -> Float.floatToRawIntBits((float) Numbers.toDouble(thread, value));
            case 'd' -> Double.doubleToRawLongBits(Numbers.toDouble(thread, value));
            case 'b', 'h', 'i', 'l', 'q', 'n' -> signed(format, Numbers.index(thread, value), size);
            default -> unsigned(format, Numbers.index(thread, value), size);
        };
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (bits >> 8 * i);
        }
        return bytes;
    }

    private static long signed(char format, PyInt number, int size) {
        if (!number.fitsLong() || number.longValue() << 64 - 8 * size >> 64 - 8 * size != number.longValue()) {
            throw badValue(format);
        }
        return number.longValue();
    }

    private static long unsigned(char format, PyInt number, int size) {
        if (number.signum() < 0 || number.bigValue().bitLength() > 8 * size) {
            throw badValue(format);
        }
        return number.longValue();
    }
}
