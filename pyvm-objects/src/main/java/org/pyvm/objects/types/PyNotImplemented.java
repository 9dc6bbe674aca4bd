package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code NotImplemented}. */
public final class PyNotImplemented extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "NotImplementedType", new Slots(), null).notSubclassable();
    public static final PyNotImplemented INSTANCE = new PyNotImplemented();

    private PyNotImplemented() {
        super(TYPE);
    }
}
