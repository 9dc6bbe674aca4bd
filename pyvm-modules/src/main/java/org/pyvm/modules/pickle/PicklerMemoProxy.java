package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The memo of a pickler, as programs see it. */
@PythonType(name = "PicklerMemoProxy", module = "_pickle", hashable = false)
public final class PicklerMemoProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_pickle",
                    "PicklerMemoProxy",
                    new PicklerMemoProxyExposed.SlotTable(),
                    new PicklerMemoProxyExposed())
            .notSubclassable();

    private final PyPickler pickler;

    PicklerMemoProxy(PyPickler pickler) {
        super(TYPE);
        this.pickler = pickler;
    }

    PicklerMemo table() {
        return pickler.memoTable();
    }

    @PythonMethod("clear($self, /)")
    void clear() {
        pickler.clearMemo();
    }

    /** From the id of an object to its number and itself. */
    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        PyDict copy = new PyDict();
        table().forEach((object, number) ->
                copy.put(thread, PyInt.of(Identity.of(object)), PyTuple.of(PyInt.of(number), object)));
        return copy;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return PyTuple.of(PyDict.TYPE, PyTuple.of(copy(thread)));
    }
}
