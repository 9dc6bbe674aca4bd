package org.pyvm.modules.audio;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** The exception {@code audioop.error} of an interpreter. */
final class AudioErrors {
    private final PyType type;

    private AudioErrors(ThreadState thread) {
        type = Exceptions.define(thread, "audioop.error", Exceptions.EXCEPTION);
    }

    static PyType type(ThreadState thread) {
        return thread.interpreter().service(AudioErrors.class, () -> new AudioErrors(thread)).type;
    }

    static PyErr error(ThreadState thread, String message) {
        return PyErr.of(type(thread), message);
    }
}
