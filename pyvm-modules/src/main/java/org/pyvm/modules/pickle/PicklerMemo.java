package org.pyvm.modules.pickle;

import java.util.Arrays;
import org.pyvm.objects.PyObject;

/** The objects that a pickle holds already, by identity, each with its number. */
final class PicklerMemo {
    private static final int SMALLEST = 32;

    private PyObject[] keys = new PyObject[SMALLEST];
    private int[] numbers = new int[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(keys, null);
        size = 0;
    }

    private static int place(PyObject[] table, PyObject key) {
        int mask = table.length - 1;
        int at = System.identityHashCode(key) & mask;
        while (table[at] != null && table[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** The number of an object, or -1. */
    int find(PyObject object) {
        int at = place(keys, object);
        return keys[at] == null ? -1 : numbers[at];
    }

    void put(PyObject object, int number) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int at = place(keys, object);
        if (keys[at] == null) {
            keys[at] = object;
            size++;
        }
        numbers[at] = number;
    }

    private void grow() {
        PyObject[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new PyObject[oldKeys.length * 4];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = place(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    /** What is done with each entry. */
    interface Visitor {
        void visit(PyObject object, int number);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                visitor.visit(keys[i], numbers[i]);
            }
        }
    }

    PicklerMemo copy() {
        PicklerMemo copy = new PicklerMemo();
        copy.keys = keys.clone();
        copy.numbers = numbers.clone();
        copy.size = size;
        return copy;
    }

    int tableBytes() {
        return keys.length * 8 + numbers.length * 4;
    }
}
