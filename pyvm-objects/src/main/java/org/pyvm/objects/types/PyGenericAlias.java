package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
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
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/**
 * {@code types.GenericAlias}: a parameterised type such as {@code list[int]}. It passes for its origin: most attributes
 * are read there, and calling it makes an instance of it.
 */
@PythonType(name = "GenericAlias", module = "types", doc = "A generic type with its arguments: list[int] (PEP 585).")
public class PyGenericAlias extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "types", "GenericAlias", new PyGenericAliasExposed.SlotTable(), new PyGenericAliasExposed())
            .weakReferenceable();

    /** The attributes that are the alias's own. */
    private static final PyStr[] OWN_NAMES = {
        Names.CLASS,
        Names.ORIGIN,
        Names.ARGS,
        Names.UNPACKED,
        Names.PARAMETERS,
        PyStr.intern("__typing_unpacked_tuple_args__"),
        Names.MRO_ENTRIES,
        Names.REDUCE_EX,
        Names.REDUCE,
        Names.COPY,
        Names.DEEPCOPY,
    };

    private final PyObject origin;
    private final PyTuple args;
    /** Whether it stands for its arguments one by one: {@code *tuple[int, str]}. */
    private final boolean unpacked;
    /** Null until asked for. */
    private PyTuple parameters;

    protected PyGenericAlias(PyType type, PyObject origin, PyTuple args) {
        this(type, origin, args, false);
    }

    private PyGenericAlias(PyType type, PyObject origin, PyTuple args, boolean unpacked) {
        super(type);
        this.origin = origin;
        this.args = args;
        this.unpacked = unpacked;
    }

    /** {@code origin[parameters]}; a tuple gives several parameters. */
    public static PyGenericAlias of(ThreadState thread, PyObject origin, PyObject parameters) {
        return new PyGenericAlias(TYPE, origin, argsOf(parameters));
    }

    private static PyTuple argsOf(PyObject parameters) {
        return parameters instanceof PyTuple tuple ? tuple : PyTuple.of(parameters);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("GenericAlias", names);
        Arguments.checkCount("GenericAlias", args.length, 2, 2);
        return new PyGenericAlias(cls, args[0], argsOf(args[1]));
    }

    /** The same alias with a star; what iterating over it gives. */
    final PyGenericAlias starred() {
        return new PyGenericAlias(type(), origin, args, true);
    }

    @PythonGetter(value = "__origin__", member = true)
    public final PyObject origin() {
        return origin;
    }

    @PythonGetter(value = "__args__", member = true)
    public final PyTuple args() {
        return args;
    }

    @PythonGetter(value = "__unpacked__", member = true)
    final boolean unpacked() {
        return unpacked;
    }

    @PythonGetter("__parameters__")
    final PyTuple parameters(ThreadState thread) {
        if (parameters == null) {
            parameters = TypeParameters.of(thread, args);
        }
        return parameters;
    }

    @PythonGetter("__typing_unpacked_tuple_args__")
    PyObject unpackedTupleArgs() {
        return unpacked && origin == PyTuple.TYPE ? args : Singletons.NONE;
    }

    @PythonMethod("__mro_entries__($self, bases, /)")
    PyObject mroEntries(PyObject bases) {
        return PyTuple.of(origin);
    }

    @PythonMethod("__instancecheck__($self, instance, /)")
    boolean instanceCheck(PyObject instance) {
        throw PyErr.typeError("isinstance() argument 2 cannot be a parameterized generic");
    }

    @PythonMethod("__subclasscheck__($self, cls, /)")
    boolean subclassCheck(PyObject cls) {
        throw PyErr.typeError("issubclass() argument 2 cannot be a parameterized generic");
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (!unpacked) {
            return PyTuple.of(type(), PyTuple.of(origin, args));
        }
        PyObject plain = new PyGenericAliasIterator(new PyGenericAlias(TYPE, origin, args, false));
        return PyTuple.of(IteratorPickles.builtin(thread, "next"), PyTuple.of(plain));
    }

    @PythonMethod("__dir__($self, /)")
    PyObject dir(ThreadState thread) {
        PyList names =
                Sequences.toList(thread, Calls.call(thread, Attributes.specialOrNull(thread, origin, Names.DIR)));
        for (PyStr own : OWN_NAMES) {
            if (!names.contains(thread, own)) {
                names.append(own);
            }
        }
        return names;
    }

    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        if (isOwn(name)) {
            PyObject value = Attributes.genericFind(thread, this, name);
            if (value == null) {
                throw Attributes.noAttribute(this, name);
            }
            return value;
        }
        return Attributes.get(thread, origin, name);
    }

    private static boolean isOwn(PyStr name) {
        for (PyStr own : OWN_NAMES) {
            if (own.sameText(name)) {
                return true;
            }
        }
        return false;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] arguments, PyStr[] names) {
        PyObject instance = Calls.call(thread, origin, arguments, names);
        try {
            Attributes.set(thread, instance, Names.ORIG_CLASS, this);
        } catch (PyErr e) {
            // Many instances have no room for attributes.
            if (!e.matches(Exceptions.ATTRIBUTE_ERROR) && !e.matches(Exceptions.TYPE_ERROR)) {
                throw e;
            }
        }
        return instance;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyGenericAliasIterator(this);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject item) {
        PyTuple substituted = TypeParameters.substitute(thread, this, args, parameters(thread), item);
        return new PyGenericAlias(TYPE, origin, substituted, unpacked);
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return PyUnion.or(thread, v, w);
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long hash = Objects.hash(thread, origin) ^ Objects.hash(thread, args);
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyGenericAlias alias) || op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equal = unpacked == alias.unpacked
                && Comparisons.equal(thread, origin, alias.origin)
                && Comparisons.equal(thread, args, alias.args);
        return PyBool.of(equal == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder text = new StrBuilder();
        if (unpacked) {
            text.append('*');
        }
        text.append(reprOf(thread, origin)).append('[');
        if (args.size() == 0) {
            text.append("()");
        }
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            text.append(reprOf(thread, args.get(i)));
        }
        return text.append(']').toPyStr();
    }

    private static PyStr reprOf(ThreadState thread, PyObject arg) {
        return arg == Singletons.ELLIPSIS ? PyStr.of("...") : TypeParameters.repr(thread, arg);
    }
}
