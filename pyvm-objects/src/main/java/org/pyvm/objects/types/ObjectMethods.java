package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;

/** The methods and attributes of {@code object}; its slots are {@link org.pyvm.objects.Slots} itself. */
@PythonType(
        name = "object",
        signature = "()",
        doc = "The base of all classes. Instances have no attributes and cannot be given any.")
public final class ObjectMethods {
    private ObjectMethods() {}

    @PythonMethod(value = "__reduce_ex__($self, protocol, /)", doc = "What pickle needs to make the object again.")
    static PyObject reduceEx(ThreadState thread, PyObject self, int protocol) {
        return ObjectReduce.reduceEx(thread, self, protocol);
    }

    @PythonMethod(value = "__reduce__($self, /)", doc = "What pickle needs to make the object again.")
    static PyObject reduce(ThreadState thread, PyObject self) {
        return ObjectReduce.reduce(thread, self, 0);
    }

    @PythonMethod(value = "__getstate__($self, /)", doc = "The attributes, for pickle.")
    static PyObject getState(ThreadState thread, PyObject self) {
        return ObjectReduce.defaultState(thread, self, false);
    }

    @PythonClassMethod(
            value = "__subclasshook__",
            raw = true,
            doc = "Overridden by abstract classes to decide what issubclass() answers.")
    static PyObject subclassHook(PyType type, PyObject[] args, PyStr[] names) {
        return Singletons.NOT_IMPLEMENTED;
    }

    @PythonClassMethod(value = "__init_subclass__($type, /)", doc = "Called when a subclass has been made.")
    static void initSubclass(PyType type) {}

    @PythonMethod(value = "__format__($self, format_spec, /)", doc = "The text for an empty format.")
    static PyObject format(ThreadState thread, PyObject self, PyStr format) {
        if (format.length() > 0) {
            throw PyErr.typeError("unsupported format string passed to %T.__format__", self);
        }
        return Objects.str(thread, self);
    }

    @PythonMethod(value = "__sizeof__($self, /)", doc = "The memory consumption, in bytes.")
    static long sizeOf(ThreadState thread, PyObject self) {
        PyType type = self.type();
        long items = TypeNumbers.itemSize(type);
        long size = TypeNumbers.basicSize(type);
        if (items == 0) {
            return size;
        }
        if (self instanceof PyInt number) {
            return size + items * Math.max(1, (number.bigValue().bitLength() + 29) / 30);
        }
        return type.slots().has(Slot.SQ_LENGTH) ? size + items * type.slots().length(thread, self) : size;
    }

    @PythonMethod(value = "__dir__($self, /)", doc = "The names of the object's attributes.")
    static PyObject dir(ThreadState thread, PyObject self) {
        PyDict names = new PyDict();
        if (Attributes.getOrNull(thread, self, Names.DICT) instanceof PyDict own) {
            names.putAll(thread, own);
        }
        PyObject cls = Attributes.getOrNull(thread, self, Names.CLASS);
        if (cls != null) {
            mergeClassNames(thread, names, cls);
        }
        return keys(names);
    }

    /** {@code merge_class_dict}: the names of a class and of its bases, whatever these are. */
    static void mergeClassNames(ThreadState thread, PyDict names, PyObject cls) {
        PyObject own = Attributes.getOrNull(thread, cls, Names.DICT);
        PyObject mapping = own instanceof PyMappingProxy proxy ? proxy.mapping() : own;
        if (mapping instanceof PyDict dict) {
            names.putAll(thread, dict);
        }
        if (Attributes.getOrNull(thread, cls, Names.BASES) instanceof PyTuple bases) {
            for (int i = 0; i < bases.size(); i++) {
                mergeClassNames(thread, names, bases.get(i));
            }
        }
    }

    static PyObject keys(PyDict names) {
        PyList keys = new PyList();
        for (int i = names.nextEntry(0); i >= 0; i = names.nextEntry(i + 1)) {
            keys.append(names.keyAt(i));
        }
        return keys;
    }

    @PythonGetter(value = "__class__", doc = "the object's class")
    static PyObject type(PyObject self) {
        return self.type();
    }

    @PythonSetter(value = "__class__", deletable = true)
    static void setType(PyObject self, PyObject value) {
        BasesAssignment.assignClass(self, value);
    }
}
