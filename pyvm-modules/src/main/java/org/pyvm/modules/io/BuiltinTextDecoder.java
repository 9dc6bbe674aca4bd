package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Decoded;
import org.pyvm.objects.codecs.SingleByte;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** The decoder of an encoding that needs no look-up. */
final class BuiltinTextDecoder implements TextDecoder {
    private final TextEncoding encoding;
    private final String errors;
    private byte[] pending = {};

    BuiltinTextDecoder(TextEncoding encoding, String errors) {
        this.encoding = encoding;
        this.errors = errors;
    }

    @Override
    public PyStr decode(ThreadState thread, PyBytes input, boolean isFinal) {
        byte[] bytes = input.bytesUnsafe();
        return switch (encoding) {
            case ASCII -> SingleByte.decodeAscii(thread, bytes, errors);
            case LATIN_1 -> SingleByte.decodeLatin1(bytes);
            case UTF_8 -> decodeUtf8(thread, bytes, isFinal);
        };
    }

    private PyStr decodeUtf8(ThreadState thread, byte[] input, boolean isFinal) {
        byte[] bytes = input;
        if (pending.length > 0) {
            bytes = Arrays.copyOf(pending, pending.length + input.length);
            System.arraycopy(input, 0, bytes, pending.length, input.length);
        }
        Decoded decoded = Utf8.decode(thread, bytes, errors, isFinal);
        pending = decoded.consumed() == bytes.length
                ? new byte[0]
                : Arrays.copyOfRange(bytes, decoded.consumed(), bytes.length);
        return decoded.text();
    }

    @Override
    public State state(ThreadState thread) {
        return pending.length == 0 ? State.START : new State(PyBytes.of(pending.clone()), PyInt.of(0));
    }

    @Override
    public void setState(ThreadState thread, State state) {
        pending = state.pending().toByteArray();
    }

    @Override
    public void reset(ThreadState thread) {
        pending = new byte[0];
    }
}
