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
import org.pyvm.objects.exposed.BuiltinBodies;
import org.pyvm.objects.protocol.Attributes;

/**
 * {@code member_descriptor}: an attribute of {@code __slots__}, kept at a fixed index of the instance's values, or an
 * attribute of a built-in type that CPython keeps in a field.
 */
@PythonType(name = "member_descriptor")
public final class PyMemberDescriptor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "member_descriptor",
                    new PyMemberDescriptorExposed.SlotTable(),
                    new PyMemberDescriptorExposed())
            .notSubclassable();

    private final PyType owner;
    private final PyStr name;
    private final String doc;
    private final int index;
    private final BuiltinBodies bodies;
    private final int getter;
    private final int setter;
    private final boolean deletable;

    /** An attribute of {@code __slots__}. */
    public PyMemberDescriptor(PyType owner, PyStr name, int index) {
        this(owner, name, "", index, null, -1, -1, true);
    }

    /** An attribute that Java code reads; {@code setter} is -1 for a read-only one. */
    public PyMemberDescriptor(
            PyType owner, PyStr name, String doc, BuiltinBodies bodies, int getter, int setter, boolean deletable) {
        this(owner, name, doc, -1, bodies, getter, setter, deletable);
    }

    private PyMemberDescriptor(
            PyType owner,
            PyStr name,
            String doc,
            int index,
            BuiltinBodies bodies,
            int getter,
            int setter,
            boolean deletable) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.doc = doc;
        this.index = index;
        this.bodies = bodies;
        this.getter = getter;
        this.setter = setter;
        this.deletable = deletable;
    }

    @PythonGetter(value = "__objclass__", member = true)
    public PyType owner() {
        return owner;
    }

    @PythonGetter(value = "__name__", member = true)
    public PyStr name() {
        return name;
    }

    /** Where the value is among the {@link PyObject#attributeValues} of an instance; -1 when Java code reads it. */
    public int index() {
        return index;
    }

    @PythonGetter("__qualname__")
    PyStr qualName() {
        return PyStr.of(owner.qualName() + "." + name);
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        return Descriptors.doc(thread, doc, owner, name.toString());
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Descriptors.reduce(thread, owner, name);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        return PyStr.of("<member '" + name + "' of '" + owner.fullName() + "' objects>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject object, PyType type) {
        if (object == null) {
            return this;
        }
        Descriptors.checkType(object, owner, name);
        if (index < 0) {
            return bodies.get(getter, thread, object);
        }
        PyObject value = object.attributeValues()[index];
        if (value == null) {
            throw Attributes.noAttribute(object, name);
        }
        return value;
    }

    @SlotMethod(Slot.TP_DESCR_SET)
    void descrSet(ThreadState thread, PyObject object, PyObject value) {
        Descriptors.checkType(object, owner, name);
        if (index < 0) {
            if (setter < 0) {
                throw PyErr.attributeError("readonly attribute");
            }
            if (value == null && !deletable) {
                throw PyErr.typeError("can't delete numeric/char attribute");
            }
            bodies.set(setter, thread, object, value);
            return;
        }
        PyObject[] values = object.attributeValues();
        if (value == null && values[index] == null) {
            throw PyErr.attributeError("%s", name);
        }
        values[index] = value;
    }
}
