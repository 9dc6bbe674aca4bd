package org.pyvm.modules.etree;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** Methods of elements for copying and pickling. */
final class ElementCopying {
    /** What CPython's elements have room for beside their attributes before they ask for more, and the sizes of both. */
    static final int INLINE_CHILDREN = 4;

    private static final int BARE_SIZE = 56;
    private static final int EXTRA_SIZE = 64;

    private ElementCopying() {}

    @PythonMethod("__copy__($self, /)")
    static PyObject copy(PyElement self) {
        PyElement copy = new PyElement(self.tag, null);
        // Not the attributes themselves are copied.
        copy.attributes = self.attributes;
        copy.setText(self.textOrPieces());
        copy.setTail(self.tailOrPieces());
        for (int i = 0; i < self.count(); i++) {
            copy.add(self.child(i));
        }
        return copy;
    }

    @PythonMethod("__deepcopy__($self, memo, /)")
    static PyObject deepCopy(ThreadState thread, PyElement self, PyObject memo) {
        return deepCopy(
                thread,
                self,
                memo instanceof PyDict dict
                        ? dict
                        : (PyDict) Convert.badArgument("__deepcopy__", "argument", "dict", memo));
    }

    private static PyElement deepCopy(ThreadState thread, PyElement self, PyDict memo) {
        thread.enter(" while calling a Python object");
        try {
            PyElement copy = new PyElement(copied(thread, self.tag, memo), null);
            copy.setText(copied(thread, self.textOrPieces(), memo));
            copy.setTail(copied(thread, self.tailOrPieces(), memo));
            if (self.attributes != null) {
                copy.attributes = copied(thread, self.attributes, memo);
            }
            for (int i = 0; i < self.count(); i++) {
                copy.add(PyElement.check(copied(thread, self.child(i), memo)));
            }
            // Kept under the number by which copy.deepcopy looks for it.
            memo.put(thread, PyInt.of(Identity.of(self)), copy);
            return copy;
        } finally {
            thread.leave();
        }
    }

    private static PyObject copied(ThreadState thread, PyObject value, PyDict memo) {
        if (value == Singletons.NONE || value.getClass() == PyStr.class) {
            return value;
        }
        if (value instanceof PyElement element && element.isExact()) {
            return deepCopy(thread, element, memo);
        }
        if (value.type() == PyDict.TYPE && holdsTextOnly((PyDict) value)) {
            return ((PyDict) value).copyEntries();
        }
        if (value instanceof TextPieces pieces) {
            return pieces.join(thread);
        }
        return Calls.call(thread, ElementTreeState.of(thread).deepCopy(thread), value, memo);
    }

    private static boolean holdsTextOnly(PyDict dict) {
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (dict.keyAt(i).getClass() != PyStr.class || dict.valueAt(i).getClass() != PyStr.class) {
                return false;
            }
        }
        return true;
    }

    @PythonMethod("__sizeof__($self, /)")
    static long sizeOf(PyElement self) {
        if (self.attributes == null && self.capacity() == 0) {
            return BARE_SIZE;
        }
        return BARE_SIZE + EXTRA_SIZE + (self.capacity() > INLINE_CHILDREN ? 8L * self.capacity() : 0);
    }

    @PythonMethod("__getstate__($self, /)")
    static PyObject getState(ThreadState thread, PyElement self) {
        PyList children = new PyList();
        for (int i = 0; i < self.count(); i++) {
            children.append(self.child(i));
        }
        PyDict state = new PyDict();
        state.put("tag", self.tag);
        state.put("_children", children);
        state.put("attrib", self.attributes == null ? new PyDict() : self.attributes);
        state.put("text", self.text(thread));
        state.put("tail", self.tail(thread));
        return state;
    }

    @PythonMethod("__setstate__($self, state, /)")
    static void setState(PyElement self, PyObject state) {
        if (state.type() != PyDict.TYPE) {
            throw PyErr.typeError("Don't know how to unpickle \"%r\" as an Element", state);
        }
        PyDict parts = (PyDict) state;
        PyObject tag = parts.get("tag");
        if (tag == null) {
            throw PyErr.typeError("tag may not be NULL");
        }
        self.tag = tag;
        self.setText(orNone(parts.get("text")));
        self.setTail(orNone(parts.get("tail")));
        PyObject children = parts.get("_children");
        PyObject attributes = parts.get("attrib");
        if (children == null && attributes == null) {
            return;
        }
        if (children != null) {
            setChildren(self, children);
        }
        if (attributes != null) {
            self.attributes = attributes;
        }
    }

    private static void setChildren(PyElement self, PyObject children) {
        if (!(children instanceof PyList list)) {
            throw PyErr.typeError("'_children' is not a list");
        }
        PyElement[] all = new PyElement[list.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = PyElement.check(list.get(i));
        }
        self.setChildren(all);
    }

    private static PyObject orNone(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }
}
