package org.pyvm.objects.codecs;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * A part of a text or of bytes that cannot be converted, as an error handler sees it.
 *
 * @param bytes what was to be decoded; null when text was to be encoded or translated
 * @param text what was to be encoded or translated; null when bytes were to be decoded
 * @param encoding null when text was to be translated
 */
record UnicodeFailure(String encoding, byte[] bytes, PyStr text, int start, int end, String reason) {

    boolean isDecoding() {
        return bytes != null;
    }

    /** The exception that Python sees. */
    PyBaseException exception() {
        PyObject from = PyInt.of(start);
        PyObject to = PyInt.of(end);
        PyObject why = PyStr.of(reason);
        if (bytes != null) {
            return make(Exceptions.UNICODE_DECODE_ERROR, PyStr.of(encoding), PyBytes.of(bytes), from, to, why);
        }
        return encoding != null
                ? make(Exceptions.UNICODE_ENCODE_ERROR, PyStr.of(encoding), text, from, to, why)
                : make(Exceptions.UNICODE_TRANSLATE_ERROR, text, from, to, why);
    }

    private static PyBaseException make(PyType type, PyObject... args) {
        return Exceptions.create(type, PyTuple.of(args));
    }

    PyErr error() {
        return new PyErr(exception());
    }

    /** Reads the fields of an exception, which a handler may have changed. */
    static UnicodeFailure of(ThreadState thread, PyBaseException exception) {
        PyObject object = Attributes.get(thread, exception, Names.OBJECT_NAME);
        long start = Convert.toLong(thread, Attributes.get(thread, exception, Names.START_NAME));
        long end = Convert.toLong(thread, Attributes.get(thread, exception, Names.END_NAME));
        PyObject encoding = exception.type().isSubtypeOf(Exceptions.UNICODE_TRANSLATE_ERROR)
                ? null
                : Attributes.get(thread, exception, Names.ENCODING_NAME);
        String name = encoding == null ? null : encoding.toString();
        String reason = Attributes.get(thread, exception, Names.REASON_NAME).toString();
        if (exception.type().isSubtypeOf(Exceptions.UNICODE_DECODE_ERROR)) {
            if (!(object instanceof PyBytes bytes)) {
                throw PyErr.typeError("object attribute must be bytes");
            }
            int size = bytes.size();
            return new UnicodeFailure(
                    name, bytes.bytesUnsafe(), null, clampStart(start, size), clampEnd(end, size), reason);
        }
        if (!(object instanceof PyStr text)) {
            throw PyErr.typeError("object attribute must be unicode");
        }
        int size = text.length();
        return new UnicodeFailure(name, null, text, clampStart(start, size), clampEnd(end, size), reason);
    }

    private static int clampStart(long start, int size) {
        return (int) Math.max(0, Math.min(start, size - 1));
    }

    private static int clampEnd(long end, int size) {
        return (int) Math.max(Math.min(1, size), Math.min(end, size));
    }
}
