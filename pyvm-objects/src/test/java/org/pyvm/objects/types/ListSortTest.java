package org.pyvm.objects.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/** The sort is stable, whatever runs and repetitions the items have, and loses nothing when a comparison fails. */
class ListSortTest {
    private static ThreadState thread;

    @BeforeAll
    static void attach() {
        thread = new InterpreterState().newThread();
        ThreadState.attach(thread);
    }

    @AfterAll
    static void detach() {
        ThreadState.attach(null);
    }

    /** Pairs whose second item tells equal first items apart: the sort by the first one only must keep their order. */
    private static PyTuple[] pairs(int size, int kinds, int shape) {
        Random random = new Random(size * 31L + kinds * 7L + shape);
        PyTuple[] pairs = new PyTuple[size];
        int level = 0;
        for (int i = 0; i < size; i++) {
            level = switch (shape) {
                case 0 -> random.nextInt(kinds);
                case 1 -> random.nextInt(20) == 0 ? random.nextInt(kinds) : level + 1;
                default -> random.nextInt(20) == 0 ? random.nextInt(kinds) : level - 1;
            };
            pairs[i] = PyTuple.of(PyInt.of(level), PyInt.of(i));
        }
        return pairs;
    }

    private static long first(PyObject pair) {
        return ((PyInt) ((PyTuple) pair).get(0)).longValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 31, 63, 64, 65, 200, 1000, 5000})
    void equalItemsKeepTheirOrder(int size) {
        for (int kinds : new int[] {1, 3, 50, 100000}) {
            for (int shape = 0; shape < 3; shape++) {
                PyTuple[] items = pairs(size, kinds, shape);
                check(items, false);
                check(items, true);
            }
        }
    }

    private static void check(PyTuple[] items, boolean reverse) {
        Comparator<PyTuple> order = Comparator.comparing(ListSortTest::first);
        PyTuple[] expected = items.clone();
        Arrays.sort(expected, reverse ? order.reversed() : order);
        PyObject[] values = Arrays.copyOf(items, items.length, PyObject[].class);
        ListSort.sort(thread, values, items.length, new FirstItem(), reverse);
        assertEquals(Arrays.asList(expected), Arrays.asList(values));
    }

    /** A key function in Java: the first item of a pair. */
    private static final class FirstItem extends PyObject {
        private static final org.pyvm.objects.PyType TYPE =
                org.pyvm.objects.PyType.builtin("test", "first", new FirstItemSlots(), null);

        FirstItem() {
            super(TYPE);
        }
    }

    private static final class FirstItemSlots extends org.pyvm.objects.Slots {
        @Override
        public PyObject call(ThreadState state, PyObject self, PyObject[] args, PyStr[] names) {
            return ((PyTuple) args[0]).get(0);
        }
    }

    @Test
    void aFailedComparisonLeavesAPermutation() {
        for (int bad = 0; bad < 300; bad += 7) {
            PyTuple[] pairs = pairs(300, 40, 0);
            PyObject[] items = new PyObject[300];
            for (int i = 0; i < 300; i++) {
                items[i] = i == bad ? Singletons.NONE : pairs[i].get(0);
            }
            PyList list = PyList.of(items.clone());
            assertThrows(PyErr.class, () -> list.sort(thread, Singletons.NONE, false));
            assertEquals(300, list.size());
            assertEquals(histogram(items), histogram(list.toArray()));
        }
    }

    private static java.util.Map<String, Integer> histogram(PyObject[] items) {
        java.util.Map<String, Integer> counts = new java.util.TreeMap<>();
        for (PyObject item : items) {
            counts.merge(item instanceof PyInt ? item.toString() : "None", 1, Integer::sum);
        }
        return counts;
    }
}
