package org.pyvm.runtime.internal;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.PyvmException;

/** Turns a Python exception that nobody handled into the one that embedders catch. */
public final class EmbeddedErrors {
    private EmbeddedErrors() {}

    /** @param thread null when the interpreter did not get as far as having one */
    public static PyvmException toJava(ThreadState thread, PyErr error) {
        String type = error.value().type().name();
        if (thread == null) {
            return new PyvmException(error.getMessage(), type, "");
        }
        String text = Objects.str(thread, error.value()).toString();
        String message = text.isEmpty() ? type : type + ": " + text;
        return new PyvmException(message, type, traceback(thread, error, message));
    }

    /** What the module {@code traceback} makes of it. */
    private static String traceback(ThreadState thread, PyErr error, String message) {
        try {
            PyObject module =
                    Calls.call(thread, thread.interpreter().builtins.get(Names.IMPORT), PyStr.intern("traceback"));
            PyObject lines = Calls.call(
                    thread,
                    Attributes.get(thread, module, "format_exception"),
                    error.value().type(),
                    error.value(),
                    error.value().traceback() == null
                            ? Singletons.NONE
                            : error.value().traceback());
            return Calls.callMethod(thread, PyStr.EMPTY, PyStr.intern("join"), lines)
                    .toString();
        } catch (PyErr e) {
            // The module could not be run, under a limit say: the message must do.
            return message + "\n";
        }
    }
}
