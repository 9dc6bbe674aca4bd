package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/**
 * Sorts the items of a list: Tim Peters' stable merge sort of natural runs, with galloping, and the merge order of
 * Munro's and Wild's powersort as in CPython 3.11. Only {@code <} is asked. A comparison may run any Python code, and may
 * throw: then the items are some permutation of what they were.
 *
 * <p>Where there are keys, {@code items} is moved along with them.
 */
final class ListSort {
    private static final int MIN_GALLOP = 7;
    /** Runs shorter than some number from half of this up to this are extended by binary insertion. */
    private static final int LONGEST_MIN_RUN = 64;
    /** More than enough: powers of pending runs increase strictly, and are below 32. */
    private static final int MOST_RUNS = 85;

    private final ThreadState thread;
    private final SortOrder order;
    private final PyObject[] keys;
    /** What the keys belong to, or null when the keys are the items. */
    private final PyObject[] items;

    private final int size;
    private PyObject[] tempKeys = {};
    private PyObject[] tempItems;
    private int minGallop = MIN_GALLOP;
    private final int[] runBase = new int[MOST_RUNS];
    private final int[] runLength = new int[MOST_RUNS];
    /** Of the boundary between a run and the next one. */
    private final int[] runPower = new int[MOST_RUNS];

    private int runs;

    private ListSort(ThreadState thread, PyObject[] keys, PyObject[] items, int size) {
        this.thread = thread;
        this.keys = keys;
        this.items = items;
        this.size = size;
        this.order = SortOrder.of(keys, size);
    }

    /**
     * Sorts the first {@code size} items in place.
     *
     * @param key a function of an item, or null to compare the items themselves
     * @param reverse to sort in descending order, equal items staying in their order
     */
    static void sort(ThreadState thread, PyObject[] items, int size, PyObject key, boolean reverse) {
        PyObject[] keys = items;
        if (key != null) {
            keys = new PyObject[size];
            for (int i = 0; i < size; i++) {
                keys[i] = Calls.call(thread, key, items[i]);
            }
        }
        if (size < 2) {
            return;
        }
        // Reversing before and after keeps equal items in their order.
        if (reverse) {
            reverseBoth(keys, key == null ? null : items, 0, size);
        }
        try {
            if (!StrSort.sort(keys, key == null ? null : items, size)) {
                new ListSort(thread, keys, key == null ? null : items, size).run();
            }
        } finally {
            if (reverse) {
                reverseBoth(items, null, 0, size);
            }
        }
    }

    private void run() {
        int minRun = minRun(size);
        int low = 0;
        while (low < size) {
            int length = naturalRun(low);
            if (length < minRun) {
                int forced = Math.min(size - low, minRun);
                insertionSort(low, low + forced, low + length);
                length = forced;
            }
            addRun(low, length);
            low += length;
        }
        while (runs > 1) {
            int at = runs - 2;
            if (at > 0 && runLength[at - 1] < runLength[at + 1]) {
                at--;
            }
            mergeAt(at);
        }
    }

    private boolean less(PyObject v, PyObject w) {
        return order.less(thread, v, w);
    }

    /** So that the size divided by it is a power of 2 or a little less. */
    private static int minRun(int size) {
        int rest = size;
        int lost = 0;
        while (rest >= LONGEST_MIN_RUN) {
            lost |= rest & 1;
            rest >>= 1;
        }
        return rest + lost;
    }

    private static void reverseBoth(PyObject[] keys, PyObject[] items, int low, int high) {
        for (int i = low, j = high - 1; i < j; i++, j--) {
            swap(keys, i, j);
            if (items != null) {
                swap(items, i, j);
            }
        }
    }

    private static void swap(PyObject[] array, int i, int j) {
        PyObject swapped = array[i];
        array[i] = array[j];
        array[j] = swapped;
    }

    /** Length of the ascending run that starts here; a strictly descending one is reversed. */
    private int naturalRun(int low) {
        int high = low + 1;
        if (high == size) {
            return 1;
        }
        boolean descending = less(keys[high], keys[low]);
        high++;
        while (high < size && less(keys[high], keys[high - 1]) == descending) {
            high++;
        }
        if (descending) {
            reverseBoth(keys, items, low, high);
        }
        return high - low;
    }

