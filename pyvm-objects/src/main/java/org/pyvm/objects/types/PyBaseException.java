package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/**
 * {@code BaseException} and every exception that derives from it. What a built-in exception type has beside its arguments
 * (the {@code name} of a NameError, the {@code errno} of an OSError) are fields by name, apart from {@code __dict__};
 * {@link ExceptionTypes} says which.
 */
@PythonType(name = "BaseException", doc = "Common base class for all exceptions")
public final class PyBaseException extends PyAttributed {
    private PyTuple args;
    private PyTraceback traceback;
    private PyBaseException context;
    private PyBaseException cause;
    private boolean suppressContext;
    private PyDict fields;

    public PyBaseException(PyType type, PyTuple args) {
        super(type);
        this.args = args;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return ExceptionTypes.make(thread, cls, args, names);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] values, PyStr[] names) {
        ExceptionTypes.init(thread, this, values, names);
    }

    @PythonGetter("args")
    public PyTuple args() {
        return args;
    }

    @PythonSetter("args")
    void setArgs(ThreadState thread, PyObject newArgs) {
        args = Sequences.toTuple(thread, newArgs);
    }

    public void setArgs(PyTuple newArgs) {
        args = newArgs;
    }

    /** {@code __traceback__}, null for none. */
    public PyTraceback traceback() {
        return traceback;
    }

    public void setTraceback(PyTraceback newTraceback) {
        traceback = newTraceback;
    }

    @PythonGetter("__traceback__")
    PyObject getTraceback() {
        return traceback == null ? Singletons.NONE : traceback;
    }

    @PythonSetter("__traceback__")
    void setTraceback(PyObject value) {
        if (value != Singletons.NONE && !(value instanceof PyTraceback)) {
            throw PyErr.typeError("__traceback__ must be a traceback or None");
        }
        traceback = value instanceof PyTraceback tb ? tb : null;
    }

    @PythonMethod("with_traceback($self, tb, /)")
    PyObject withTraceback(PyObject tb) {
        setTraceback(tb);
        return this;
    }

    @PythonMethod("add_note($self, note, /)")
    void addNote(ThreadState thread, PyObject note) {
        if (!(note instanceof PyStr)) {
            throw PyErr.typeError("note must be a str, not '%T'", note);
        }
        PyObject notes = Attributes.getOrNull(thread, this, Names.NOTES);
        if (notes == null) {
            notes = new PyList();
            Attributes.set(thread, this, Names.NOTES, notes);
        }
        if (!(notes instanceof PyList list)) {
            throw PyErr.typeError("Cannot add note: __notes__ is not a list");
        }
        list.append(note);
    }

    /** {@code __context__}, null for none. */
    public PyBaseException context() {
        return context;
    }

    public void setContext(PyBaseException newContext) {
        context = newContext;
    }

    @PythonGetter("__context__")
    PyObject getContext() {
        return context == null ? Singletons.NONE : context;
    }

    @PythonSetter("__context__")
    void setContext(PyObject value) {
        if (value != Singletons.NONE && !(value instanceof PyBaseException)) {
            throw PyErr.typeError("exception context must be None or derive from BaseException");
        }
        context = value instanceof PyBaseException e ? e : null;
    }

    /** {@code __cause__}, null for none. */
    public PyBaseException cause() {
        return cause;
    }

    public void setCause(PyBaseException newCause) {
        cause = newCause;
        suppressContext = true;
    }

    @PythonGetter("__cause__")
    PyObject getCause() {
        return cause == null ? Singletons.NONE : cause;
    }

    @PythonSetter("__cause__")
    void setCause(PyObject value) {
        if (value != Singletons.NONE && !(value instanceof PyBaseException)) {
            throw PyErr.typeError("exception cause must be None or derive from BaseException");
        }
        setCause(value instanceof PyBaseException e ? e : null);
    }

    @PythonGetter(value = "__suppress_context__", member = true)
    public boolean suppressContext() {
        return suppressContext;
    }

    public void setSuppressContext(boolean suppress) {
        suppressContext = suppress;
    }

    @PythonSetter("__suppress_context__")
    void setSuppressContext(PyObject suppress) {
        suppressContext = Convert.toBoolField(suppress);
    }

    @PythonGetter("__dict__")
    PyObject dict() {
        return Shape.dictionaryOf(this);
    }

    @PythonSetter("__dict__")
    void setDict(PyDict dict) {
        Shape.setDictionary(this, dict);
    }

    /** A field of the built-in type, or null. */
    public PyObject field(PyStr name) {
        return fields == null ? null : fields.get(name);
    }

    /** Sets a field of the built-in type; null removes it. */
    public void setField(PyStr name, PyObject value) {
        if (fields == null) {
            fields = new PyDict();
        }
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        String name = type().name();
        if (args.size() == 1) {
            return PyStr.of(name + "(" + Objects.repr(thread, args.get(0)) + ")");
        }
        return PyStr.of(name + Objects.repr(thread, args));
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str(ThreadState thread) {
        return ExceptionTypes.text(thread, this);
    }

    /** {@code str()} of an exception that has no text of its own kind. */
    PyStr plainText(ThreadState thread) {
        return switch (args.size()) {
            case 0 -> PyStr.EMPTY;
            case 1 -> Objects.str(thread, args.get(0));
            default -> Objects.str(thread, args);
        };
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return ExceptionTypes.reduce(thread, this);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        if (state == Singletons.NONE) {
            return;
        }
        if (!(state instanceof PyDict dict)) {
            throw PyErr.typeError("state is not a dictionary");
        }
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            Attributes.set(thread, this, PyStr.intern((PyStr) dict.keyAt(i)), dict.valueAt(i));
        }
    }

    /** Sets {@code __context__} when the exception is first raised while another is handled, avoiding cycles. */
    public void raisedWhileHandling(PyBaseException handled) {
        if (handled == null || handled == this) {
            return;
        }
        // Break a chain that already leads here, so that the contexts stay a list.
        PyBaseException slow = handled;
        boolean advance = false;
        for (PyBaseException e = handled; e.context != null; e = e.context) {
            if (e.context == this) {
                e.context = null;
                break;
            }
            if (e.context == slow) {
                // The program has made a ring that does not lead here.
                break;
            }
            if (advance) {
                slow = slow.context;
            }
            advance = !advance;
        }
        context = handled;
    }
}
