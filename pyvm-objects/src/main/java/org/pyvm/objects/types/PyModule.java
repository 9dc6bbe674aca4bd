package org.pyvm.objects.types;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Slots;

/** {@code module}: a namespace that is always a dictionary. */
public class PyModule extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "module", new Slots(), null).withDict().weakReferenceable();

    public PyModule(PyType type) {
        super(type);
        Shape.dictionaryOf(this);
    }

    public PyModule() {
        this(TYPE);
    }

    /** {@code __dict__}. */
    public final PyDict dict() {
        return Shape.dictionaryOf(this);
    }
}
