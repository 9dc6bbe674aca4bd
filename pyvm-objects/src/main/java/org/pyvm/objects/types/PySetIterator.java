package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code set_iterator}. */
@PythonType(name = "set_iterator", module = "builtins")
public final class PySetIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "set_iterator", new PySetIteratorExposed.SlotTable(), new PySetIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private AnySet set;

    /** The size that the set must keep; -1 after it has changed, so that the error comes again. */
    private int size;

    private int place;
    private int remaining;

    PySetIterator(AnySet set) {
        super(TYPE);
        this.set = set;
        this.size = set.size();
        this.remaining = size;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (set == null) {
            return null;
        }
        if (size != set.size()) {
            size = -1;
            throw PyErr.runtimeError("Set changed size during iteration");
        }
        int at = set.nextItem(place);
        if (at < 0) {
            set = null;
            remaining = 0;
            return null;
        }
        place = at + 1;
        remaining--;
        return set.itemAt(at);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return set != null && size == set.size() ? remaining : 0;
    }

    /** Pickles as an iterator over the items that are left, without being advanced. */
    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyList left = new PyList();
        if (set != null) {
            if (size != set.size()) {
                size = -1;
                throw PyErr.runtimeError("Set changed size during iteration");
            }
            for (int i = set.nextItem(place); i >= 0; i = set.nextItem(i + 1)) {
                left.append(set.itemAt(i));
            }
        }
        return IteratorPickles.iter(thread, left);
    }
}
