package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Comparisons;

/** {@code cell}: a variable that a function shares with functions inside it. */
@PythonType(name = "cell", module = "builtins", hashable = false)
public final class PyCell extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "cell", new PyCellExposed.SlotTable(), new PyCellExposed())
            .notSubclassable();

    /** Null while unbound. */
    public PyObject value;

    public PyCell(PyObject value) {
        super(TYPE);
        this.value = value;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("cell", names);
        Arguments.checkCount("cell", args.length, 0, 1);
        return new PyCell(args.length == 0 ? null : args[0]);
    }

    @PythonGetter("cell_contents")
    PyObject contents() {
        if (value == null) {
            throw PyErr.valueError("Cell is empty");
        }
        return value;
    }

    @PythonSetter(value = "cell_contents", deletable = true)
    void setContents(PyObject newValue) {
        value = newValue;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyCell cell)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (value != null && cell.value != null) {
            return Comparisons.compare(thread, value, cell.value, op);
        }
        // An empty cell is less than one that is not.
        return PyBool.of(op.holds(Boolean.compare(value != null, cell.value != null)));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of(
                value == null
                        ? "<cell at " + Identity.address(this) + ": empty>"
                        : "<cell at " + Identity.address(this) + ": "
                                + value.type().name() + " object at " + Identity.address(value) + ">");
    }
}
