package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.expose.SliceIndex;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;

/** {@code list}. */
@PythonType(name = "list", hashable = false)
public class PyList extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "list", new PyListExposed.SlotTable(), new PyListExposed())
            .withPattern(PatternKind.SEQUENCE);

    private static final PyObject[] NONE = {};

    private PyObject[] items;
    private int size;

    public PyList() {
        this(TYPE, NONE, 0);
    }

    private PyList(PyType type, PyObject[] items, int size) {
        super(type);
        this.items = items;
        this.size = size;
    }

    /** An empty list of a subtype. */
    public PyList(PyType type) {
        this(type, NONE, 0);
    }

    /** A list of these items, whose array becomes the list's own. */
    public static PyList of(PyObject... items) {
        return new PyList(TYPE, items, items.length);
    }

    /** An empty list with room for some items. */
    public static PyList withCapacity(int capacity) {
        return new PyList(TYPE, new PyObject[capacity], 0);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    public final int size() {
        return size;
    }

    public final PyObject get(int index) {
        java.util.Objects.checkIndex(index, size);
        return items[index];
    }

    public final void set(int index, PyObject value) {
        java.util.Objects.checkIndex(index, size);
        items[index] = value;
    }

    @PythonMethod(value = "append($self, object, /)", doc = "Append object to the end of the list.")
    public final void append(PyObject value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 4);
        }
        items[size++] = value;
    }

    @PythonMethod(
            value = "index($self, value, start=0, stop=9223372036854775807, /)",
            doc = "Return first index of value.\n\nRaises ValueError if the value is not present.")
    int index(ThreadState thread, PyObject value, @SliceIndex long start, @SliceIndex long stop) {
        long first = start < 0 ? Math.max(0, start + size) : start;
        long end = stop < 0 ? stop + size : stop;
        // Read size afresh each time round: __eq__ may shrink the list under us.
        for (long i = first; i < Math.min(end, size); i++) {
            if (Comparisons.equal(thread, items[(int) i], value)) {
                return (int) i;
            }
        }
        throw PyErr.valueError("%r is not in list", value);
    }

    /** A fresh array of the items. */
    public final PyObject[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** Makes the array and its first {@code newSize} items the list's own. */
    public final void replaceItems(PyObject[] newItems, int newSize) {
        items = newItems;
        size = newSize;
    }

    /** The array behind the list, longer than {@link #size}; for code that runs no Python code while it holds it. */
    public final PyObject[] itemsUnsafe() {
        return items;
    }
}
