package org.pyvm.modules.marshal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.LineEvents;
import org.pyvm.compiler.PositionTable;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * Reads what {@link MarshalWriter} writes. Functions that are never called are never read: code inside other code waits
 * until it is needed.
 */
final class MarshalReader {
    private final ThreadState thread;
    private final byte[] bytes;
    private int at;
    /** What the code that is being read has in common with the code around it; null outside code. */
    private final CodeNames names;

    /** @param bytes not to be changed afterwards */
    MarshalReader(ThreadState thread, byte[] bytes) {
        this(thread, bytes, 0, null);
    }

    MarshalReader(ThreadState thread, byte[] bytes, int at, CodeNames names) {
        this.thread = thread;
        this.bytes = bytes;
        this.at = at;
        this.names = names;
    }

    /** Bytes read so far. */
    int position() {
        return at;
    }

    /** The next value. @throws PyErr EOFError, ValueError or TypeError for bytes that are none */
    PyObject read() {
        PyObject value = readOrNull();
        if (value == null) {
            throw PyErr.typeError("NULL object in marshal data for object");
        }
        return value;
    }

    private PyObject readOrNull() {
        int kind = next() & 0x7F;
        return switch (kind) {
            case '0' -> null;
            case 'N' -> Singletons.NONE;
            case 'T' -> Singletons.TRUE;
            case 'F' -> Singletons.FALSE;
            case '.' -> Singletons.ELLIPSIS;
            case 'S' -> Exceptions.STOP_ITERATION;
            case 'i' -> PyInt.of(int32());
            case 'l' -> readLong();
            case 'g' -> PyFloat.of(Double.longBitsToDouble(int64()));
            case 'y' -> PyComplex.of(Double.longBitsToDouble(int64()), Double.longBitsToDouble(int64()));
            case 'a' -> readAscii();
            case 'u' -> readText(slice(length()));
            case 's' -> PyBytes.of(slice(length()));
            case '(' -> PyTuple.of(items(length()));
            case '[' -> PyList.of(items(length()));
            case '{' -> readDict();
            case '<' -> Calls.call(thread, PySet.TYPE, PyTuple.of(items(length())));
            case '>' -> Calls.call(thread, PyFrozenSet.TYPE, PyTuple.of(items(length())));
            case 'c' -> readOutermostCode();
            case 'C' -> readNestedCode();
            default -> throw PyErr.valueError("bad marshal data (unknown type code)");
        };
    }

    private int next() {
        if (at >= bytes.length) {
            throw PyErr.of(Exceptions.EOF_ERROR, "marshal data too short");
        }
        return bytes[at++] & 0xFF;
    }

    int int32() {
        need(4);
        int value = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
        at += 4;
        return value;
    }

    private long int64() {
        return int32() & 0xFFFFFFFFL | (long) int32() << 32;
    }

    private void need(int count) {
        if (count > bytes.length - at) {
            throw PyErr.of(Exceptions.EOF_ERROR, "marshal data too short");
        }
    }

    private int length() {
        int length = int32();
        if (length < 0) {
            throw PyErr.valueError("bad marshal data (bytes object size out of range)");
        }
        need(length);
        return length;
    }

    private byte[] slice(int length) {
        need(length);
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return part;
    }

    private PyObject readLong() {
        int count = int32();
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < Math.abs(count); i++) {
            int digit = next() | next() << 8;
            value = value.or(BigInteger.valueOf(digit).shiftLeft(15 * i));
        }
        return PyInt.of(count < 0 ? value.negate() : value);
    }

    private PyObject readAscii() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return isName(text) ? PyStr.intern(text) : PyStr.ofBmp(text);
    }

    /** Text that could be a name is interned, as CPython does. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return text.length() < 64;
    }

    private static PyObject readText(byte[] encoded) {
        int[] points = new int[encoded.length];
        int count = 0;
        for (int i = 0; i < encoded.length; ) {
            int first = encoded[i] & 0xFF;
            int extra = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
            if (i + extra >= encoded.length) {
                throw PyErr.valueError("bad marshal data (invalid text)");
            }
            int point = extra == 0 ? first : first & 0x3F >> extra;
            for (int j = 1; j <= extra; j++) {
                point = point << 6 | encoded[i + j] & 0x3F;
            }
            points[count++] = point;
            i += extra + 1;
        }
        return PyStr.ofCodePoints(Arrays.copyOf(points, count));
    }

    private PyObject[] items(int count) {
        PyObject[] items = new PyObject[count];
        for (int i = 0; i < count; i++) {
            items[i] = read();
        }
        return items;
    }

    private PyObject readDict() {
        PyDict dict = new PyDict();
        for (PyObject key; (key = readOrNull()) != null; ) {
            dict.put(thread, key, read());
        }
        return dict;
    }

    private PyObject readOutermostCode() {
        CodeNames own = new CodeNames(bytes, at);
        MarshalReader inside = new MarshalReader(thread, bytes, own.end(), own);
        PyCode code = inside.readCode();
        at = inside.at;
        return code;
    }

    private PyObject readNestedCode() {
        if (names == null) {
            throw PyErr.valueError("bad marshal data (invalid reference)");
        }
        int length = length();
        PyCode code = new PyCode(new DeferredCode(bytes, at, names));
        at += length;
        return code;
    }

    /** A code object whose names are in {@link #names}. */
    PyCode readCode() {
        CodeObject.Builder builder = CodeObject.builder()
                .withArgCount(number())
                .withPosOnlyArgCount(number())
                .withKwOnlyArgCount(number())
                .withLocalCount(number())
                .withStackSize(number())
                .withFlags(number());
        int firstLine = number();
        builder.withFirstLine(firstLine)
                .withCode(slice(number()))
                .withLineTable(slice(number()))
                .withPositions(PositionTable.of(slice(number()), firstLine));
        int eventCount = number();
        need(eventCount);
        int[] events = new int[eventCount];
        for (int i = 0; i < events.length; i++) {
            events[i] = int32();
        }
        builder.withLineEvents(LineEvents.of(events))
                .withNames(names())
                .withVarNames(names())
                .withCellVars(names())
                .withFreeVars(names())
                .withFileName(names.fileName(number()))
                .withName(name())
                .withQualName(name());
        PluginCode.read(builder, thread, this);
        int count = number();
        need(count);
        PyObject[] constants = items(count);
        return new PyCode(builder.build(), constants);
    }

    List<String> names() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        need(count);
        String[] list = new String[count];
        for (int i = 0; i < count; i++) {
            list[i] = name();
        }
        return List.of(list);
    }

    String name() {
        return names.get(number());
    }

    /** A number of one byte or more, seven bits in each, the lowest first. */
    private int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = next();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                if (value < 0) {
                    break;
                }
                return value;
            }
        }
        throw PyErr.valueError("bad marshal data (number out of range)");
    }
}
