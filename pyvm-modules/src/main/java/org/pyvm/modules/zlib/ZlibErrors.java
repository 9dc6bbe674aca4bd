package org.pyvm.modules.zlib;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** The exception {@code zlib.error} of an interpreter. */
final class ZlibErrors {
    private final PyType type;

    private ZlibErrors(ThreadState thread) {
        type = Exceptions.define(thread, "zlib.error", Exceptions.EXCEPTION);
    }

    static PyType type(ThreadState thread) {
        return thread.interpreter().service(ZlibErrors.class, () -> new ZlibErrors(thread)).type;
    }

    /** @param action such as {@code while compressing data} */
    static PyErr error(ThreadState thread, ZlibFailure failure, String action) {
        return PyErr.of(type(thread), "%s", failure.describe(action));
    }

    static PyErr error(ThreadState thread, String message) {
        return PyErr.of(type(thread), "%s", message);
    }
}
