package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;

/** The methods that {@code set} and {@code frozenset} share; none changes its first argument. */
final class SetMethods {
    private SetMethods() {}

    @PythonMethod("copy($self, /)")
    static PyObject copy(ThreadState thread, AnySet self) {
        return self.type() == PyFrozenSet.TYPE ? self : SetAlgebra.copy(thread, self);
    }

    @PythonMethod("union($self, /, *others)")
    static PyObject union(ThreadState thread, AnySet self, PyObject[] others) {
        AnySet result = SetAlgebra.copy(thread, self);
        for (PyObject other : others) {
            if (other != self) {
                result.addAll(thread, other);
            }
        }
        return result;
    }

    @PythonMethod("intersection($self, /, *others)")
    static PyObject intersection(ThreadState thread, AnySet self, PyObject[] others) {
        return SetAlgebra.intersectionOfAll(thread, self, others);
    }

    @PythonMethod("difference($self, /, *others)")
    static PyObject difference(ThreadState thread, AnySet self, PyObject[] others) {
        if (others.length == 0) {
            return SetAlgebra.copy(thread, self);
        }
        AnySet result = SetAlgebra.difference(thread, self, others[0]);
        for (int i = 1; i < others.length; i++) {
            SetAlgebra.removeAll(thread, result, others[i]);
        }
        return result;
    }

    @PythonMethod("symmetric_difference($self, object, /)")
    static PyObject symmetricDifference(ThreadState thread, AnySet self, PyObject other) {
        return SetAlgebra.symmetricDifference(thread, self, other);
    }

    @PythonMethod("isdisjoint($self, object, /)")
    static boolean isDisjoint(ThreadState thread, AnySet self, PyObject other) {
        return SetAlgebra.isDisjoint(thread, self, other);
    }

    @PythonMethod("issubset($self, object, /)")
    static boolean isSubset(ThreadState thread, AnySet self, PyObject other) {
        return SetAlgebra.isSubset(thread, self, other);
    }

    @PythonMethod("issuperset($self, object, /)")
    static boolean isSuperset(ThreadState thread, AnySet self, PyObject other) {
        return SetAlgebra.isSuperset(thread, self, other);
    }

    /** The class, the items in a list, and the attributes. */
    @PythonMethod("__reduce__($self, /)")
    static PyObject reduce(ThreadState thread, AnySet self) {
        return PyTuple.of(
                self.type(), PyTuple.of(PyList.of(self.toArray())), Calls.callMethod(thread, self, Names.GETSTATE));
    }

    @PythonMethod("__sizeof__($self, /)")
    static long sizeOf(AnySet self) {
        return 200 + (self.tableSize() > 8 ? 16L * self.tableSize() : 0);
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, AnySet self) {
        String name = self.type().name();
        if (self.size() == 0) {
            return PyStr.of(name + "()");
        }
        if (!ReprGuard.enter(thread, self)) {
            return PyStr.of(name + "(...)");
        }
        try {
            boolean plain = self.type() == PySet.TYPE;
            StrBuilder text = new StrBuilder();
            text.append(plain ? "{" : name + "({");
            String separator = "";
            // As CPython does, from a copy: __repr__ may change the set.
            for (PyObject item : self.toArray()) {
                text.append(separator).append(Objects.repr(thread, item));
                separator = ", ";
            }
            return text.append(plain ? "}" : "})").toPyStr();
        } finally {
            ReprGuard.leave(thread, self);
        }
    }

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(AnySet self) {
        return new PySetIterator(self);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    static int length(AnySet self) {
        return self.size();
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    static boolean contains(ThreadState thread, AnySet self, PyObject value) {
        return SetAlgebra.contains(thread, self, value);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject compare(ThreadState thread, AnySet self, PyObject other, Comparison op) {
        if (!(other instanceof AnySet set)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of(
                switch (op) {
                    case EQ -> SetAlgebra.equal(thread, self, set);
                    case NE -> !SetAlgebra.equal(thread, self, set);
                    case LE -> SetAlgebra.isSubset(thread, self, set);
                    case GE -> SetAlgebra.isSubset(thread, set, self);
                    case LT -> self.size() < set.size() && SetAlgebra.isSubset(thread, self, set);
                    case GT -> self.size() > set.size() && SetAlgebra.isSubset(thread, set, self);
                });
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof AnySet left) || !(w instanceof AnySet right)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        AnySet result = SetAlgebra.copy(thread, left);
        if (left != right) {
            result.addAll(thread, right);
        }
        return result;
    }

    @SlotMethod(Slot.NB_AND)
    static PyObject and(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof AnySet left && w instanceof AnySet
                ? SetAlgebra.intersection(thread, left, w)
                : Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof AnySet left && w instanceof AnySet
                ? SetAlgebra.difference(thread, left, w)
                : Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_XOR)
    static PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof AnySet left && w instanceof AnySet
                ? SetAlgebra.symmetricDifference(thread, left, w)
                : Singletons.NOT_IMPLEMENTED;
    }

    /** The items that {@code set(iterable)} takes; for the constructors. */
    static PyObject onlyArgument(String function, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount(function, positional, 0, 1);
        return positional == 0 ? null : args[0];
    }
}
