package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.exposed.Documentation;

/** {@code builtin_function_or_method}: a function of a built-in module, or a method of a built-in type with its object. */
@PythonType(name = "builtin_function_or_method")
public final class PyBuiltinFunction extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "builtin_function_or_method",
                    new PyBuiltinFunctionExposed.SlotTable(),
                    new PyBuiltinFunctionExposed())
            .notSubclassable()
            .weakReferenceable();

    private final BuiltinFunctionSpec spec;
    private final PyObject self;
    private PyObject module;
    private final PyType newOwner;
    private final boolean isStatic;

    /**
     * @param self the object of a method, the module of a function; null for none
     * @param module {@code __module__}; null for None
     */
    public PyBuiltinFunction(BuiltinFunctionSpec spec, PyObject self, PyObject module) {
        this(spec, self, module, null, false);
    }

    private PyBuiltinFunction(
            BuiltinFunctionSpec spec, PyObject self, PyObject module, PyType newOwner, boolean isStatic) {
        super(TYPE);
        this.spec = spec;
        this.self = self;
        this.module = module;
        this.newOwner = newOwner;
        this.isStatic = isStatic;
    }

    /** {@code __new__} of a built-in type. */
    static PyBuiltinFunction ofNew(PyType owner) {
        return new PyBuiltinFunction(NewBody.SPEC, owner, null, owner, false);
    }

    /** A static method of a built-in type, which is shown as that type's but has no {@code __self__}. */
    public static PyBuiltinFunction ofStatic(BuiltinFunctionSpec spec, PyType owner) {
        return new PyBuiltinFunction(spec, owner, null, null, true);
    }

    /** The type whose {@code __new__} this is, or null for any other function. */
    public PyType newOwner() {
        return newOwner;
    }

    public BuiltinFunctionSpec spec() {
        return spec;
    }

    /** {@code __self__}, or null. */
    public PyObject self() {
        return self;
    }

    /** {@code __module__}, or null. */
    public PyObject module() {
        return module;
    }

    @PythonGetter("__self__")
    PyObject selfOrNone() {
        return self == null || isStatic ? Singletons.NONE : self;
    }

    @PythonGetter("__module__")
    PyObject moduleOrNone() {
        return module == null ? Singletons.NONE : module;
    }

    @PythonSetter(value = "__module__", deletable = true)
    void setModule(PyObject newModule) {
        module = newModule;
    }

    @PythonGetter("__name__")
    public String name() {
        return spec.name();
    }

    @PythonGetter("__qualname__")
    public PyStr qualName() {
        if (self == null || self instanceof PyModule) {
            return PyStr.of(spec.name());
        }
        PyType type = self instanceof PyType t ? t : self.type();
        return PyStr.of(type.qualName() + "." + spec.name());
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        if (!spec.doc().isEmpty() || self == null) {
            return Descriptors.textOrNone(spec.doc());
        }
        if (self instanceof PyModule) {
            return Descriptors.textOrNone(Documentation.ofFunction(thread, String.valueOf(module), spec.name()));
        }
        return Descriptors.doc(thread, null, self instanceof PyType type ? type : self.type(), spec.name());
    }

    @PythonGetter("__text_signature__")
    PyObject textSignature() {
        return Descriptors.textOrNone(spec.textSignature());
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyStr name = PyStr.of(spec.name());
        return self == null || self instanceof PyModule ? name : Descriptors.reduce(thread, self, name);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        if (self == null || self instanceof PyModule) {
            return PyStr.of("<built-in function " + spec.name() + ">");
        }
        return PyStr.of("<built-in method " + spec.name() + " of " + self.type().fullName() + " object at "
                + Identity.address(self) + ">");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long hash = (self == null ? 0 : Identity.hash(thread, self)) * 31
                + spec.name().hashCode();
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyBuiltinFunction that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean same = self == that.self && spec == that.spec;
        return PyBool.of(same == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        return spec.call(thread, this, self, args, 0, names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread) {
        return spec.call(thread, this, self);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a) {
        return spec.call(thread, this, self, a);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a, PyObject b) {
        return spec.call(thread, this, self, a, b);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a, PyObject b, PyObject c) {
        return spec.call(thread, this, self, a, b, c);
    }
}
