package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The memo of an unpickler, as programs see it. */
@PythonType(name = "UnpicklerMemoProxy", module = "_pickle", hashable = false)
public final class UnpicklerMemoProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_pickle",
                    "UnpicklerMemoProxy",
                    new UnpicklerMemoProxyExposed.SlotTable(),
                    new UnpicklerMemoProxyExposed())
            .notSubclassable();

    private final PyUnpickler unpickler;

    UnpicklerMemoProxy(PyUnpickler unpickler) {
        super(TYPE);
        this.unpickler = unpickler;
    }

    UnpicklerMemo table() {
        return unpickler.memoTable();
    }

    @PythonMethod("clear($self, /)")
    void clear() {
        table().clear();
    }

    /** From numbers to objects. */
    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        PyDict copy = new PyDict();
        table().forEach((number, object) -> copy.put(thread, PyInt.of(number), object));
        return copy;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return PyTuple.of(PyDict.TYPE, PyTuple.of(copy(thread)));
    }
}
