package org.pyvm.eval;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** {@code coroutine}: what calling an {@code async def} function makes. */
@PythonType(
        name = "coroutine",
        parts = {CoroutineMethods.class, ResumableAttributes.class})
public final class PyCoroutine extends Resumable {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "coroutine", new PyCoroutineExposed.SlotTable(), new PyCoroutineExposed())
            .notSubclassable()
            .weakReferenceable();

    private final PyObject origin;

    PyCoroutine(ThreadState thread, PyFunction function, Frame frame) {
        super(TYPE, function, frame);
        origin = thread.coroutineOriginDepth > 0 ? origin(thread) : Singletons.NONE;
    }

    /** {@code cr_origin}: where the coroutine was made, when that is being tracked, else None. */
    public PyObject origin() {
        return origin;
    }

    private static PyObject origin(ThreadState thread) {
        java.util.List<PyObject> places = new java.util.ArrayList<>();
        PyFrame at = thread.frame;
        for (int i = 0; at != null && i < thread.coroutineOriginDepth; i++) {
            places.add(PyTuple.of(
                    at.code().fileName(), PyInt.of(at.line()), at.code().name()));
            at = at.back();
        }
        return PyTuple.of(places.toArray(PyObject[]::new));
    }

    /** One that was never awaited is warned of. */
    @Override
    void finalizeObject(ThreadState thread) {
        if (frame() == null || frame().lastInstruction >= 0) {
            close(thread);
            return;
        }
        try {
            NeverAwaited.warn(thread, this);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, this);
        }
        close(thread);
    }

    @Override
    String kind() {
        return "coroutine";
    }

    @Override
    PyObject resumedAfterEnd() {
        throw PyErr.runtimeError("cannot reuse already awaited coroutine");
    }
}
