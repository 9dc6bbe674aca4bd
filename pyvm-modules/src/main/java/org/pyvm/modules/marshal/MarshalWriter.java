package org.pyvm.modules.marshal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.AnySet;
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
 * Writes values as CPython 3.11 does. From version 3 on a value that comes again is written as a reference to the first; every
 * value that is more than a byte can be referred to (CPython tells those with one owner from others, and leaves them out).
 * Code objects have fields of their own, since theirs differ, and no references inside:
 *
 * <pre>
 * 'c' length names code  code that is in no other: all names in it and in the code inside it, once each, then the fields
 * 'C' length code        code among the constants of other code, which a reader may leave for later
 * </pre>
 */
final class MarshalWriter {
    /** Set in the code of a type when the value may be referred to. */
    static final int REFERABLE = 0x80;

    private static final int DEEPEST = 2000;
    private static final int FIRST_WITH_BINARY_FLOATS = 2;
    private static final int FIRST_WITH_REFERENCES = 3;
    private static final int FIRST_WITH_SHORT_FORMS = 4;
    private static final int SHORT = 256;
    private static final PyStr ENCODE = PyStr.intern("encode");
    private static final PyStr FORMAT = PyStr.intern("__format__");
    private static final PyStr ALL_DIGITS = PyStr.intern(".17g");

    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** The names of the outermost code that is being written, and their numbers; null outside code. */
    private LinkedHashMap<String, Integer> names;

    private final ThreadState thread;
    private final int version;
    private final IdentityHashMap<PyObject, Integer> references = new IdentityHashMap<>();
    /** Added to the code of the type that is written next. */
    private int flag;

    private int depth;

    /** @param version of the format, up to 4; higher ones are the same */
    MarshalWriter(ThreadState thread, int version) {
        this.thread = thread;
        this.version = version;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void write(PyObject value) {
        if (++depth > DEEPEST) {
            throw PyErr.valueError("object too deeply nested to marshal");
        }
        if (value == null) {
            out.write('0');
        } else if (value == Singletons.NONE) {
            out.write('N');
        } else if (value == Singletons.TRUE) {
            out.write('T');
        } else if (value == Singletons.FALSE) {
            out.write('F');
        } else if (value == Singletons.ELLIPSIS) {
            out.write('.');
        } else if (value == Exceptions.STOP_ITERATION) {
            out.write('S');
        } else if (!isReference(value)) {
            writeByType(value);
        }
        depth--;
    }

    /** Writes a reference to a value that has been written; for another, lets references to it be written. */
    private boolean isReference(PyObject value) {
        flag = 0;
        if (version < FIRST_WITH_REFERENCES || names != null) {
            return false;
        }
        Integer known = references.putIfAbsent(value, references.size());
        if (known != null) {
            out.write('r');
            int32(known);
            return true;
        }
        flag = REFERABLE;
        return false;
    }

    private void kind(int code) {
        out.write(code | flag);
        flag = 0;
    }

    private void writeByType(PyObject value) {
        switch (value) {
            case PyInt number when value.type() == PyInt.TYPE -> writeInt(number);
            case PyFloat number
            when value.type() == PyFloat.TYPE -> {
                kind(version < FIRST_WITH_BINARY_FLOATS ? 'f' : 'g');
                real(number.value());
            }
            case PyComplex number
            when value.type() == PyComplex.TYPE -> {
                kind(version < FIRST_WITH_BINARY_FLOATS ? 'x' : 'y');
                real(number.real());
                real(number.imag());
            }
            case PyStr text when value.type() == PyStr.TYPE -> writeText(text);
            case PyBytes bytes when value.type() == PyBytes.TYPE -> writeBytes('s', bytes.bytesUnsafe());
            case PyTuple tuple when value.type() == PyTuple.TYPE -> writeTuple(tuple.itemsUnsafe());
            case PyList list when value.type() == PyList.TYPE -> writeItems('[', list.toArray());
            case PyDict dict when value.type() == PyDict.TYPE -> writeDict(dict);
            case AnySet set when value.type() == PySet.TYPE -> writeItems('<', inOrder(set));
            case AnySet set when value.type() == PyFrozenSet.TYPE -> writeItems('>', inOrder(set));
            case PyCode code -> writeCode(code);
            default -> {
                if (!value.type().slots().has(Slot.BF_GETBUFFER)) {
                    throw PyErr.valueError("unmarshallable object");
                }
                writeBytes('s', value.type().slots().buffer(thread, value, 0).toByteArray());
            }
        }
    }

    private void writeInt(PyInt number) {
        if (number.fitsLong() && number.longValue() == (int) number.longValue()) {
            kind('i');
            int32((int) number.longValue());
            return;
        }
        // Digits of 15 bits, lowest first; the sign is that of their number.
        BigInteger rest = number.bigValue().abs();
        int digits = (rest.bitLength() + 14) / 15;
        kind('l');
        int32(number.signum() < 0 ? -digits : digits);
        for (int i = 0; i < digits; i++) {
            int digit = rest.shiftRight(15 * i).intValue() & 0x7FFF;
            out.write(digit);
            out.write(digit >> 8);
        }
    }

    private void writeText(PyStr text) {
        String chars = text.bmp();
        boolean ascii = chars != null && chars.chars().allMatch(c -> c < 0x80);
        boolean interned = version >= FIRST_WITH_REFERENCES && text.isInterned();
        if (ascii && version >= FIRST_WITH_SHORT_FORMS) {
            byte[] bytes = chars.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length < SHORT) {
                kind(interned ? 'Z' : 'z');
                out.write(bytes.length);
                out.writeBytes(bytes);
            } else {
                writeBytes(interned ? 'A' : 'a', bytes);
            }
            return;
        }
        // UTF-8 in which lone surrogates have a form too.
        PyBytes encoded =
                (PyBytes) Calls.callMethod(thread, text, ENCODE, MarshalReader.UTF_8, MarshalReader.SURROGATEPASS);
        writeBytes(interned ? 't' : 'u', encoded.bytesUnsafe());
    }

