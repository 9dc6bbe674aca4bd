package org.pyvm.runtime.internal;

import org.pyvm.modules.traceback.TracebackWriter;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
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
        String text = text(thread, error.value());
        String message = text.isEmpty() ? type : type + ": " + text;
        return new PyvmException(message, type, TracebackWriter.format(thread, error.value()));
    }

    /** The class's own {@code __str__} may fail, and does under a limit that is reached. */
    private static String text(ThreadState thread, PyObject exception) {
        try {
            return Objects.str(thread, exception).toString();
        } catch (PyErr e) {
            return "<exception str() failed>";
        }
    }
}
