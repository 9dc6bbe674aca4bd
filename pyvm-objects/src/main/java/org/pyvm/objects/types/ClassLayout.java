package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;

/** How instances of classes are laid out: which base decides, and which classes an instance may change between. */
final class ClassLayout {
    private ClassLayout() {}

    /** {@code best_base}: the base whose layout includes those of all others. */
    static PyType bestBase(PyType[] bases) {
        PyType best = null;
        PyType winner = null;
        for (PyType base : bases) {
            if (!base.isSubclassable()) {
                throw PyErr.typeError("type '%N' is not an acceptable base type", base);
            }
            PyType candidate = base.layout();
            if (winner == null || candidate.isSubtypeOf(winner) && candidate != winner) {
                winner = candidate;
                best = base;
            } else if (!winner.isSubtypeOf(candidate)) {
                throw PyErr.typeError("multiple bases have instance lay-out conflict");
            }
        }
        return best;
    }

    /** {@code tp_itemsize} is not 0: the instances of CPython end in items, so that nothing can be added to them. */
    static boolean hasItems(PyType type) {
        return type.isSubtypeOf(PyInt.TYPE)
                || type.isSubtypeOf(PyTuple.TYPE)
                || type.isSubtypeOf(PyBytes.TYPE)
                || type.isSubtypeOf(PyType.TYPE);
    }

    /** {@code compatible_for_assignment}. @param attribute what is assigned to, for the error text */
    static void requireCompatible(PyType from, PyType to, String attribute) {
        if (from.isHeapType() != to.isHeapType()) {
            // CPython compares the functions that free instances: classes share one, built-in types have others.
            throw PyErr.typeError("%s assignment: '%N' deallocator differs from '%N'", attribute, to, from);
        }
        PyType newBase = withoutAdditions(to);
        PyType oldBase = withoutAdditions(from);
        if (newBase != oldBase && (newBase.base() != oldBase.base() || !addsTheSame(newBase, oldBase))) {
            throw PyErr.typeError("%s assignment: '%N' object layout differs from '%N'", attribute, to, from);
        }
    }

    /** The topmost base that instances are laid out as. */
    private static PyType withoutAdditions(PyType type) {
        PyType top = type;
        while (top.base() != null && isLaidOutAsBase(top)) {
            top = top.base();
        }
        return top;
    }

    private static boolean isLaidOutAsBase(PyType type) {
        PyType base = type.base();
        return type.layout() == base.layout()
                && type.namedSlotCount() == base.namedSlotCount()
                && type.hasDict() == base.hasDict()
                && type.hasWeakref() == base.hasWeakref();
    }

    private static boolean addsTheSame(PyType a, PyType b) {
        if (!a.isHeapType()
                || !b.isHeapType()
                || a.hasDict() != b.hasDict()
                || a.hasWeakref() != b.hasWeakref()
                || a.slotNames().length != b.slotNames().length) {
            return false;
        }
        return Arrays.equals(a.slotNames(), b.slotNames(), (x, y) -> x.compareText(y));
    }
}
