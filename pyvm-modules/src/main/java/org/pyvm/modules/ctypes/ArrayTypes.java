package org.pyvm.modules.ctypes;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code c_int * 3}: the same type each time. */
final class ArrayTypes {
    record Key(PyType item, long length) {}

    private ArrayTypes() {}

    static Map<Key, PyType> newCache() {
        return new HashMap<>();
    }

    static PyType of(ThreadState thread, PyType item, long length) {
        if (length < 0) {
            throw PyErr.valueError("Array length must be >= 0, not %d", length);
        }
        Map<Key, PyType> cache = CtypesState.of(thread).arrayTypes;
        Key key = new Key(item, length);
        PyType known = cache.get(key);
        if (known != null) {
            return known;
        }
        if (CTypeInfo.orNull(item) == null) {
            throw PyErr.typeError("Expected a type object");
        }
        PyDict namespace = new PyDict();
        namespace.put("_length_", PyInt.of(length));
        namespace.put("_type_", item);
        PyObject made = Calls.call(
                thread,
                Metatypes.ARRAY,
                PyStr.of(item.name() + "_Array_" + length),
                PyTuple.of(PyArray.TYPE),
                namespace);
        cache.put(key, (PyType) made);
        return (PyType) made;
    }
}
