package org.pyvm.objects.protocol;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** Issues warnings from Java code: {@code PyErr_WarnEx}. */
public final class Warnings {
    private Warnings() {}

    /** What shows or raises warnings; the module {@code _warnings} registers one with the interpreter. */
    public interface Issuer {
        void warn(ThreadState thread, PyObject message, PyType category, int stackLevel);
    }

    /** Issues a warning at a place in a source file: {@code PyErr_WarnExplicit}; {@code _warnings} registers one. */
    public interface ExplicitIssuer {
        void warn(ThreadState thread, PyType category, PyObject message, PyStr fileName, int line);
    }

    /**
     * @param stackLevel 1 for the Python frame that runs, 2 for its caller, and so on
     * @throws org.pyvm.objects.PyErr the warning itself, when a filter makes it an error
     */
    public static void warn(ThreadState thread, PyType category, String message, int stackLevel) {
        issuer(thread).warn(thread, PyStr.of(message), category, stackLevel);
    }

    private static Issuer issuer(ThreadState thread) {
        return thread.interpreter().service(Issuer.class, () -> (t, message, category, level) -> {});
    }
}
