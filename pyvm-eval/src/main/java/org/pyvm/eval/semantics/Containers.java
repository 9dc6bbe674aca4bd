package org.pyvm.eval.semantics;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Building and taking apart containers. */
public final class Containers {
    private Containers() {}

    @Semantics("BUILD_TUPLE")
    public static PyObject buildTuple(PyObject[] items) {
        return PyTuple.of(items);
    }

    @Semantics("BUILD_LIST")
    public static PyObject buildList(PyObject[] items) {
        return PyList.of(items);
    }

    @Semantics("BUILD_SET")
    public static PyObject buildSet(ThreadState thread, PyObject[] items) {
        PySet set = new PySet();
        for (PyObject item : items) {
            set.add(thread, item);
        }
        return set;
    }

    /** @param items keys and values in turn */
    @Semantics("BUILD_MAP")
    public static PyObject buildMap(ThreadState thread, PyObject[] items) {
        PyDict dict = PyDict.withCapacity(items.length / 2);
        for (int i = 0; i < items.length; i += 2) {
            dict.put(thread, items[i], items[i + 1]);
        }
        return dict;
    }

    @Semantics("BUILD_CONST_KEY_MAP")
    public static PyObject buildConstKeyMap(ThreadState thread, PyObject[] values, PyObject keys) {
        PyTuple names = (PyTuple) keys;
        PyDict dict = PyDict.withCapacity(values.length);
        for (int i = 0; i < values.length; i++) {
            dict.put(thread, names.get(i), values[i]);
        }
        return dict;
    }

    @Semantics("BUILD_STRING")
    public static PyObject buildString(PyObject[] parts) {
        boolean allBmp = true;
        for (PyObject part : parts) {
            allBmp &= ((PyStr) part).bmp() != null;
        }
        if (allBmp) {
            StringBuilder text = new StringBuilder();
            for (PyObject part : parts) {
                text.append(((PyStr) part).bmp());
            }
            return PyStr.ofBmp(text.toString());
        }
        int length = 0;
        for (PyObject part : parts) {
            length += ((PyStr) part).length();
        }
        int[] all = new int[length];
        int at = 0;
        for (PyObject part : parts) {
            int[] points = ((PyStr) part).toCodePoints();
            System.arraycopy(points, 0, all, at, points.length);
            at += points.length;
        }
        return PyStr.ofCodePoints(all);
    }

    @Semantics({"BUILD_LIST_UNPACK"})
    public static PyObject buildListUnpack(ThreadState thread, PyObject[] iterables) {
        PyList list = new PyList();
        for (PyObject iterable : iterables) {
            extend(thread, list, iterable);
        }
        return list;
    }

    @Semantics({"BUILD_TUPLE_UNPACK"})
    public static PyObject buildTupleUnpack(ThreadState thread, PyObject[] iterables) {
        return PyTuple.of(((PyList) buildListUnpack(thread, iterables)).toArray());
    }

    /** As BUILD_TUPLE_UNPACK; the callable is named only in the error for a single argument that is not iterable. */
    @Semantics({"BUILD_TUPLE_UNPACK_WITH_CALL"})
    public static PyObject buildTupleUnpackWithCall(ThreadState thread, PyObject[] iterables, PyObject callable) {
        if (iterables.length == 1) {
            FunctionCalls.checkStarArgument(thread, callable, iterables[0]);
        }
        return buildTupleUnpack(thread, iterables);
    }

    @Semantics({"BUILD_SET_UNPACK"})
    public static PyObject buildSetUnpack(ThreadState thread, PyObject[] iterables) {
        PySet set = new PySet();
        for (PyObject iterable : iterables) {
            setUpdate(thread, set, iterable);
        }
        return set;
    }

    @Semantics({"BUILD_MAP_UNPACK"})
    public static PyObject buildMapUnpack(ThreadState thread, PyObject[] mappings) {
        PyDict dict = new PyDict();
        for (PyObject mapping : mappings) {
            dictUpdate(thread, dict, mapping);
        }
        return dict;
    }

    @Semantics({"BUILD_MAP_UNPACK_WITH_CALL"})
    public static PyObject buildMapUnpackWithCall(ThreadState thread, PyObject[] mappings, PyObject callable) {
        PyDict dict = new PyDict();
        for (PyObject mapping : mappings) {
            FunctionCalls.merge(thread, dict, mapping, callable);
        }
        return dict;
    }

    @Semantics("LIST_APPEND")
    public static void listAppend(PyObject list, PyObject item) {
        ((PyList) list).append(item);
    }

    @Semantics("SET_ADD")
    public static void setAdd(ThreadState thread, PyObject set, PyObject item) {
        ((PySet) set).add(thread, item);
    }

    @Semantics("MAP_ADD")
    public static void mapAdd(ThreadState thread, PyObject dict, PyObject value, PyObject key) {
        ((PyDict) dict).put(thread, key, value);
    }

