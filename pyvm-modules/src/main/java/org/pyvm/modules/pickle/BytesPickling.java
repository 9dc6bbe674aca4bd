package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.BINBYTES;
import static org.pyvm.modules.pickle.PickleOpcode.BINUNICODE;
import static org.pyvm.modules.pickle.PickleOpcode.BYTEARRAY8;
import static org.pyvm.modules.pickle.PickleOpcode.NEXT_BUFFER;
import static org.pyvm.modules.pickle.PickleOpcode.READONLY_BUFFER;
import static org.pyvm.modules.pickle.PickleOpcode.SHORT_BINBYTES;
import static org.pyvm.modules.pickle.PickleOpcode.SHORT_BINUNICODE;
import static org.pyvm.modules.pickle.PickleOpcode.UNICODE;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** How bytes, texts and buffers are written. */
final class BytesPickling {
    private static final PyStr LATIN_1 = PyStr.intern("latin1");

    private BytesPickling() {}

    static void save(ThreadState thread, ObjectPickler pickler, PyStr text) {
        if (pickler.binary) {
            byte[] utf8 = text.isAscii()
                    ? text.bmp().getBytes(StandardCharsets.ISO_8859_1)
                    : Utf8.encode(thread, text, "surrogatepass");
            if (utf8.length < 256 && pickler.protocol >= 4) {
                pickler.out.putCounted(thread, SHORT_BINUNICODE, 1, utf8, null);
            } else {
                pickler.out.putCounted(thread, BINUNICODE, 4, utf8, null);
            }
        } else {
            pickler.out.putLine(UNICODE, escaped(text));
        }
        pickler.memoize(text);
    }

    /** Everything beyond Latin-1, and what would end the line or look like an escape, as an escape. */
    private static String escaped(PyStr text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c >= 0x10000) {
                line.append(String.format("\\U%08x", c));
            } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static void save(ThreadState thread, ObjectPickler pickler, PyBytes bytes) {
        if (pickler.protocol >= 3) {
            saveBytes(thread, pickler, bytes, bytes.bytesUnsafe(), bytes);
            return;
        }
        PyTuple reduced = bytes.size() == 0
                ? PyTuple.of(PyBytes.TYPE, PyTuple.of())
                : PyTuple.of(
                        pickler.state.codecsEncode,
                        PyTuple.of(PyStr.ofBmp(new String(bytes.bytesUnsafe(), StandardCharsets.ISO_8859_1)), LATIN_1));
        ReducePickling.save(thread, pickler, reduced, bytes);
    }

    private static void saveBytes(
            ThreadState thread, ObjectPickler pickler, PyObject object, byte[] data, PyObject payload) {
        boolean isShort = data.length < 256;
        pickler.out.putCounted(thread, isShort ? SHORT_BINBYTES : BINBYTES, isShort ? 1 : 4, data, payload);
        pickler.memoize(object);
    }

    static void save(ThreadState thread, ObjectPickler pickler, PyByteArray array) {
        byte[] data = array.toByteArray();
        if (pickler.protocol >= 5) {
            saveByteArray(thread, pickler, array, data, array);
            return;
        }
        PyTuple args = data.length == 0 ? PyTuple.of() : PyTuple.of(PyBytes.of(data));
        ReducePickling.save(thread, pickler, PyTuple.of(PyByteArray.TYPE, args), array);
    }

    private static void saveByteArray(
            ThreadState thread, ObjectPickler pickler, PyObject object, byte[] data, PyObject payload) {
        pickler.out.putCounted(thread, BYTEARRAY8, 8, data, payload);
        pickler.memoize(object);
    }

    static void save(ThreadState thread, ObjectPickler pickler, PyPickleBuffer buffer) {
        if (pickler.protocol < 5) {
            throw pickler.state.picklingError("PickleBuffer can only pickled with protocol >= 5");
        }
        buffer.checkReleased();
        if (!buffer.isContiguous(thread)) {
            throw pickler.state.picklingError(
                    "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
        }
        boolean inBand = pickler.bufferCallback == null
                || Objects.isTrue(thread, Calls.call(thread, pickler.bufferCallback, buffer));
        boolean readOnly = buffer.isReadOnly(thread);
        if (!inBand) {
            pickler.out.put(NEXT_BUFFER);
            if (readOnly) {
                pickler.out.put(READONLY_BUFFER);
            }
            return;
        }
        byte[] data = buffer.toByteArray(thread);
        if (readOnly) {
            saveBytes(thread, pickler, buffer, data, null);
        } else {
            saveByteArray(thread, pickler, buffer, data, null);
        }
    }
}
