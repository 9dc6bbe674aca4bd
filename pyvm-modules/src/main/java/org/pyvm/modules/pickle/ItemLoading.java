package org.pyvm.modules.pickle;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySet;

/** Fills containers that a pickle has made, and what behaves as they do. */
final class ItemLoading {
    private ItemLoading() {}

    static void append(ThreadState thread, PyObject list, PyObject[] items) {
        if (items.length == 0) {
            return;
        }
        if (list.type() == PyList.TYPE) {
            for (PyObject item : items) {
                ((PyList) list).append(item);
            }
            return;
        }
        PyObject extend = Attributes.getOrNull(thread, list, Names.EXTEND_NAME);
        if (extend != null) {
            Calls.call(thread, extend, PyList.of(items));
            return;
        }
        PyObject append = Attributes.get(thread, list, Names.APPEND_NAME);
        for (PyObject item : items) {
            Calls.call(thread, append, item);
        }
    }

    static PyDict dict(ThreadState thread, PickleState state, PyObject[] items) {
        if (items.length % 2 != 0) {
            throw state.unpicklingError("odd number of items for DICT");
        }
        PyDict dict = new PyDict();
        putAll(thread, dict, items);
        return dict;
    }

    private static void putAll(ThreadState thread, PyDict dict, PyObject[] items) {
        for (int i = 0; i < items.length; i += 2) {
            dict.put(thread, items[i], items[i + 1]);
        }
    }

    static void store(ThreadState thread, PickleState state, PyObject mapping, PyObject[] items) {
        if (items.length % 2 != 0) {
            throw state.unpicklingError("odd number of items for SETITEMS");
        }
        if (mapping.type() == PyDict.TYPE) {
            putAll(thread, (PyDict) mapping, items);
            return;
        }
        for (int i = 0; i < items.length; i += 2) {
            Objects.setItem(thread, mapping, items[i], items[i + 1]);
        }
    }

    static void add(ThreadState thread, PyObject set, PyObject[] items) {
        if (items.length == 0) {
            return;
        }
        if (set instanceof PySet exact) {
            for (PyObject item : items) {
                exact.add(thread, item);
            }
            return;
        }
        PyObject add = Attributes.get(thread, set, Names.ADD_NAME);
        for (PyObject item : items) {
            Calls.call(thread, add, item);
        }
    }
}
