package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** Goes through the entries of a dictionary, forwards or backwards, and notices when keys come or go. */
abstract class DictIterator extends PyObject {
    /** Null once exhausted. */
    private PyDict dict;

    private final boolean backwards;
    /** The size that the dictionary must keep; -1 after it has changed, so that the error comes again. */
    private int size;

    private int position;
    private int remaining;

    DictIterator(PyType type, PyDict dict, boolean backwards) {
        super(type);
        this.dict = dict;
        this.backwards = backwards;
        this.size = dict.size();
        this.remaining = size;
        this.position = backwards ? dict.entryLimit() - 1 : 0;
    }

    /** The next item, or null when exhausted. */
    abstract PyObject next();

    /** Null once exhausted. */
    final PyDict dict() {
        return dict;
    }

    /** Position of the next entry, or -1 when exhausted. */
    final int advance() {
        PyDict source = dict;
        if (source == null) {
            return -1;
        }
        if (size != source.size()) {
            size = -1;
            throw PyErr.runtimeError("dictionary changed size during iteration");
        }
        int at = backwards ? source.previousEntry(position) : source.nextEntry(position);
        if (at < 0) {
            dict = null;
            return -1;
        }
        if (remaining == 0 && !backwards) {
            dict = null;
            throw PyErr.runtimeError("dictionary keys changed during iteration");
        }
        position = backwards ? at - 1 : at + 1;
        remaining--;
        return at;
    }

    final int lengthHint() {
        return dict != null && size == dict.size() ? remaining : 0;
    }

    /** Pickles as an iterator over what is left, without being advanced. */
    final PyObject reduce(ThreadState thread) {
        PyDict source = dict;
        int atPosition = position;
        int left = remaining;
        PyList items = new PyList();
        try {
            for (PyObject item; (item = next()) != null; ) {
                items.append(item);
            }
        } finally {
            dict = source;
            position = atPosition;
            remaining = left;
        }
        return IteratorPickles.iter(thread, items);
    }
}
