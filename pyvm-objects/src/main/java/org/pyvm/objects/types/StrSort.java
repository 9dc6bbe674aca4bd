package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.PyObject;

/**
 * Sorts by keys that are all exact strings. Comparing them runs no Python code, so only the result counts, and that can be
 * had from numbers: the first characters of a string and its place. Strings that begin alike are merged by their text.
 */
final class StrSort {
    private static final int LEAST = 64;
    /** Characters that fit beside the place; those beyond Latin-1 count as the last of it. */
    private static final int PREFIX = 5;

    private static final int PLACE_BITS = 24;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    private final PyObject[] keys;

    private StrSort(PyObject[] keys) {
        this.keys = keys;
    }

    /**
     * Sorts the first keys, and the items that belong to them.
     *
     * @param items null when the keys are the items
     * @return false, with nothing done, when the keys are others or too few or too many
     */
    static boolean sort(PyObject[] keys, PyObject[] items, int size) {
        if (size < LEAST || size > PLACE_MASK || isSorted(keys, size)) {
            return false;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            String text = keys[i].getClass() == PyStr.class ? ((PyStr) keys[i]).bmp() : null;
            if (text == null) {
                return false;
            }
            // The first bit is turned, as numbers with a sign are sorted.
            order[i] = (prefix(text) << PLACE_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(order);
        new StrSort(keys).sortTies(order);
        PyObject[] from = Arrays.copyOf(keys, size);
        PyObject[] itemsFrom = items == null ? null : Arrays.copyOf(items, size);
        for (int i = 0; i < size; i++) {
            int place = (int) (order[i] & PLACE_MASK);
            keys[i] = from[place];
            if (items != null) {
                items[i] = itemsFrom[place];
            }
        }
        return true;
    }

    /** Whether the general sort has next to nothing to do: the beginning of the keys is in order. */
    private static boolean isSorted(PyObject[] keys, int size) {
        for (int i = 1; i < Math.min(size, LEAST); i++) {
            if (!(keys[i - 1] instanceof PyStr v) || !(keys[i] instanceof PyStr w) || v.compareText(w) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long prefix(String text) {
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = prefix << 8 | (i < text.length() ? Math.min(text.charAt(i), 0xFF) : 0);
        }
        // Beyond Latin-1 characters the order of what follows is not that of the whole.
        for (int i = 0; i < Math.min(PREFIX, text.length()); i++) {
            if (text.charAt(i) >= 0xFF) {
                return prefix | (1L << 8 * (PREFIX - 1 - i)) - 1;
            }
        }
        return prefix;
    }

    private void sortTies(long[] order) {
        for (int i = 0, end; i < order.length; i = end) {
            end = i + 1;
            while (end < order.length && order[end] >>> PLACE_BITS == order[i] >>> PLACE_BITS) {
                end++;
            }
            if (end - i > 1) {
                long[] other = Arrays.copyOfRange(order, i, end);
                merge(other, 0, order, i, end - i);
            }
        }
    }

    /** Sorts a stretch of {@code to}, of which {@code from} holds a copy, by text; stable. */
    private void merge(long[] from, int fromStart, long[] to, int start, int count) {
        if (count < 2) {
            return;
        }
        int half = count / 2;
        merge(to, start, from, fromStart, half);
        merge(to, start + half, from, fromStart + half, count - half);
        int left = fromStart;
        int middle = fromStart + half;
        int right = middle;
        int end = fromStart + count;
        for (int i = start; i < start + count; i++) {
            boolean takeRight = left == middle || right < end && compare(from[right], from[left]) < 0;
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private int compare(long v, long w) {
        return ((PyStr) keys[(int) (v & PLACE_MASK)]).compareText((PyStr) keys[(int) (w & PLACE_MASK)]);
    }
}
