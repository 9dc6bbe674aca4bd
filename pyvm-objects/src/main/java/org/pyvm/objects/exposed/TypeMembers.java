package org.pyvm.objects.exposed;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyClassMethodDescriptor;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGetSetDescriptor;
import org.pyvm.objects.types.PyMemberDescriptor;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStaticMethod;
import org.pyvm.objects.types.PyStr;

/** Fills the dictionary of a built-in type with descriptors for numbered bodies. */
public final class TypeMembers {
    private final PyType type;
    private final PyDict dict;
    private final BuiltinBodies bodies;

    public TypeMembers(PyType type, PyDict dict, BuiltinBodies bodies) {
        this.type = type;
        this.dict = dict;
        this.bodies = bodies;
    }

    private BuiltinFunctionSpec spec(int number, String name, String doc, Signature signature) {
        return new BuiltinFunctionSpec(name, doc, signature, bodies, number);
    }

    /** @param signature null for a body that binds its arguments itself and shows no signature */
    public void method(int number, String name, String doc, Signature signature) {
        dict.put(name, new PyMethodDescriptor(type, spec(number, name, doc, signature)));
    }

    public void classMethod(int number, String name, String doc, Signature signature) {
        dict.put(name, new PyClassMethodDescriptor(type, spec(number, name, doc, signature)));
    }

    public void staticMethod(int number, String name, String doc, Signature signature) {
        BuiltinFunctionSpec spec = spec(number, name, doc, signature);
        dict.put(name, new PyStaticMethod(PyBuiltinFunction.ofStatic(spec, type)));
    }

    /** @param setter number of the setter's body, -1 for a read-only attribute */
    public void attribute(String name, String doc, int getter, int setter, boolean deletable) {
        PyStr attribute = PyStr.intern(name);
        dict.put(attribute, new PyGetSetDescriptor(type, attribute, doc, bodies, getter, setter, deletable));
    }

    /** As {@link #attribute}, but Python sees a {@code member_descriptor}. */
    public void member(String name, String doc, int getter, int setter, boolean deletable) {
        PyStr attribute = PyStr.intern(name);
        dict.put(attribute, new PyMemberDescriptor(type, attribute, doc, bodies, getter, setter, deletable));
    }

    public void constant(String name, PyObject value) {
        dict.put(name, value);
    }
}
