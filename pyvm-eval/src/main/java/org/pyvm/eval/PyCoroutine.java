package org.pyvm.eval;

import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** {@code coroutine}: what calling an {@code async def} function makes. */
public final class PyCoroutine extends PyGenerator {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin("builtins", "coroutine", new CoroutineSlots(), null)
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

    @Override
    String kind() {
        return "coroutine";
    }

    @Override
    PyObject resumedAfterEnd() {
        throw PyErr.runtimeError("cannot reuse already awaited coroutine");
    }

    /** A coroutine is awaited through a wrapper that is an iterator; itself it is none. */
    private static final class CoroutineSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.AM_AWAIT);
            slots.add(Slot.AM_SEND);
        }

        @Override
        public PyObject await(ThreadState thread, PyObject self) {
            return new PyCoroutineWrapper((PyCoroutine) self);
        }

        @Override
        public PyObject send(ThreadState thread, PyObject self, PyObject value) {
            return ((PyGenerator) self).send(thread, value);
        }
    }
}
