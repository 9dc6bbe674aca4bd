package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;

/** {@code type.__new__(metatype, name, bases, namespace, **keywords)}: makes a class. */
final class ClassCreation {
    private static final PyStr CLASSCELL = PyStr.intern("__classcell__");

    private ClassCreation() {}

    /** @param args name, bases, namespace, then the values of the keywords */
    static PyObject create(ThreadState thread, PyType metatype, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        if (given != 3) {
            throw PyErr.typeError("type.__new__() takes exactly 3 arguments (%d given)", given);
        }
        if (!(args[0] instanceof PyStr name)) {
            throw wrongArgument(1, "str", args[0]);
        }
        if (!(args[1] instanceof PyTuple baseTuple)) {
            throw wrongArgument(2, "tuple", args[1]);
        }
        if (!(args[2] instanceof PyDict original)) {
            throw wrongArgument(3, "dict", args[2]);
        }
        PyType winner = metatype;
        if (baseTuple.size() > 0) {
            refuseMroEntries(thread, baseTuple);
            winner = mostDerivedMetaclass(metatype, baseTuple);
        }
        if (winner != metatype && makesClassesItself(winner)) {
            // A base's metaclass makes the class in its own way.
            return winner.slots().newInstance(thread, winner, args, keywords);
        }
        PyType[] bases = typesOf(baseTuple);
        PyType type = make(thread, winner, name, bases, copy(thread, original));
        setNames(thread, type);
        initSubclass(thread, type, Arrays.copyOfRange(args, 3, args.length), keywords);
        return type;
    }

    /** Whether a metaclass has a {@code __new__} other than that of {@code type}. */
    private static boolean makesClassesItself(PyType metaclass) {
        if (metaclass.slots() instanceof ClassSlots slots) {
            return slots.isOverridden(Slot.TP_NEW) || slots.builtinOf(Slot.TP_NEW) != PyType.TYPE.slots();
        }
        return metaclass != PyType.TYPE;
    }

    /** The namespace, in the order in which a subclass of dict iterates. */
    private static PyDict copy(ThreadState thread, PyDict namespace) {
        if (DictMerge.hasDictIteration(namespace)) {
            return namespace.copyEntries();
        }
        PyDict copy = new PyDict();
        DictMerge.addMapping(thread, copy, namespace);
        return copy;
    }

    private static PyErr wrongArgument(int position, String expected, PyObject argument) {
        return PyErr.typeError("type.__new__() argument %d must be %s, not %T", position, expected, argument);
    }

    private static void refuseMroEntries(ThreadState thread, PyTuple bases) {
        for (int i = 0; i < bases.size(); i++) {
            PyObject base = bases.get(i);
            if (!(base instanceof PyType) && Attributes.getOrNull(thread, base, Names.MRO_ENTRIES) != null) {
                throw PyErr.typeError("type() doesn't support MRO entry resolution; use types.new_class()");
            }
        }
    }

