package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** What {@code dict.keys()}, {@code values()} and {@code items()} share. */
public abstract class DictView extends PyObject {
    private final PyDict dict;

    protected DictView(PyType type, PyDict dict) {
        super(type);
        this.dict = dict;
    }

    public final PyDict dict() {
        return dict;
    }

    /** An iterator over the view. */
    protected abstract PyObject iterator();

    /** {@code value in view}, for the views that are sets. */
    protected boolean contains(ThreadState thread, PyObject value) {
        throw new IllegalStateException("no set");
    }

    /** Whether it is a view of keys or items, which can be compared and combined with sets. */
    final boolean isSet() {
        return !(this instanceof PyDictValues);
    }
}
