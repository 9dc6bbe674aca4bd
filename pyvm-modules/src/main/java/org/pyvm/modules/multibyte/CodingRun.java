package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** Encodes or decodes a whole text or a piece of one, and has errors dealt with. */
final class CodingRun {
    private static final int REPLACEMENT = 0xFFFD;

    private final ThreadState thread;
    private final Coding coding;
    private final byte[] state;
    private final CodingErrors errors;

    CodingRun(ThreadState thread, Coding coding, byte[] state, String errors) {
        this.thread = thread;
        this.coding = coding;
        this.state = state;
        this.errors = new CodingErrors(thread, errors);
    }

    /**
     * Encodes as much as can be.
     *
     * @param isLast whether no more will come
     * @param resets whether the state of the beginning shall be come back to
     * @return how many characters were taken
     */
    int encode(PyStr text, boolean isLast, boolean resets, ByteArrayOutputStream out) {
        int[] characters = text.toCodePoints();
        int at = 0;
        while (at < characters.length) {
            int taken = coding.encode(characters, at, isLast, state, out);
            if (taken > 0) {
                at += taken;
                continue;
            }
            if (taken == Coding.INCOMPLETE && !isLast) {
                break;
            }
            int end = taken == Coding.INCOMPLETE ? characters.length : at - taken;
            at = replace(text, at, end, taken == Coding.INCOMPLETE, out);
        }
        if (resets) {
            coding.endEncoding(state, out);
        }
        return at;
    }

    private int replace(PyStr text, int start, int end, boolean isIncomplete, ByteArrayOutputStream out) {
        if (errors.isReplace()) {
            if (coding.encode(new int[] {'?'}, 0, true, state, out) <= 0) {
                out.write('?');
            }
            return end;
        }
        if (errors.isIgnore()) {
            return end;
        }
        PyTuple answer = errors.handle(Exceptions.UNICODE_ENCODE_ERROR, coding.name(), text, start, end, isIncomplete);
        PyObject replacement = answer.get(0);
        if (replacement instanceof PyStr replacing) {
            new CodingRun(thread, coding, state, CodingErrors.STRICT).encode(replacing, true, false, out);
        } else {
            out.writeBytes(((PyBytes) replacement).bytesUnsafe());
        }
        return CodingErrors.position(answer, text.length());
    }

    /**
     * Decodes as much as can be.
     *
     * @return how many bytes were taken
     */
    int decode(byte[] in, StrBuilder out) {
        int at = 0;
        while (at < in.length) {
            int taken = coding.decode(in, at, state, out);
            if (taken == Coding.INCOMPLETE) {
                break;
            }
            at = taken > 0 ? at + taken : replace(in, at, Math.min(at - taken, in.length), false, out);
        }
        return at;
    }

    /** Decodes all; what is incomplete at the end is an error. */
    void decodeAll(byte[] in, StrBuilder out) {
        byte[] rest = in;
        int before = 0;
        int at = decode(rest, out);
        while (before + at < in.length) {
            int next = replace(in, before + at, in.length, true, out);
            before = next;
            rest = Arrays.copyOfRange(in, next, in.length);
            at = decode(rest, out);
        }
    }

    /** @return where to go on */
    int replace(byte[] in, int start, int end, boolean isIncomplete, StrBuilder out) {
        if (errors.isReplace()) {
            out.append(REPLACEMENT);
            return end;
        }
        if (errors.isIgnore()) {
            return end;
        }
        PyBytes object = PyBytes.of(in.clone());
        PyTuple answer =
                errors.handle(Exceptions.UNICODE_DECODE_ERROR, coding.name(), object, start, end, isIncomplete);
        out.append((PyStr) answer.get(0));
        return CodingErrors.position(answer, in.length);
    }
}
