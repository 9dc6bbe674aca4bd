package org.pyvm.objects.protocol;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;

/** Exceptions that nobody can catch: in finalizers, callbacks and threads. */
public final class Unraisable {
    private static final PyStructSequence.Definition ARGS = new PyStructSequence.Definition(
            "builtins", "UnraisableHookArgs", "exc_type", "exc_value", "exc_traceback", "err_msg", "object");

    private Unraisable() {}

    /** {@code sys.UnraisableHookArgs}. */
    public static PyType type() {
        return ARGS.type();
    }

    /** Calls {@code sys.unraisablehook}. @param message null for the default; @param object null for none */
    public static void report(ThreadState thread, PyErr error, String message, PyObject object) {
        PyBaseException value = error.value();
        PyObject hook = thread.interpreter().sys.dict().get("unraisablehook");
        if (hook == null || hook == Singletons.NONE) {
            return;
        }
        PyObject args = ARGS.of(
                value.type(),
                value,
                value.traceback() == null ? Singletons.NONE : value.traceback(),
                message == null ? Singletons.NONE : PyStr.of(message),
                object == null ? Singletons.NONE : object);
        Calls.call(thread, hook, args);
    }
}
