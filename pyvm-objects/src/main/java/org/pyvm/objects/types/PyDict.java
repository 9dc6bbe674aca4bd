package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;

/**
 * {@code dict}: entries in insertion order, found through an open-addressed index. Keys that are exact {@code str} are
 * found without calling Python; a dictionary whose keys are all such never compares otherwise.
 *
 * <p>Iterate with {@link #nextEntry}: entries keep their position while keys are only replaced; {@link #keysVersion}
 * tells whether keys came or went.
 */
public class PyDict extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "dict", new Slots(), null).withPattern(PatternKind.MAPPING);

    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final int SMALLEST = 8;
    private static final int[] EMPTY_INDEX = {FREE};
    private static final PyObject[] NO_OBJECTS = {};
    private static final long[] NO_HASHES = {};

    private int[] index = EMPTY_INDEX;
    private PyObject[] keys = NO_OBJECTS;
    private PyObject[] values = NO_OBJECTS;
    private long[] hashes = NO_HASHES;
    /** Entries used, deleted ones (null key) included. */
    private int used;

    private int size;
    /** Places of the index that are not free, those of removed entries included. */
    private int filled;
    /** Changes whenever a key is added or removed. */
    private int keysVersion;
    /** Whether a key that is no exact str was added since the dictionary was last empty. */
    private boolean hasOtherKeys;

    public PyDict() {
        this(TYPE);
    }

    public PyDict(PyType type) {
        super(type);
    }

    /** A dictionary with room for some entries. */
    public static PyDict withCapacity(int entries) {
        PyDict dict = new PyDict();
        if (entries > 0) {
            dict.resize(entries);
        }
        return dict;
    }

    public final int size() {
        return size;
    }

    /** A number that changes whenever a key is added or removed, not when a value is replaced. */
    public final int keysVersion() {
        return keysVersion;
    }

    /** Position of the first entry at or behind a position, or -1. */
    public final int nextEntry(int position) {
        for (int i = position; i < used; i++) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the last entry at or before a position, or -1. */
    public final int previousEntry(int position) {
        for (int i = Math.min(position, used - 1); i >= 0; i--) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** One past the position of the last entry. */
    public final int entryLimit() {
        return used;
    }

    /** Key of the entry at a position that {@link #nextEntry} gave, or null when it was removed since. */
    public final PyObject keyAt(int position) {
        return position < used ? keys[position] : null;
    }

    public final PyObject valueAt(int position) {
        return values[position];
    }

    public final long hashAt(int position) {
        return hashes[position];
    }

    /** Replaces the value of an entry. */
    public final void setValueAt(int position, PyObject value) {
        values[position] = value;
    }

    private static int spread(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    /** Position of a text key, or -1. Keys of other types that equal a str are not seen: there are none among built-ins. */
    public final int find(PyStr key) {
        long hash = key.hash();
        int[] table = index;
        int mask = table.length - 1;
        int probe = spread(hash) & mask;
        for (int at; (at = table[probe]) != FREE; probe = (probe + 1) & mask) {
            if (at >= 0) {
                PyObject candidate = keys[at];
                if (candidate == key || hashes[at] == hash && candidate instanceof PyStr text && text.sameText(key)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** The value of a text key, or null; runs no Python code. */
    public final PyObject get(PyStr key) {
        int at = find(key);
        return at < 0 ? null : values[at];
    }

    /** The value of a text key, or null. */
    public final PyObject get(String key) {
        return get(PyStr.intern(key));
    }

    /** The value of any key, or null. @throws org.pyvm.objects.PyErr TypeError for an unhashable key */
    public final PyObject get(ThreadState thread, PyObject key) {
        int at = find(thread, key);
        return at < 0 ? null : values[at];
    }

    /** Position of any key, or -1. */
    public final int find(ThreadState thread, PyObject key) {
        if (key.getClass() == PyStr.class && onlyText()) {
            return find((PyStr) key);
        }
        return find(thread, key, Objects.hash(thread, key));
    }

    private boolean onlyText() {
        return !hasOtherKeys;
    }

    /** Position of a key whose hash is known, or -1. */
    public final int find(ThreadState thread, PyObject key, long hash) {
        restart:
        while (true) {
            int[] table = index;
            PyObject[] tableKeys = keys;
            int mask = table.length - 1;
            int probe = spread(hash) & mask;
            for (int at; (at = table[probe]) != FREE; probe = (probe + 1) & mask) {
                if (at < 0) {
                    continue;
                }
                PyObject candidate = tableKeys[at];
                if (candidate == key) {
                    return at;
                }
                if (hashes[at] == hash) {
                    boolean equal = Comparisons.equal(thread, candidate, key);
                    // __eq__ may have changed the dictionary under us: then the search starts again, as in CPython.
                    if (table != index || tableKeys != keys || keys[at] != candidate) {
                        continue restart;
                    }
                    if (equal) {
                        return at;
                    }
                }
            }
            return -1;
        }
    }

    /** Sets the value of a text key; runs no Python code. */
    public final void put(PyStr key, PyObject value) {
        int at = find(key);
        if (at >= 0) {
            values[at] = value;
        } else {
            add(key, key.hash(), value);
        }
    }

    /** Sets the value of a text key. */
    public final void put(String key, PyObject value) {
        put(PyStr.intern(key), value);
    }

    /** Sets the value of any key. */
    public final void put(ThreadState thread, PyObject key, PyObject value) {
        if (key.getClass() == PyStr.class && onlyText()) {
            put((PyStr) key, value);
            return;
        }
        put(thread, key, Objects.hash(thread, key), value);
    }

    /** Sets the value of a key whose hash is known. */
    public final void put(ThreadState thread, PyObject key, long hash, PyObject value) {
        int at = find(thread, key, hash);
        if (at >= 0) {
            values[at] = value;
        } else {
            add(key, hash, value);
        }
    }

    private void add(PyObject key, long hash, PyObject value) {
        if (used == keys.length || filled * 3 >= index.length * 2) {
            resize(Math.max(SMALLEST * 2 / 3, size * 2));
        }
        if (key.getClass() != PyStr.class) {
            hasOtherKeys = true;
        }
        keys[used] = key;
        values[used] = value;
        hashes[used] = hash;
        insertIndex(hash, used);
        used++;
        size++;
        keysVersion++;
    }

    private void insertIndex(long hash, int position) {
        int mask = index.length - 1;
        int probe = spread(hash) & mask;
        while (index[probe] >= 0) {
            probe = (probe + 1) & mask;
        }
        if (index[probe] == FREE) {
            filled++;
        }
        index[probe] = position;
    }

    /** Makes room for a number of entries and drops deleted ones. */
    private void resize(int entries) {
        int capacity = SMALLEST;
        while (capacity * 2 / 3 < entries + 1) {
            capacity *= 2;
        }
        int room = capacity * 2 / 3;
        PyObject[] newKeys = new PyObject[room];
        PyObject[] newValues = new PyObject[room];
        long[] newHashes = new long[room];
        int count = 0;
        for (int i = 0; i < used; i++) {
            if (keys[i] != null) {
                newKeys[count] = keys[i];
                newValues[count] = values[i];
                newHashes[count++] = hashes[i];
            }
        }
        index = new int[capacity];
        Arrays.fill(index, FREE);
        keys = newKeys;
        values = newValues;
        hashes = newHashes;
        used = count;
        filled = 0;
        for (int i = 0; i < count; i++) {
            insertIndex(hashes[i], i);
        }
    }

    /** Removes a text key; the value it had, or null. */
    public final PyObject remove(PyStr key) {
        int at = find(key);
        return at < 0 ? null : removeAt(at);
    }

    /** Removes any key; the value it had, or null. */
    public final PyObject remove(ThreadState thread, PyObject key) {
        int at = find(thread, key);
        return at < 0 ? null : removeAt(at);
    }

    /** Removes the entry at a position; returns its value. */
    public final PyObject removeAt(int position) {
        int mask = index.length - 1;
        int probe = spread(hashes[position]) & mask;
        while (index[probe] != position) {
            probe = (probe + 1) & mask;
        }
        index[probe] = DELETED;
        PyObject value = values[position];
        keys[position] = null;
        values[position] = null;
        size--;
        keysVersion++;
        if (size == 0) {
            used = 0;
            filled = 0;
            Arrays.fill(index, FREE);
            hasOtherKeys = false;
        } else if (position == used - 1) {
            while (used > 0 && keys[used - 1] == null) {
                used--;
            }
        }
        return value;
    }

    /** Removes everything. */
    public final void clearEntries() {
        index = EMPTY_INDEX;
        keys = NO_OBJECTS;
        values = NO_OBJECTS;
        hashes = NO_HASHES;
        used = 0;
        size = 0;
        filled = 0;
        hasOtherKeys = false;
        keysVersion++;
    }

    /** Puts every entry of another dictionary, in its order. */
    public final void putAll(ThreadState thread, PyDict other) {
        for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
            put(thread, other.keys[i], other.hashes[i], other.values[i]);
        }
    }

    /** A new exact {@code dict} with the same entries. */
    public final PyDict copyEntries() {
        PyDict copy = new PyDict();
        copy.index = index == EMPTY_INDEX ? EMPTY_INDEX : index.clone();
        copy.keys = keys.clone();
        copy.values = values.clone();
        copy.hashes = hashes.clone();
        copy.used = used;
        copy.size = size;
        copy.filled = filled;
        copy.hasOtherKeys = hasOtherKeys;
        return copy;
    }
}
