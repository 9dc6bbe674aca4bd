package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;

/** {@code wrapper_descriptor}: a special method of a built-in type, such as {@code int.__add__}, that calls a slot. */
public final class PySlotWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "wrapper_descriptor", new Slots(), null)
            .notSubclassable()
            .methodDescriptor();

    private final PyType owner;
    private final Slot slot;
    private final PyStr name;

    public PySlotWrapper(PyType owner, Slot slot, PyStr name) {
        super(TYPE);
        this.owner = owner;
        this.slot = slot;
        this.name = name;
    }

    /** {@code __objclass__}. */
    public PyType owner() {
        return owner;
    }

    public Slot slot() {
        return slot;
    }

    /** The special method's name. */
    public PyStr name() {
        return name;
    }
}
