package org.pyvm.objects.codecs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The built-in error handlers as functions that Python can call. */
final class ErrorHandlerBody extends BuiltinBodies {
    private ErrorHandlerBody() {}

    static PyBuiltinFunction function(BuiltinErrorHandler handler) {
        BuiltinFunctionSpec spec = new BuiltinFunctionSpec(
                handler.functionName(),
                "",
                Signature.of(handler.functionName(), null, 1, 1, 1, 0, false, false, "error"),
                new ErrorHandlerBody(),
                handler.ordinal());
        return new PyBuiltinFunction(spec, null, null);
    }

    @Override
    public PyObject call(int number, ThreadState thread, PyObject self, PyObject error) {
        BuiltinErrorHandler handler = BuiltinErrorHandler.values()[number];
        if (!(error instanceof PyBaseException exception)) {
            throw handler == BuiltinErrorHandler.STRICT
                    ? PyErr.typeError("codec must pass exception instance")
                    : unknown(error);
        }
        if (handler == BuiltinErrorHandler.STRICT) {
            throw new PyErr(exception);
        }
        if (!exception.type().isSubtypeOf(Exceptions.UNICODE_ENCODE_ERROR)
                && !exception.type().isSubtypeOf(Exceptions.UNICODE_DECODE_ERROR)
                && !exception.type().isSubtypeOf(Exceptions.UNICODE_TRANSLATE_ERROR)) {
            throw unknown(error);
        }
        UnicodeFailure failure = UnicodeFailure.of(thread, exception);
        if (!handler.accepts(failure)) {
            throw unknown(error);
        }
        Replacement replacement = handler.handle(failure);
        if (replacement == null) {
            throw new PyErr(exception);
        }
        PyObject stands = replacement.bytes() != null ? PyBytes.of(replacement.bytes()) : replacement.text();
        return PyTuple.of(stands, PyInt.of(replacement.position()));
    }

    private static PyErr unknown(PyObject error) {
        return PyErr.typeError("don't know how to handle %T in error callback", error);
    }
}
