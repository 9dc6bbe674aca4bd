package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyTuple;

/** Runs of items with equal keys, each as an iterator of its own. */
@PythonType(name = "groupby", module = "itertools", parts = IterIsSelf.class)
public final class GroupBy extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "groupby", new GroupByExposed.SlotTable(), new GroupByExposed());

    final PyObject iterator;
    private final PyObject keyFunction;
    /** Key of the group that was given last; null before the first one. */
    private PyObject groupKey;
    /** Key of {@link #currentValue}, or null. */
    private PyObject currentKey;
    /** The item taken from the iterator but not given, or null. */
    private PyObject currentValue;
    /** The group that was given last: the others are exhausted. */
    private Grouper currentGroup;

    private GroupBy(PyType cls, PyObject iterator, PyObject keyFunction) {
        super(cls);
        this.iterator = iterator;
        this.keyFunction = keyFunction;
    }

    @PythonNew("($cls, iterable, key=None)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable, PyObject key) {
        return new GroupBy(cls, Iterators.iter(thread, iterable), key);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        currentGroup = null;
        // Skip to the first item with another key.
        while (currentKey == null || groupKey != null && Comparisons.equal(thread, groupKey, currentKey)) {
            if (!step(thread)) {
                return null;
            }
        }
        groupKey = currentKey;
        currentGroup = new Grouper(this, groupKey);
        return PyTuple.of(currentKey, currentGroup);
    }

    /** Takes one item and its key; false when there is none. */
    private boolean step(ThreadState thread) {
        PyObject value = Iterators.next(thread, iterator);
        if (value == null) {
            return false;
        }
        PyObject key = keyFunction == Singletons.NONE ? value : Calls.call(thread, keyFunction, value);
        currentValue = value;
        currentKey = key;
        return true;
    }

    boolean isCurrent(Grouper group) {
        return currentGroup == group;
    }

    void makeCurrent(Grouper group) {
        currentGroup = group;
    }

    /** The next item of the current group, or null at its end. */
    PyObject nextOfGroup(ThreadState thread, PyObject key) {
        if (currentValue == null && !step(thread)) {
            return null;
        }
        if (!Comparisons.equal(thread, key, currentKey)) {
            return null;
        }
        PyObject item = currentValue;
        currentValue = null;
        return item;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyTuple args = PyTuple.of(iterator, keyFunction);
        return groupKey != null && currentKey != null && currentValue != null
                ? PyTuple.of(type(), args, PyTuple.of(currentValue, groupKey, currentKey))
                : PyTuple.of(type(), args);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(PyObject state) {
        PyTuple parts = States.tuple(state);
        Arguments.checkCount("function", parts.size(), 3, 3);
        currentValue = parts.get(0);
        groupKey = parts.get(1);
        currentKey = parts.get(2);
    }
}
