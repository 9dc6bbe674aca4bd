package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;

/** The methods and slots of {@code dict}. */
final class DictMethods {
    private DictMethods() {}

    @PythonMethod("get($self, key, default=None, /)")
    static PyObject get(ThreadState thread, PyDict self, PyObject key, PyObject fallback) {
        PyObject value = self.get(thread, key);
        return value == null ? fallback : value;
    }

    @PythonMethod("setdefault($self, key, default=None, /)")
    static PyObject setDefault(ThreadState thread, PyDict self, PyObject key, PyObject value) {
        return self.putIfAbsent(thread, key, value);
    }

    @PythonMethod("pop($self, key, default=<unrepresentable>, /)")
    static PyObject pop(ThreadState thread, PyDict self, PyObject key, PyObject fallback) {
        // An empty dictionary does not ask for the hash.
        PyObject value = self.size() == 0 ? null : self.remove(thread, key);
        if (value != null) {
            return value;
        }
        if (fallback == null) {
            throw PyErr.keyError(key);
        }
        return fallback;
    }

    @PythonMethod("popitem($self, /)")
    static PyObject popItem(PyDict self) {
        int last = self.previousEntry(Integer.MAX_VALUE);
        if (last < 0) {
            throw PyErr.keyError(PyStr.of("popitem(): dictionary is empty"));
        }
        PyTuple item = PyTuple.of(self.keyAt(last), self.valueAt(last));
        self.removeLast(last);
        return item;
    }

    @PythonMethod("keys($self, /)")
    static PyObject keys(PyDict self) {
        return new PyDictKeys(self);
    }

    @PythonMethod("values($self, /)")
    static PyObject values(PyDict self) {
        return new PyDictValues(self);
    }

    @PythonMethod("items($self, /)")
    static PyObject items(PyDict self) {
        return new PyDictItems(self);
    }

    @PythonMethod(value = "update", raw = true)
    static PyObject update(ThreadState thread, PyDict self, PyObject[] args, PyStr[] names) {
        DictMerge.update(thread, self, "update", args, names);
        return Singletons.NONE;
    }

    @PythonMethod("clear($self, /)")
    static void clear(PyDict self) {
        self.clearEntries();
    }

    @PythonMethod("copy($self, /)")
    static PyObject copy(PyDict self) {
        return self.copyEntries();
    }

    @PythonMethod("__reversed__($self, /)")
    static PyObject reversed(PyDict self) {
        return new PyDictReverseKeyIterator(self);
    }

    @PythonMethod("__sizeof__($self, /)")
    static long sizeOf(PyDict self) {
        return 48 + self.tableBytes();
    }

    @PythonClassMethod("fromkeys($type, iterable, value=None, /)")
    static PyObject fromKeys(ThreadState thread, PyType type, PyObject iterable, PyObject value) {
        PyObject made = Calls.call(thread, type);
        boolean plain = made.type() == PyDict.TYPE;
        if (plain && takeKeys(thread, (PyDict) made, iterable, value)) {
            return made;
        }
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject key; (key = Iterators.next(thread, iterator)) != null; ) {
            if (plain) {
                ((PyDict) made).put(thread, key, value);
            } else {
                Objects.setItem(thread, made, key, value);
            }
        }
        return made;
    }

    /** Keys of an exact dict or set, whose hashes are known; false for anything else. */
    private static boolean takeKeys(ThreadState thread, PyDict dict, PyObject source, PyObject value) {
        if (source.type() == PyDict.TYPE) {
            PyDict keys = (PyDict) source;
            for (int i = keys.nextEntry(0); i >= 0; i = keys.nextEntry(i + 1)) {
                dict.put(thread, keys.keyAt(i), keys.hashAt(i), value);
            }
            return true;
        }
        if (source.type() == PySet.TYPE || source.type() == PyFrozenSet.TYPE) {
            AnySet keys = (AnySet) source;
            for (int i = keys.nextItem(0); i >= 0; i = keys.nextItem(i + 1)) {
                dict.put(thread, keys.itemAt(i), keys.hashAt(i), value);
            }
            return true;
        }
        return false;
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyDict self) {
        if (self.size() == 0) {
            return PyStr.of("{}");
        }
        if (!ReprGuard.enter(thread, self)) {
            return PyStr.of("{...}");
        }
        try {
            StrBuilder text = new StrBuilder();
            String separator = "{";
            for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
                // Both are read first: __repr__ may change the dictionary.
                PyObject key = self.keyAt(i);
                PyObject value = self.valueAt(i);
                text.append(separator).append(Objects.repr(thread, key));
                text.append(": ").append(Objects.repr(thread, value));
                separator = ", ";
            }
            return text.append('}').toPyStr();
        } finally {
            ReprGuard.leave(thread, self);
        }
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject compare(ThreadState thread, PyDict self, PyObject other, Comparison op) {
        if (!(other instanceof PyDict dict)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> PyBool.of(equal(thread, self, dict));
            case NE -> PyBool.of(!equal(thread, self, dict));
            case LT, LE, GT, GE -> Singletons.NOT_IMPLEMENTED;
        };
    }

    /** Whether two dictionaries have equal values for the same keys. */
    static boolean equal(ThreadState thread, PyDict v, PyDict w) {
        if (v.size() != w.size()) {
            return false;
        }
        for (int i = v.nextEntry(0); i >= 0; i = v.nextEntry(i + 1)) {
            PyObject value = v.valueAt(i);
            int at = w.find(thread, v.keyAt(i), v.hashAt(i));
            if (at < 0 || !Comparisons.equal(thread, w.valueAt(at), value)) {
                return false;
            }
        }
        return true;
    }

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(PyDict self) {
        return new PyDictKeyIterator(self);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    static int length(PyDict self) {
        return self.size();
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    static boolean contains(ThreadState thread, PyDict self, PyObject key) {
        return self.find(thread, key) >= 0;
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    static PyObject subscript(ThreadState thread, PyDict self, PyObject key) {
        PyObject value = self.get(thread, key);
        return value != null ? value : missing(thread, self, key);
    }

    private static PyObject missing(ThreadState thread, PyDict self, PyObject key) {
        if (self.type() != PyDict.TYPE) {
            PyObject method = self.type().lookup(Names.MISSING);
            if (method != null) {
                return Calls.callBound(thread, method, self, key);
            }
        }
        throw PyErr.keyError(key);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    static void setSubscript(ThreadState thread, PyDict self, PyObject key, PyObject value) {
        if (value != null) {
            self.put(thread, key, value);
        } else if (self.remove(thread, key) == null) {
            throw PyErr.keyError(key);
        }
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyDict left) || !(w instanceof PyDict)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyDict both = left.copyEntries();
        DictMerge.addAll(thread, both, w);
        return both;
    }

    @SlotMethod(Slot.NB_INPLACE_OR)
    static PyObject inPlaceOr(ThreadState thread, PyDict self, PyObject other) {
        DictMerge.addAll(thread, self, other);
        return self;
    }
}
