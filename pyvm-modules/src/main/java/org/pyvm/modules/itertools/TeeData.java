package org.pyvm.modules.itertools;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** A stretch of the items that tees share: a link of a chain, dropped when the last tee has gone past it. */
@PythonType(name = "_tee_dataobject", module = "itertools")
public final class TeeData extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "itertools", "_tee_dataobject", new TeeDataExposed.SlotTable(), new TeeDataExposed())
            .notSubclassable();

    static final int CAPACITY = 57;

    private final PyObject iterator;
    private final PyObject[] values = new PyObject[CAPACITY];
    private int count;
    private TeeData next;
    private boolean running;

    TeeData(PyObject iterator) {
        super(TYPE);
        this.iterator = iterator;
    }

    @PythonNew(value = "($cls, iterable, values, next, /)", showSignature = false)
    static PyObject make(PyType cls, PyObject iterator, PyList values, PyObject next) {
        TeeData data = new TeeData(iterator);
        int count = values.size();
        if (count > CAPACITY || count < CAPACITY && next != Singletons.NONE) {
            throw PyErr.valueError("Invalid arguments");
        }
        System.arraycopy(values.toArray(), 0, data.values, 0, count);
        data.count = count;
        if (next instanceof TeeData link) {
            data.next = link;
        } else if (next != Singletons.NONE) {
            throw PyErr.valueError("Invalid arguments");
        }
        return data;
    }

    /** The item at an index, taken from the iterator if it is the first behind those known; null at the end. */
    PyObject get(ThreadState thread, int index) {
        if (index < count) {
            return values[index];
        }
        if (running) {
            throw PyErr.runtimeError("cannot re-enter the tee iterator");
        }
        running = true;
        PyObject item;
        try {
            item = Iterators.next(thread, iterator);
        } finally {
            running = false;
        }
        if (item != null) {
            values[count++] = item;
        }
        return item;
    }

    TeeData next() {
        if (next == null) {
            next = new TeeData(iterator);
        }
        return next;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyList known = PyList.of(Arrays.copyOf(values, count));
        return PyTuple.of(type(), PyTuple.of(iterator, known, next == null ? Singletons.NONE : next));
    }
}
