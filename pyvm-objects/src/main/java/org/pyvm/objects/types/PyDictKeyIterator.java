package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code dict_keyiterator}. */
@PythonType(name = "dict_keyiterator", module = "builtins", parts = DictIteratorMethods.class)
public final class PyDictKeyIterator extends DictIterator {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "dict_keyiterator",
                    new PyDictKeyIteratorExposed.SlotTable(),
                    new PyDictKeyIteratorExposed())
            .notSubclassable();

    public PyDictKeyIterator(PyDict dict) {
        super(TYPE, dict, false);
    }

    /** The next one, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    @Override
    public PyObject next() {
        PyDict dict = dict();
        int at = advance();
        return at < 0 ? null : dict.keyAt(at);
    }
}
