package org.pyvm.modules.io;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** An incremental encoder: one of ours, which has no state, or one that the codec registry gave. */
final class TextEncoder {
    private static final PyStr ENCODE = PyStr.intern("encode");
    private static final PyStr SETSTATE = PyStr.intern("setstate");
    private static final PyStr RESET = PyStr.intern("reset");

    private final TextEncoding builtin;
    private final String errors;
    private final PyObject encoder;

    private TextEncoder(TextEncoding builtin, String errors, PyObject encoder) {
        this.builtin = builtin;
        this.errors = errors;
        this.encoder = encoder;
    }

    static TextEncoder of(TextEncoding encoding, String errors) {
        return new TextEncoder(encoding, errors, null);
    }

    static TextEncoder of(PyObject encoder) {
        return new TextEncoder(null, null, encoder);
    }

    /** The bytes: not to be changed. */
    byte[] encode(ThreadState thread, PyStr text) {
        if (builtin != null) {
            return builtin.encode(thread, text, errors);
        }
        PyObject bytes = Calls.callMethod(thread, encoder, ENCODE, text);
        if (bytes instanceof PyBytes result) {
            return result.bytesUnsafe();
        }
        throw PyErr.typeError("encoder should return a bytes object, not '%T'", bytes);
    }

    /** Tells where the next text will stand, so that a byte order mark is written at the start and only there. */
    void reset(ThreadState thread, boolean atStart) {
        if (builtin != null) {
            return;
        }
        if (atStart) {
            Calls.callMethod(thread, encoder, RESET);
        } else {
            Calls.callMethod(thread, encoder, SETSTATE, PyInt.of(0));
        }
    }
}
