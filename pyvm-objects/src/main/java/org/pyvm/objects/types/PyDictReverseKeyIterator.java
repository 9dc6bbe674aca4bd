package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code dict_reversekeyiterator}. */
@PythonType(name = "dict_reversekeyiterator", module = "builtins", parts = DictIteratorMethods.class)
public final class PyDictReverseKeyIterator extends DictIterator {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "dict_reversekeyiterator",
                    new PyDictReverseKeyIteratorExposed.SlotTable(),
                    new PyDictReverseKeyIteratorExposed())
            .notSubclassable();

    public PyDictReverseKeyIterator(PyDict dict) {
        super(TYPE, dict, true);
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
