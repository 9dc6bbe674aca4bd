package org.pyvm.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Values on their way between Java and Python. */
final class JavaValues {
    private JavaValues() {}

    /**
     * None is null; bool, int, float, str and bytes are {@code Boolean}, {@code Long} or {@code BigInteger}, {@code
     * Double}, {@code String} and {@code byte[]}; list and tuple are a {@code List}, dict a {@code Map} in its order,
     * copied. Anything else stays a {@link PyObject}.
     */
    static Object toJava(PyObject value) {
        return switch (value) {
            case PyObject none when none == Singletons.NONE -> null;
            case PyBool truth -> truth == PyBool.TRUE;
            case PyInt number when number.fitsLong() -> (Object) number.longValue();
            case PyInt number -> number.bigValue();
            case PyFloat number -> number.value();
            case PyStr text -> text.toString();
            case PyBytes bytes -> bytes.toByteArray();
            case PyTuple tuple -> list(tuple.toArray());
            case PyList list -> list(list.toArray());
            case PyDict dict -> map(dict);
            default -> value;
        };
    }

    private static List<Object> list(PyObject[] items) {
        List<Object> list = new ArrayList<>(items.length);
        for (PyObject item : items) {
            list.add(toJava(item));
        }
        return list;
    }

    private static Map<Object, Object> map(PyDict dict) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            map.put(toJava(dict.keyAt(i)), toJava(dict.valueAt(i)));
        }
        return map;
    }

    /** The other way round; any other Java value is refused. @throws IllegalArgumentException for a value of no known form */
    static PyObject toPython(ThreadState thread, Object value) {
        return switch (value) {
            case null -> Singletons.NONE;
            case PyObject object -> object;
            case Boolean truth -> PyBool.of(truth);
            case Integer number -> PyInt.of(number);
            case Long number -> PyInt.of(number);
            case Short number -> PyInt.of(number);
            case Byte number -> PyInt.of(number);
            case BigInteger number -> PyInt.of(number);
            case Double number -> PyFloat.of(number);
            case Float number -> PyFloat.of(number);
            case Character character -> PyStr.of(character.toString());
            case CharSequence text -> PyStr.of(text.toString());
            case byte[] bytes -> PyBytes.of(bytes.clone());
            case Iterable<?> items -> {
                PyList list = new PyList();
                for (Object item : items) {
                    list.append(toPython(thread, item));
                }
                yield list;
            }
            case Map<?, ?> map -> {
                PyDict dict = new PyDict();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    dict.put(thread, toPython(thread, entry.getKey()), toPython(thread, entry.getValue()));
                }
                yield dict;
            }
            default ->
                throw new IllegalArgumentException(
                        "no Python form: " + value.getClass().getName());
        };
    }
}
