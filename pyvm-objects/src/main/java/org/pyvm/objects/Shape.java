package org.pyvm.objects;

import java.util.Arrays;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * A hidden class: which attribute of an instance stands at which index of its values. Instances of one type that gain
 * the same attributes in the same order share a shape, so an inline cache is one comparison; every type has shapes of its
 * own, so a known shape also tells the type.
 *
 * <p>The first {@link #slotCount} values are those of {@code __slots__}. A shape in dictionary mode keeps all other
 * attributes in a {@link PyDict} at index {@code slotCount}: after {@code __dict__} was asked for, after a deletion, and
 * beyond {@link #LIMIT} attributes. Immutable but for its transitions, which are added under a lock.
 */
public final class Shape {
    /** Attributes beyond which an instance turns to a dictionary. */
    public static final int LIMIT = 48;

    private static final PyStr[] NO_NAMES = {};

    private final Shape root;
    private final int slotCount;
    private final boolean dictionary;
    private final boolean open;
    /** Where among the first values the {@link Guard} is; -1 when instances have no finalizer. */
    private final int guardIndex;

    private final PyStr[] names;
    private final int capacity;
    /** Open addressing by string hash: index of the name plus one, or 0. */
    private final byte[] index;

    private volatile Shape[] transitions = {};
    private Shape dictionaryShape;
    /** How many attributes instances of this root usually get: the first size of their values. */
    private int usualCount;

    private Shape(Shape root, int slotCount, int guardIndex, boolean dictionary, boolean open, PyStr[] names) {
        this.root = root == null ? this : root;
        this.slotCount = slotCount;
        this.guardIndex = guardIndex;
        this.dictionary = dictionary;
        this.open = open;
        this.names = names;
        this.capacity = Integer.highestOneBit(Math.max(names.length, 1)) * 4;
        this.index = new byte[capacity];
        for (int i = 0; i < names.length; i++) {
            int probe = (int) names[i].hash() & (capacity - 1);
            while (index[probe] != 0) {
                probe = (probe + 1) & (capacity - 1);
            }
            index[probe] = (byte) (i + 1);
        }
    }

    /**
     * The shape of a new instance.
     *
     * @param slotCount number of values that {@code __slots__} takes
     * @param hasDict whether instances may get attributes beside these
     */
    public static Shape root(int slotCount, boolean hasDict) {
        return new Shape(null, slotCount, -1, false, hasDict, NO_NAMES);
    }

    /** As {@link #root(int, boolean)}; one of the first values is the instance's {@link Guard}. */
    static Shape guardedRoot(int slotCount, boolean hasDict, int guardIndex) {
        return new Shape(null, slotCount, guardIndex, false, hasDict, NO_NAMES);
    }

    /** A fresh array for an instance of this root shape, which is to be finalized when its type says so. */
    public PyObject[] newValues(PyObject instance) {
        PyObject[] values = new PyObject[slotCount + usualCount];
        if (guardIndex >= 0) {
            values[guardIndex] = Finalization.armInstance(instance);
        }
        return values;
    }

    /** The guard of an instance with a finalizer; null for others. */
    static Guard guardOf(PyObject object) {
        Shape shape = object.shape();
        return shape == null || shape.guardIndex < 0 ? null : (Guard) object.attributeValues()[shape.guardIndex];
    }

    public int slotCount() {
        return slotCount;
    }

    /** Whether attributes other than those of {@code __slots__} can be added. */
    public boolean isOpen() {
        return open;
    }

    /** Whether the attributes are in a dictionary at index {@link #slotCount}. */
    public boolean isDictionary() {
        return dictionary;
    }

    /** Names of the attributes in order of addition; empty in dictionary mode. Not to be changed. */
    public PyStr[] names() {
        return names;
    }

    /** Index of an attribute in the values of an instance, or -1. Not for dictionary mode. */
    public int indexOf(PyStr name) {
        int probe = (int) name.hash() & (capacity - 1);
        for (int entry; (entry = index[probe]) != 0; probe = (probe + 1) & (capacity - 1)) {
            PyStr candidate = names[entry - 1];
            if (candidate == name || candidate.sameText(name)) {
                return slotCount + entry - 1;
            }
        }
        return -1;
    }

    /** The shape with one more attribute, or the dictionary shape when there would be too many. */
    public Shape with(PyStr name) {
        for (Shape next : transitions) {
            PyStr last = next.names[next.names.length - 1];
            if (last == name || last.sameText(name)) {
                return next;
            }
        }
        return names.length >= LIMIT || transitions.length >= LIMIT ? toDictionary() : addTransition(name);
    }

    private synchronized Shape addTransition(PyStr name) {
        for (Shape next : transitions) {
            if (next.names[next.names.length - 1].sameText(name)) {
                return next;
            }
        }
        PyStr[] longer = Arrays.copyOf(names, names.length + 1);
        longer[names.length] = name;
        Shape next = new Shape(root, slotCount, guardIndex, false, true, longer);
        Shape[] more = Arrays.copyOf(transitions, transitions.length + 1);
        more[transitions.length] = next;
        transitions = more;
        root.usualCount = Math.max(root.usualCount, longer.length);
        return next;
    }

    /** The shape in dictionary mode of the same type. */
    public Shape toDictionary() {
        return root.rootToDictionary();
    }

    private synchronized Shape rootToDictionary() {
        if (dictionaryShape == null) {
            dictionaryShape = new Shape(this, slotCount, guardIndex, true, true, NO_NAMES);
        }
        return dictionaryShape;
    }

    /** An attribute of an instance, or null. The name has a shape or dictionary entry; {@code __slots__} are not seen. */
    public static PyObject get(PyObject object, PyStr name) {
        Shape shape = object.shape();
        if (shape == null) {
            return null;
        }
        PyObject[] values = object.attributeValues();
        if (shape.dictionary) {
            return ((PyDict) values[shape.slotCount]).get(name);
        }
        int at = shape.indexOf(name);
        return at < 0 ? null : values[at];
    }

    /** Sets an attribute of an instance whose shape {@link #isOpen}. */
    public static void set(PyObject object, PyStr name, PyObject value) {
        Shape shape = object.shape();
        PyObject[] values = object.attributeValues();
        if (shape.dictionary) {
            ((PyDict) values[shape.slotCount]).put(name, value);
            return;
        }
        int at = shape.indexOf(name);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        Shape next = shape.with(name);
        if (next.dictionary) {
            dictionaryOf(object).put(name, value);
            return;
        }
        at = shape.slotCount + shape.names.length;
        if (at >= values.length) {
            values = Arrays.copyOf(values, Math.max(at + 1, Math.min(at * 2, shape.slotCount + LIMIT)));
        }
        values[at] = value;
        object.setAttributes(next, values);
    }

    /** Removes an attribute of an instance; false when there was none. */
    public static boolean remove(PyObject object, PyStr name) {
        Shape shape = object.shape();
        if (shape == null || !shape.dictionary && shape.indexOf(name) < 0) {
            return false;
        }
        return dictionaryOf(object).remove(name) != null;
    }

    /** Gives an instance the shapes of a type whose instances are laid out alike: after assignment to {@code __class__}. */
    public static void moveTo(PyObject object, PyType type) {
        Shape shape = object.shape();
        Shape target = type.rootShape();
        if (shape == null || target == null) {
            return;
        }
        for (int i = 0; i < shape.names.length && !target.dictionary; i++) {
            target = target.with(shape.names[i]);
        }
        if (shape.dictionary || target.dictionary && shape.names.length > 0) {
            dictionaryOf(object);
            target = type.rootShape().toDictionary();
        }
        object.setAttributes(target, object.attributeValues());
        if (shape.slotCount != target.slotCount) {
            moveGuard(object, shape, target);
        }
    }

    /** Of classes laid out alike, one has a finalizer and the other has not: its place comes behind all other slots. */
    private static void moveGuard(PyObject object, Shape from, Shape to) {
        PyObject[] before = object.attributeValues();
        PyObject[] after = new PyObject[to.slotCount + before.length - from.slotCount];
        System.arraycopy(before, 0, after, 0, Math.min(from.slotCount, to.slotCount));
        System.arraycopy(before, from.slotCount, after, to.slotCount, before.length - from.slotCount);
        if (from.guardIndex >= 0 && before[from.guardIndex] instanceof Guard guard) {
            guard.takeOwner();
        }
        if (to.guardIndex >= 0) {
            after[to.guardIndex] = Finalization.armInstance(object);
        }
        object.setAttributes(to, after);
    }

    /** The live {@code __dict__} of an instance whose shape {@link #isOpen}: turns it to dictionary mode. */
    public static PyDict dictionaryOf(PyObject object) {
        Shape shape = object.shape();
        PyObject[] values = object.attributeValues();
        if (shape.dictionary) {
            return (PyDict) values[shape.slotCount];
        }
        PyDict dict = new PyDict();
        for (int i = 0; i < shape.names.length; i++) {
            dict.put(shape.names[i], values[shape.slotCount + i]);
        }
        setDictionary(object, dict);
        return dict;
    }

    /** Replaces the {@code __dict__} of an instance whose shape {@link #isOpen}. */
    public static void setDictionary(PyObject object, PyDict dict) {
        Shape shape = object.shape();
        PyObject[] values = Arrays.copyOf(object.attributeValues(), shape.slotCount + 1);
        values[shape.slotCount] = dict;
        object.setAttributes(shape.toDictionary(), values);
    }
}
