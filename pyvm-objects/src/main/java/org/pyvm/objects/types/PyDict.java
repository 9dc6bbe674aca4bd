package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;

/**
 * {@code dict}: entries in insertion order, found through an open-addressed index. Keys that are exact {@code str} are
 * found without calling Python; a dictionary whose keys are all such never compares otherwise, and keeps no hashes,
 * which are in the keys.
 *
 * <p>Iterate with {@link #nextEntry}: entries keep their position while keys are only replaced; {@link #keysVersion}
 * tells whether keys came or went. Growth, and when entries move up into the place of removed ones, is as in CPython:
 * a loop that changes the dictionary can see it.
 */
@PythonType(name = "dict", module = "builtins", hashable = false, parts = DictMethods.class)
public class PyDict extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "dict", new PyDictExposed.SlotTable(), new PyDictExposed())
            .withPattern(PatternKind.MAPPING);

    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 1 << 29;
    private static final int PERTURB_SHIFT = 5;
    private static final int[] EMPTY_INDEX = {FREE};
    private static final PyObject[] NO_ENTRIES = {};

    /** Positions of entries by hash, a power of two of them, at least one in three being free. */
    private int[] index = EMPTY_INDEX;
    /** Key and value of each entry, side by side; the key of a removed one is null. */
    private PyObject[] entries = NO_ENTRIES;
    /** Hash of each key; null while all keys are exact str. */
    private long[] hashes;
    /** Entries used, removed ones included. */
    private int used;

    private int size;
    /** Entries that can be added before the next resize; removals give none back. */
    private int usable;
    /** Changes whenever a key is added or removed. */
    private int keysVersion;

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
            dict.resize((entries * 3L + 1) / 2);
        }
        return dict;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyDict(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        DictMerge.update(thread, this, "dict", args, names);
    }

    public final int size() {
        return size;
    }

    /** A number that changes whenever a key is added or removed, not when a value is replaced. */
    public final int keysVersion() {
        return keysVersion;
    }

    /** Whether all keys are exact str, so that a look-up of one runs no Python code. */
    public final boolean hasOnlyTextKeys() {
        return hashes == null;
    }

    /** Position of the first entry at or behind a position, or -1. */
    public final int nextEntry(int position) {
        for (int i = position; i < used; i++) {
            if (entries[2 * i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the last entry at or before a position, or -1. */
    public final int previousEntry(int position) {
        for (int i = Math.min(position, used - 1); i >= 0; i--) {
            if (entries[2 * i] != null) {
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
        return position < used ? entries[2 * position] : null;
    }

    public final PyObject valueAt(int position) {
        return entries[2 * position + 1];
    }

    public final long hashAt(int position) {
        return hashes != null ? hashes[position] : ((PyStr) entries[2 * position]).hash();
    }

    /** Replaces the value of an entry. */
    public final void setValueAt(int position, PyObject value) {
        entries[2 * position + 1] = value;
    }

    /** Position of a text key, or -1. Keys of other types that equal a str are not seen: there are none among built-ins. */
    public final int find(PyStr key) {
        long hash = key.hash();
        int[] table = index;
        int at = table[(int) hash & table.length - 1];
        // Names are interned, and most are where their hash says.
        return at >= 0 && entries[2 * at] == key ? at : at == FREE ? -1 : findText(key, hash);
    }

    private int findText(PyStr key, long hash) {
        int[] table = index;
        int mask = table.length - 1;
        int probe = (int) hash & mask;
        long perturb = hash;
        for (int at; (at = table[probe]) != FREE; probe = (int) (probe * 5L + perturb + 1) & mask) {
            if (at >= 0) {
                PyObject candidate = entries[2 * at];
                if (candidate == key || hashAt(at) == hash && candidate instanceof PyStr text && text.sameText(key)) {
                    return at;
                }
            }
            perturb >>>= PERTURB_SHIFT;
        }
        return -1;
    }

    /** The value of a text key, or null; runs no Python code. */
    public final PyObject get(PyStr key) {
        int at = find(key);
        return at < 0 ? null : entries[2 * at + 1];
    }

    /** The value of a text key, or null. */
    public final PyObject get(String key) {
        return get(PyStr.intern(key));
    }

    /** The value of any key, or null. @throws org.pyvm.objects.PyErr TypeError for an unhashable key */
    public final PyObject get(ThreadState thread, PyObject key) {
        int at = find(thread, key);
        return at < 0 ? null : entries[2 * at + 1];
    }

    /** Position of any key, or -1. */
    public final int find(ThreadState thread, PyObject key) {
        if (hashes == null && key.getClass() == PyStr.class) {
            return find((PyStr) key);
        }
        return find(thread, key, Objects.hash(thread, key));
    }

    /** Position of a key whose hash is known, or -1. */
    public final int find(ThreadState thread, PyObject key, long hash) {
        restart:
        while (true) {
            int[] table = index;
            PyObject[] found = entries;
            int mask = table.length - 1;
            int probe = (int) hash & mask;
            long perturb = hash;
            for (int at; (at = table[probe]) != FREE; probe = (int) (probe * 5L + perturb + 1) & mask) {
                perturb >>>= PERTURB_SHIFT;
                if (at < 0) {
                    continue;
                }
                PyObject candidate = found[2 * at];
                if (candidate == key) {
                    return at;
                }
                if (hashAt(at) == hash) {
                    boolean equal = Comparisons.equal(thread, candidate, key);
                    // __eq__ may have changed the dictionary under us: then the search starts again, as in CPython.
                    if (table != index || found != entries || found[2 * at] != candidate) {
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
            entries[2 * at + 1] = value;
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
        if (hashes == null && key.getClass() == PyStr.class) {
            put((PyStr) key, value);
            return;
        }
        put(thread, key, Objects.hash(thread, key), value);
    }

    /** Sets the value of a key whose hash is known. */
    public final void put(ThreadState thread, PyObject key, long hash, PyObject value) {
        int at = find(thread, key, hash);
        if (at >= 0) {
            entries[2 * at + 1] = value;
        } else {
            add(key, hash, value);
        }
    }

    /** Adds a key if it is not there yet; answers the value that it has then. */
    final PyObject putIfAbsent(ThreadState thread, PyObject key, PyObject value) {
        long hash = Objects.hash(thread, key);
        int at = find(thread, key, hash);
        if (at >= 0) {
            return entries[2 * at + 1];
        }
        add(key, hash, value);
        return value;
    }

    private void add(PyObject key, long hash, PyObject value) {
        if (usable == 0) {
            resize(size * 3L);
        }
        if (hashes == null && key.getClass() != PyStr.class) {
            keepHashes();
        }
        int at = used;
        if (hashes != null) {
            hashes[at] = hash;
        }
        entries[2 * at] = key;
        entries[2 * at + 1] = value;
        insertIndex(hash, at);
        used++;
        usable--;
        size++;
        keysVersion++;
    }

    private void keepHashes() {
        long[] all = new long[entries.length / 2];
        for (int i = nextEntry(0); i >= 0; i = nextEntry(i + 1)) {
            all[i] = hashAt(i);
        }
        hashes = all;
    }

    private void insertIndex(long hash, int position) {
        int[] table = index;
        int mask = table.length - 1;
        int probe = (int) hash & mask;
        long perturb = hash;
        while (table[probe] >= 0) {
            perturb >>>= PERTURB_SHIFT;
            probe = (int) (probe * 5L + perturb + 1) & mask;
        }
        table[probe] = position;
    }

    /** Makes an index of at least this size, and drops removed entries. */
    private void resize(long least) {
        if (least > LARGEST) {
            throw PyErr.memoryError();
        }
        int capacity = SMALLEST;
        while (capacity < least) {
            capacity *= 2;
        }
        int room = (int) (capacity * 2L / 3);
        PyObject[] newEntries = new PyObject[2 * room];
        long[] newHashes = hashes == null ? null : new long[room];
        int count = 0;
        for (int i = nextEntry(0); i >= 0; i = nextEntry(i + 1)) {
            newEntries[2 * count] = entries[2 * i];
            newEntries[2 * count + 1] = entries[2 * i + 1];
            if (newHashes != null) {
                newHashes[count] = hashes[i];
            }
            count++;
        }
        index = new int[capacity];
        Arrays.fill(index, FREE);
        entries = newEntries;
        hashes = newHashes;
        used = count;
        usable = room - count;
        for (int i = 0; i < count; i++) {
            insertIndex(hashAt(i), i);
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
        long hash = hashAt(position);
        int mask = index.length - 1;
        int probe = (int) hash & mask;
        long perturb = hash;
        while (index[probe] != position) {
            perturb >>>= PERTURB_SHIFT;
            probe = (int) (probe * 5L + perturb + 1) & mask;
        }
        index[probe] = DELETED;
        PyObject value = entries[2 * position + 1];
        entries[2 * position] = null;
        entries[2 * position + 1] = null;
        size--;
        keysVersion++;
        return value;
    }

    /** Removes the last entry, whose position the caller has found; the next one added takes its place. */
    final void removeLast(int position) {
        removeAt(position);
        used = position;
    }

    /** Removes everything. */
    public final void clearEntries() {
        index = EMPTY_INDEX;
        entries = NO_ENTRIES;
        hashes = null;
        used = 0;
        usable = 0;
        size = 0;
        keysVersion++;
    }

    /** Puts every entry of another dictionary, in its order. */
    public final void putAll(ThreadState thread, PyDict other) {
        if (size == 0 && other != this && other.used == other.size) {
            copyFrom(other);
            return;
        }
        if (other.size > usable && other != this) {
            resize((size + (long) other.size) * 3 / 2 + 1);
        }
        int expected = other.size;
        for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
            put(thread, other.entries[2 * i], other.hashAt(i), other.entries[2 * i + 1]);
            if (other.size != expected) {
                throw PyErr.runtimeError("dict mutated during update");
            }
        }
    }

    private void copyFrom(PyDict other) {
        index = other.index == EMPTY_INDEX ? EMPTY_INDEX : other.index.clone();
        entries = other.entries.clone();
        hashes = other.hashes == null ? null : other.hashes.clone();
        used = other.used;
        usable = other.usable;
        size = other.size;
        keysVersion++;
    }

    /** A new exact {@code dict} with the same entries. */
    public final PyDict copyEntries() {
        PyDict copy = new PyDict();
        copy.copyFrom(this);
        if (used - size > used / 3) {
            copy.resize(size * 3L / 2 + 1);
        }
        return copy;
    }

    /** Bytes that the index and the entries take, roughly as CPython counts them. */
    public final long tableBytes() {
        int width = index.length <= 0x80 ? 1 : index.length <= 0x8000 ? 2 : 4;
        return (long) index.length * width + entries.length * 8L + (hashes == null ? 0 : hashes.length * 8L);
    }

    /** Whether iteration gives the keys in the order of the entries, so that a copy can be made of these. */
    public boolean iteratesInEntryOrder() {
        return true;
    }

    /** An object that is replaced whenever entries change their positions. */
    public final Object layout() {
        return entries;
    }
}
