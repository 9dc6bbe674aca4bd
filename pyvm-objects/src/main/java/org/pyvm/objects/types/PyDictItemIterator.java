package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code dict_itemiterator}. */
@PythonType(name = "dict_itemiterator", module = "builtins", parts = DictIteratorMethods.class)
public final class PyDictItemIterator extends DictIterator {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "dict_itemiterator",
                    new PyDictItemIteratorExposed.SlotTable(),
                    new PyDictItemIteratorExposed())
            .notSubclassable();

    public PyDictItemIterator(PyDict dict) {
        super(TYPE, dict, false);
    }

    /** The next one, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    @Override
    public PyObject next() {
        PyDict dict = dict();
        int at = advance();
        return at < 0 ? null : PyTuple.of(dict.keyAt(at), dict.valueAt(at));
    }
}
