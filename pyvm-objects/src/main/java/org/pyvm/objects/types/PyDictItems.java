package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;

/** {@code dict_items}. */
@PythonType(
        name = "dict_items",
        module = "builtins",
        hashable = false,
        parts = {DictViewMethods.class, DictViewSetMethods.class})
public class PyDictItems extends DictView {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "dict_items", new PyDictItemsExposed.SlotTable(), new PyDictItemsExposed())
            .notSubclassable();

    public PyDictItems(PyDict dict) {
        super(TYPE, dict);
    }

    /** For the views of a type derived from dict. */
    protected PyDictItems(PyType type, PyDict dict) {
        super(type, dict);
    }

    @Override
    protected PyObject iterator() {
        return new PyDictItemIterator(dict());
    }

    @Override
    protected boolean contains(ThreadState thread, PyObject value) {
        if (!(value instanceof PyTuple pair) || pair.size() != 2) {
            return false;
        }
        PyObject found = dict().get(thread, pair.get(0));
        return found != null && Comparisons.equal(thread, found, pair.get(1));
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        return new PyDictReverseItemIterator(dict());
    }
}
