package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** {@code dict_values}. */
@PythonType(name = "dict_values", module = "builtins", hashable = true, parts = DictViewMethods.class)
public class PyDictValues extends DictView {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "dict_values", new PyDictValuesExposed.SlotTable(), new PyDictValuesExposed())
            .notSubclassable();

    public PyDictValues(PyDict dict) {
        super(TYPE, dict);
    }

    /** For the views of a type derived from dict. */
    protected PyDictValues(PyType type, PyDict dict) {
        super(type, dict);
    }

    @Override
    protected PyObject iterator() {
        return new PyDictValueIterator(dict());
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        return new PyDictReverseValueIterator(dict());
    }
}
