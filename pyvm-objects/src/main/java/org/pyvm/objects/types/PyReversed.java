package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
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
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** {@code reversed}: goes through a sequence that has no {@code __reversed__}, by index. */
@PythonType(name = "reversed", module = "builtins")
public final class PyReversed extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "reversed", new PyReversedExposed.SlotTable(), new PyReversedExposed());

    /** Null once exhausted. */
    private PyObject sequence;

    private long index;

    private PyReversed(PyType cls, PyObject sequence, long index) {
        super(cls);
        this.sequence = sequence;
        this.index = index;
    }

    @PythonNew(value = "($cls, sequence, /)", raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("reversed", cls, Slot.TP_INIT, names);
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount("reversed", positional, 1, 1);
        PyObject source = args[0];
        PyObject method = source.type().lookup(Names.REVERSED);
        if (method != null && method != Singletons.NONE) {
            return Calls.callBound(thread, method, source);
        }
        if (method != null || !Sequences.isSequence(source)) {
            throw PyErr.typeError("'%T' object is not reversible", source);
        }
        return new PyReversed(cls, source, Objects.length(thread, source) - 1L);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (sequence != null && index >= 0) {
            try {
                PyObject item = Sequences.getItem(thread, sequence, index);
                index--;
                return item;
            } catch (PyErr e) {
                if (!e.matches(Exceptions.INDEX_ERROR) && !e.matches(Exceptions.STOP_ITERATION)) {
                    throw e;
                }
            }
        }
        index = -1;
        sequence = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    long lengthHint(ThreadState thread) {
        if (sequence == null) {
            return 0;
        }
        return Objects.length(thread, sequence) < index + 1 ? 0 : index + 1;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return sequence == null
                ? PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(type(), PyTuple.of(sequence), PyInt.of(index));
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(ThreadState thread, long position) {
        if (sequence != null) {
            index = Math.clamp(position, -1L, Objects.length(thread, sequence) - 1L);
        }
    }
}
