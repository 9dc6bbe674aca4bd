package org.pyvm.modules.structs;

import java.math.BigInteger;
import java.util.Arrays;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** Reads the bytes of a format as Python values. */
final class StructUnpacker {
    private StructUnpacker() {}

    static PyTuple unpack(StructFormat format, byte[] bytes, int from) {
        PyObject[] values = new PyObject[format.valueCount()];
        int next = 0;
        for (FormatItem item : format.items()) {
            for (int i = 0; i < item.count(); i++) {
                values[next++] = value(item, format.mode().isBig(), bytes, from + item.offset() + i * item.size());
            }
        }
        return PyTuple.of(values);
    }

    private static long bits(boolean big, byte[] bytes, int at, int size) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits = bits << 8 | bytes[big ? at + i : at + size - 1 - i] & 0xFF;
        }
        return bits;
    }

    private static PyObject value(FormatItem item, boolean big, byte[] bytes, int at) {
        int size = item.size();
        return switch (item.code()) {
            case 's' -> PyBytes.of(Arrays.copyOfRange(bytes, at, at + size));
            case 'p' -> {
                int length = size == 0 ? 0 : Math.min(bytes[at] & 0xFF, size - 1);
                yield size == 0 ? PyBytes.EMPTY : PyBytes.of(Arrays.copyOfRange(bytes, at + 1, at + 1 + length));
            }
            case 'c' -> PyBytes.of(bytes[at]);
            case '?' -> PyBool.of(bytes[at] != 0);
            case 'e' -> PyFloat.of(HalfFloat.value((short) bits(big, bytes, at, 2)));
            case 'f' -> PyFloat.of(Float.intBitsToFloat((int) bits(big, bytes, at, 4)));
            case 'd' -> PyFloat.of(Double.longBitsToDouble(bits(big, bytes, at, 8)));
            case 'b', 'h', 'i', 'l', 'q', 'n' -> {
                int unused = 64 - 8 * size;
                yield PyInt.of(bits(big, bytes, at, size) << unused >> unused);
            }
            default -> unsigned(bits(big, bytes, at, size));
        };
    }

    private static PyObject unsigned(long bits) {
        return bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
    }
}
