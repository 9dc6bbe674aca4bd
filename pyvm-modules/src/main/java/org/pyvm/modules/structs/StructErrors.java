package org.pyvm.modules.structs;

import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** The exception {@code struct.error} of an interpreter. */
final class StructErrors {
    private final PyType type;

    StructErrors(ThreadState thread) {
        type = Exceptions.define(thread, "struct.error", Exceptions.EXCEPTION);
    }

    PyType type() {
        return type;
    }
}
