package org.pyvm.modules.arrays;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What the items of an array are: one constant for each type code, in CPython's order. */
enum ItemKind {
    SIGNED_BYTE('b', "b", 1, true),
    UNSIGNED_BYTE('B', "B", 1, false),
    CHARACTER('u', "w", 4, false),
    SHORT('h', "h", 2, true),
    UNSIGNED_SHORT('H', "H", 2, false),
    INT('i', "i", 4, true),
    UNSIGNED_INT('I', "I", 4, false),
    LONG('l', "l", 8, true),
    UNSIGNED_LONG('L', "L", 8, false),
    LONG_LONG('q', "q", 8, true),
    UNSIGNED_LONG_LONG('Q', "Q", 8, false),
    FLOAT('f', "f", 4, true),
    DOUBLE('d', "d", 8, true);

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private final char code;
    private final PyStr codeText;
    private final String format;
    private final int size;
    private final boolean signed;

    ItemKind(char code, String format, int size, boolean signed) {
        this.code = code;
        this.codeText = PyStr.intern(String.valueOf(code));
        this.format = format;
        this.size = size;
        this.signed = signed;
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }

    /** The kind of a type code, or null. */
    static ItemKind ofCode(int code) {
        for (ItemKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }

    PyStr code() {
        return codeText;
    }

    /** The format that a memory view shows. */
    String format() {
        return format;
    }

    /** Bytes of an item. */
    int size() {
        return size;
    }

    boolean isSigned() {
        return signed;
    }

    boolean isInteger() {
        return switch (this) {
            case CHARACTER, FLOAT, DOUBLE -> false;
            case SIGNED_BYTE, UNSIGNED_BYTE, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT -> true;
            case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG -> true;
        };
    }

    /** The item at a position of an array of bytes. */
    PyObject get(byte[] bytes, int at) {
        return switch (this) {
            case SIGNED_BYTE -> PyInt.of(bytes[at]);
            case UNSIGNED_BYTE -> PyInt.of(bytes[at] & 0xFF);
            case CHARACTER -> PyStr.ofCodePoint(codePoint(bytes, at));
            case SHORT -> PyInt.of((short) SHORTS.get(bytes, at));
            case UNSIGNED_SHORT -> PyInt.of((short) SHORTS.get(bytes, at) & 0xFFFF);
            case INT -> PyInt.of((int) INTS.get(bytes, at));
            case UNSIGNED_INT -> PyInt.of((int) INTS.get(bytes, at) & 0xFFFFFFFFL);
            case LONG, LONG_LONG -> PyInt.of((long) LONGS.get(bytes, at));
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> unsigned((long) LONGS.get(bytes, at));
            case FLOAT -> PyFloat.of(Float.intBitsToFloat((int) INTS.get(bytes, at)));
            case DOUBLE -> PyFloat.of(Double.longBitsToDouble((long) LONGS.get(bytes, at)));
        };
    }

    private static int codePoint(byte[] bytes, int at) {
        int codePoint = (int) INTS.get(bytes, at);
        if (!Character.isValidCodePoint(codePoint)) {
            throw PyErr.valueError("chr() arg not in range(0x110000)");
        }
        return codePoint;
    }

    private static PyInt unsigned(long bits) {
        return bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
    }

    /** Stores what {@link #bits} gave. */
    void put(byte[] bytes, int at, long bits) {
        switch (size) {
            case 1 -> bytes[at] = (byte) bits;
            case 2 -> SHORTS.set(bytes, at, (short) bits);
            case 4 -> INTS.set(bytes, at, (int) bits);
            default -> LONGS.set(bytes, at, bits);
        }
    }

    /** A value as the bits of an item. @throws PyErr TypeError, OverflowError */
    long bits(ThreadState thread, PyObject value) {
        return switch (this) {
            case SIGNED_BYTE -> inRange(cInteger(thread, value, 2, "signed short integer"), -0x80, 0x7F, "signed char");
            case UNSIGNED_BYTE -> inRange(cInteger(thread, value, 8, ""), 0, 0xFF, "unsigned byte integer");
            case CHARACTER -> character(value);
            case SHORT -> cInteger(thread, value, 2, "signed short integer");
            case UNSIGNED_SHORT -> inRange(cInteger(thread, value, 4, "signed integer"), 0, 0xFFFF, "unsigned short");
            case INT -> cInteger(thread, value, 4, "signed integer");
            case UNSIGNED_INT -> unsignedInt(thread, value);
            case LONG -> cInteger(thread, value, 8, "");
            case UNSIGNED_LONG -> unsignedLong(thread, value);
            case LONG_LONG -> longLong(thread, value);
            case UNSIGNED_LONG_LONG -> unsignedLongLong(thread, value);
            case FLOAT -> Float.floatToRawIntBits((float) Numbers.toDouble(thread, value));
            case DOUBLE -> Double.doubleToRawLongBits(Numbers.toDouble(thread, value));
        };
    }

    private static long character(PyObject value) {
        if (value instanceof PyStr text && text.length() == 1) {
            return text.codePointAt(0);
        }
        throw PyErr.typeError("array item must be unicode character");
    }

    /** A C integer of some bytes, with the words of {@code PyArg_Parse}. */
    private static long cInteger(ThreadState thread, PyObject value, int bytes, String name) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C long");
        }
        int unused = Long.SIZE - 8 * bytes;
        return inRange(number.longValue(), Long.MIN_VALUE >> unused, Long.MAX_VALUE >> unused, name);
    }

    private static long inRange(long number, long least, long most, String name) {
        if (number < least) {
            throw PyErr.overflowError("%s is less than minimum", name);
        }
        if (number > most) {
            throw PyErr.overflowError("%s is greater than maximum", name);
        }
        return number;
    }

    private static long unsignedInt(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        long bits = unsignedLong(thread, number);
        if (bits < 0 || bits > 0xFFFFFFFFL) {
            throw PyErr.overflowError("unsigned int is greater than maximum");
        }
        return bits;
    }

    private static long unsignedLong(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative value to unsigned int");
        }
        if (number.bigValue().bitLength() > Long.SIZE) {
            throw PyErr.overflowError("Python int too large to convert to C unsigned long");
        }
        return number.bigValue().longValue();
    }

    private static long longLong(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("int too big to convert");
        }
        return number.longValue();
    }

    private static long unsignedLongLong(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        if (number.bigValue().bitLength() > Long.SIZE) {
            throw PyErr.overflowError("int too big to convert");
        }
        return number.bigValue().longValue();
    }
}
