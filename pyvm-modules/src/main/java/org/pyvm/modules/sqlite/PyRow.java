package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code sqlite3.Row}: a row whose columns can be asked for by number and by name. */
@PythonType(name = "Row", module = "sqlite3")
public final class PyRow extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("sqlite3", "Row", new PyRowExposed.SlotTable(), new PyRowExposed());

    private final PyTuple values;
    /** The cursor's: a tuple for each column, that begins with the name; or None. */
    private final PyObject description;

    private PyRow(PyType type, PyTuple values, PyObject description) {
        super(type);
        this.values = values;
        this.description = description;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("Row", cls, Slot.TP_INIT, names);
        Arguments.checkCount("Row", args.length, 2, 2);
        if (!(args[0] instanceof PyCursor cursor)) {
            throw SqliteState.wrongArgument("Row", "1", PyCursor.TYPE, args[0]);
        }
        if (!(args[1] instanceof PyTuple values)) {
            throw SqliteState.wrongArgument("Row", "2", PyTuple.TYPE, args[1]);
        }
        return new PyRow(cls, values, cursor.description());
    }

    private PyStr name(int column) {
        return (PyStr) ((PyTuple) ((PyTuple) description).get(column)).get(0);
    }

    private int columns() {
        return description instanceof PyTuple tuple ? tuple.size() : 0;
    }

    @PythonMethod("keys($self, /)")
    PyObject keys() {
        PyList names = new PyList();
        for (int i = 0; i < columns(); i++) {
            names.append(name(i));
        }
        return names;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return values.size();
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        return Iterators.iter(thread, values);
    }

    /** The index counts from the start. */
    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        return byNumber(PyInt.of(index));
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key instanceof PyInt number) {
            return byNumber(number);
        }
        if (key instanceof PyStr name) {
            return byName(name);
        }
        if (key instanceof PySlice) {
            return Objects.getItem(thread, values, key);
        }
        throw PyErr.indexError("Index must be int or string");
    }

    private PyObject byNumber(PyInt number) {
        if (!number.fitsLong()) {
            throw PyErr.indexError("cannot fit '%T' into an index-sized integer", number);
        }
        long index = number.longValue();
        long at = index < 0 ? index + values.size() : index;
        if (at < 0 || at >= values.size()) {
            throw PyErr.indexError("tuple index out of range");
        }
        return values.get((int) at);
    }

    /** Upper and lower case are the same in names of ASCII. */
    private PyObject byName(PyStr wanted) {
        for (int i = 0; i < columns() && i < values.size(); i++) {
            PyStr name = name(i);
            boolean same = name.sameText(wanted)
                    || name.isAscii() && wanted.isAscii() && name.toString().equalsIgnoreCase(wanted.toString());
            if (same) {
                return values.get(i);
            }
        }
        throw PyErr.indexError("No item with that key");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        return Objects.hash(thread, description) ^ Objects.hash(thread, values);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyRow that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equal = Comparisons.equal(thread, description, that.description)
                && Comparisons.equal(thread, values, that.values);
        return PyBool.of(equal == (op == Comparison.EQ));
    }
}
