package org.pyvm.modules.multibyte;

import java.math.BigInteger;
import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.StrBuilder;

/** Decodes bytes that come in pieces. */
final class StatefulDecoder {
    private static final int MOST_PENDING = 8;

    private final Coding coding;
    private byte[] state = new byte[Coding.STATE_SIZE];
    private byte[] pending = {};

    StatefulDecoder(Coding coding) {
        this.coding = coding;
        coding.startDecoding(state);
    }

    byte[] pending() {
        return pending;
    }

    /** Appends what can be decoded. @param isLast whether what is then incomplete is an error */
    void decode(ThreadState thread, byte[] input, String errors, boolean isLast, StrBuilder out) {
        byte[] before = pending;
        byte[] all = input;
        if (pending.length > 0) {
            all = Arrays.copyOf(pending, pending.length + input.length);
            System.arraycopy(input, 0, all, pending.length, input.length);
            pending = new byte[0];
        }
        CodingRun run = new CodingRun(thread, coding, state, errors);
        int taken = run.decode(all, out);
        if (isLast && taken < all.length) {
            try {
                taken = run.replace(all, taken, all.length, true, out);
            } catch (PyErr e) {
                pending = before;
                throw e;
            }
        }
        if (all.length - taken > MOST_PENDING) {
            throw PyErr.of(Exceptions.UNICODE_ERROR, "pending buffer overflow");
        }
        pending = Arrays.copyOfRange(all, taken, all.length);
    }

    void reset() {
        state = new byte[Coding.STATE_SIZE];
        coding.startDecoding(state);
        pending = new byte[0];
    }

    PyInt state() {
        byte[] number = new byte[Coding.STATE_SIZE];
        for (int i = 0; i < number.length; i++) {
            number[i] = state[number.length - 1 - i];
        }
        return PyInt.of(new BigInteger(1, number));
    }

    void setState(byte[] waiting, PyInt given) {
        if (given.signum() < 0) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        if (given.bigValue().bitLength() > Coding.STATE_SIZE * 8) {
            throw PyErr.overflowError("int too big to convert");
        }
        if (waiting.length > MOST_PENDING) {
            throw PyErr.of(Exceptions.UNICODE_ERROR, "pending buffer too large");
        }
        pending = waiting;
        long number = given.bigValue().longValue();
        state = new byte[Coding.STATE_SIZE];
        for (int i = 0; i < state.length; i++) {
            state[i] = (byte) (number >>> 8 * i);
        }
    }
}
