package org.pyvm.modules.hash;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** What all hash objects can do. */
final class HashMethods {
    private HashMethods() {}

    /** The bytes to hash. */
    static byte[] bytes(ThreadState thread, PyObject data) {
        if (data instanceof PyStr) {
            throw PyErr.typeError("Strings must be encoded before hashing");
        }
        if (!data.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("object supporting the buffer API required");
        }
        PyBuffer buffer = data.type().slots().buffer(thread, data, PyBuffer.ND);
        try {
            if (buffer.shape().length > 1) {
                throw PyErr.bufferError("Buffer must be single dimension");
            }
            return buffer.toByteArray();
        } finally {
            buffer.release();
        }
    }

    @PythonMethod("update($self, obj, /)")
    static void update(ThreadState thread, PyObject self, PyObject obj) {
        ((PyHash) self).function().update(bytes(thread, obj));
    }

    @PythonMethod("copy($self, /)")
    static PyObject copy(PyObject self) {
        PyHash hash = (PyHash) self;
        return hash.with(hash.function().copy());
    }

    @PythonGetter("name")
    static String name(PyObject self) {
        return ((PyHash) self).name();
    }

    @PythonGetter("block_size")
    static int blockSize(PyObject self) {
        return ((PyHash) self).blockSize();
    }

    @PythonGetter("digest_size")
    static int digestSize(PyObject self) {
        return ((PyHash) self).digestSize();
    }
}
