package org.pyvm.objects.types;

import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;

/** {@code frozenset}. */
@PythonType(name = "frozenset", module = "builtins", parts = SetMethods.class)
public final class PyFrozenSet extends AnySet {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "frozenset", new PyFrozenSetExposed.SlotTable(), new PyFrozenSetExposed())
            .weakReferenceable();

    /** -1 until computed. */
    private long hash = -1;

    PyFrozenSet() {
        super(TYPE);
    }

    private PyFrozenSet(PyType type) {
        super(type);
    }

    /** A set of constants of exact built-in types, whose hash and equality run no Python code. */
    public static PyFrozenSet ofConstants(PyObject... items) {
        PyFrozenSet set = new PyFrozenSet();
        for (PyObject item : items) {
            set.add(ThreadState.current(), item);
        }
        return set;
    }

    /**
     * The set of a display of constants. CPython makes it of the items, and once more of the first set's items when it looks
     * for equal constants, which shows in the order of those that collide.
     */
    public static PyFrozenSet literal(PyObject... items) {
        return ofConstants(ofConstants(items).toArray());
    }

    /** {@code frozenset(iterable)}. */
    public static PyFrozenSet of(ThreadState thread, PyObject iterable) {
        if (iterable.type() == TYPE) {
            return (PyFrozenSet) iterable;
        }
        PyFrozenSet set = new PyFrozenSet();
        set.addAll(thread, iterable);
        return set;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("frozenset", cls, Slot.TP_INIT, names);
        PyObject iterable = SetMethods.onlyArgument(cls.name(), args, names);
        if (cls == TYPE && iterable != null) {
            return of(thread, iterable);
        }
        PyFrozenSet set = new PyFrozenSet(cls);
        if (iterable != null) {
            set.addAll(thread, iterable);
        }
        return set;
    }

    @SlotMethod(Slot.TP_HASH)
    long hash() {
        if (hash == -1) {
            hash = hashOfItems();
        }
        return hash;
    }

    /** Whether two sets are known to be different by hashes computed before. */
    boolean hashesDiffer(PyFrozenSet other) {
        return hash != -1 && other.hash != -1 && hash != other.hash;
    }
}
