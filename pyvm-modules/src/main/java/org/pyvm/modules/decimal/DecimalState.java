package org.pyvm.modules.decimal;

import org.pyvm.modules.contextvars.PyContextVar;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** What the module keeps for one interpreter: its exceptions, the context variable, the templates of contexts. */
final class DecimalState {
    /** An exception and the signals that raise it. */
    record Condition(int bits, PyType exception) {}

    final PyType decimalException;
    /** The signals that a context has flags and traps for, in the order in which they are raised. */
    final Condition[] signals;
    /** The kinds of InvalidOperation, which an exception tells of. */
    final Condition[] conditions;

    final PyContextVar currentContext = PyContextVar.named("decimal_context");
    final PyDecimalContext defaultContext;
    final PyDecimalContext basicContext;
    final PyDecimalContext extendedContext;
    final PyObject decimalTuple;
    final PyType signalDict;
    final PyObject rational;

    private DecimalState(ThreadState thread) {
        decimalException = define(thread, "DecimalException", Exceptions.ARITHMETIC_ERROR);
        PyType clamped = define(thread, "Clamped", decimalException);
        PyType rounded = define(thread, "Rounded", decimalException);
        PyType inexact = define(thread, "Inexact", decimalException);
        PyType subnormal = define(thread, "Subnormal", decimalException);
        PyType underflow = define(thread, "Underflow", inexact, rounded, subnormal);
        PyType overflow = define(thread, "Overflow", inexact, rounded);
        PyType divisionByZero = define(thread, "DivisionByZero", decimalException, Exceptions.ZERO_DIVISION_ERROR);
        PyType floatOperation = define(thread, "FloatOperation", decimalException, Exceptions.TYPE_ERROR);
        PyType invalid = define(thread, "InvalidOperation", decimalException);
        signals = new Condition[] {
            new Condition(Signal.ANY_INVALID, invalid),
            new Condition(Signal.FLOAT_OPERATION, floatOperation),
            new Condition(Signal.DIVISION_BY_ZERO, divisionByZero),
            new Condition(Signal.OVERFLOW, overflow),
            new Condition(Signal.UNDERFLOW, underflow),
            new Condition(Signal.SUBNORMAL, subnormal),
            new Condition(Signal.INEXACT, inexact),
            new Condition(Signal.ROUNDED, rounded),
            new Condition(Signal.CLAMPED, clamped)
        };
        conditions = new Condition[] {
            new Condition(Signal.INVALID_OPERATION, invalid),
            new Condition(Signal.CONVERSION_SYNTAX, define(thread, "ConversionSyntax", invalid)),
            new Condition(Signal.DIVISION_IMPOSSIBLE, define(thread, "DivisionImpossible", invalid)),
            new Condition(
                    Signal.DIVISION_UNDEFINED,
                    define(thread, "DivisionUndefined", invalid, Exceptions.ZERO_DIVISION_ERROR)),
            new Condition(Signal.INVALID_CONTEXT, define(thread, "InvalidContext", invalid))
        };
        int usual = Signal.ANY_INVALID | Signal.DIVISION_BY_ZERO | Signal.OVERFLOW;
        defaultContext = template(28, Rounding.ROUND_HALF_EVEN, usual);
        basicContext = template(9, Rounding.ROUND_HALF_UP, usual | Signal.UNDERFLOW | Signal.CLAMPED);
        extendedContext = template(9, Rounding.ROUND_HALF_EVEN, 0);
        decimalTuple = decimalTuple(thread);
        signalDict = makeSignalDict(thread);
        rational = Attributes.get(thread, importFrom(thread, "numbers", "Rational"), "Rational");
    }

    static DecimalState of(ThreadState thread) {
        DecimalState state = thread.interpreter().serviceOrNull(DecimalState.class);
        return state != null ? state : thread.interpreter().service(DecimalState.class, () -> new DecimalState(thread));
    }

    private static PyType define(ThreadState thread, String name, PyType... bases) {
        PyDict namespace = new PyDict();
        namespace.put(Names.MODULE, PyStr.intern("decimal"));
        return (PyType) Calls.call(thread, PyType.TYPE, PyStr.intern(name), PyTuple.of(bases), namespace);
    }

    private static PyDecimalContext template(long prec, Rounding rounding, int traps) {
        DecimalContext context = new DecimalContext(prec, rounding, -999999, 999999);
        context.traps = traps;
        return new PyDecimalContext(PyDecimalContext.TYPE, context);
    }

    private static PyObject importFrom(ThreadState thread, String module, String name) {
        return Importing.importModule(thread, PyStr.intern(module), Singletons.NONE, PyTuple.of(PyStr.intern(name)), 0);
    }

    private static PyObject decimalTuple(ThreadState thread) {
        PyObject collections = importFrom(thread, "collections", "namedtuple");
        PyObject made = Calls.callMethod(
                thread,
                collections,
                PyStr.intern("namedtuple"),
                PyStr.intern("DecimalTuple"),
                PyStr.intern("sign digits exponent"));
        Attributes.set(thread, made, Names.MODULE, PyStr.intern("decimal"));
        return made;
    }

    /** The type of a context's flags and traps, which is a mutable mapping of {@code collections.abc}. */
    private static PyType makeSignalDict(ThreadState thread) {
        PyObject abstractTypes = importFrom(thread, "collections.abc", "MutableMapping");
        PyObject mapping = Attributes.get(thread, abstractTypes, "MutableMapping");
        return (PyType) Calls.call(
                thread,
                mapping.type(),
                PyStr.intern("SignalDict"),
                PyTuple.of(PySignalDict.TYPE, mapping),
                new PyDict());
    }

    /** The signal of an exception class; 0 for another object. */
    int signalOf(PyObject exception) {
        for (Condition signal : signals) {
            if (signal.exception() == exception) {
                return signal.bits();
            }
        }
        return 0;
    }

    /** The exception that some signals raise: the most important one, with a list of all. */
    PyErr error(int raised) {
        PyList all = new PyList();
        for (Condition condition : conditions) {
            if ((condition.bits() & raised) != 0) {
                all.append(condition.exception());
            }
        }
        for (int i = 1; i < signals.length; i++) {
            if ((signals[i].bits() & raised) != 0) {
                all.append(signals[i].exception());
            }
        }
        for (Condition signal : signals) {
            if ((signal.bits() & raised) != 0) {
                return PyErr.of(signal.exception(), all);
            }
        }
        throw new IllegalStateException("no signal in " + raised);
    }

    /** The context that the thread calculates in. */
    PyDecimalContext current(ThreadState thread) {
        PyObject context = currentContext.valueOrNull(thread);
        if (context != null) {
            return (PyDecimalContext) context;
        }
        DecimalContext fresh = defaultContext.context.copy();
        fresh.flags = 0;
        PyDecimalContext made = new PyDecimalContext(PyDecimalContext.TYPE, fresh);
        currentContext.bind(thread, made);
        return made;
    }

    /** Makes a context the thread's; a template is copied. */
    void setCurrent(ThreadState thread, PyDecimalContext context) {
        PyDecimalContext own = context;
        if (context == defaultContext || context == basicContext || context == extendedContext) {
            DecimalContext copy = context.context.copy();
            copy.flags = 0;
            own = new PyDecimalContext(PyDecimalContext.TYPE, copy);
        }
        currentContext.bind(thread, own);
    }
}
