package org.pyvm.modules.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.pyvm.objects.PyObject;

/** The objects of a pickle that have numbers. Numbers far beyond the others, which only odd pickles have, are kept apart. */
final class UnpicklerMemo {
    private static final int DENSE = 4096;

    private PyObject[] values = new PyObject[32];
    private final Map<Long, PyObject> sparse = new HashMap<>();
    private int size;

    int size() {
        return size;
    }

    /** The object of a number, or null. */
    PyObject get(long number) {
        if (number >= 0 && number < values.length) {
            return values[(int) number];
        }
        return sparse.isEmpty() ? null : sparse.get(number);
    }

    void put(long number, PyObject value) {
        if (number >= values.length) {
            if (number >= Math.max(DENSE, 4L * values.length)) {
                if (sparse.put(number, value) == null) {
                    size++;
                }
                return;
            }
            grow((int) number + 1);
        }
        if (values[(int) number] == null) {
            size++;
        }
        values[(int) number] = value;
    }

    private void grow(int least) {
        values = Arrays.copyOf(values, Math.max(least, values.length * 2));
        sparse.entrySet().removeIf(entry -> {
            boolean fits = entry.getKey() < values.length;
            if (fits) {
                values[entry.getKey().intValue()] = entry.getValue();
            }
            return fits;
        });
    }

    void clear() {
        Arrays.fill(values, null);
        sparse.clear();
        size = 0;
    }

    void forEach(BiConsumer<Long, PyObject> visitor) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                visitor.accept((long) i, values[i]);
            }
        }
        sparse.forEach(visitor);
    }

    int tableBytes() {
        return values.length * 8;
    }
}
