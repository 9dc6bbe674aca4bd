package org.pyvm.modules.etree;

import java.util.Arrays;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** What {@code iter()} and {@code itertext()} answer: goes through a tree in the order of the document. */
@PythonType(name = "_element_iterator", module = "_elementtree")
public final class ElementIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_elementtree",
                    "_element_iterator",
                    new ElementIteratorExposed.SlotTable(),
                    new ElementIteratorExposed())
            .notSubclassable();

    /** Where to start; null when that is done. */
    private PyElement root;
    /** None for all. */
    private final PyObject sought;

    private final boolean givesText;
    /** The elements that the iterator is in, and which of their children come next. */
    private PyElement[] path = new PyElement[8];

    private int[] next = new int[8];
    private int depth;

    ElementIterator(PyElement root, PyObject sought, boolean givesText) {
        super(TYPE);
        this.root = root;
        this.sought = sought;
        this.givesText = givesText;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        while (true) {
            PyElement element = enterNext();
            if (element == null) {
                if (depth == 0) {
                    return null;
                }
                // What stands behind the element that the iteration started at does not belong to it.
                PyElement left = path[--depth];
                path[depth] = null;
                PyObject tail = givesText && depth > 0 ? left.tail(thread) : Singletons.NONE;
                if (isWanted(thread, tail)) {
                    return tail;
                }
            } else if (givesText) {
                PyObject text = element.text(thread);
                if (isWanted(thread, text)) {
                    return text;
                }
            } else if (sought == Singletons.NONE || ElementSearch.matches(thread, element.tag, sought)) {
                return element;
            }
        }
    }

    private static boolean isWanted(ThreadState thread, PyObject text) {
        return text != Singletons.NONE && Objects.isTrue(thread, text);
    }

    /** Goes to the next element below the one the iterator is in; null when it has no more. */
    private PyElement enterNext() {
        PyElement element;
        if (depth == 0) {
            element = root;
            root = null;
        } else {
            PyElement parent = path[depth - 1];
            int index = next[depth - 1]++;
            element = index < parent.count() ? parent.child(index) : null;
        }
        if (element != null) {
            if (depth == path.length) {
                path = Arrays.copyOf(path, depth * 2);
                next = Arrays.copyOf(next, depth * 2);
            }
            path[depth] = element;
            next[depth++] = 0;
        }
        return element;
    }
}
