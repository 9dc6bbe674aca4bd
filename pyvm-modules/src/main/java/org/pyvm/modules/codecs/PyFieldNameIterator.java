package org.pyvm.modules.codecs;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.FieldName;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyTuple;

/** {@code fieldnameiterator}: the attributes and items that a field name goes through. */
@PythonType(name = "fieldnameiterator", module = "builtins")
public final class PyFieldNameIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "fieldnameiterator",
                    new PyFieldNameIteratorExposed.SlotTable(),
                    new PyFieldNameIteratorExposed())
            .notSubclassable();

    private final FieldName name;

    PyFieldNameIterator(FieldName name) {
        super(TYPE);
        this.name = name;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    /** (whether it is an attribute, its name or the item). */
    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        return name.advance() ? PyTuple.of(PyBool.of(name.isAttribute()), name.nameObject()) : null;
    }
}
