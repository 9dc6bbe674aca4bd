package org.pyvm.eval;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Java exceptions that reach a frame: what the host refuses is OSError, anything else is a bug of pyvm. */
public final class JavaFailures {
    private JavaFailures() {}

    /** The Python exception to raise in the frame. */
    public static PyErr toPython(RuntimeException failure) {
        if (failure instanceof HostException refusal) {
            PyObject errno = PyInt.of(refusal.errno());
            PyObject text = PyStr.of(refusal.strerror());
            return refusal.path() == null
                    ? PyErr.of(Exceptions.OS_ERROR, errno, text)
                    : PyErr.of(Exceptions.OS_ERROR, errno, text, PyStr.of(refusal.path()));
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return PyErr.of(Exceptions.SYSTEM_ERROR, PyStr.of("an error in pyvm itself: " + trace));
    }
}
