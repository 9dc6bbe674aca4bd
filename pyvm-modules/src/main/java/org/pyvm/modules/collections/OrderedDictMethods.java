package org.pyvm.modules.collections;

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
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyDictItems;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** The methods and slots of {@code OrderedDict}. */
final class OrderedDictMethods {
    private OrderedDictMethods() {}

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    static void setSubscript(ThreadState thread, OrderedDict self, PyObject key, PyObject value) {
        long hash = Objects.hash(thread, key);
        if (value != null) {
            self.set(thread, key, hash, value);
        } else if (self.removeKey(thread, key, hash) == null) {
            throw PyErr.keyError(key);
        }
    }

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(OrderedDict self) {
        return new OrderedDictIterator(self, OrderedDictIterator.Kind.KEYS, false);
    }

    @PythonMethod("__reversed__($self, /)")
    static PyObject reversed(OrderedDict self) {
        return new OrderedDictIterator(self, OrderedDictIterator.Kind.KEYS, true);
    }

    @PythonMethod("keys($self, /)")
    static PyObject keys(OrderedDict self) {
        return new OrderedDictKeys(self);
    }

    @PythonMethod("values($self, /)")
    static PyObject values(OrderedDict self) {
        return new OrderedDictValues(self);
    }

    @PythonMethod("items($self, /)")
    static PyObject items(OrderedDict self) {
        return new OrderedDictItems(self);
    }

