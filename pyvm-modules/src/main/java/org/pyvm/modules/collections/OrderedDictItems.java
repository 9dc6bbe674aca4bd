package org.pyvm.modules.collections;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyDictItems;

/** {@code odict_items}. */
@PythonType(name = "odict_items", module = "builtins", hashable = false)
public final class OrderedDictItems extends PyDictItems {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "odict_items",
                    PyDictItems.TYPE,
                    new OrderedDictItemsExposed.SlotTable(),
                    new OrderedDictItemsExposed())
            .notSubclassable();

    OrderedDictItems(OrderedDict dict) {
        super(TYPE, dict);
    }

    @Override
    protected PyObject iterator() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.ITEMS, false);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversedOrder() {
        return new OrderedDictIterator((OrderedDict) dict(), OrderedDictIterator.Kind.ITEMS, true);
    }
}
