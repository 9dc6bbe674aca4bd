package org.pyvm.modules.multibyte;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.CodecRegistry;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** What is done about what cannot be encoded or decoded. */
final class CodingErrors {
    static final String STRICT = "strict";

    private static final String ILLEGAL = "illegal multibyte sequence";
    private static final String INCOMPLETE = "incomplete multibyte sequence";

    private final ThreadState thread;
    private final String errors;

    CodingErrors(ThreadState thread, String errors) {
        this.thread = thread;
        this.errors = errors;
    }

    boolean isReplace() {
        return errors.equals("replace");
    }

    boolean isIgnore() {
        return errors.equals("ignore");
    }

    /** Answers what a handler says: what stands for the part, and where to go on. */
    PyTuple handle(PyType type, String encoding, PyObject object, int start, int end, boolean isIncomplete) {
        String reason = isIncomplete ? INCOMPLETE : ILLEGAL;
        PyBaseException error = Exceptions.create(
                type, PyTuple.of(PyStr.of(encoding), object, PyInt.of(start), PyInt.of(end), PyStr.of(reason)));
        if (errors.equals(STRICT)) {
            throw new PyErr(error);
        }
        PyObject handler = CodecRegistry.of(thread).lookupError(errors);
        PyObject result = Calls.call(thread, handler, error);
        boolean isDecoding = object instanceof PyBytes;
        if (!(result instanceof PyTuple pair)
                || pair.size() != 2
                || !(pair.get(0) instanceof PyStr || !isDecoding && pair.get(0) instanceof PyBytes)
                || !(pair.get(1) instanceof PyInt)) {
            throw PyErr.typeError(
                    isDecoding
                            ? "decoding error handler must return (str, int) tuple"
                            : "encoding error handler must return (str, int) tuple");
        }
        return pair;
    }

    /** Where to go on. @throws PyErr IndexError */
    static int position(PyTuple answer, int length) {
        PyInt given = (PyInt) answer.get(1);
        long at = !given.fitsLong() ? -1 : given.signum() < 0 ? given.longValue() + length : given.longValue();
        if (at < 0 || at > length) {
            throw PyErr.indexError("position %d from error handler out of bounds", at);
        }
        return (int) at;
    }
}
