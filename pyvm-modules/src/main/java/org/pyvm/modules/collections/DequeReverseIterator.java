package org.pyvm.modules.collections;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** {@code _deque_reverse_iterator}. */
@PythonType(name = "_deque_reverse_iterator", module = "_collections")
public final class DequeReverseIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_collections",
                    "_deque_reverse_iterator",
                    new DequeReverseIteratorExposed.SlotTable(),
                    new DequeReverseIteratorExposed())
            .notSubclassable();

    private final Deque deque;
    private final long state;
    private int index;
    /** Items still to come. */
    private int remaining;

    DequeReverseIterator(Deque deque, int index) {
        super(TYPE);
        this.deque = deque;
        this.state = deque.state();
        this.index = Math.min(index, deque.count());
        this.remaining = deque.count() - this.index;
    }

    @PythonNew(value = "($cls, deque, index=0, /)", showSignature = false)
    static PyObject make(PyType cls, Deque deque, long index) {
        return new DequeReverseIterator(deque, Math.clamp(index, 0, Integer.MAX_VALUE));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (deque.state() != state) {
            remaining = 0;
            throw PyErr.runtimeError("deque mutated during iteration");
        }
        if (remaining == 0) {
            return null;
        }
        remaining--;
        return deque.at(deque.count() - 1 - index++);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return remaining;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(deque, PyInt.of(deque.count() - remaining)));
    }
}
