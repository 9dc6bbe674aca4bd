package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** {@code dict_keys}. */
@PythonType(
        name = "dict_keys",
        module = "builtins",
        hashable = false,
        parts = {DictViewMethods.class, DictViewSetMethods.class})
public class PyDictKeys extends DictView {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "dict_keys", new PyDictKeysExposed.SlotTable(), new PyDictKeysExposed())
            .notSubclassable();

    public PyDictKeys(PyDict dict) {
        super(TYPE, dict);
    }

    /** For the views of a type derived from dict. */
    protected PyDictKeys(PyType type, PyDict dict) {
        super(type, dict);
    }

    @Override
    protected PyObject iterator() {
        return new PyDictKeyIterator(dict());
    }

    @Override
    protected boolean contains(ThreadState thread, PyObject value) {
        return dict().find(thread, value) >= 0;
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        return new PyDictReverseKeyIterator(dict());
    }
}