    @PythonClassMethod("fromkeys($type, iterable, value=None)")
    static PyObject fromKeys(ThreadState thread, PyType type, PyObject iterable, PyObject value) {
        PyObject made = Calls.call(thread, type);
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject key; (key = Iterators.next(thread, iterator)) != null; ) {
            Objects.setItem(thread, made, key, value);
        }
        return made;
    }

    @PythonMethod("setdefault($self, /, key, default=None)")
    static PyObject setDefault(ThreadState thread, OrderedDict self, PyObject key, PyObject value) {
        if (self.type() == OrderedDict.TYPE) {
            long hash = Objects.hash(thread, key);
            int at = self.find(thread, key, hash);
            if (at >= 0) {
                return self.valueAt(at);
            }
            self.set(thread, key, hash, value);
            return value;
        }
        if (Sequences.contains(thread, self, key)) {
            return Objects.getItem(thread, self, key);
        }
        Objects.setItem(thread, self, key, value);
        return value;
    }

    @PythonMethod("pop($self, /, key, default=<unrepresentable>)")
    static PyObject pop(ThreadState thread, OrderedDict self, PyObject key, PyObject fallback) {
        PyObject value = self.removeKey(thread, key, Objects.hash(thread, key));
        if (value != null) {
            return value;
        }
        if (fallback == null) {
            throw PyErr.keyError(key);
        }
        return fallback;
    }

    @PythonMethod("popitem($self, /, last=True)")
    static PyObject popItem(ThreadState thread, OrderedDict self, boolean last) {
        OrderedDict.Node node = last ? self.last() : self.first();
        if (node == null) {
            throw PyErr.keyError(PyStr.of("dictionary is empty"));
        }
        PyObject value = self.removeKey(thread, node.key, node.hash);
        if (value == null) {
            throw PyErr.keyError(node.key);
        }
        return PyTuple.of(node.key, value);
    }

    @PythonMethod("move_to_end($self, /, key, last=True)")
    static void moveToEnd(ThreadState thread, OrderedDict self, PyObject key, boolean last) {
        OrderedDict.Node node = self.node(thread, key);
        if (node == null) {
            throw PyErr.keyError(key);
        }
        self.move(node, last);
    }

    @PythonMethod("clear($self, /)")
    static void clear(OrderedDict self) {
        self.clearAll();
    }

    @PythonMethod("copy($self, /)")
    static PyObject copy(ThreadState thread, OrderedDict self) {
        boolean exact = self.type() == OrderedDict.TYPE;
        PyObject copy = exact ? new OrderedDict(OrderedDict.TYPE) : Calls.call(thread, self.type());
        for (OrderedDict.Node node = self.first(); node != null; node = node.next) {
            Objects.setItem(thread, copy, node.key, Objects.getItem(thread, self, node.key));
        }
        return copy;
    }

    @PythonMethod(value = "update", raw = true)
    static PyObject update(ThreadState thread, OrderedDict self, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (positional > 1) {
            throw PyErr.typeError("update() takes at most 1 positional argument (%d given)", positional);
        }
        updateFrom(thread, self, args, names);
        return Singletons.NONE;
    }

    /** Sets items from a mapping or pairs, then from keywords. */
    static void updateFrom(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (positional == 1) {
            updateFrom(thread, self, args[0]);
        }
        for (int i = positional; i < args.length; i++) {
            Objects.setItem(thread, self, names[i - positional], args[i]);
        }
    }

    private static void updateFrom(ThreadState thread, PyObject self, PyObject source) {
        if (source.type() == PyDict.TYPE) {
            addPairs(thread, self, new PyDictItems((PyDict) source));
            return;
        }
        PyObject keys = Attributes.getOrNull(thread, source, Names.KEYS_NAME);
        if (keys != null) {
            PyObject iterator = Iterators.iter(thread, Calls.call(thread, keys));
            for (PyObject key; (key = Iterators.next(thread, iterator)) != null; ) {
                Objects.setItem(thread, self, key, Objects.getItem(thread, source, key));
            }
            return;
        }
        PyObject items = Attributes.getOrNull(thread, source, Names.ITEMS_NAME);
        addPairs(thread, self, items == null ? source : Calls.call(thread, items));
    }

    private static void addPairs(ThreadState thread, PyObject self, PyObject pairs) {
        PyObject iterator = Iterators.iter(thread, pairs);
        for (PyObject pair; (pair = Iterators.next(thread, iterator)) != null; ) {
            PyObject parts = Iterators.iter(thread, pair);
            PyObject key = Iterators.next(thread, parts);
            PyObject value = key == null ? null : Iterators.next(thread, parts);
            if (value == null) {
                throw PyErr.valueError(
                        "need more than %d value%s to unpack", key == null ? 0 : 1, key == null ? "s" : "");
            }
            if (Iterators.next(thread, parts) != null) {
                throw PyErr.valueError("too many values to unpack (expected 2)");
            }
            Objects.setItem(thread, self, key, value);
        }
    }

    @PythonMethod("__reduce__($self, /)")
    static PyObject reduce(ThreadState thread, OrderedDict self) {
        PyObject state = Calls.callMethod(thread, self, Names.GETSTATE);
        PyObject items = Iterators.iter(thread, Calls.callMethod(thread, self, Names.ITEMS_NAME));
        return PyTuple.of(self.type(), PyTuple.EMPTY, state, Singletons.NONE, items);
    }

    @PythonMethod("__sizeof__($self, /)")
    static long sizeOf(OrderedDict self) {
        return 112 + 64L * self.size() + self.tableBytes();
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject compare(ThreadState thread, OrderedDict self, PyObject other, Comparison op) {
        PyObject asDicts = PyDict.TYPE.slots().richCompare(thread, self, other, op);
        if (!(other instanceof OrderedDict ordered) || asDicts == Singletons.NOT_IMPLEMENTED) {
            return asDicts;
        }
        boolean equal = (asDicts == Singletons.TRUE) == (op == Comparison.EQ) && sameOrder(thread, self, ordered);
        return PyBool.of(equal == (op == Comparison.EQ));
    }

    private static boolean sameOrder(ThreadState thread, OrderedDict v, OrderedDict w) {
        OrderedDict.Node left = v.first();
        OrderedDict.Node right = w.first();
        long leftState = v.state();
        long rightState = w.state();
        while (left != null && right != null) {
            boolean equal = Comparisons.equal(thread, left.key, right.key);
            if (v.state() != leftState || w.state() != rightState) {
                throw PyErr.runtimeError("OrderedDict mutated during iteration");
            }
            if (!equal) {
                return false;
            }
            left = left.next;
            right = right.next;
        }
        return left == right;
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, OrderedDict self) {
        String name = self.type().name();
        if (self.size() == 0) {
            return PyStr.of(name + "()");
        }
        if (!ReprGuard.enter(thread, self)) {
            return PyStr.of("...");
        }
        try {
            PyList items = new PyList();
            if (self.type() == OrderedDict.TYPE) {
                for (OrderedDict.Node node = self.first(); node != null; node = node.next) {
                    PyObject value = self.get(thread, node.key);
                    if (value == null) {
                        throw PyErr.keyError(node.key);
                    }
                    items.append(PyTuple.of(node.key, value));
                }
            } else {
                items = Mappings.items(thread, self);
            }
            return new StrBuilder()
                    .append(name)
                    .append('(')
                    .append(Objects.repr(thread, items))
                    .append(')')
                    .toPyStr();
        } finally {
            ReprGuard.leave(thread, self);
        }
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        PyObject self = v instanceof OrderedDict ? v : w;
        if (!((self == v ? w : v) instanceof PyDict)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyObject both = Calls.call(thread, self.type(), v);
        updateFrom(thread, both, w);
        return both;
    }

    @SlotMethod(Slot.NB_INPLACE_OR)
    static PyObject inPlaceOr(ThreadState thread, OrderedDict self, PyObject other) {
        updateFrom(thread, self, other);
        return self;
    }
}
