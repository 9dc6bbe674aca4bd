package org.pyvm.modules.collections;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyDictValues;

/** {@code odict_values}. */
@PythonType(name = "odict_values", module = "builtins")
public final class OrderedDictValues extends PyDictValues {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "odict_values",
                    PyDictValues.TYPE,
                    new OrderedDictValuesExposed.SlotTable(),
                    new OrderedDictValuesExposed())
            .notSubclassable();

    OrderedDictValues(OrderedDict dict) {
        super(TYPE, dict);
    }

    @Override
    protected PyObject iterator() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.VALUES, false);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversedOrder() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.VALUES, true);
    }
}
