package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code wrapper_descriptor}: a special method of a built-in type, such as {@code int.__add__}, that calls a slot. */
@PythonType(name = "wrapper_descriptor")
public final class PySlotWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "wrapper_descriptor", new PySlotWrapperExposed.SlotTable(), new PySlotWrapperExposed())
            .notSubclassable()
            .methodDescriptor();

    private final PyType owner;
    private final SpecialMethod method;

    PySlotWrapper(PyType owner, SpecialMethod method) {
        super(TYPE);
        this.owner = owner;
        this.method = method;
    }

    /** {@code __objclass__}. */
    @PythonGetter(value = "__objclass__", member = true)
    public PyType owner() {
        return owner;
    }

    public Slot slot() {
        return method.slot();
    }

    /** The special method's name. */
    @PythonGetter(value = "__name__", member = true)
    public PyStr name() {
        return method.name();
    }

    @PythonGetter("__qualname__")
    PyStr qualName() {
        return PyStr.of(owner.qualName() + "." + method.name());
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        return Descriptors.doc(thread, null, owner, method.name().toString());
    }

    @PythonGetter("__text_signature__")
    String textSignature() {
        return method.textSignature();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Descriptors.reduce(thread, owner, method.name());
    }

    private void check(PyObject self) {
        if (self.type() != owner && !self.type().isSubtypeOf(owner)) {
            throw PyErr.typeError(
                    "descriptor '%s' requires a '%N' object but received a '%T'", method.name(), owner, self);
        }
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<slot wrapper '" + method.name() + "' of '" + owner.fullName() + "' objects>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(PyObject object, PyType type) {
        if (object == null) {
            return this;
        }
        Descriptors.checkType(object, owner, method.name());
        return new PyMethodWrapper(this, object);
    }

    /** A slot may come back to its wrapper: {@code __repr__ = object.__str__}. */
    private static void enter(ThreadState thread) {
        thread.enter(" while calling a Python object");
    }

    /** Calls the slot of an object that is known to be of the type. */
    PyObject callOn(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        enter(thread);
        try {
            return method.call(thread, owner.slots(), self, args, names);
        } finally {
            thread.leave();
        }
    }

    PyObject callOn(ThreadState thread, PyObject self) {
        enter(thread);
        try {
            return method.call(thread, owner.slots(), self);
        } finally {
            thread.leave();
        }
    }

    PyObject callOn(ThreadState thread, PyObject self, PyObject a) {
        enter(thread);
        try {
            return method.call(thread, owner.slots(), self, a);
        } finally {
            thread.leave();
        }
    }

    PyObject callOn(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        enter(thread);
        try {
            return method.call(thread, owner.slots(), self, a, b);
        } finally {
            thread.leave();
        }
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length - (names == null ? 0 : names.length) == 0) {
            throw PyErr.typeError("descriptor '%s' of '%N' object needs an argument", method.name(), owner);
        }
        check(args[0]);
        return callOn(thread, args[0], java.util.Arrays.copyOfRange(args, 1, args.length), names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self) {
        check(self);
        return callOn(thread, self);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self, PyObject a) {
        check(self);
        return callOn(thread, self, a);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        check(self);
        return callOn(thread, self, a, b);
    }
}
