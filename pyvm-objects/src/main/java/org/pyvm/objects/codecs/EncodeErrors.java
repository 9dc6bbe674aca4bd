package org.pyvm.objects.codecs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Deals with what one run of an encoder cannot encode. */
final class EncodeErrors {
    private final ThreadState thread;
    private final String encoding;
    private final String errors;
    private final BuiltinErrorHandler builtin;
    private final PyStr text;
    private PyBaseException exception;
    private PyObject handler;

    /** @param errors name of the error handler, null for strict */
    EncodeErrors(ThreadState thread, String encoding, String errors, PyStr text) {
        this.thread = thread;
        this.encoding = encoding;
        this.errors = errors;
        this.builtin = BuiltinErrorHandler.named(errors);
        this.text = text;
    }

    private UnicodeFailure failure(int start, int end, String reason) {
        return new UnicodeFailure(encoding, null, text, start, end, reason);
    }

    /** The error itself, for what is not left to handlers. */
    PyErr error(int start, int end, String reason) {
        return failure(start, end, reason).error();
    }

    /** What stands for some characters. */
    Replacement handle(int start, int end, String reason) {
        UnicodeFailure failure = failure(start, end, reason);
        if (builtin != null) {
            Replacement replacement = builtin.handle(failure);
            if (replacement == null) {
                throw failure(firstBad(start, end), end, reason).error();
            }
            return replacement;
        }
        return call(failure);
    }

    /** The encoders that know {@code surrogateescape} themselves blame only what comes behind escaped bytes. */
    private int firstBad(int start, int end) {
        int bad = start;
        if (builtin == BuiltinErrorHandler.SURROGATEESCAPE && !encoding.equals("charmap")) {
            while (bad < end - 1 && text.codePointAt(bad) >= 0xDC80 && text.codePointAt(bad) <= 0xDCFF) {
                bad++;
            }
        }
        return bad;
    }

    private Replacement call(UnicodeFailure failure) {
        if (handler == null) {
            handler = CodecRegistry.of(thread).lookupError(errors);
        }
        if (exception == null) {
            exception = failure.exception();
        } else {
            Attributes.set(thread, exception, PyStr.intern("start"), PyInt.of(failure.start()));
            Attributes.set(thread, exception, PyStr.intern("end"), PyInt.of(failure.end()));
            Attributes.set(thread, exception, PyStr.intern("reason"), PyStr.of(failure.reason()));
        }
        PyObject result = Calls.call(thread, handler, exception);
        if (!(result instanceof PyTuple pair)
                || pair.size() != 2
                || !(pair.get(0) instanceof PyStr || pair.get(0) instanceof PyBytes)
                || !(pair.get(1) instanceof PyInt position)) {
            throw PyErr.typeError("encoding error handler must return (str/bytes, int) tuple");
        }
        int next = ErrorPosition.check(position, text.length());
        return pair.get(0) instanceof PyStr replacement
                ? Replacement.of(replacement, next)
                : Replacement.of(((PyBytes) pair.get(0)).bytesUnsafe(), next);
    }
}
