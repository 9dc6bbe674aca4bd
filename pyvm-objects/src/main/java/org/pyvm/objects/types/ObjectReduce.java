package org.pyvm.objects.types;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;

/** How {@code object} reduces instances for pickle: by {@code copyreg} for protocols 0 and 1, by {@code __newobj__} after. */
final class ObjectReduce {
    private static final PyStr GETSTATE = PyStr.intern("__getstate__");
    private static final PyStr GETNEWARGS = PyStr.intern("__getnewargs__");
    private static final PyStr GETNEWARGS_EX = PyStr.intern("__getnewargs_ex__");
    private static final PyStr SLOTNAMES = PyStr.intern("__slotnames__");
    private static final PyStr COPYREG = PyStr.intern("copyreg");

    private ObjectReduce() {}

    /** {@code object.__reduce_ex__}: a class's own {@code __reduce__} goes first. */
    static PyObject reduceEx(ThreadState thread, PyObject self, int protocol) {
        PyObject method = Attributes.getOrNull(thread, self, Names.REDUCE);
        if (method != null && Attributes.get(thread, self.type(), Names.REDUCE) != PyType.OBJECT.lookup(Names.REDUCE)) {
            return Calls.call(thread, method);
        }
        return reduce(thread, self, protocol);
    }

    /** {@code _common_reduce}. */
    static PyObject reduce(ThreadState thread, PyObject self, int protocol) {
        if (protocol >= 2) {
            return reduceByNew(thread, self);
        }
        return Calls.callMethod(thread, copyreg(thread), PyStr.intern("_reduce_ex"), self, PyInt.of(protocol));
    }

    private static PyObject copyreg(ThreadState thread) {
        PyObject module = thread.interpreter().modules.get(COPYREG);
        if (module != null) {
            return module;
        }
        return Calls.call(thread, thread.interpreter().builtins.get(Names.IMPORT), COPYREG);
    }

    private static PyObject reduceByNew(ThreadState thread, PyObject self) {
        PyType type = self.type();
        if (!type.slots().has(Slot.TP_NEW)) {
            throw PyErr.typeError("cannot pickle '%N' object", type);
        }
        PyTuple args = null;
        PyDict keywords = null;
        PyObject withKeywords = Attributes.specialOrNull(thread, self, GETNEWARGS_EX);
        PyObject plain = withKeywords != null ? null : Attributes.specialOrNull(thread, self, GETNEWARGS);
        if (withKeywords != null) {
            PyTuple both = argsAndKeywords(Calls.call(thread, withKeywords));
            args = (PyTuple) both.get(0);
            keywords = (PyDict) both.get(1);
        } else if (plain != null) {
            PyObject result = Calls.call(thread, plain);
            if (!(result instanceof PyTuple tuple)) {
                throw PyErr.typeError("__getnewargs__ should return a tuple, not '%T'", result);
            }
            args = tuple;
        }
        PyObject copyreg = copyreg(thread);
        PyObject maker;
        PyTuple makerArgs;
        if (keywords == null || keywords.size() == 0) {
            maker = Attributes.get(thread, copyreg, "__newobj__");
            PyObject[] all = new PyObject[args == null ? 1 : args.size() + 1];
            all[0] = type;
            for (int i = 1; i < all.length; i++) {
                all[i] = args.get(i - 1);
            }
            makerArgs = PyTuple.of(all);
        } else {
            maker = Attributes.get(thread, copyreg, "__newobj_ex__");
            makerArgs = PyTuple.of(type, args, keywords);
        }
        boolean required = args == null && !(self instanceof PyList) && !(self instanceof PyDict);
        PyObject state = state(thread, self, required);
        PyObject listItems = self instanceof PyList ? Iterators.iter(thread, self) : Singletons.NONE;
        PyObject dictItems = self instanceof PyDict
                ? Iterators.iter(thread, Calls.callMethod(thread, self, Names.ITEMS_NAME))
                : Singletons.NONE;
        return PyTuple.of(maker, makerArgs, state, listItems, dictItems);
    }

    private static PyTuple argsAndKeywords(PyObject result) {
        if (!(result instanceof PyTuple both)) {
            throw PyErr.typeError("__getnewargs_ex__ should return a tuple, not '%T'", result);
        }
        if (both.size() != 2) {
            throw PyErr.typeError("__getnewargs_ex__ should return a tuple of length 2, not %d", both.size());
        }
        if (!(both.get(0) instanceof PyTuple)) {
            throw PyErr.typeError(
                    "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%T'", both.get(0));
        }
        if (!(both.get(1) instanceof PyDict)) {
            throw PyErr.typeError(
                    "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%T'", both.get(1));
        }
        return both;
    }

    /** What {@code __getstate__} answers. @param required see {@link #defaultState} */
    static PyObject state(ThreadState thread, PyObject self, boolean required) {
        PyObject method = Attributes.get(thread, self, GETSTATE);
        boolean isDefault = method instanceof PyBuiltinFunction function
                && function.self() == self
                && PyType.OBJECT.lookup(GETSTATE) instanceof PyMethodDescriptor ofObject
                && ofObject.spec() == function.spec();
        return isDefault ? defaultState(thread, self, required) : Calls.call(thread, method);
    }

    /**
     * {@code object_getstate_default}: the attributes, with those of {@code __slots__} as a second dictionary.
     *
     * @param required whether an object that holds more than attributes is refused, as nothing else would tell it
     */
    static PyObject defaultState(ThreadState thread, PyObject self, boolean required) {
        PyType type = self.type();
        if (required && TypeNumbers.itemSize(type) != 0) {
            throw PyErr.typeError("cannot pickle %N objects", type);
        }
        Shape shape = self.shape();
        boolean hasAttributes = shape != null
                && (shape.isDictionary() ? Shape.dictionaryOf(self).size() > 0 : shape.names().length > 0);
        PyObject state = hasAttributes ? Shape.dictionaryOf(self) : Singletons.NONE;
        PyObject names = slotNames(thread, type);
        if (required && holdsMore(type)) {
            throw PyErr.typeError("cannot pickle '%N' object", type);
        }
        if (!(names instanceof PyList list) || list.size() == 0) {
            return state;
        }
        PyDict slots = new PyDict();
        for (int i = 0; i < list.size(); i++) {
            PyStr name = (PyStr) list.get(i);
            PyObject value = Attributes.getOrNull(thread, self, name);
            if (value != null) {
                slots.put(name, value);
            }
        }
        return slots.size() == 0 ? state : PyTuple.of(state, slots);
    }

    /** Whether instances have state that only the built-in type knows. */
    private static boolean holdsMore(PyType type) {
        PyType builtin = type;
        while (builtin.isHeapType()) {
            builtin = builtin.base();
        }
        return TypeNumbers.basicSize(builtin) > TypeNumbers.basicSize(PyType.OBJECT);
    }

    private static PyObject slotNames(ThreadState thread, PyType type) {
        PyObject known = type.dict().get(SLOTNAMES);
        if (known != null) {
            return known;
        }
        if (!type.isHeapType()) {
            return Singletons.NONE;
        }
        PyObject names = Calls.callMethod(thread, copyreg(thread), PyStr.intern("_slotnames"), type);
        if (names != Singletons.NONE && !(names instanceof PyList)) {
            throw PyErr.typeError("copyreg._slotnames didn't return a list or None");
        }
        return names;
    }
}
