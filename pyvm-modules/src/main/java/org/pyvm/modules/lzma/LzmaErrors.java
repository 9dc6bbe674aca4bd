package org.pyvm.modules.lzma;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** The exception {@code _lzma.LZMAError} of an interpreter. */
final class LzmaErrors {
    private final PyType type;

    private LzmaErrors(ThreadState thread) {
        type = Exceptions.define(thread, "_lzma.LZMAError", Exceptions.EXCEPTION);
    }

    static PyType type(ThreadState thread) {
        return thread.interpreter().service(LzmaErrors.class, () -> new LzmaErrors(thread)).type;
    }

    static PyErr of(ThreadState thread, LzmaFailure failure) {
        return PyErr.of(type(thread), "%s", failure.getMessage());
    }
}
