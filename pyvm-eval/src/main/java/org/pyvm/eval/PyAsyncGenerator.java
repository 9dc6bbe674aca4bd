package org.pyvm.eval;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** {@code async_generator}: what calling an {@code async def} function with a {@code yield} makes (PEP 525). */
@PythonType(
        name = "async_generator",
        parts = {AsyncGeneratorMethods.class, ResumableAttributes.class})
public final class PyAsyncGenerator extends Resumable {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "async_generator",
                    new PyAsyncGeneratorExposed.SlotTable(),
                    new PyAsyncGeneratorExposed())
            .notSubclassable()
            .weakReferenceable();

    /** Whether an {@code asend}, {@code athrow} or {@code aclose} is under way. */
    boolean busy;
    /** Whether it has finished or been closed. */
    boolean closed;
    /** Whether the hooks of {@code sys.set_asyncgen_hooks} have been told. */
    boolean hooksCalled;
    /** {@code sys.set_asyncgen_hooks}: what the event loop wants to be told when the generator is dropped; null for none. */
    PyObject finalizer;

    PyAsyncGenerator(PyFunction function, Frame frame) {
        super(TYPE, function, frame);
    }

    /** Marks a value as yielded by the generator itself. */
    public static PyObject wrap(PyObject value) {
        return new PyAsyncWrappedValue(value);
    }

    /** The event loop closes it, as closing may have to wait. */
    @Override
    void finalizeObject(ThreadState thread) {
        if (finalizer != null && !closed && frame() != null) {
            Calls.call(thread, finalizer, this);
        } else {
            close(thread);
        }
    }

    @Override
    String kind() {
        return "async generator";
    }
}
