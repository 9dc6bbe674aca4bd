package org.pyvm.objects.types;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;

/** {@code set}. */
@PythonType(name = "set", module = "builtins", hashable = false, parts = SetMethods.class)
public final class PySet extends AnySet {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "set", new PySetExposed.SlotTable(), new PySetExposed())
            .weakReferenceable();

    public PySet() {
        super(TYPE);
    }

    public PySet(PyType type) {
        super(type);
    }

    /** {@code set(iterable)}. */
    public static PySet of(ThreadState thread, PyObject iterable) {
        PySet set = new PySet();
        set.addAll(thread, iterable);
        return set;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PySet(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("set", names);
        PyObject iterable = SetMethods.onlyArgument(type().name(), args, names);
        clear();
        if (iterable != null) {
            addAll(thread, iterable);
        }
    }

    @PythonMethod("add($self, object, /)")
    void addItem(ThreadState thread, PyObject item) {
        add(thread, item);
    }

    @PythonMethod("clear($self, /)")
    public void clear() {
        clearItems();
    }

    @PythonMethod("pop($self, /)")
    PyObject pop() {
        PyObject item = removeAny();
        if (item == null) {
            throw PyErr.keyError(PyStr.of("pop from an empty set"));
        }
        return item;
    }

    @PythonMethod("remove($self, object, /)")
    void remove(ThreadState thread, PyObject item) {
        if (!discardOrFrozen(thread, item)) {
            throw PyErr.keyError(item);
        }
    }

    @PythonMethod("discard($self, object, /)")
    void discardItem(ThreadState thread, PyObject item) {
        discardOrFrozen(thread, item);
    }

    private boolean discardOrFrozen(ThreadState thread, PyObject item) {
        long hash;
        try {
            hash = Objects.hash(thread, item);
        } catch (PyErr e) {
            PyObject frozen = SetAlgebra.frozenOrNull(thread, item, e);
            if (frozen == null) {
                throw e;
            }
            return discard(thread, frozen);
        }
        return discard(thread, item, hash);
    }

    @PythonMethod("update($self, /, *others)")
    void update(ThreadState thread, PyObject[] others) {
        for (PyObject other : others) {
            addAll(thread, other);
        }
    }

    @PythonMethod("intersection_update($self, /, *others)")
    void intersectionUpdate(ThreadState thread, PyObject[] others) {
        swapWith(SetAlgebra.intersectionOfAll(thread, this, others));
    }

    @PythonMethod("difference_update($self, /, *others)")
    void differenceUpdate(ThreadState thread, PyObject[] others) {
        for (PyObject other : others) {
            SetAlgebra.removeAll(thread, this, other);
        }
    }

    @PythonMethod("symmetric_difference_update($self, object, /)")
    void symmetricDifferenceUpdate(ThreadState thread, PyObject other) {
        SetAlgebra.toggle(thread, this, other);
    }

    @SlotMethod(Slot.NB_INPLACE_OR)
    PyObject inPlaceOr(ThreadState thread, PyObject other) {
        if (!(other instanceof AnySet)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        addAll(thread, other);
        return this;
    }

    @SlotMethod(Slot.NB_INPLACE_AND)
    PyObject inPlaceAnd(ThreadState thread, PyObject other) {
        if (!(other instanceof AnySet)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        swapWith(SetAlgebra.intersection(thread, this, other));
        return this;
    }

    @SlotMethod(Slot.NB_INPLACE_SUBTRACT)
    PyObject inPlaceSubtract(ThreadState thread, PyObject other) {
        if (!(other instanceof AnySet)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        SetAlgebra.removeAll(thread, this, other);
        return this;
    }

    @SlotMethod(Slot.NB_INPLACE_XOR)
    PyObject inPlaceXor(ThreadState thread, PyObject other) {
        if (!(other instanceof AnySet)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        SetAlgebra.toggle(thread, this, other);
        return this;
    }
}
