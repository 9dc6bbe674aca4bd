package org.pyvm.modules.marshal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * Reads what {@link MarshalWriter} writes, and what CPython 3.11 writes of everything but code. Functions that are never
 * called are never read: code inside other code waits until it is needed.
 */
final class MarshalReader {
    private static final int DEEPEST = 2000;
    /** From so many items on it is seen first whether there are bytes for them. */
    private static final int MANY = 1 << 16;

    private static final PyStr DECODE = PyStr.intern("decode");
    static final PyStr UTF_8 = PyStr.intern("utf-8");
    static final PyStr SURROGATEPASS = PyStr.intern("surrogatepass");

    private final ThreadState thread;
    private final MarshalSource source;
    private int at;
    private int depth;
    /** What the code that is being read has in common with the code around it; null outside code. */
    private final CodeNames names;
    /** Values that a reference may name, in the order in which they began; null for one that has no object yet. */
    private final List<PyObject> references = new ArrayList<>();

    MarshalReader(ThreadState thread, MarshalSource source) {
        this(thread, source, 0, null);
    }

    MarshalReader(ThreadState thread, MarshalSource source, int at, CodeNames names) {
        this.thread = thread;
        this.source = source;
        this.at = at;
        this.names = names;
    }

    /** The next value. @throws PyErr EOFError, ValueError or TypeError for bytes that are none */
    PyObject read() {
        return read("object");
    }

    private PyObject read(String container) {
        PyObject value = readOrNull();
        if (value == null) {
            throw PyErr.typeError("NULL object in marshal data for " + container);
        }
        return value;
    }

    private PyObject readOrNull() {
        if (at >= source.end && !source.hasMore()) {
            throw PyErr.of(Exceptions.EOF_ERROR, "EOF read where object expected");
        }
        int first = next();
        int kind = first & ~MarshalWriter.REFERABLE;
        int reference = -1;
        if (first != kind) {
            reference = references.size();
            references.add(null);
        }
        if (++depth > DEEPEST) {
            throw PyErr.valueError("recursion limit exceeded");
        }
        PyObject value = readKind(kind, reference);
        depth--;
        if (reference >= 0) {
            references.set(reference, value);
        }
        return value;
    }

    private PyObject readKind(int kind, int reference) {
        return switch (kind) {
            case '0' -> null;
            case 'N' -> Singletons.NONE;
            case 'T' -> Singletons.TRUE;
            case 'F' -> Singletons.FALSE;
            case '.' -> Singletons.ELLIPSIS;
            case 'S' -> Exceptions.STOP_ITERATION;
            case 'i' -> PyInt.of(int32());
            case 'I' -> PyInt.of(int64());
            case 'l' -> readLong();
            case 'f' -> PyFloat.of(readDecimal());
            case 'g' -> PyFloat.of(Double.longBitsToDouble(int64()));
            case 'x' -> PyComplex.of(readDecimal(), readDecimal());
            case 'y' -> PyComplex.of(Double.longBitsToDouble(int64()), Double.longBitsToDouble(int64()));
            case 'a' -> readAscii(length("string"), names != null);
            case 'A' -> PyStr.intern(readAscii(length("string"), false));
            case 'z' -> readAscii(next(), names != null);
            case 'Z' -> PyStr.intern(readAscii(next(), false));
            case 'u' -> readText();
            case 't' -> PyStr.intern(readText());
            case 's' -> PyBytes.of(slice(length("bytes object")));
            case ')' -> readTuple(next(), reference);
            case '(' -> readTuple(length("tuple"), reference);
            case '[' -> readList(reference);
            case '{' -> readDict(reference);
            case '<' -> readSet(reference);
            case '>' -> PyFrozenSet.of(thread, readSet(-1));
            case 'r' -> referred();
            case 'c' -> readOutermostCode();
            case 'C' -> readNestedCode();
            default -> throw PyErr.valueError("bad marshal data (unknown type code)");
        };
    }

    private PyObject referred() {
        int number = int32();
        if (number < 0 || number >= references.size() || references.get(number) == null) {
            throw PyErr.valueError("bad marshal data (invalid reference)");
        }
        return references.get(number);
    }

    /** Lets what is inside a value refer to it. */
    private void begin(int reference, PyObject value) {
        if (reference >= 0) {
            references.set(reference, value);
        }
    }

    private int next() {
        source.need(at, 1);
        return source.bytes[at++] & 0xFF;
    }

    int int32() {
        source.need(at, 4);
        byte[] bytes = source.bytes;
        int value = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
        at += 4;
        return value;
    }

    private long int64() {
        source.need(at, Long.BYTES);
        return int32() & 0xFFFFFFFFL | (long) int32() << 32;
    }

