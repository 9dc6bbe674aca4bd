package org.pyvm.objects.protocol;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;

/** {@code PyMapping_*}. */
public final class Mappings {
    private Mappings() {}

    /** {@code PyMapping_Check}. */
    public static boolean isMapping(PyObject object) {
        return object.type().slots().has(Slot.MP_SUBSCRIPT);
    }

    /** {@code mapping[key]}, or null where that raises KeyError. */
    public static PyObject getOrNull(ThreadState thread, PyObject mapping, PyObject key) {
        if (mapping.type() == PyDict.TYPE) {
            return ((PyDict) mapping).get(thread, key);
        }
        try {
            return Objects.getItem(thread, mapping, key);
        } catch (PyErr e) {
            if (e.matches(Exceptions.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    /** {@code list(mapping.keys())}. */
    public static PyList keys(ThreadState thread, PyObject mapping) {
        return list(thread, mapping, Names.KEYS_NAME);
    }

    /** {@code list(mapping.values())}. */
    public static PyList values(ThreadState thread, PyObject mapping) {
        return list(thread, mapping, Names.VALUES_NAME);
    }

    /** {@code list(mapping.items())}. */
    public static PyList items(ThreadState thread, PyObject mapping) {
        return list(thread, mapping, Names.ITEMS_NAME);
    }

    private static PyList list(ThreadState thread, PyObject mapping, org.pyvm.objects.types.PyStr method) {
        PyObject view = Calls.callMethod(thread, mapping, method);
        if (!view.type().slots().has(Slot.TP_ITER)) {
            throw PyErr.typeError("%T.%s() returned a non-iterable (type %T)", mapping, method, view);
        }
        return Sequences.toList(thread, view);
    }
}
