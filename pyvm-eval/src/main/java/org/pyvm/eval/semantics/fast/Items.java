package org.pyvm.eval.semantics.fast;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySmallInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Subscripts of exact lists, tuples and dicts. Each is null for other operands, and where there is no such item. */
public final class Items {
    private Items() {}

    public static PyObject ofList(PyObject container, PyObject key) {
        return key.getClass() == PySmallInt.class ? ofList(container, ((PySmallInt) key).value()) : null;
    }

    public static PyObject ofList(PyObject container, long index) {
        if (container.getClass() == PyList.class && container.type() == PyList.TYPE) {
            PyList list = (PyList) container;
            long at = index < 0 ? index + list.size() : index;
            return at >= 0 && at < list.size() ? list.get((int) at) : null;
        }
        return null;
    }

    public static PyObject ofTuple(PyObject container, PyObject key) {
        return key.getClass() == PySmallInt.class ? ofTuple(container, ((PySmallInt) key).value()) : null;
    }

    public static PyObject ofTuple(PyObject container, long index) {
        if (container.getClass() == PyTuple.class && container.type() == PyTuple.TYPE) {
            PyTuple tuple = (PyTuple) container;
            long at = index < 0 ? index + tuple.size() : index;
            return at >= 0 && at < tuple.size() ? tuple.get((int) at) : null;
        }
        return null;
    }

    /** By a key that is a str, in a dict without others: those may run Python code when they are compared, and must not twice. */
    public static PyObject ofDict(PyObject container, PyObject key) {
        if (container.getClass() == PyDict.class && key.getClass() == PyStr.class && container.type() == PyDict.TYPE) {
            PyDict dict = (PyDict) container;
            return dict.hasOnlyTextKeys() ? dict.get((PyStr) key) : null;
        }
        return null;
    }

    /** Stores an item of a list. @return false for other operands, and beyond the end */
    public static boolean setOfList(PyObject value, PyObject container, PyObject key) {
        if (key.getClass() == PySmallInt.class
                && container.getClass() == PyList.class
                && container.type() == PyList.TYPE) {
            PyList list = (PyList) container;
            long index = ((PySmallInt) key).value();
            if (index >= 0 && index < list.size()) {
                list.set((int) index, value);
                return true;
            }
        }
        return false;
    }
}