    private int length(String what) {
        int length = int32();
        if (length < 0) {
            throw PyErr.valueError("bad marshal data (" + what + " size out of range)");
        }
        return length;
    }

    private byte[] slice(int length) {
        source.need(at, length);
        byte[] part = Arrays.copyOfRange(source.bytes, at, at + length);
        at += length;
        return part;
    }

    private PyObject readLong() {
        int count = int32();
        if (count == Integer.MIN_VALUE) {
            throw PyErr.valueError("bad marshal data (long size out of range)");
        }
        int digits = Math.abs(count);
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < digits; i++) {
            int digit = next() | next() << 8;
            if (digit >> 15 != 0) {
                throw PyErr.valueError("bad marshal data (digit out of range in long)");
            }
            if (digit == 0 && i == digits - 1) {
                throw PyErr.valueError("bad marshal data (unnormalized long data)");
            }
            value = value.or(BigInteger.valueOf(digit).shiftLeft(15 * i));
        }
        return PyInt.of(count < 0 ? value.negate() : value);
    }

    private double readDecimal() {
        PyObject number = Calls.call(thread, PyFloat.TYPE, readAscii(next(), false));
        return ((PyFloat) number).value();
    }

    private PyStr readAscii(int length, boolean internsNames) {
        source.need(at, length);
        String text = new String(source.bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return internsNames && isName(text) ? PyStr.intern(text) : PyStr.ofBmp(text);
    }

    /** Constants of code that could be names are interned, as CPython does. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return text.length() < 64;
    }

    private PyStr readText() {
        PyObject encoded = PyBytes.of(slice(length("string")));
        return (PyStr) Calls.callMethod(thread, encoded, DECODE, UTF_8, SURROGATEPASS);
    }

    private PyObject readTuple(int count, int reference) {
        PyObject[] items = room(count);
        PyTuple tuple = PyTuple.of(items);
        begin(reference, tuple);
        fill(items, "tuple");
        return tuple;
    }

    private PyObject[] room(int count) {
        if (count > MANY) {
            source.need(at, count);
        }
        return new PyObject[count];
    }

    private void fill(PyObject[] items, String container) {
        for (int i = 0; i < items.length; i++) {
            items[i] = read(container);
        }
    }

    private PyObject readList(int reference) {
        int count = length("list");
        PyList list = new PyList();
        begin(reference, list);
        for (int i = 0; i < count; i++) {
            list.append(read("list"));
        }
        return list;
    }

    private PyObject readSet(int reference) {
        int count = length("set");
        PySet set = new PySet();
        begin(reference, set);
        for (int i = 0; i < count; i++) {
            set.add(thread, read("set"));
        }
        return set;
    }

    private PyObject readDict(int reference) {
        PyDict dict = new PyDict();
        begin(reference, dict);
        for (PyObject key; (key = readOrNull()) != null; ) {
            PyObject value = readOrNull();
            if (value == null) {
                break;
            }
            dict.put(thread, key, value);
        }
        return dict;
    }

    private PyObject readOutermostCode() {
        int length = length("code");
        source.need(at, length);
        CodeNames own = new CodeNames(source.bytes, at);
        PyCode code = new MarshalReader(thread, MarshalSource.of(source.bytes), own.end(), own).readCode();
        at += length;
        return code;
    }

    /**
     * The plugins that code was compiled with, as {@link PluginCode} writes them; null for bytes that are no code.
     *
     * @param start where the code begins
     */
    static List<String> syntax(ThreadState thread, byte[] bytes, int start) {
        int first = bytes[start] & 0xFF & ~MarshalWriter.REFERABLE;
        if (first != 'c' || bytes.length < start + 5) {
            return null;
        }
        try {
            CodeNames names = new CodeNames(bytes, start + 5);
            MarshalReader reader = new MarshalReader(thread, MarshalSource.of(bytes), names.end(), names);
            reader.readFields(CodeObject.builder());
            return reader.names();
        } catch (PyErr e) {
            return null;
        }
    }

    private PyObject readNestedCode() {
        if (names == null) {
            throw PyErr.valueError("bad marshal data (invalid reference)");
        }
        int length = length("code");
        source.need(at, length);
        PyCode code = new PyCode(new DeferredCode(source.bytes, at, names));
        at += length;
        return code;
    }

    /** A code object whose names are in {@link #names}. */
    PyCode readCode() {
        CodeObject.Builder builder = CodeObject.builder();
        readFields(builder);
        PluginCode.read(builder, thread, this);
        int count = number();
        PyObject[] constants = room(count);
        fill(constants, "code");
        return new PyCode(builder.build(), constants);
    }

    private void readFields(CodeObject.Builder builder) {
        builder.withArgCount(number())
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
        source.need(at, eventCount);
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
    }

    List<String> names() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        source.need(at, count);
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
