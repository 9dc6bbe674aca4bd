package org.pyvm.modules;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Makes the {@code OSError}s, of the subclass that their number stands for, that failures of the host are to Python. */
public final class HostErrors {
    private HostErrors() {}

    /** The error without a file name. */
    public static PyErr of(ThreadState thread, HostException failure) {
        return make(thread, PyInt.of(failure.errno()), PyStr.of(failure.strerror()));
    }

    /** The error about one file. @param file as Python code named it; None for no file */
    public static PyErr of(ThreadState thread, HostException failure, PyObject file) {
        return make(thread, PyInt.of(failure.errno()), PyStr.of(failure.strerror()), file);
    }

    /** The error about two files, as of a rename. */
    public static PyErr of(ThreadState thread, HostException failure, PyObject file, PyObject other) {
        return make(thread, PyInt.of(failure.errno()), PyStr.of(failure.strerror()), file, Singletons.NONE, other);
    }

    /** The error for a number. */
    public static PyErr of(ThreadState thread, Errno errno) {
        return of(thread, new HostException(errno));
    }

    /** The error for a number, about one file. */
    public static PyErr of(ThreadState thread, Errno errno, PyObject file) {
        return of(thread, new HostException(errno), file);
    }

    private static PyErr make(ThreadState thread, PyObject... args) {
        return new PyErr((PyBaseException) Calls.callArray(thread, Exceptions.OS_ERROR, args));
    }
}
