package org.pyvm.modules.decimal;

import java.util.StringJoiner;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code decimal.Context}. */
@PythonType(
        name = "Context",
        module = "decimal",
        parts = {ContextOperations.class, ContextPredicates.class})
public final class PyDecimalContext extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "decimal", "Context", new PyDecimalContextExposed.SlotTable(), new PyDecimalContextExposed());

    static final String ROUNDINGS = "valid values for rounding are:\n"
            + "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
            + "   ROUND_05UP]";
    private static final String SIGNALS = "valid values for signals are:\n"
            + "  [InvalidOperation, FloatOperation, DivisionByZero,\n"
            + "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n"
            + "   Clamped]";
    private static final PyStr TRAPS = PyStr.intern("traps");
    private static final PyStr FLAGS = PyStr.intern("flags");
    /** The names of signals in the order of their bits, as a context shows them; those of one exception are one. */
    private static final String[] BIT_NAMES = {
        "Clamped",
        "InvalidOperation",
        "DivisionByZero",
        "InvalidOperation",
        "InvalidOperation",
        "InvalidOperation",
        "Inexact",
        "InvalidOperation",
        "InvalidOperation",
        "InvalidOperation",
        "FloatOperation",
        "Overflow",
        "Rounded",
        "Subnormal",
        "Underflow"
    };

    final DecimalContext context;
    private final PySignalDict flags;
    private final PySignalDict traps;

    PyDecimalContext(PyType type, DecimalContext context) {
        super(type);
        this.context = context;
        ThreadState thread = ThreadState.current();
        DecimalState state = thread.interpreter().serviceOrNull(DecimalState.class);
        // The templates are made before the type of mappings is there.
        PyType mapping = state == null ? PySignalDict.TYPE : state.signalDict;
        flags = new PySignalDict(mapping, context, false);
        traps = new PySignalDict(mapping, context, true);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        DecimalContext template = DecimalState.of(thread).defaultContext.context.copy();
        template.flags = 0;
        return new PyDecimalContext(cls, template);
    }

    @PythonInit(
            "($self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)")
    void init(
            ThreadState thread,
            PyObject prec,
            PyObject rounding,
            PyObject emin,
            PyObject emax,
            PyObject capitals,
            PyObject clamp,
            PyObject newFlags,
            PyObject newTraps) {
        set(thread, "prec", prec);
        set(thread, "rounding", rounding);
        set(thread, "Emin", emin);
        set(thread, "Emax", emax);
        set(thread, "capitals", capitals);
        set(thread, "clamp", clamp);
        if (newTraps != Singletons.NONE) {
            context.traps = signals(thread, newTraps);
        }
        if (newFlags != Singletons.NONE) {
            context.flags = signals(thread, newFlags);
        }
    }

    /** Sets an attribute as a named argument gives it; None leaves it. */
    void set(ThreadState thread, String name, PyObject value) {
        if (value == Singletons.NONE) {
            return;
        }
        switch (name) {
            case "prec" -> setPrec(thread, value);
            case "rounding" -> setRounding(value);
            case "Emin" -> setEmin(thread, value);
            case "Emax" -> setEmax(thread, value);
            case "capitals" -> setCapitals(thread, value);
            case "clamp" -> setClamp(thread, value);
            case "flags" -> context.flags = signals(thread, value);
            case "traps" -> context.traps = signals(thread, value);
            default -> throw PyErr.typeError("'%s' is an invalid keyword argument for this function", name);
        }
    }

    private static PyErr badSignal() {
        return PyErr.of(Exceptions.KEY_ERROR, PyStr.of(SIGNALS));
    }

    static int signal(ThreadState thread, PyObject key) {
        int bits = DecimalState.of(thread).signalOf(key);
        if (bits == 0) {
            throw badSignal();
        }
        return bits;
    }

    private static int signals(ThreadState thread, PyObject given) {
        if (given instanceof PyList list) {
            int bits = 0;
            for (int i = 0; i < list.size(); i++) {
                bits |= signal(thread, list.get(i));
            }
            return bits;
        }
        if (given instanceof PySignalDict dict) {
            return dict.bits();
        }
        if (given instanceof PyDict dict) {
            return PySignalDict.bitsOf(thread, dict);
        }
        throw PyErr.typeError("argument must be a signal dict");
    }

    static long integer(PyObject value) {
        if (!(value instanceof PyInt number)) {
            throw PyErr.typeError("an integer is required");
        }
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C ssize_t");
        }
        return number.longValue();
    }

    private static long inRange(PyObject value, long least, long most, String message) {
        long number = integer(value);
        if (number < least || number > most) {
            throw PyErr.valueError("%s", message);
        }
        return number;
    }

    static Rounding rounding(PyObject value) {
        if (value instanceof PyStr text) {
            for (Rounding rounding : Rounding.values()) {
                if (text.is(rounding.name())) {
                    return rounding;
                }
            }
        }
        throw PyErr.typeError("%s", ROUNDINGS);
    }

    @PythonGetter("prec")
    long prec() {
        return context.prec;
    }

    @PythonSetter("prec")
    void setPrec(ThreadState thread, PyObject value) {
        context.prec = inRange(value, 1, DecimalContext.MAX_PREC, "valid range for prec is [1, MAX_PREC]");
    }

    @PythonGetter("rounding")
    PyObject rounding() {
        return PyStr.intern(context.rounding.name());
    }

    @PythonSetter("rounding")
    void setRounding(PyObject value) {
        context.rounding = rounding(value);
    }

    @PythonGetter("Emin")
    long emin() {
        return context.emin;
    }

    @PythonSetter("Emin")
    void setEmin(ThreadState thread, PyObject value) {
        context.emin = inRange(value, DecimalContext.MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]");
    }

    @PythonGetter("Emax")
    long emax() {
        return context.emax;
    }

    @PythonSetter("Emax")
    void setEmax(ThreadState thread, PyObject value) {
        context.emax = inRange(value, 0, DecimalContext.MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]");
    }

    @PythonGetter("capitals")
    int capitals() {
        return context.capitals ? 1 : 0;
    }

    @PythonSetter("capitals")
    void setCapitals(ThreadState thread, PyObject value) {
        context.capitals = inRange(value, 0, 1, "valid values for capitals are 0 or 1") == 1;
    }

    @PythonGetter("clamp")
    int clamp() {
        return context.clamp ? 1 : 0;
    }

    @PythonSetter("clamp")
    void setClamp(ThreadState thread, PyObject value) {
        context.clamp = inRange(value, 0, 1, "valid values for clamp are 0 or 1") == 1;
    }

    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        if (name == TRAPS || name.is("traps")) {
            return traps(thread, traps);
        }
        if (name == FLAGS || name.is("flags")) {
            return traps(thread, flags);
        }
        PyObject value = Attributes.genericFind(thread, this, name);
        if (value == null) {
            throw Attributes.noAttribute(this, name);
        }
        return value;
    }

    private static PyObject traps(ThreadState thread, PySignalDict dict) {
        if (dict.type() == PySignalDict.TYPE) {
            dict.setType(DecimalState.of(thread).signalDict);
        }
        return dict;
    }

    @SlotMethod(Slot.TP_SETATTRO)
    void setAttribute(ThreadState thread, PyStr name, PyObject value) {
        if (value == null && (name.is("traps") || name.is("flags") || TYPE.lookup(name) != null)) {
            throw PyErr.attributeError("context attributes cannot be deleted");
        }
        if (name.is("traps")) {
            context.traps = signalsOfMapping(thread, value);
        } else if (name.is("flags")) {
            context.flags = signalsOfMapping(thread, value);
        } else {
            Attributes.genericSet(thread, this, name, value);
        }
    }

    private static int signalsOfMapping(ThreadState thread, PyObject value) {
        if (!(value instanceof PyDict) && !(value instanceof PySignalDict)) {
            throw PyErr.typeError("argument must be a signal dict");
        }
        return signals(thread, value);
    }

    /** Turns the signals of the operation that has just been done into flags, and raises the exception of a trap. */
    void settle(ThreadState thread) {
        int raised = context.raised;
        if (raised != 0) {
            context.raised = 0;
            context.flags |= raised;
            if ((raised & context.traps) != 0) {
                throw DecimalState.of(thread).error(raised & context.traps);
            }
        }
    }

    /** The result of an operation in this context. */
    PyObject result(ThreadState thread, DecimalNumber number) {
        settle(thread);
        return PyDecimal.of(number);
    }

    private static String names(int bits) {
        StringJoiner names = new StringJoiner(", ", "[", "]");
        boolean invalid = false;
        for (int i = 0; i < BIT_NAMES.length; i++) {
            if ((bits >> i & 1) == 0) {
                continue;
            }
            boolean isInvalid = (1 << i & Signal.ANY_INVALID) != 0;
            if (!isInvalid || !invalid) {
                names.add(BIT_NAMES[i]);
            }
            invalid |= isInvalid;
        }
        return names.toString();
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.ofBmp("Context(prec=" + context.prec + ", rounding=" + context.rounding + ", Emin="
                + context.emin + ", Emax=" + context.emax + ", capitals=" + capitals() + ", clamp=" + clamp()
                + ", flags=" + names(context.flags) + ", traps=" + names(context.traps) + ")");
    }

    @PythonMethod("copy($self, /)")
    PyObject copy() {
        return new PyDecimalContext(TYPE, context.copy());
    }

    @PythonMethod(value = "__copy__", raw = true)
    PyObject copyByModule(PyObject[] args, PyStr[] names) {
        return copy();
    }

    private static PyObject list(ThreadState thread, int bits) {
        PyList list = new PyList();
        for (DecimalState.Condition signal : DecimalState.of(thread).signals) {
            if ((signal.bits() & bits) != 0) {
                list.append(signal.exception());
            }
        }
        return list;
    }

    @PythonMethod(value = "__reduce__", raw = true)
    PyObject reduce(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject state = PyTuple.of(
                PyInt.of(context.prec),
                rounding(),
                PyInt.of(context.emin),
                PyInt.of(context.emax),
                PyInt.of(capitals()),
                PyInt.of(clamp()),
                list(thread, context.flags),
                list(thread, context.traps));
        return PyTuple.of(type(), state);
    }

    @PythonMethod("clear_flags($self, /)")
    void clearFlags() {
        context.flags = 0;
    }

    @PythonMethod("clear_traps($self, /)")
    void clearTraps() {
        context.traps = 0;
    }

    @PythonMethod("Etiny($self, /)")
    long etiny() {
        return context.etiny();
    }

    @PythonMethod("Etop($self, /)")
    long etop() {
        return context.etop();
    }

    /** The context that an argument names, or the thread's for None. */
    static PyDecimalContext of(ThreadState thread, PyObject given) {
        if (given == null || given == Singletons.NONE) {
            return DecimalState.of(thread).current(thread);
        }
        if (!(given instanceof PyDecimalContext context)) {
            throw PyErr.typeError("optional argument must be a context");
        }
        return context;
    }

    /** A copy for {@code localcontext}. */
    PyDecimalContext copyWith(ThreadState thread, PyStr[] names, PyObject[] values, int from) {
        PyDecimalContext copy = new PyDecimalContext(TYPE, context.copy());
        for (int i = 0; names != null && i < names.length; i++) {
            if (!names[i].is("ctx")) {
                copy.set(thread, names[i].toString(), values[from + i]);
            }
        }
        return copy;
    }
}
