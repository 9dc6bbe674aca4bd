package org.pyvm.modules.collections;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyDictKeys;

/** {@code odict_keys}. */
@PythonType(name = "odict_keys", module = "builtins", hashable = false)
public final class OrderedDictKeys extends PyDictKeys {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "odict_keys",
                    PyDictKeys.TYPE,
                    new OrderedDictKeysExposed.SlotTable(),
                    new OrderedDictKeysExposed())
            .notSubclassable();

    OrderedDictKeys(OrderedDict dict) {
        super(TYPE, dict);
    }

    @Override
    protected PyObject iterator() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.KEYS, false);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversedOrder() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.KEYS, true);
    }
}
