package org.pyvm.modules.etree;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.SliceBounds;

/** Methods of elements that look at or change their attributes and children. */
final class ElementContents {
    private static final PyStr APPEND = PyStr.intern("append");

    private ElementContents() {}

    /** Adds a child to something that may also be what a factory of elements has made. */
    static void addChild(ThreadState thread, PyObject parent, PyObject child) {
        if (parent instanceof PyElement element && element.isExact()) {
            element.add(PyElement.check(child));
        } else {
            org.pyvm.objects.protocol.Calls.call(thread, Attributes.get(thread, parent, APPEND), child);
        }
    }

    @PythonMethod("clear($self, /)")
    static void clear(PyElement self) {
        self.truncate(0);
        self.attributes = null;
        self.setText(Singletons.NONE);
        self.setTail(Singletons.NONE);
    }

    private static PyDict dictOrNull(PyElement self) {
        if (self.attributes == null || self.attributes instanceof PyDict) {
            return (PyDict) self.attributes;
        }
        throw PyErr.systemError("bad argument to internal function");
    }

    @PythonMethod("get($self, /, key, default=None)")
    static PyObject get(ThreadState thread, PyElement self, PyObject key, PyObject otherwise) {
        PyDict attributes = dictOrNull(self);
        PyObject value = attributes == null ? null : attributes.get(thread, key);
        return value == null ? otherwise : value;
    }

    @PythonMethod("set($self, key, value, /)")
    static void set(ThreadState thread, PyElement self, PyObject key, PyObject value) {
        self.attributes();
        dictOrNull(self).put(thread, key, value);
    }

    @PythonMethod("keys($self, /)")
    static PyObject keys(PyElement self) {
        PyList keys = new PyList();
        PyDict attributes = dictOrNull(self);
        if (attributes != null) {
            for (int i = attributes.nextEntry(0); i >= 0; i = attributes.nextEntry(i + 1)) {
                keys.append(attributes.keyAt(i));
            }
        }
        return keys;
    }

    @PythonMethod("items($self, /)")
    static PyObject items(PyElement self) {
        PyList items = new PyList();
        PyDict attributes = dictOrNull(self);
        if (attributes != null) {
            for (int i = attributes.nextEntry(0); i >= 0; i = attributes.nextEntry(i + 1)) {
                items.append(PyTuple.of(attributes.keyAt(i), attributes.valueAt(i)));
            }
        }
        return items;
    }

    @PythonMethod("append($self, subelement, /)")
    static void append(PyElement self, PyObject child) {
        self.add(PyElement.argument("append", "argument", child));
    }

    @PythonMethod("extend($self, elements, /)")
    static void extend(ThreadState thread, PyElement self, PyObject elements) {
        // What stands before a thing that is no element has been added when that is found.
        for (PyObject child : sequence(thread, elements)) {
            self.add(PyElement.check(child));
        }
    }

    private static PyObject[] sequence(ThreadState thread, PyObject value) {
        try {
            return Sequences.toArray(thread, value);
        } catch (PyErr e) {
            if (!e.matches(org.pyvm.objects.types.Exceptions.TYPE_ERROR)) {
                throw e;
            }
            // CPython puts this in the place of any TypeError of the iteration.
            throw PyErr.typeError("expected sequence, not \"%T\"", value);
        }
    }

    @PythonMethod("insert($self, index, subelement, /)")
    static void insert(PyElement self, long index, PyObject child) {
        PyElement element = PyElement.argument("insert", "argument 2", child);
        self.insert(Math.clamp(index < 0 ? index + self.count() : index, 0, self.count()), element);
    }

    @PythonMethod("remove($self, subelement, /)")
    static void remove(ThreadState thread, PyElement self, PyObject child) {
        PyElement.argument("remove", "argument", child);
        for (int i = 0; i < self.count(); i++) {
            if (self.child(i) == child || Comparisons.equal(thread, self.child(i), child)) {
                if (i < self.count()) {
                    self.remove(i);
                }
                return;
            }
        }
        throw PyErr.valueError("list.remove(x): x not in list");
    }

    @PythonMethod("makeelement($self, tag, attrib, /)")
    static PyObject makeElement(PyElement self, PyObject tag, PyObject attributes) {
        PyDict given = attributes instanceof PyDict dict
                ? dict
                : (PyDict) Convert.badArgument("makeelement", "argument 2", "dict", attributes);
        return new PyElement(tag, given.copyEntries());
    }

    static PyElement[] slice(PyElement self, SliceBounds bounds) {
        PyElement[] found = new PyElement[bounds.count()];
        for (int i = 0; i < found.length; i++) {
            found[i] = self.child(bounds.at(i));
        }
        return found;
    }

    static void deleteSlice(PyElement self, SliceBounds slice) {
        SliceBounds bounds = slice.ascending();
        int kept = 0;
        int next = 0;
        for (int i = 0; i < self.count(); i++) {
            if (next < bounds.count() && i == bounds.at(next)) {
                next++;
            } else {
                self.set(kept++, self.child(i));
            }
        }
        self.truncate(kept);
    }

    static void replaceSlice(ThreadState thread, PyElement self, PySlice slice, PyObject value) {
        PySlice.Unpacked unpacked = slice.unpack(thread);
        PyObject[] added = sequence(thread, value);
        SliceBounds bounds = unpacked.forLength(self.count());
        if (bounds.step() != 1 && added.length != bounds.count()) {
            throw PyErr.valueError(
                    "attempt to assign sequence of size %d to extended slice of size %d", added.length, bounds.count());
        }
        for (PyObject child : added) {
            PyElement.check(child);
        }
        if (bounds.step() != 1) {
            for (int i = 0; i < added.length; i++) {
                self.set(bounds.at(i), (PyElement) added[i]);
            }
            return;
        }
        int after = bounds.start() + bounds.count();
        PyElement[] all = new PyElement[self.count() - bounds.count() + added.length];
        for (int i = 0; i < all.length; i++) {
            int behind = i - added.length + bounds.count();
            all[i] = i < bounds.start()
                    ? self.child(i)
                    : behind < after ? (PyElement) added[i - bounds.start()] : self.child(behind);
        }
        self.setChildren(all);
    }
}