    /** {@code _PyType_CalculateMetaclass}. */
    private static PyType mostDerivedMetaclass(PyType metatype, PyTuple bases) {
        PyType winner = metatype;
        for (int i = 0; i < bases.size(); i++) {
            PyType candidate = bases.get(i).type();
            if (winner.isSubtypeOf(candidate)) {
                continue;
            }
            if (!candidate.isSubtypeOf(winner)) {
                throw PyErr.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict)"
                        + " subclass of the metaclasses of all its bases");
            }
            winner = candidate;
        }
        return winner;
    }

    private static PyType[] typesOf(PyTuple bases) {
        if (bases.size() == 0) {
            return new PyType[] {PyType.OBJECT};
        }
        PyType[] types = new PyType[bases.size()];
        for (int i = 0; i < types.length; i++) {
            if (!(bases.get(i) instanceof PyType type)) {
                throw PyErr.typeError("bases must be types");
            }
            types[i] = type;
        }
        return types;
    }

    /** The class itself; the namespace is its own from now on. */
    private static PyType make(ThreadState thread, PyType metatype, PyStr name, PyType[] bases, PyDict namespace) {
        PyType base = ClassLayout.bestBase(bases);
        checkName(name);
        SlotNames slots = SlotNames.of(thread, name.toString(), base, bases, namespace);
        PyType type = PyType.newClass(
                metatype,
                name.toString(),
                base,
                bases,
                namespace,
                slots.names().length,
                base.hasDict() || slots.addsDict(),
                base.hasWeakref() || slots.addsWeakref());
        setModule(thread, namespace);
        setQualName(type, name, namespace);
        wrapFunction(namespace, Names.NEW, true);
        wrapFunction(namespace, Names.INIT_SUBCLASS, false);
        wrapFunction(namespace, Names.CLASS_GETITEM, false);
        setClassCell(type, namespace);
        addDescriptors(type, base, slots, namespace);
        PyObject doc = namespace.get(Names.DOC);
        if (doc == null) {
            namespace.put(Names.DOC, Singletons.NONE);
        } else if (doc instanceof PyStr text) {
            checkEncodable(text);
        }
        // Who says what is equal must also say what has the same hash.
        if (namespace.get(Names.EQ) != null && namespace.get(Names.HASH) == null) {
            namespace.put(Names.HASH, Singletons.NONE);
        }
        type.finishClass(MethodResolution.order(thread, type));
        return type;
    }

    static void checkName(PyStr name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.codePointAt(i) == 0) {
                throw PyErr.valueError("type name must not contain null characters");
            }
        }
        checkEncodable(name);
    }

    /** CPython keeps names and documentation as UTF-8 too, which has no lone surrogates. */
    private static void checkEncodable(PyStr text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c >= 0xD800 && c < 0xE000) {
                throw PyErr.of(
                        Exceptions.UNICODE_ENCODE_ERROR,
                        PyStr.of("utf-8"),
                        text,
                        PyInt.of(i),
                        PyInt.of(i + 1),
                        PyStr.of("surrogates not allowed"));
            }
        }
    }

    private static void setModule(ThreadState thread, PyDict namespace) {
        PyFrame frame = thread.frame;
        if (namespace.get(Names.MODULE) == null && frame != null) {
            PyObject module = frame.globals().get(Names.NAME);
            if (module != null) {
                namespace.put(Names.MODULE, module);
            }
        }
    }

    private static void setQualName(PyType type, PyStr name, PyDict namespace) {
        PyObject qualName = namespace.get(Names.QUALNAME);
        if (qualName == null) {
            type.setQualName(name);
            return;
        }
        if (!(qualName instanceof PyStr text)) {
            throw PyErr.typeError("type __qualname__ must be a str, not %T", qualName);
        }
        type.setQualName(text);
        namespace.remove(Names.QUALNAME);
    }

    private static void wrapFunction(PyDict namespace, PyStr name, boolean asStatic) {
        PyObject value = namespace.get(name);
        if (value != null && isFunction(value)) {
            namespace.put(name, asStatic ? new PyStaticMethod(value) : new PyClassMethod(value));
        }
    }

    /** Whether it is a function written in Python; their type is in the evaluation module. */
    private static boolean isFunction(PyObject value) {
        PyType type = value.type();
        return type.isMethodDescriptor() && !type.isHeapType() && type.name().equals("function");
    }

    private static void addDescriptors(PyType type, PyType base, SlotNames slots, PyDict namespace) {
        PyStr[] names = slots.names();
        for (int i = 0; i < names.length; i++) {
            namespace.put(names[i], new PyMemberDescriptor(type, names[i], base.slotCount() + i));
        }
        type.setSlotNames(names);
        if (slots.addsDict() && namespace.get(Names.DICT) == null) {
            namespace.put(Names.DICT, InstanceDict.descriptor(type));
        }
        if (slots.addsWeakref() && namespace.get(Names.WEAKREF) == null) {
            namespace.put(Names.WEAKREF, InstanceDict.weakrefDescriptor(type));
        }
    }

    private static void setClassCell(PyType type, PyDict namespace) {
        PyObject cell = namespace.get(CLASSCELL);
        if (cell == null) {
            return;
        }
        if (!(cell instanceof PyCell classCell)) {
            throw PyErr.typeError("__classcell__ must be a nonlocal cell, not %r", cell.type());
        }
        classCell.value = type;
        namespace.remove(CLASSCELL);
    }

    /** Tells each value of the namespace that wants to know its name and class. */
    private static void setNames(ThreadState thread, PyType type) {
        PyDict namespace = type.dict();
        PyObject[] keys = new PyObject[namespace.size()];
        PyObject[] values = new PyObject[namespace.size()];
        int count = 0;
        for (int i = namespace.nextEntry(0); i >= 0; i = namespace.nextEntry(i + 1)) {
            // Looked up before the first call, which may change the namespace.
            if (namespace.valueAt(i).type().lookup(Names.SET_NAME) != null) {
                keys[count] = namespace.keyAt(i);
                values[count++] = namespace.valueAt(i);
            }
        }
        for (int i = 0; i < count; i++) {
            PyObject value = values[i];
            PyObject method = value.type().lookup(Names.SET_NAME);
            if (method == null) {
                continue;
            }
            try {
                Calls.callBound(thread, method, value, type, keys[i]);
            } catch (PyErr e) {
                PyErr error = PyErr.runtimeError(
                        "Error calling __set_name__ on '%T' instance %s in '%N'",
                        value, Objects.repr(thread, keys[i]), type);
                error.value().setCause(e.value());
                error.value().setContext(e.value());
                throw error;
            }
        }
    }

    /** {@code super(type, type).__init_subclass__(**keywords)}. */
    private static void initSubclass(ThreadState thread, PyType type, PyObject[] values, PyStr[] keywords) {
        PyType[] order = type.mro();
        for (int i = 1; i < order.length; i++) {
            PyObject hook = order[i].dict().get(Names.INIT_SUBCLASS);
            if (hook != null) {
                if (order[i] != PyType.OBJECT || values.length > 0) {
                    Calls.call(thread, Attributes.bind(thread, hook, null, type), values, keywords);
                }
                return;
            }
        }
    }
}
