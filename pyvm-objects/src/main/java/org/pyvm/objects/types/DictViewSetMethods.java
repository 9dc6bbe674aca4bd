package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** The operations of {@code dict_keys} and {@code dict_items} as sets. */
final class DictViewSetMethods {
    private DictViewSetMethods() {}

    private static boolean isSetView(PyObject object) {
        return object instanceof DictView view && view.isSet();
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    static boolean contains(ThreadState thread, DictView self, PyObject value) {
        return self.contains(thread, value);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject compare(ThreadState thread, DictView self, PyObject other, Comparison op) {
        if (!(other instanceof AnySet) && !isSetView(other)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        int own = self.dict().size();
        int theirs = Objects.length(thread, other);
        return PyBool.of(
                switch (op) {
                    case EQ -> own == theirs && allIn(thread, self, other);
                    case NE -> own != theirs || !allIn(thread, self, other);
                    case LT -> own < theirs && allIn(thread, self, other);
                    case LE -> own <= theirs && allIn(thread, self, other);
                    case GT -> own > theirs && allIn(thread, other, self);
                    case GE -> own >= theirs && allIn(thread, other, self);
                });
    }

    private static boolean allIn(ThreadState thread, PyObject iterable, PyObject container) {
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (!Sequences.contains(thread, container, item)) {
                return false;
            }
        }
        return true;
    }

    @PythonMethod("isdisjoint($self, object, /)")
    static boolean isDisjoint(ThreadState thread, DictView self, PyObject other) {
        if (self == other) {
            return self.dict().size() == 0;
        }
        PyObject asked = self;
        PyObject shorter = other;
        // The shorter one is gone through, if the other one is quick to ask.
        if ((other.type() == PySet.TYPE || other.type() == PyFrozenSet.TYPE || isSetView(other))
                && Objects.length(thread, other) > self.dict().size()) {
            asked = other;
            shorter = self;
        }
        PyObject iterator = Iterators.iter(thread, shorter);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (Sequences.contains(thread, asked, item)) {
                return false;
            }
        }
        return true;
    }

    private static PySet toSet(ThreadState thread, PyObject object) {
        return PySet.of(
                thread, object instanceof PyDictKeys keys && keys.dict().type() == PyDict.TYPE ? keys.dict() : object);
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        PySet result = toSet(thread, v);
        SetAlgebra.removeAll(thread, result, w);
        return result;
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        PySet result = toSet(thread, v);
        result.addAll(thread, w);
        return result;
    }

    @SlotMethod(Slot.NB_AND)
    static PyObject and(ThreadState thread, PyObject v, PyObject w) {
        boolean viewOnLeft = isSetView(v);
        DictView asked = (DictView) (viewOnLeft ? v : w);
        PyObject source = viewOnLeft ? w : v;
        if (source.type() == PySet.TYPE && asked.dict().size() <= ((PySet) source).size()) {
            return Calls.callMethod(thread, source, PyStr.intern("intersection"), asked);
        }
        if (source instanceof DictView other
                && other.isSet()
                && other.dict().size() > asked.dict().size()) {
            source = asked;
            asked = other;
        }
        PySet result = new PySet();
        PyObject iterator = Iterators.iter(thread, source);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (asked.contains(thread, item)) {
                result.add(thread, item);
            }
        }
        return result;
    }

    @SlotMethod(Slot.NB_XOR)
    static PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyDictItems left && w instanceof PyDictItems right) {
            return xorOfItems(thread, left.dict(), right.dict());
        }
        PySet result = toSet(thread, v);
        SetAlgebra.toggle(thread, result, w);
        return result;
    }

    /** Values are compared, and hashed only where they differ. */
    private static PyObject xorOfItems(ThreadState thread, PyDict v, PyDict w) {
        boolean swapped = v.size() > w.size();
        PyDict larger = swapped ? v : w;
        PyDict rest = (swapped ? w : v).copyEntries();
        PySet result = new PySet();
        for (int i = larger.nextEntry(0); i >= 0; i = larger.nextEntry(i + 1)) {
            PyObject key = larger.keyAt(i);
            PyObject value = larger.valueAt(i);
            long hash = larger.hashAt(i);
            int at = rest.find(thread, key, hash);
            if (at >= 0 && Comparisons.equal(thread, rest.valueAt(at), value)) {
                int still = rest.find(thread, key, hash);
                if (still >= 0) {
                    rest.removeAt(still);
                }
            } else {
                result.add(thread, PyTuple.of(key, value));
            }
        }
        for (int i = rest.nextEntry(0); i >= 0; i = rest.nextEntry(i + 1)) {
            result.add(thread, PyTuple.of(rest.keyAt(i), rest.valueAt(i)));
        }
        return result;
    }
}
