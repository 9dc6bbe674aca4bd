package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;

/**
 * Union, intersection and so on. The order of the steps is CPython's, since it decides the order of the resulting set's
 * items. Results are exact {@code set}s or {@code frozenset}s, after the set on the left.
 */
final class SetAlgebra {
    private SetAlgebra() {}

    private static AnySet empty(AnySet like) {
        return like instanceof PySet ? new PySet() : new PyFrozenSet();
    }

    static AnySet copy(ThreadState thread, AnySet set) {
        AnySet copy = empty(set);
        copy.addAll(thread, set);
        return copy;
    }

    /** {@code value in set}; a set, which has no hash, is looked for as a frozenset. */
    static boolean contains(ThreadState thread, AnySet set, PyObject value) {
        long hash;
        try {
            hash = Objects.hash(thread, value);
        } catch (PyErr e) {
            PyObject frozen = frozenOrNull(thread, value, e);
            if (frozen == null) {
                throw e;
            }
            return set.contains(thread, frozen);
        }
        return set.contains(thread, value, hash);
    }

    /** A frozenset in the place of an unhashable set, or null. */
    static PyObject frozenOrNull(ThreadState thread, PyObject value, PyErr hashError) {
        if (!(value instanceof PySet set) || !hashError.matches(Exceptions.TYPE_ERROR)) {
            return null;
        }
        PyFrozenSet frozen = new PyFrozenSet();
        frozen.addAll(thread, set);
        return frozen;
    }

    static AnySet intersectionOfAll(ThreadState thread, AnySet set, PyObject[] others) {
        if (others.length == 0) {
            return copy(thread, set);
        }
        AnySet result = set;
        for (PyObject other : others) {
            result = intersection(thread, result, other);
        }
        return result;
    }

    static AnySet intersection(ThreadState thread, AnySet set, PyObject other) {
        if (set == other) {
            return copy(thread, set);
        }
        AnySet result = empty(set);
        if (other instanceof AnySet otherSet) {
            boolean swapped = otherSet.size() > set.size();
            AnySet larger = swapped ? otherSet : set;
            AnySet smaller = swapped ? set : otherSet;
            for (int i = smaller.nextItem(0); i >= 0; i = smaller.nextItem(i + 1)) {
                PyObject item = smaller.itemAt(i);
                long hash = smaller.hashAt(i);
                if (larger.contains(thread, item, hash)) {
                    result.add(thread, item, hash);
                }
            }
            return result;
        }
        PyObject iterator = Iterators.iter(thread, other);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            long hash = Objects.hash(thread, item);
            if (set.contains(thread, item, hash)) {
                result.add(thread, item, hash);
            }
        }
        return result;
    }

    static AnySet difference(ThreadState thread, AnySet set, PyObject other) {
        int otherSize;
        if (other instanceof AnySet otherSet) {
            otherSize = otherSet.size();
        } else if (other.type() == PyDict.TYPE) {
            otherSize = ((PyDict) other).size();
        } else {
            return copyAndRemove(thread, set, other);
        }
        // With few items to remove, a copy is cheaper than looking up all.
        if (set.size() >> 2 > otherSize) {
            return copyAndRemove(thread, set, other);
        }
        AnySet result = empty(set);
        for (int i = set.nextItem(0); i >= 0; i = set.nextItem(i + 1)) {
            PyObject item = set.itemAt(i);
            long hash = set.hashAt(i);
            boolean common = other instanceof PyDict dict
                    ? dict.find(thread, item, hash) >= 0
                    : ((AnySet) other).contains(thread, item, hash);
            if (!common) {
                result.add(thread, item, hash);
            }
        }
        return result;
    }

    private static AnySet copyAndRemove(ThreadState thread, AnySet set, PyObject other) {
        AnySet result = copy(thread, set);
        removeAll(thread, result, other);
        return result;
    }

    /** {@code set.difference_update(other)}. */
    static void removeAll(ThreadState thread, AnySet set, PyObject other) {
        if (set == other) {
            set.clearItems();
            return;
        }
        if (other instanceof AnySet otherSet) {
            AnySet removed = otherSet.size() >> 3 > set.size() ? intersection(thread, set, otherSet) : otherSet;
            for (int i = removed.nextItem(0); i >= 0; i = removed.nextItem(i + 1)) {
                set.discard(thread, removed.itemAt(i), removed.hashAt(i));
            }
        } else {
            PyObject iterator = Iterators.iter(thread, other);
            for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
                set.discard(thread, item);
            }
        }
        set.shrinkIfSparse();
    }

    static AnySet symmetricDifference(ThreadState thread, AnySet set, PyObject other) {
        AnySet result = empty(set);
        result.addAll(thread, other);
        toggle(thread, result, set);
        return result;
    }

    /** {@code set.symmetric_difference_update(other)}: removes what is in both, adds what is in the other only. */
    static void toggle(ThreadState thread, AnySet set, PyObject other) {
        if (set == other) {
            set.clearItems();
            return;
        }
        if (other.type() == PyDict.TYPE) {
            PyDict dict = (PyDict) other;
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                toggle(thread, set, dict.keyAt(i), dict.hashAt(i));
            }
            return;
        }
        AnySet otherSet;
        if (other instanceof AnySet) {
            otherSet = (AnySet) other;
        } else {
            otherSet = empty(set);
            otherSet.addAll(thread, other);
        }
        for (int i = otherSet.nextItem(0); i >= 0; i = otherSet.nextItem(i + 1)) {
            toggle(thread, set, otherSet.itemAt(i), otherSet.hashAt(i));
        }
    }

    private static void toggle(ThreadState thread, AnySet set, PyObject item, long hash) {
        if (!set.discard(thread, item, hash)) {
            set.add(thread, item, hash);
        }
    }

    static boolean isDisjoint(ThreadState thread, AnySet set, PyObject other) {
        if (set == other) {
            return set.size() == 0;
        }
        if (other instanceof AnySet otherSet) {
            boolean swapped = otherSet.size() > set.size();
            AnySet larger = swapped ? otherSet : set;
            AnySet smaller = swapped ? set : otherSet;
            for (int i = smaller.nextItem(0); i >= 0; i = smaller.nextItem(i + 1)) {
                if (larger.contains(thread, smaller.itemAt(i), smaller.hashAt(i))) {
                    return false;
                }
            }
            return true;
        }
        PyObject iterator = Iterators.iter(thread, other);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (set.contains(thread, item)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSubset(ThreadState thread, AnySet set, PyObject other) {
        if (!(other instanceof AnySet otherSet)) {
            return intersection(thread, set, other).size() == set.size();
        }
        if (set.size() > otherSet.size()) {
            return false;
        }
        for (int i = set.nextItem(0); i >= 0; i = set.nextItem(i + 1)) {
            if (!otherSet.contains(thread, set.itemAt(i), set.hashAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSuperset(ThreadState thread, AnySet set, PyObject other) {
        if (other instanceof AnySet otherSet) {
            return isSubset(thread, otherSet, set);
        }
        PyObject iterator = Iterators.iter(thread, other);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (!set.contains(thread, item)) {
                return false;
            }
        }
        return true;
    }

    static boolean equal(ThreadState thread, AnySet v, AnySet w) {
        if (v.size() != w.size()) {
            return false;
        }
        if (v instanceof PyFrozenSet left && w instanceof PyFrozenSet right && left.hashesDiffer(right)) {
            return false;
        }
        return isSubset(thread, v, w);
    }
}
