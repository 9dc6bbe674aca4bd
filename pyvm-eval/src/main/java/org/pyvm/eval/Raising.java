package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyTraceback;
import org.pyvm.objects.types.PyTuple;

/** The {@code raise} statement, and the matching of exceptions. */
public final class Raising {
    private Raising() {}

    /** The exception that {@code raise exception from cause} raises; a null cause means there is none. */
    public static PyErr error(ThreadState thread, PyObject exception, PyObject cause) {
        PyBaseException value = instance(thread, exception, "exceptions must derive from BaseException");
        if (cause != null) {
            if (cause == Singletons.NONE) {
                value.setCause(null);
            } else {
                value.setCause(instance(thread, cause, "exception causes must derive from BaseException"));
            }
        }
        return new PyErr(value);
    }

    private static PyBaseException instance(ThreadState thread, PyObject exception, String refusal) {
        if (exception instanceof PyBaseException value) {
            return value;
        }
        if (exception instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            PyObject made = Calls.call(thread, type);
            if (made instanceof PyBaseException value) {
                return value;
            }
            throw PyErr.typeError(
                    "calling %r should have returned an instance of BaseException, not %r", type, made.type());
        }
        throw PyErr.typeError(refusal);
    }

    /** {@code raise} alone. @throws PyErr RuntimeError when nothing is being handled */
    public static PyBaseException handled(ThreadState thread) {
        PyBaseException value = thread.handledException();
        if (value == null) {
            throw PyErr.runtimeError("No active exception to reraise");
        }
        return value;
    }

    /** What {@code generator.throw(type, value, traceback)} raises. */
    static PyErr forThrow(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        if (traceback != null && traceback != Singletons.NONE && !(traceback instanceof PyTraceback)) {
            throw PyErr.typeError("throw() third argument must be a traceback object");
        }
        PyBaseException exception;
        if (type instanceof PyType cls && cls.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            try {
                exception = normalize(thread, cls, value);
            } catch (PyErr e) {
                // The failure to make the exception is thrown in its place.
                return e;
            }
        } else if (type instanceof PyBaseException given) {
            if (value != null && value != Singletons.NONE) {
                throw PyErr.typeError("instance exception may not have a separate value");
            }
            exception = given;
        } else {
            throw PyErr.typeError("exceptions must be classes or instances deriving from BaseException, not %T", type);
        }
        if (traceback instanceof PyTraceback tb) {
            exception.setTraceback(tb);
        }
        return new PyErr(exception);
    }

    /** An instance of an exception class from the value of an old-style pair. */
    public static PyBaseException normalize(ThreadState thread, PyType cls, PyObject value) {
        if (value instanceof PyBaseException given && given.type().isSubtypeOf(cls)) {
            return given;
        }
        PyObject made = value == null || value == Singletons.NONE
                ? Calls.call(thread, cls)
                : value instanceof PyTuple args
                        ? Calls.callArray(thread, cls, args.toArray())
                        : Calls.call(thread, cls, value);
        if (made instanceof PyBaseException exception) {
            return exception;
        }
        throw PyErr.typeError("calling %r should have returned an instance of BaseException, not %r", cls, made.type());
    }

    /** COMPARE_OP "exception match": whether an except clause's type takes an exception. */
    public static boolean matches(ThreadState thread, PyObject exception, PyObject clause) {
        if (clause instanceof PyTuple types) {
            for (int i = 0; i < types.size(); i++) {
                checkClause(types.get(i));
            }
            for (int i = 0; i < types.size(); i++) {
                if (isKind(exception, types.get(i))) {
                    return true;
                }
            }
            return false;
        }
        checkClause(clause);
        return isKind(exception, clause);
    }

    private static void checkClause(PyObject clause) {
        if (!(clause instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION))) {
            throw PyErr.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
    }

    private static boolean isKind(PyObject exception, PyObject clause) {
        PyType type = exception instanceof PyType cls ? cls : exception.type();
        return type.isSubtypeOf((PyType) clause);
    }
}
