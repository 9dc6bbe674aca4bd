package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code list_iterator}. */
@PythonType(name = "list_iterator", module = "builtins")
public final class PyListIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "list_iterator", new PyListIteratorExposed.SlotTable(), new PyListIteratorExposed())
            .notSubclassable();

    /** Null once exhausted: items that the list gets later are not seen. */
    private PyList list;

    private int index;

    public PyListIterator(PyList list) {
        super(TYPE);
        this.list = list;
    }

    /** The next item, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next() {
        PyList source = list;
        if (source == null) {
            return null;
        }
        if (index < source.size()) {
            return source.itemsUnsafe()[index++];
        }
        list = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return list == null ? 0 : Math.max(0, list.size() - index);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return list == null ? IteratorPickles.iter(thread, new PyList()) : IteratorPickles.iter(thread, list, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (list != null) {
            index = Math.clamp(position, 0, list.size());
        }
    }
}
