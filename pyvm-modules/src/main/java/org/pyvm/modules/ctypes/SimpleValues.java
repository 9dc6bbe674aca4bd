package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Reads and writes the values of simple types in memory. */
final class SimpleValues {
    private SimpleValues() {}

    /** The bits of an integer, without sign. */
    static long bits(MemorySegment memory, long at, int size, boolean swapped) {
        return switch (size) {
            case 1 -> memory.get(JAVA_BYTE, at) & 0xFFL;
            case 2 -> {
                short bits = memory.get(JAVA_SHORT_UNALIGNED, at);
                yield (swapped ? Short.reverseBytes(bits) : bits) & 0xFFFFL;
            }
            case 4 -> {
                int bits = memory.get(JAVA_INT_UNALIGNED, at);
                yield (swapped ? Integer.reverseBytes(bits) : bits) & 0xFFFFFFFFL;
            }
            default -> {
                long bits = memory.get(JAVA_LONG_UNALIGNED, at);
                yield swapped ? Long.reverseBytes(bits) : bits;
            }
        };
    }

    static void setBits(MemorySegment memory, long at, int size, boolean swapped, long bits) {
        switch (size) {
            case 1 -> memory.set(JAVA_BYTE, at, (byte) bits);
            case 2 -> memory.set(JAVA_SHORT_UNALIGNED, at, swapped ? Short.reverseBytes((short) bits) : (short) bits);
            case 4 -> memory.set(JAVA_INT_UNALIGNED, at, swapped ? Integer.reverseBytes((int) bits) : (int) bits);
            default -> memory.set(JAVA_LONG_UNALIGNED, at, swapped ? Long.reverseBytes(bits) : bits);
        }
    }

    /** As native code takes an integer of the type: all 64 bits, with the sign if it has one. */
    static long extended(SimpleCode code, long bits) {
        int unused = Long.SIZE - Byte.SIZE * code.size();
        return code.isSigned() ? bits << unused >> unused : bits;
    }

    static PyObject unsigned(long bits) {
        return bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(Long.SIZE)));
    }

    /** An integer of some bits, the rest of which is not looked at. */
    static PyObject integer(SimpleCode code, long bits, int width) {
        if (code.letter() == '?') {
            return PyBool.of(width == Long.SIZE ? bits != 0 : (bits & (1L << width) - 1) != 0);
        }
        int unused = Long.SIZE - width;
        return code.isSigned() ? PyInt.of(bits << unused >> unused) : unsigned(bits << unused >>> unused);
    }

    static PyObject get(ThreadState thread, SimpleCode code, boolean swapped, MemorySegment memory, long at) {
        return switch (code.letter()) {
            case 'c' -> PyBytes.of(memory.get(JAVA_BYTE, at));
            case 'f' -> PyFloat.of(Float.intBitsToFloat((int) bits(memory, at, 4, swapped)));
            case 'd' -> PyFloat.of(Double.longBitsToDouble(bits(memory, at, 8, swapped)));
            case 'g' -> PyFloat.of(LongDouble.get(memory, at));
            case 'u' -> WideText.character(memory.get(JAVA_INT_UNALIGNED, at));
            case 'v' -> PyBool.of(memory.get(JAVA_SHORT_UNALIGNED, at) != 0);
            case 'z' -> {
                long address = memory.get(JAVA_LONG_UNALIGNED, at);
                yield address == 0
                        ? Singletons.NONE
                        : PyBytes.of(CtypesState.of(thread).textAt(address));
            }
            case 'Z' -> {
                long address = memory.get(JAVA_LONG_UNALIGNED, at);
                yield address == 0 ? Singletons.NONE : CtypesState.of(thread).wideTextAt(address);
            }
            case 'P' -> {
                long address = memory.get(JAVA_LONG_UNALIGNED, at);
                yield address == 0 ? Singletons.NONE : unsigned(address);
            }
            case 'O' -> CtypesState.of(thread).objects.get(memory.get(JAVA_LONG_UNALIGNED, at));
            default -> integer(code, bits(memory, at, code.size(), swapped), code.size() * Byte.SIZE);
        };
    }

    /** The low bits of an integer. */
    static long mask(ThreadState thread, PyObject value) {
        return Numbers.index(thread, value).longValue();
    }

    /** @return what must live as long as the memory; null for nothing */
    static PyObject set(
            ThreadState thread, SimpleCode code, boolean swapped, MemorySegment memory, long at, PyObject value) {
        switch (code.letter()) {
            case 'c' -> memory.set(JAVA_BYTE, at, character(value));
            case 'f' ->
                setBits(memory, at, 4, swapped, Float.floatToRawIntBits((float) Numbers.toDouble(thread, value)));
            case 'd' -> setBits(memory, at, 8, swapped, Double.doubleToRawLongBits(Numbers.toDouble(thread, value)));
            case 'g' -> LongDouble.set(memory, at, Numbers.toDouble(thread, value));
            case 'u' -> memory.set(JAVA_INT_UNALIGNED, at, wideCharacter(value));
            case '?' -> memory.set(JAVA_BYTE, at, (byte) (Objects.isTrue(thread, value) ? 1 : 0));
            case 'v' -> memory.set(JAVA_SHORT_UNALIGNED, at, (short) (Objects.isTrue(thread, value) ? -1 : 0));
            case 'z', 'Z', 'P', 'O' -> {
                memory.set(JAVA_LONG_UNALIGNED, at, pointer(thread, code.letter(), value));
                return value instanceof PyBytes || value instanceof PyStr || code.letter() == 'O' ? value : null;
            }
            default -> setBits(memory, at, code.size(), swapped, mask(thread, value));
        }
        return null;
    }

    private static byte character(PyObject value) {
        if (value instanceof PyBytes bytes && bytes.size() == 1) {
            return bytes.get(0);
        }
        if (value instanceof PyByteArray bytes && bytes.size() == 1) {
            return bytes.array()[0];
        }
        if (value instanceof PyInt number && number.fitsLong() && number.longValue() >= 0 && number.longValue() < 256) {
            return (byte) number.longValue();
        }
        throw PyErr.typeError("one character bytes, bytearray or integer expected");
    }

    private static int wideCharacter(PyObject value) {
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("unicode string expected instead of %T instance", value);
        }
        if (text.length() != 1) {
            throw PyErr.typeError("one character unicode string expected");
        }
        return text.codePointAt(0);
    }

    private static long pointer(ThreadState thread, char letter, PyObject value) {
        if (letter == 'O') {
            return CtypesState.of(thread).objects.number(value);
        }
        if (value == Singletons.NONE) {
            return 0;
        }
        if (value instanceof PyInt number) {
            return number.longValue();
        }
        if (letter == 'z' && value instanceof PyBytes bytes) {
            return CtypesState.of(thread).texts.address(bytes);
        }
        if (letter == 'Z' && value instanceof PyStr text) {
            return CtypesState.of(thread).texts.address(text);
        }
        throw switch (letter) {
            case 'z' -> PyErr.typeError("bytes or integer address expected instead of %T instance", value);
            case 'Z' -> PyErr.typeError("unicode string or integer address expected instead of %T instance", value);
            default -> PyErr.typeError("cannot be converted to pointer");
        };
    }
}
