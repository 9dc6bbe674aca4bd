package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code method-wrapper}: a special method of a built-in type with its object, such as {@code (1).__add__}. */
@PythonType(name = "method-wrapper")
public final class PyMethodWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "method-wrapper", new PyMethodWrapperExposed.SlotTable(), new PyMethodWrapperExposed())
            .notSubclassable();

    private final PySlotWrapper wrapper;
    private final PyObject self;

    PyMethodWrapper(PySlotWrapper wrapper, PyObject self) {
        super(TYPE);
        this.wrapper = wrapper;
        this.self = self;
    }

    @PythonGetter(value = "__self__", member = true)
    PyObject self() {
        return self;
    }

    @PythonGetter("__objclass__")
    PyType owner() {
        return wrapper.owner();
    }

    @PythonGetter("__name__")
    PyStr name() {
        return wrapper.name();
    }

    @PythonGetter("__qualname__")
    PyStr qualName() {
        return wrapper.qualName();
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        return wrapper.doc(thread);
    }

    @PythonGetter("__text_signature__")
    String textSignature() {
        return wrapper.textSignature();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Descriptors.reduce(thread, self, wrapper.name());
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<method-wrapper '" + wrapper.name() + "' of "
                + self.type().name() + " object at " + Identity.address(self) + ">");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long hash = Identity.hash(thread, self) * 31 + wrapper.name().hashCode();
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyMethodWrapper that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean same = wrapper == that.wrapper && self == that.self;
        return PyBool.of(same == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        return wrapper.callOn(thread, self, args, names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread) {
        return wrapper.callOn(thread, self);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a) {
        return wrapper.callOn(thread, self, a);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a, PyObject b) {
        return wrapper.callOn(thread, self, a, b);
    }
}
