package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code Ellipsis}. */
public final class PyEllipsis extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "ellipsis", new Slots(), null).notSubclassable();
    public static final PyEllipsis INSTANCE = new PyEllipsis();

    private PyEllipsis() {
        super(TYPE);
    }
}
