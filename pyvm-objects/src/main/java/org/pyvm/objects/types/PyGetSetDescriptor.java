package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;

/** {@code getset_descriptor}: an attribute of a built-in type's instances, computed by Java code. */
@PythonType(name = "getset_descriptor")
public final class PyGetSetDescriptor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "getset_descriptor",
                    new PyGetSetDescriptorExposed.SlotTable(),
                    new PyGetSetDescriptorExposed())
            .notSubclassable();

    private final PyType owner;
    private final PyStr name;
    private final String doc;
    private final BuiltinBodies bodies;
    private final int getter;
    private final int setter;
    private final boolean deletable;

    /** @param setter -1 for a read-only attribute */
    public PyGetSetDescriptor(
            PyType owner, PyStr name, String doc, BuiltinBodies bodies, int getter, int setter, boolean deletable) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.doc = doc;
        this.bodies = bodies;
        this.getter = getter;
        this.setter = setter;
        this.deletable = deletable;
    }

    @PythonGetter(value = "__objclass__", member = true)
    PyType owner() {
        return owner;
    }

    @PythonGetter(value = "__name__", member = true)
    PyStr name() {
        return name;
    }

    @PythonGetter("__qualname__")
    PyStr qualName() {
        return PyStr.of(owner.qualName() + "." + name);
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        return Descriptors.doc(thread, doc, owner, name.toString());
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<attribute '" + name + "' of '" + owner.fullName() + "' objects>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject object, PyType type) {
        if (object == null) {
            return this;
        }
        Descriptors.checkType(object, owner, name);
        return bodies.get(getter, thread, object);
    }

    @SlotMethod(Slot.TP_DESCR_SET)
    void descrSet(ThreadState thread, PyObject object, PyObject value) {
        Descriptors.checkType(object, owner, name);
        if (setter < 0) {
            throw PyErr.attributeError("attribute '%s' of '%N' objects is not writable", name, owner);
        }
        if (value == null && !deletable) {
            throw PyErr.typeError(name.is("__dict__") ? "cannot delete %s" : "%s may not be deleted", name);
        }
        bodies.set(setter, thread, object, value);
    }
}
