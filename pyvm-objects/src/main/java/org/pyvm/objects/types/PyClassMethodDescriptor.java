package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;

/** {@code classmethod_descriptor}: a class method of a built-in type, such as {@code dict.fromkeys}. */
@PythonType(name = "classmethod_descriptor")
public final class PyClassMethodDescriptor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "classmethod_descriptor",
                    new PyClassMethodDescriptorExposed.SlotTable(),
                    new PyClassMethodDescriptorExposed())
            .notSubclassable();

    private final PyType owner;
    private final BuiltinFunctionSpec spec;

    public PyClassMethodDescriptor(PyType owner, BuiltinFunctionSpec spec) {
        super(TYPE);
        this.owner = owner;
        this.spec = spec;
    }

    @PythonGetter(value = "__objclass__", member = true)
    PyType owner() {
        return owner;
    }

    @PythonGetter(value = "__name__", member = true)
    String name() {
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

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<method '" + spec.name() + "' of '" + owner.fullName() + "' objects>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(PyObject object, PyType type) {
        PyType bound = type == null ? object.type() : type;
        check(bound);
        return new PyBuiltinFunction(spec, bound, null);
    }

    private void check(PyType type) {
        if (!type.isSubtypeOf(owner)) {
            throw PyErr.typeError(
                    "descriptor '%s' requires a subtype of '%N' but received '%N'", spec.name(), owner, type);
        }
    }

    PyErr needsType(PyObject given) {
        return PyErr.typeError(
                "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2", spec.name(), owner, given);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length - (names == null ? 0 : names.length) == 0) {
            throw PyErr.typeError("descriptor '%s' of '%N' object needs an argument", spec.name(), owner);
        }
        if (!(args[0] instanceof PyType type)) {
            throw needsType(args[0]);
        }
        check(type);
        PyObject bound = new PyBuiltinFunction(spec, type, null);
        return spec.call(thread, bound, type, args, 1, names);
    }
}
