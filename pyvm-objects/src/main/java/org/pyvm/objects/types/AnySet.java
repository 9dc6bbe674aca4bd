package org.pyvm.objects.types;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;

/**
 * What {@code set} and {@code frozenset} share: a hash table with CPython's growth and probing, so that items come in
 * CPython's order. A run of {@link #LINEAR_PROBES} neighbours is tried before the next jump.
 *
 * <p>Comparing items may call Python, which may change the table; then a search starts again.
 */
public abstract class AnySet extends PyAttributed {
    private static final int SMALLEST = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    /** In the place of a removed item; its hash is -1, which no item has. */
    private static final PyObject REMOVED = PyEllipsis.INSTANCE;

    private static final int REMOVED_HASH = -1;

    private PyObject[] keys = new PyObject[SMALLEST];
    private long[] hashes = new long[SMALLEST];
    /** Places taken, by items and by removed ones. */
    private int filled;

    private int size;
    /** Where {@code pop} goes on searching. */
    private int finger;

    AnySet(PyType type) {
        super(type);
    }

    public final int size() {
        return size;
    }

    /** Number of places of the table; items are found with {@link #nextItem}. */
    final int tableSize() {
        return keys.length;
    }

    /** Place of the first item at or behind a place, or -1. */
    public final int nextItem(int place) {
        PyObject[] table = keys;
        for (int i = place; i < table.length; i++) {
            if (table[i] != null && hashes[i] != REMOVED_HASH) {
                return i;
            }
        }
        return -1;
    }

    /** The item at a place that {@link #nextItem} gave. */
    public final PyObject itemAt(int place) {
        return keys[place];
    }

    /** The hash of the item at a place. */
    public final long hashAt(int place) {
        return hashes[place];
    }

    /** A fresh array of the items, in their order. */
    public final PyObject[] toArray() {
        PyObject[] items = new PyObject[size];
        int count = 0;
        for (int i = nextItem(0); i >= 0; i = nextItem(i + 1)) {
            items[count++] = keys[i];
        }
        return items;
    }

    /** Place of an item, or -1 less the place where it would go: the last removed one seen on the way, or a free one. */
    private int search(ThreadState thread, PyObject item, long hash) {
        restart:
        while (true) {
            PyObject[] table = keys;
            int mask = table.length - 1;
            long perturb = hash;
            int at = (int) hash & mask;
            int removed = -1;
            while (true) {
                int last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
                for (int i = at; i <= last; i++) {
                    PyObject candidate = table[i];
                    if (candidate == null) {
                        return -1 - (removed >= 0 ? removed : i);
                    }
                    if (hashes[i] == hash) {
                        if (candidate == item) {
                            return i;
                        }
                        if (candidate.getClass() == PyStr.class && item.getClass() == PyStr.class) {
                            if (((PyStr) candidate).sameText((PyStr) item)) {
                                return i;
                            }
                            continue;
                        }
                        boolean equal = Comparisons.equal(thread, candidate, item);
                        if (table != keys || table[i] != candidate) {
                            continue restart;
                        }
                        if (equal) {
                            return i;
                        }
                    } else if (hashes[i] == REMOVED_HASH) {
                        removed = i;
                    }
                }
                perturb >>>= PERTURB_SHIFT;
                at = (int) (at * 5L + 1 + perturb) & mask;
            }
        }
    }

    /** Adds an item whose hash is known; false when it was there. */
    public final boolean add(ThreadState thread, PyObject item, long hash) {
        int at = search(thread, item, hash);
        if (at >= 0) {
            return false;
        }
        int free = -1 - at;
        size++;
        boolean reused = keys[free] != null;
        keys[free] = item;
        hashes[free] = hash;
        if (reused) {
            return true;
        }
        filled++;
        if (filled * 5L >= (keys.length - 1) * 3L) {
            resize(grown());
        }
        return true;
    }

    /** Adds an item; false when it was there. */
    public final boolean add(ThreadState thread, PyObject item) {
        return add(thread, item, Objects.hash(thread, item));
    }

    private long grown() {
        return size > 50000 ? size * 2L : size * 4L;
    }

    public final boolean contains(ThreadState thread, PyObject item, long hash) {
        return search(thread, item, hash) >= 0;
    }

    public final boolean contains(ThreadState thread, PyObject item) {
        return contains(thread, item, Objects.hash(thread, item));
    }

    /** Removes an item whose hash is known; false when there was none. */
    public final boolean discard(ThreadState thread, PyObject item, long hash) {
        int at = search(thread, item, hash);
        if (at < 0) {
            return false;
        }
        removeAt(at);
        return true;
    }

    /** Removes an item; false when there was none. */
    public final boolean discard(ThreadState thread, PyObject item) {
        return discard(thread, item, Objects.hash(thread, item));
    }

