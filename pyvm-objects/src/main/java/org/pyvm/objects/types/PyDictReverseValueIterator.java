package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code dict_reversevalueiterator}. */
@PythonType(name = "dict_reversevalueiterator", module = "builtins", parts = DictIteratorMethods.class)
public final class PyDictReverseValueIterator extends DictIterator {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "dict_reversevalueiterator",
                    new PyDictReverseValueIteratorExposed.SlotTable(),
                    new PyDictReverseValueIteratorExposed())
            .notSubclassable();

    public PyDictReverseValueIterator(PyDict dict) {
        super(TYPE, dict, true);
    }

    /** The next one, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    @Override
    public PyObject next() {
        PyDict dict = dict();
        int at = advance();
        return at < 0 ? null : dict.valueAt(at);
    }
}
