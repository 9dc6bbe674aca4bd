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
import org.pyvm.objects.types.StrBuilder;

/** Deals with what one run of a decoder cannot decode. */
final class DecodeErrors {
    private final ThreadState thread;
    private final String encoding;
    private final String errors;
    private final BuiltinErrorHandler builtin;
    private byte[] input;
    private PyBaseException exception;
    private PyObject handler;

    /** @param errors name of the error handler, null for strict */
    DecodeErrors(ThreadState thread, String encoding, String errors, byte[] input) {
        this.thread = thread;
        this.encoding = encoding;
        this.errors = errors;
        this.builtin = BuiltinErrorHandler.named(errors);
        this.input = input;
    }

    /** What is being decoded; a handler may have put something else in its place. */
    byte[] input() {
        return input;
    }

    /**
     * Appends what stands for some bytes.
     *
     * @return where decoding goes on
     */
    int handle(StrBuilder out, int start, int end, String reason) {
        UnicodeFailure failure = new UnicodeFailure(encoding, input, null, start, end, reason);
        if (builtin != null) {
            Replacement replacement = builtin.handle(failure);
            if (replacement == null) {
                throw failure.error();
            }
            out.append(replacement.text());
            return replacement.position();
        }
        return call(failure, out);
    }

    private int call(UnicodeFailure failure, StrBuilder out) {
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
                || !(pair.get(0) instanceof PyStr text)
                || !(pair.get(1) instanceof PyInt position)) {
            throw PyErr.typeError("decoding error handler must return (str, int) tuple");
        }
        if (!(Attributes.get(thread, exception, PyStr.intern("object")) instanceof PyBytes bytes)) {
            throw PyErr.typeError("object attribute must be bytes");
        }
        input = bytes.bytesUnsafe();
        int next = ErrorPosition.check(position, input.length);
        out.append(text);
        return next;
    }
}
