package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code None}. */
public final class PyNone extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "NoneType", new Slots(), null).notSubclassable();
    public static final PyNone INSTANCE = new PyNone();

    private PyNone() {
        super(TYPE);
    }
}