    private void writeBytes(int kind, byte[] bytes) {
        kind(kind);
        int32(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private void real(double value) {
        if (version >= FIRST_WITH_BINARY_FLOATS) {
            long bits = Double.doubleToRawLongBits(value);
            int32((int) bits);
            int32((int) (bits >> 32));
            return;
        }
        String digits =
                Calls.callMethod(thread, PyFloat.of(value), FORMAT, ALL_DIGITS).toString();
        out.write(digits.length());
        out.writeBytes(digits.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void writeTuple(PyObject[] items) {
        if (version < FIRST_WITH_SHORT_FORMS || items.length >= SHORT) {
            writeItems('(', items);
            return;
        }
        kind(')');
        out.write(items.length);
        writeAll(items);
    }

    private void writeItems(int kind, PyObject[] items) {
        kind(kind);
        int32(items.length);
        writeAll(items);
    }

    private void writeAll(PyObject[] items) {
        for (PyObject item : items) {
            write(item);
        }
    }

    /** The items of a set in an order that does not depend on their hashes: that of what each is written as. */
    private PyObject[] inOrder(AnySet set) {
        record Written(byte[] bytes, PyObject item) {}
        return Arrays.stream(set.toArray())
                .map(item -> {
                    MarshalWriter alone = new MarshalWriter(thread, version);
                    alone.write(item);
                    return new Written(alone.bytes(), item);
                })
                .sorted((a, b) -> Arrays.compareUnsigned(a.bytes, b.bytes))
                .map(Written::item)
                .toArray(PyObject[]::new);
    }

    private void writeDict(PyDict dict) {
        kind('{');
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            write(dict.keyAt(i));
            write(dict.valueAt(i));
        }
        write(null);
    }

    private void writeCode(PyCode object) {
        ByteArrayOutputStream outer = out;
        boolean outermost = names == null;
        kind(outermost ? 'c' : 'C');
        if (outermost) {
            names = new LinkedHashMap<>();
        }
        out = new ByteArrayOutputStream();
        writeFields(object);
        byte[] fields = out.toByteArray();
        out = new ByteArrayOutputStream();
        if (outermost) {
            number(names.size());
            for (String name : names.keySet()) {
                rawBytes(name.getBytes(StandardCharsets.UTF_8));
            }
            names = null;
        }
        byte[] table = out.toByteArray();
        out = outer;
        int32(table.length + fields.length);
        out.writeBytes(table);
        out.writeBytes(fields);
    }

    private void writeFields(PyCode object) {
        CodeObject code = object.code();
        number(code.argCount());
        number(code.posOnlyArgCount());
        number(code.kwOnlyArgCount());
        number(code.localCount());
        number(code.stackSize());
        number(code.flags());
        number(code.firstLine());
        rawBytes(code.code());
        rawBytes(code.lineTable());
        rawBytes(code.positions().toBytes());
        int[] events = code.lineEvents().toArray();
        number(events.length);
        for (int event : events) {
            int32(event);
        }
        names(code.names());
        names(code.varNames());
        names(code.cellVars());
        names(code.freeVars());
        name(code.fileName());
        name(code.name());
        name(code.qualName());
        PluginCode.write(code, thread.interpreter(), this);
        number(object.constants().length);
        for (PyObject constant : object.constants()) {
            write(constant);
        }
    }

    private void rawBytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void names(List<String> list) {
        number(list.size());
        for (String name : list) {
            name(name);
        }
    }

    void name(String name) {
        Integer known = names.get(name);
        if (known == null) {
            known = names.size();
            names.put(name, known);
        }
        number(known);
    }

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    private void number(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write(rest | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void int32(int value) {
        out.write(value);
        out.write(value >> 8);
        out.write(value >> 16);
        out.write(value >> 24);
    }
}
