package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.BINSTRING;
import static org.pyvm.modules.pickle.PickleOpcode.FLOAT;
import static org.pyvm.modules.pickle.PickleOpcode.INT;
import static org.pyvm.modules.pickle.PickleOpcode.LONG;
import static org.pyvm.modules.pickle.PickleOpcode.LONG1;
import static org.pyvm.modules.pickle.PickleOpcode.LONG4;
import static org.pyvm.modules.pickle.PickleOpcode.SHORT_BINSTRING;
import static org.pyvm.modules.pickle.PickleOpcode.STRING;
import static org.pyvm.modules.pickle.PickleOpcode.UNICODE;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.BytesEscape;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.codecs.UnicodeEscape;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Reads texts, and the numbers and strings that old protocols write as text. */
final class TextLoading {
    /** What C's reader of numbers takes: unlike float(), no spaces and no underscores. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?|inf(?:inity)?|nan)", Pattern.CASE_INSENSITIVE);

    private TextLoading() {}

    static PyStr text(ThreadState thread, byte[] utf8) {
        return Utf8.decode(thread, utf8, "surrogatepass");
    }

    static PyStr name(ThreadState thread, byte[] line) {
        return Utf8.decode(thread, line, null);
    }

    private static String latin1(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    static PyStr persistentId(PickleState state, byte[] line) {
        PyStr text = PyStr.ofBmp(latin1(line));
        if (!text.isAscii()) {
            throw state.unpicklingError("persistent IDs in protocol 0 must be ASCII strings");
        }
        return text;
    }

    /** The number of a memo's entry. */
    static long index(ThreadState thread, byte[] line) {
        PyInt number = (PyInt) Calls.call(thread, PyInt.TYPE, PyStr.ofBmp(latin1(line)), PyInt.of(10));
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C ssize_t");
        }
        return number.longValue();
    }

    /** The opcodes of numbers and strings as text; answers false for others. */
    static boolean run(ThreadState thread, UnpicklingMachine machine, byte opcode) {
        PickleInput input = machine.input;
        PyObject value = switch (opcode) {
            case LONG1 -> integer(input.take(thread, input.next(thread)));
            case LONG4 -> {
                int size = (int) input.number(thread, 4);
                if (size < 0) {
                    throw machine.state.unpicklingError("LONG pickle has negative byte count");
                }
                yield integer(input.take(thread, size));
            }
            case INT -> integerLine(thread, input.line(thread, 2));
            case LONG -> longLine(thread, input.line(thread, 2));
            case FLOAT -> floatLine(thread, input.line(thread, 2));
            case STRING -> quoted(thread, machine, input.line(thread, 1));
            case SHORT_BINSTRING -> string(thread, machine, input.take(thread, input.next(thread)));
            case BINSTRING -> string(thread, machine, input.take(thread, input.number(thread, 4)));
            case UNICODE ->
                UnicodeEscape.decodeRaw(thread, input.line(thread, 1), null, true)
                        .text();
            default -> null;
        };
        if (value == null) {
            return false;
        }
        machine.stack.push(value);
        return true;
    }

    private static PyObject integer(byte[] littleEndian) {
        int length = littleEndian.length;
        if (length == 0) {
            return PyInt.of(0);
        }
        byte[] bigEndian = new byte[length];
        for (int i = 0; i < length; i++) {
            bigEndian[i] = littleEndian[length - 1 - i];
        }
        return PyInt.of(new BigInteger(bigEndian));
    }

    private static PyObject integerLine(ThreadState thread, byte[] line) {
        String text = latin1(line);
        if (text.equals("00") || text.equals("01")) {
            return PyBool.of(text.equals("01"));
        }
        try {
            return PyInt.of(Long.parseLong(text));
        } catch (NumberFormatException notPlain) {
            return parse(thread, text);
        }
    }

    private static PyObject parse(ThreadState thread, String text) {
        try {
            return Calls.call(thread, PyInt.TYPE, PyStr.ofBmp(text), PyInt.of(0));
        } catch (PyErr e) {
            if (e.matches(Exceptions.VALUE_ERROR)) {
                throw PyErr.valueError("could not convert string to int");
            }
            throw e;
        }
    }

    private static PyObject longLine(ThreadState thread, byte[] line) {
        String text = latin1(line);
        if (text.endsWith("L")) {
            text = text.substring(0, text.length() - 1);
        }
        return Calls.call(thread, PyInt.TYPE, PyStr.ofBmp(text), PyInt.of(0));
    }

    private static PyObject floatLine(ThreadState thread, byte[] line) {
        String text = latin1(line);
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt()) {
            throw PyErr.valueError("could not convert string to float: '%s\n'", text);
        }
        if (number.end() < text.length()) {
            throw PyErr.valueError("could not convert string to float");
        }
        return Calls.call(thread, PyFloat.TYPE, PyStr.ofBmp(text));
    }

    private static PyObject quoted(ThreadState thread, UnpicklingMachine machine, byte[] line) {
        int last = line.length - 1;
        if (last < 1 || line[0] != line[last] || line[0] != '\'' && line[0] != '"') {
            throw machine.state.unpicklingError("the STRING opcode argument must be quoted");
        }
        return string(thread, machine, BytesEscape.decode(thread, Arrays.copyOfRange(line, 1, last), null));
    }

    /** A string of Python 2: bytes or text, as the program wants it. */
    private static PyObject string(ThreadState thread, UnpicklingMachine machine, byte[] bytes) {
        return machine.encoding().equals("bytes")
                ? PyBytes.of(bytes)
                : Codecs.decode(thread, bytes, machine.encoding(), machine.errors());
    }
}
