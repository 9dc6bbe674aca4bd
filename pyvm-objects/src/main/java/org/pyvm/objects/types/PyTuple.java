package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Slots;

/** {@code tuple}. */
public class PyTuple extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "tuple", new Slots(), null).withPattern(PatternKind.SEQUENCE);

    private static final PyObject[] NONE = {};
    public static final PyTuple EMPTY = new PyTuple(TYPE, NONE);

    private final PyObject[] items;

    /** The array must not be changed afterwards. */
    protected PyTuple(PyType type, PyObject[] items) {
        super(type);
        this.items = items;
    }

    /** A tuple of these items; the array must not be changed afterwards. */
    public static PyTuple of(PyObject... items) {
        return items.length == 0 ? EMPTY : new PyTuple(TYPE, items);
    }

    public final int size() {
        return items.length;
    }

    public final PyObject get(int index) {
        return items[index];
    }

    /** A fresh array of the items. */
    public final PyObject[] toArray() {
        return items.clone();
    }

    /** The items themselves: never to be changed. For hot paths that only read. */
    public final PyObject[] itemsUnsafe() {
        return items;
    }
}
