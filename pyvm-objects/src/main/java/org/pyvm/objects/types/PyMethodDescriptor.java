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
import org.pyvm.objects.exposed.BuiltinFunctionSpec;

/** {@code method_descriptor}: a method of a built-in type, such as {@code list.append}. */
@PythonType(name = "method_descriptor")
public final class PyMethodDescriptor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "method_descriptor",
                    new PyMethodDescriptorExposed.SlotTable(),
                    new PyMethodDescriptorExposed())
            .notSubclassable()
            .methodDescriptor();

    private final PyType owner;
    private final BuiltinFunctionSpec spec;

    public PyMethodDescriptor(PyType owner, BuiltinFunctionSpec spec) {
        super(TYPE);
        this.owner = owner;
        this.spec = spec;
    }

    @PythonGetter(value = "__objclass__", member = true)
    public PyType owner() {
        return owner;
    }

    public BuiltinFunctionSpec spec() {
        return spec;
    }

    @PythonGetter(value = "__name__", member = true)
    public String name() {
        return spec.name();
    }

    @PythonGetter("__qualname__")
    PyStr qualName() {
        return PyStr.of(owner.qualName() + "." + spec.name());
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        return Descriptors.doc(thread, spec.doc(), owner, spec.name());
    }

    @PythonGetter("__text_signature__")
    PyObject textSignature() {
        return Descriptors.textOrNone(spec.textSignature());
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Descriptors.reduce(thread, owner, PyStr.of(spec.name()));
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<method '" + spec.name() + "' of '" + owner.fullName() + "' objects>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(PyObject object, PyType type) {
        if (object == null) {
            return this;
        }
        check(object);
        return new PyBuiltinFunction(spec, object, null);
    }

    private void check(PyObject self) {
        if (self.type() != owner && !self.type().isSubtypeOf(owner)) {
            Descriptors.checkType(self, owner, PyStr.of(spec.name()));
        }
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length - (names == null ? 0 : names.length) == 0) {
            throw PyErr.typeError("unbound method %s.%s() needs an argument", owner.qualName(), spec.name());
        }
        check(args[0]);
        return spec.call(thread, this, args[0], args, 1, names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self) {
        check(self);
        return spec.call(thread, this, self);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self, PyObject a) {
        check(self);
        return spec.call(thread, this, self, a);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        check(self);
        return spec.call(thread, this, self, a, b);
    }
}
