package org.pyvm.objects.codecs;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Tells of which codec an exception came ({@code _PyErr_TrySetFromCause}). */
final class CodecFailure {
    private CodecFailure() {}

    /**
     * An exception of the same type that names the codec and has the given one as its cause; the given one itself when it
     * carries more than a message, which would be lost.
     */
    static PyErr explain(ThreadState thread, PyErr error, String action, String encoding) {
        PyBaseException cause = error.value();
        PyType type = cause.type();
        boolean plain = addsNothing(type);
        PyTuple args = cause.args();
        boolean hasMessage = args.size() == 0 || args.size() == 1 && args.get(0) instanceof PyStr;
        boolean hasAttributes = cause.shape() != null
                && (cause.shape().isDictionary() || cause.shape().names().length > 0);
        if (!plain || !hasMessage || hasAttributes) {
            return error;
        }
        String message =
                args.size() == 0 ? "" : Objects.str(thread, args.get(0)).toString();
        PyErr explained = PyErr.of(type, "%s with '%s' codec failed (%s: %s)", action, encoding, type.name(), message);
        explained.value().setCause(cause);
        explained.value().setContext(cause);
        return explained;
    }

    /** Whether instances are made from a message alone and hold nothing else. */
    private static boolean addsNothing(PyType type) {
        PyType builtin = type;
        while (builtin.isHeapType()) {
            PyObject slots = builtin.dict().get(Names.SLOTS);
            if (slots != null && !(slots instanceof PyTuple names && names.size() == 0)) {
                return false;
            }
            builtin = builtin.base();
        }
        return builtin.slots().getClass() == Exceptions.EXCEPTION.slots().getClass()
                && type.lookup(Names.INIT) == builtin.lookup(Names.INIT)
                && type.lookup(Names.NEW) == builtin.lookup(Names.NEW);
    }
}