    private void removeAt(int place) {
        keys[place] = REMOVED;
        hashes[place] = REMOVED_HASH;
        size--;
    }

    /** Removes the next item that the finger finds; null when there is none. */
    final PyObject removeAny() {
        if (size == 0) {
            return null;
        }
        int at = nextItem(finger & keys.length - 1);
        if (at < 0) {
            at = nextItem(0);
        }
        PyObject item = keys[at];
        removeAt(at);
        finger = at + 1;
        return item;
    }

    private void resize(long least) {
        long capacity = SMALLEST;
        while (capacity <= least) {
            capacity <<= 1;
        }
        if (capacity > 1 << 30) {
            throw PyErr.memoryError();
        }
        PyObject[] oldKeys = keys;
        long[] oldHashes = hashes;
        keys = new PyObject[(int) capacity];
        hashes = new long[(int) capacity];
        filled = size;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null && oldHashes[i] != REMOVED_HASH) {
                insertClean(oldKeys[i], oldHashes[i]);
            }
        }
    }

    /** Puts an item that is not in a table without removed items. */
    private void insertClean(PyObject item, long hash) {
        int mask = keys.length - 1;
        long perturb = hash;
        int at = (int) hash & mask;
        while (true) {
            int last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
            for (int i = at; i <= last; i++) {
                if (keys[i] == null) {
                    keys[i] = item;
                    hashes[i] = hash;
                    return;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            at = (int) (at * 5L + 1 + perturb) & mask;
        }
    }

    /** Makes room for a number of items more, as CPython does before it adds those of a set or dict. */
    private void reserve(int more) {
        if ((filled + (long) more) * 5 >= (keys.length - 1) * 3L) {
            resize((size + (long) more) * 2);
        }
    }

    /** Resizes after many removals. */
    final void shrinkIfSparse() {
        if (filled - size > (keys.length - 1) / 4) {
            resize(grown());
        }
    }

    /** Removes all items. */
    final void clearItems() {
        if (filled == 0 && keys.length == SMALLEST) {
            return;
        }
        keys = new PyObject[SMALLEST];
        hashes = new long[SMALLEST];
        filled = 0;
        size = 0;
    }

    /** Adds the items of any iterable. */
    public final void addAll(ThreadState thread, PyObject iterable) {
        if (iterable instanceof AnySet set) {
            merge(thread, set);
        } else if (iterable.type() == PyDict.TYPE) {
            addKeys(thread, (PyDict) iterable);
        } else {
            PyObject iterator = Iterators.iter(thread, iterable);
            for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
                add(thread, item);
            }
        }
    }

    private void addKeys(ThreadState thread, PyDict dict) {
        reserve(dict.size());
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            add(thread, dict.keyAt(i), dict.hashAt(i));
        }
    }

    private void merge(ThreadState thread, AnySet other) {
        if (other == this || other.size == 0) {
            return;
        }
        reserve(other.size);
        if (filled == 0 && keys.length == other.keys.length && other.filled == other.size) {
            copyTable(other);
        } else if (filled == 0) {
            filled = other.size;
            size = other.size;
            for (int i = other.nextItem(0); i >= 0; i = other.nextItem(i + 1)) {
                insertClean(other.keys[i], other.hashes[i]);
            }
        } else {
            for (int i = other.nextItem(0); i >= 0; i = other.nextItem(i + 1)) {
                add(thread, other.keys[i], other.hashes[i]);
            }
        }
    }

    private void copyTable(AnySet other) {
        keys = other.keys.clone();
        hashes = other.hashes.clone();
        filled = other.filled;
        size = other.size;
    }

    /** Takes the table of another set, which gets this one's. */
    final void swapWith(AnySet other) {
        PyObject[] ownKeys = keys;
        long[] ownHashes = hashes;
        int ownFilled = filled;
        int ownSize = size;
        keys = other.keys;
        hashes = other.hashes;
        filled = other.filled;
        size = other.size;
        other.keys = ownKeys;
        other.hashes = ownHashes;
        other.filled = ownFilled;
        other.size = ownSize;
    }

    /** CPython's hash of a frozenset: independent of the order of its items. */
    final long hashOfItems() {
        long hash = 0;
        for (int i = nextItem(0); i >= 0; i = nextItem(i + 1)) {
            hash ^= shuffle(hashes[i]);
        }
        hash ^= (size + 1L) * 1927868237L;
        hash ^= hash >>> 11 ^ hash >>> 25;
        hash = hash * 69069L + 907133923L;
        return hash == -1 ? 590923713L : hash;
    }

    private static long shuffle(long hash) {
        return (hash ^ 89869747L ^ hash << 16) * 3644798167L;
    }
}