    /** Sorts a stretch of which the part before {@code start} is sorted. */
    private void insertionSort(int low, int high, int start) {
        for (int next = start; next < high; next++) {
            PyObject pivot = keys[next];
            int left = low;
            int right = next;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (less(pivot, keys[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            System.arraycopy(keys, left, keys, left + 1, next - left);
            keys[left] = pivot;
            if (items != null) {
                PyObject item = items[next];
                System.arraycopy(items, left, items, left + 1, next - left);
                items[left] = item;
            }
        }
    }

    private void addRun(int base, int length) {
        if (runs > 0) {
            int power = power(runBase[runs - 1], runLength[runs - 1], length);
            while (runs > 1 && runPower[runs - 2] > power) {
                mergeAt(runs - 2);
            }
            runPower[runs - 1] = power;
        }
        runBase[runs] = base;
        runLength[runs++] = length;
    }

    /**
     * Depth, in a balanced tree over the whole list, of the node that separates the middles of two neighbouring runs: the
     * first bit in which their fractions of the size differ.
     */
    private int power(int base, int length, int nextLength) {
        long left = 2L * base + length;
        long right = left + length + nextLength;
        int power = 0;
        while (true) {
            power++;
            if (left >= size) {
                left -= size;
                right -= size;
            } else if (right >= size) {
                return power;
            }
            left <<= 1;
            right <<= 1;
        }
    }

    private void mergeAt(int at) {
        int base1 = runBase[at];
        int length1 = runLength[at];
        int base2 = runBase[at + 1];
        int length2 = runLength[at + 1];
        runLength[at] = length1 + length2;
        if (at == runs - 3) {
            runBase[at + 1] = runBase[at + 2];
            runLength[at + 1] = runLength[at + 2];
        }
        // The merged run's boundary to its successor is that of the second one.
        runPower[at] = runPower[at + 1];
        runs--;

        // What is at its place already at either end need not be moved.
        int skip = gallopRight(keys[base2], keys, base1, length1, 0);
        base1 += skip;
        length1 -= skip;
        if (length1 == 0) {
            return;
        }
        length2 = gallopLeft(keys[base1 + length1 - 1], keys, base2, length2, length2 - 1);
        if (length2 == 0) {
            return;
        }
        if (length1 <= length2) {
            mergeLow(base1, length1, base2, length2);
        } else {
            mergeHigh(base1, length1, base2, length2);
        }
    }

    /** Number of items of a sorted stretch that are less than {@code key}; the search starts at {@code hint}. */
    private int gallopLeft(PyObject key, PyObject[] array, int base, int length, int hint) {
        int last = 0;
        int offset = 1;
        int low;
        int high;
        if (less(array[base + hint], key)) {
            int most = length - hint;
            while (offset < most && less(array[base + hint + offset], key)) {
                last = offset;
                offset = offset > most >> 1 ? most : (offset << 1) + 1;
            }
            low = hint + last + 1;
            high = hint + Math.min(offset, most);
        } else {
            int most = hint + 1;
            while (offset < most && !less(array[base + hint - offset], key)) {
                last = offset;
                offset = offset > most >> 1 ? most : (offset << 1) + 1;
            }
            low = hint - Math.min(offset, most) + 1;
            high = hint - last;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (less(array[base + middle], key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Number of items of a sorted stretch that are not greater than {@code key}; the search starts at {@code hint}. */
    private int gallopRight(PyObject key, PyObject[] array, int base, int length, int hint) {
        int last = 0;
        int offset = 1;
        int low;
        int high;
        if (less(key, array[base + hint])) {
            int most = hint + 1;
            while (offset < most && less(key, array[base + hint - offset])) {
                last = offset;
                offset = offset > most >> 1 ? most : (offset << 1) + 1;
            }
            low = hint - Math.min(offset, most) + 1;
            high = hint - last;
        } else {
            int most = length - hint;
            while (offset < most && !less(key, array[base + hint + offset])) {
                last = offset;
                offset = offset > most >> 1 ? most : (offset << 1) + 1;
            }
            low = hint + last + 1;
            high = hint + Math.min(offset, most);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (less(key, array[base + middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private void saveRun(int base, int length) {
        if (tempKeys.length < length) {
            tempKeys = new PyObject[length];
            tempItems = items == null ? null : new PyObject[length];
        }
        System.arraycopy(keys, base, tempKeys, 0, length);
        if (items != null) {
            System.arraycopy(items, base, tempItems, 0, length);
        }
    }

    private void moveFromTemp(int from, int to, int count) {
        System.arraycopy(tempKeys, from, keys, to, count);
        if (items != null) {
            System.arraycopy(tempItems, from, items, to, count);
        }
    }

    private void move(int from, int to, int count) {
        System.arraycopy(keys, from, keys, to, count);
        if (items != null) {
            System.arraycopy(items, from, items, to, count);
        }
    }

    /**
     * Merges two neighbouring runs from the left; the first one is the shorter. On entry the first item of the second is
     * less than all of the first, and the last of the first is greater than all of the second. Whatever is left of the
     * saved run fits the gap before what is left of the second, at any time: so an error loses nothing.
     */
    private void mergeLow(int base1, int length1, int base2, int length2) {
        saveRun(base1, length1);
        int left = 0;
        int leftCount = length1;
        int right = base2 + 1;
        int rightCount = length2 - 1;
        int to = base1 + 1;
        move(base2, base1, 1);
        try {
            while (leftCount > 1 && rightCount > 0) {
                int leftWins = 0;
                int rightWins = 0;
                // One at a time, until one of the runs seems to win consistently.
                while (leftWins < minGallop && rightWins < minGallop) {
                    if (less(keys[right], tempKeys[left])) {
                        move(right++, to++, 1);
                        rightWins++;
                        leftWins = 0;
                        if (--rightCount == 0) {
                            return;
                        }
                    } else {
                        moveFromTemp(left++, to++, 1);
                        leftWins++;
                        rightWins = 0;
                        if (--leftCount == 1) {
                            break;
                        }
                    }
                }
                if (leftCount == 1) {
                    break;
                }
                // Galloping: find how many of one run go before the next of the other, as long as that pays.
                minGallop++;
                do {
                    minGallop -= minGallop > 1 ? 1 : 0;
                    leftWins = gallopRight(keys[right], tempKeys, left, leftCount, 0);
                    moveFromTemp(left, to, leftWins);
                    left += leftWins;
                    to += leftWins;
                    leftCount -= leftWins;
                    // Zero only when the comparison is inconsistent.
                    if (leftCount <= 1) {
                        break;
                    }
                    move(right++, to++, 1);
                    if (--rightCount == 0) {
                        return;
                    }
                    rightWins = gallopLeft(tempKeys[left], keys, right, rightCount, 0);
                    move(right, to, rightWins);
                    right += rightWins;
                    to += rightWins;
                    rightCount -= rightWins;
                    if (rightCount == 0) {
                        return;
                    }
                    moveFromTemp(left++, to++, 1);
                    leftCount--;
                } while (leftCount > 1 && (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP));
                minGallop++;
            }
            if (leftCount == 1) {
                move(right, to, rightCount);
                to += rightCount;
            }
        } finally {
            moveFromTemp(left, to, leftCount);
        }
    }

    /** As {@link #mergeLow} from the right; the second run is the shorter. */
    private void mergeHigh(int base1, int length1, int base2, int length2) {
        saveRun(base2, length2);
        // Counts are also the positions behind the last item not yet merged.
        int leftCount = length1 - 1;
        int rightCount = length2;
        int to = base2 + length2 - 1;
        move(base1 + leftCount, to--, 1);
        try {
            while (rightCount > 1 && leftCount > 0) {
                int leftWins = 0;
                int rightWins = 0;
                while (leftWins < minGallop && rightWins < minGallop) {
                    if (less(tempKeys[rightCount - 1], keys[base1 + leftCount - 1])) {
                        move(base1 + --leftCount, to--, 1);
                        leftWins++;
                        rightWins = 0;
                        if (leftCount == 0) {
                            return;
                        }
                    } else {
                        moveFromTemp(--rightCount, to--, 1);
                        rightWins++;
                        leftWins = 0;
                        if (rightCount == 1) {
                            break;
                        }
                    }
                }
                if (rightCount == 1) {
                    break;
                }
                minGallop++;
                do {
                    minGallop -= minGallop > 1 ? 1 : 0;
                    int kept = gallopRight(tempKeys[rightCount - 1], keys, base1, leftCount, leftCount - 1);
                    leftWins = leftCount - kept;
                    to -= leftWins;
                    move(base1 + kept, to + 1, leftWins);
                    leftCount = kept;
                    if (leftCount == 0) {
                        return;
                    }
                    moveFromTemp(--rightCount, to--, 1);
                    if (rightCount == 1) {
                        break;
                    }
                    kept = gallopLeft(keys[base1 + leftCount - 1], tempKeys, 0, rightCount, rightCount - 1);
                    rightWins = rightCount - kept;
                    to -= rightWins;
                    moveFromTemp(kept, to + 1, rightWins);
                    rightCount = kept;
                    if (rightCount <= 1) {
                        break;
                    }
                    move(base1 + --leftCount, to--, 1);
                } while (leftCount > 0 && (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP));
                minGallop++;
            }
            if (rightCount == 1) {
                move(base1, to - leftCount + 1, leftCount);
                to -= leftCount;
            }
        } finally {
            moveFromTemp(0, to - rightCount + 1, rightCount);
        }
    }
}
