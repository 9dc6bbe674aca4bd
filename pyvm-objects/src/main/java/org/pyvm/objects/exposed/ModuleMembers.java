package org.pyvm.objects.exposed;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** Fills the namespace of a built-in module with functions for numbered bodies. */
public final class ModuleMembers {
    private final PyModule module;
    private final PyStr name;
    private final PyDict dict;
    private final BuiltinBodies bodies;

    ModuleMembers(PyModule module, String name, BuiltinBodies bodies) {
        this.module = module;
        this.name = PyStr.intern(name);
        this.dict = module.dict();
        this.bodies = bodies;
    }

    /** @param signature null for a body that binds its arguments itself and shows no signature */
    public void function(int number, String function, String doc, Signature signature) {
        BuiltinFunctionSpec spec = new BuiltinFunctionSpec(function, doc, signature, bodies, number);
        dict.put(function, new PyBuiltinFunction(spec, module, name));
    }

    public void constant(String attribute, PyObject value) {
        dict.put(attribute, value);
    }
}
