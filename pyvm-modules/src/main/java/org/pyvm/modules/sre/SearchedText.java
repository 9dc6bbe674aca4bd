package org.pyvm.modules.sre;

import java.util.Arrays;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** The object that a pattern is applied to: a str, or anything bytes-like, whose bytes are read once. */
final class SearchedText {
    private final PyObject object;
    /** Null for a str. */
    private final byte[] bytes;

    private final Subject subject;
    /** Keeps a mutable object from being resized; null when not asked for. */
    private PyBuffer held;

    private SearchedText(PyObject object, byte[] bytes, Subject subject) {
        this.object = object;
        this.bytes = bytes;
        this.subject = subject;
    }

    /** @throws PyErr TypeError for an object that has neither text nor bytes */
    static SearchedText of(ThreadState thread, PyObject object) {
        if (object instanceof PyStr text) {
            return new SearchedText(object, null, Subject.of(text));
        }
        if (!object.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("expected string or bytes-like object, got '%T'", object);
        }
        byte[] bytes = object instanceof PyBytes exact ? exact.bytesUnsafe() : Convert.toByteArray(thread, object);
        return new SearchedText(object, bytes, Subject.of(bytes));
    }

    /** Keeps the object's size, until released or unreachable. */
    void hold(ThreadState thread) {
        if (bytes != null && !(object instanceof PyBytes)) {
            held = object.type().slots().buffer(thread, object, PyBuffer.SIMPLE);
        }
    }

    void release() {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    PyObject object() {
        return object;
    }

    Subject subject() {
        return subject;
    }

    boolean isBytes() {
        return bytes != null;
    }

    /** A part as an exact str or bytes. */
    PyObject slice(int start, int end) {
        if (bytes == null) {
            return ((PyStr) object).substring(start, end);
        }
        boolean whole = start == 0 && end == bytes.length && object.getClass() == PyBytes.class;
        return whole ? object : PyBytes.of(Arrays.copyOfRange(bytes, start, end));
    }

    PyObject empty() {
        return bytes == null ? PyStr.EMPTY : PyBytes.EMPTY;
    }
}