    @Semantics("MAP_ADD_KEY_FIRST")
    public static void mapAddKeyFirst(ThreadState thread, PyObject dict, PyObject key, PyObject value) {
        ((PyDict) dict).put(thread, key, value);
    }

    @Semantics("LIST_EXTEND")
    public static void listExtend(ThreadState thread, PyObject list, PyObject iterable) {
        extend(thread, (PyList) list, iterable);
    }

    private static void extend(ThreadState thread, PyList list, PyObject iterable) {
        if (!iterable.type().slots().has(Slot.TP_ITER) && !Sequences.isSequence(iterable)) {
            throw PyErr.typeError("Value after * must be an iterable, not %T", iterable);
        }
        list.extend(thread, iterable);
    }

    @Semantics("SET_UPDATE")
    public static void setUpdate(ThreadState thread, PyObject set, PyObject iterable) {
        // As a whole: the table of a set that takes over another's items may come out in another order than item by
        // item.
        ((PySet) set).addAll(thread, iterable);
    }

    @Semantics("DICT_UPDATE")
    public static void dictUpdate(ThreadState thread, PyObject dict, PyObject mapping) {
        if (mapping.type() == PyDict.TYPE) {
            ((PyDict) dict).putAll(thread, (PyDict) mapping);
            return;
        }
        if (Attributes.getOrNull(thread, mapping, Names.KEYS_NAME) == null) {
            throw PyErr.typeError("'%T' object is not a mapping", mapping);
        }
        PyObject keys = Iterators.iter(thread, org.pyvm.objects.protocol.Mappings.keys(thread, mapping));
        for (PyObject key; (key = Iterators.next(thread, keys)) != null; ) {
            ((PyDict) dict).put(thread, key, Objects.getItem(thread, mapping, key));
        }
    }

    @Semantics("LIST_TO_TUPLE")
    public static PyObject listToTuple(PyObject list) {
        return PyTuple.of(((PyList) list).toArray());
    }

    /** Exactly {@code count} items of an iterable. */
    @Semantics("UNPACK_SEQUENCE")
    public static PyObject[] unpackSequence(ThreadState thread, PyObject sequence, int count) {
        PyObject[] items;
        if (sequence.getClass() == PyTuple.class) {
            items = ((PyTuple) sequence).itemsUnsafe();
        } else if (sequence.getClass() == PyList.class && sequence.type() == PyList.TYPE) {
            items = ((PyList) sequence).toArray();
        } else {
            return unpackIterable(thread, sequence, count);
        }
        if (items.length < count) {
            throw tooFew(count, items.length, false);
        }
        if (items.length > count) {
            throw PyErr.valueError("too many values to unpack (expected %d)", count);
        }
        return items;
    }

    private static PyErr tooFew(int expected, int got, boolean atLeast) {
        return PyErr.valueError(
                "not enough values to unpack (expected %s%d, got %d)", atLeast ? "at least " : "", expected, got);
    }

    private static PyObject unpackable(ThreadState thread, PyObject sequence) {
        if (!sequence.type().slots().has(Slot.TP_ITER) && !Sequences.isSequence(sequence)) {
            throw PyErr.typeError("cannot unpack non-iterable %T object", sequence);
        }
        return Iterators.iter(thread, sequence);
    }

    private static PyObject[] unpackIterable(ThreadState thread, PyObject sequence, int count) {
        PyObject iterator = unpackable(thread, sequence);
        PyObject[] items = new PyObject[count];
        for (int i = 0; i < count; i++) {
            items[i] = Iterators.next(thread, iterator);
            if (items[i] == null) {
                throw tooFew(count, i, false);
            }
        }
        if (Iterators.next(thread, iterator) != null) {
            throw PyErr.valueError("too many values to unpack (expected %d)", count);
        }
        return items;
    }

    /** Items before a starred target, the list for it, and items behind it. */
    @Semantics("UNPACK_EX")
    public static PyObject[] unpackEx(ThreadState thread, PyObject sequence, int before, int after) {
        PyObject iterator = unpackable(thread, sequence);
        PyObject[] result = new PyObject[before + 1 + after];
        for (int i = 0; i < before; i++) {
            result[i] = Iterators.next(thread, iterator);
            if (result[i] == null) {
                throw tooFew(before + after, i, true);
            }
        }
        PyList rest = new PyList();
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            rest.append(item);
        }
        int middle = rest.size() - after;
        if (middle < 0) {
            throw tooFew(before + after, before + rest.size(), true);
        }
        PyObject[] items = rest.toArray();
        System.arraycopy(items, middle, result, before + 1, after);
        result[before] = PyList.of(Arrays.copyOf(items, middle));
        return result;
    }

    @Semantics("GET_LEN")
    public static PyObject getLen(ThreadState thread, PyObject subject) {
        return Objects.longLength(thread, subject);
    }
}
