package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Encodes a text that comes in pieces. */
final class StatefulEncoder {
    /** The first byte of a state as a number is the length of what is pending; these follow, and then the coding's state. */
    private static final int MOST_PENDING = 8;

    private static final int MOST_PENDING_CHARACTERS = 2;

    private final Coding coding;
    private byte[] state = new byte[Coding.STATE_SIZE];
    private PyStr pending = PyStr.EMPTY;

    StatefulEncoder(Coding coding) {
        this.coding = coding;
        coding.startEncoding(state);
    }

    Coding coding() {
        return coding;
    }

    boolean hasPending() {
        return pending.length() > 0;
    }

    PyObject encode(ThreadState thread, PyObject input, String errors, boolean isLast) {
        PyStr given = input instanceof PyStr text ? text : Objects.str(thread, input);
        PyStr all = pending.length() == 0 ? given : pending.concat(given);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int taken = new CodingRun(thread, coding, state, errors).encode(all, isLast, isLast, out);
        if (all.length() - taken > MOST_PENDING_CHARACTERS) {
            throw PyErr.of(Exceptions.UNICODE_ERROR, "pending buffer overflow");
        }
        pending = all.substring(taken, all.length());
        return PyBytes.of(out.toByteArray());
    }

    /** Forgets all. */
    void reset() {
        coding.endEncoding(state, new ByteArrayOutputStream());
        pending = PyStr.EMPTY;
    }

    PyInt state() {
        byte[] waiting = pending.toString().getBytes(StandardCharsets.UTF_8);
        if (waiting.length > MOST_PENDING) {
            throw PyErr.of(Exceptions.UNICODE_ERROR, "pending buffer too large");
        }
        byte[] number = new byte[1 + waiting.length + Coding.STATE_SIZE];
        number[0] = (byte) waiting.length;
        System.arraycopy(waiting, 0, number, 1, waiting.length);
        System.arraycopy(state, 0, number, 1 + waiting.length, Coding.STATE_SIZE);
        reverse(number);
        return PyInt.of(new BigInteger(1, number));
    }

    void setState(ThreadState thread, PyInt given) {
        int size = 1 + MOST_PENDING + Coding.STATE_SIZE;
        byte[] number = new byte[size];
        byte[] digits = given.bigValue().toByteArray();
        reverse(digits);
        if (given.signum() < 0) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        if (given.bigValue().bitLength() > size * 8) {
            throw PyErr.overflowError("int too big to convert");
        }
        System.arraycopy(digits, 0, number, 0, Math.min(digits.length, size));
        int waiting = number[0] & 0xFF;
        if (waiting > MOST_PENDING) {
            throw PyErr.of(Exceptions.UNICODE_ERROR, "pending buffer too large");
        }
        pending = Codecs.decode(thread, Arrays.copyOfRange(number, 1, 1 + waiting), "utf-8", CodingErrors.STRICT);
        state = Arrays.copyOfRange(number, 1 + waiting, 1 + waiting + Coding.STATE_SIZE);
    }

    private static void reverse(byte[] bytes) {
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte kept = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = kept;
        }
    }
}
