package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** The flags or the traps of a context, by exception class. */
@PythonType(name = "SignalDictMixin", module = "decimal", hashable = false)
public final class PySignalDict extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "decimal", "SignalDictMixin", new PySignalDictExposed.SlotTable(), new PySignalDictExposed());

    /** Null for one that a program has made, which belongs to no context. */
    private final DecimalContext context;

    private final boolean traps;

    PySignalDict(PyType type, DecimalContext context, boolean traps) {
        super(type);
        this.context = context;
        this.traps = traps;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PySignalDict(cls, null, false);
    }

    private DecimalContext ready() {
        if (context == null) {
            throw PyErr.valueError("invalid signal dict");
        }
        return context;
    }

    int bits() {
        return traps ? ready().traps : ready().flags;
    }

    private void setBits(int bits) {
        if (traps) {
            ready().traps = bits;
        } else {
            ready().flags = bits;
        }
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length(ThreadState thread) {
        ready();
        return DecimalState.of(thread).signals.length;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        ready();
        return Iterators.iter(thread, signals(thread));
    }

    private static PyTuple signals(ThreadState thread) {
        DecimalState.Condition[] signals = DecimalState.of(thread).signals;
        PyObject[] all = new PyObject[signals.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = signals[i].exception();
        }
        return PyTuple.of(all);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject get(ThreadState thread, PyObject key) {
        ready();
        return PyBool.of((bits() & PyDecimalContext.signal(thread, key)) != 0);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void set(ThreadState thread, PyObject key, PyObject value) {
        ready();
        if (value == null) {
            throw PyErr.valueError("signal keys cannot be deleted");
        }
        int signal = PyDecimalContext.signal(thread, key);
        setBits(Objects.isTrue(thread, value) ? bits() | signal : bits() & ~signal);
    }

    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        int bits = bits();
        PyDict copy = new PyDict();
        for (DecimalState.Condition signal : DecimalState.of(thread).signals) {
            copy.put(thread, signal.exception(), PyBool.of((bits & signal.bits()) != 0));
        }
        return copy;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        int bits = bits();
        StrBuilder text = new StrBuilder().append("{");
        String separator = "";
        for (DecimalState.Condition signal : DecimalState.of(thread).signals) {
            text.append(separator).append(Objects.repr(thread, signal.exception()));
            text.append((bits & signal.bits()) != 0 ? ":True" : ":False");
            separator = ", ";
        }
        return text.append("}").toPyStr();
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        ready();
        if (op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equal;
        if (other instanceof PySignalDict that) {
            equal = bits() == that.bits();
        } else if (other instanceof PyDict dict) {
            int that = bitsOrInvalid(thread, dict);
            if (that < 0) {
                return Singletons.NOT_IMPLEMENTED;
            }
            equal = bits() == that;
        } else {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of(equal == (op == Comparison.EQ));
    }

    /** As {@link #bitsOf}, -1 for a dictionary of other things. */
    private static int bitsOrInvalid(ThreadState thread, PyDict dict) {
        try {
            return bitsOf(thread, dict);
        } catch (PyErr e) {
            if (e.matches(Exceptions.KEY_ERROR)) {
                return -1;
            }
            throw e;
        }
    }

    /** The signals that are true in a dictionary of all of them. */
    static int bitsOf(ThreadState thread, PyDict dict) {
        DecimalState state = DecimalState.of(thread);
        if (dict.size() != state.signals.length) {
            throw PyErr.of(Exceptions.KEY_ERROR, PyStr.of("invalid signal dict"));
        }
        int bits = 0;
        for (DecimalState.Condition signal : state.signals) {
            PyObject value = dict.get(thread, signal.exception());
            if (value == null) {
                throw PyErr.of(Exceptions.KEY_ERROR, PyStr.of("invalid error flag"));
            }
            bits |= Objects.isTrue(thread, value) ? signal.bits() : 0;
        }
        return bits;
    }
}
