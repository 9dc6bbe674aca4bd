package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** What the {@code __reduce__} of iterators answers: a call of a built-in function, and a position. */
public final class IteratorPickles {
    private IteratorPickles() {}

    /** A function of the running interpreter's {@code builtins}. */
    public static PyObject builtin(ThreadState thread, String name) {
        return thread.interpreter().builtins.get(name);
    }

    /** {@code iter(source)}. */
    public static PyTuple iter(ThreadState thread, PyObject source) {
        return PyTuple.of(builtin(thread, "iter"), PyTuple.of(source));
    }

    /** {@code iter(source)}, then {@code __setstate__(position)}. */
    public static PyTuple iter(ThreadState thread, PyObject source, long position) {
        return PyTuple.of(builtin(thread, "iter"), PyTuple.of(source), PyInt.of(position));
    }

    /** {@code reversed(source)}, then {@code __setstate__(position)}. */
    public static PyTuple reversed(ThreadState thread, PyObject source, long position) {
        return PyTuple.of(builtin(thread, "reversed"), PyTuple.of(source), PyInt.of(position));
    }
}
