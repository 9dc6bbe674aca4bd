package org.pyvm.modules.contextvars;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code Context}: what the context variables are bound to. */
@PythonType(name = "Context", module = "_contextvars", hashable = false)
public final class PyContext extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_contextvars", "Context", new PyContextExposed.SlotTable(), new PyContextExposed())
            .notSubclassable()
            .weakReferenceable();

    private Bindings bindings;
    private boolean entered;

    private PyContext(Bindings bindings) {
        super(TYPE);
        this.bindings = bindings;
    }

    /** The context that the thread runs in; its first, empty one if it has none yet. */
    public static PyContext current(ThreadState thread) {
        if (thread.context == null) {
            thread.context = new PyContext(Bindings.EMPTY);
        }
        return (PyContext) thread.context;
    }

    @PythonNew(raw = true, showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (args.length > 0) {
            throw PyErr.typeError("Context() does not accept any arguments");
        }
        return new PyContext(Bindings.EMPTY);
    }

    /** Null when the variable is not bound. */
    PyObject valueOf(PyContextVar variable) {
        return bindings.get(variable);
    }

    /** @param value null unbinds */
    void bind(PyContextVar variable, PyObject value) {
        bindings = value == null ? bindings.without(variable) : bindings.with(variable, value);
    }

    @PythonMethod("copy($self, /)")
    public PyObject copy() {
        return new PyContext(bindings);
    }

    @PythonMethod(value = "run", raw = true)
    PyObject run(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length - (names == null ? 0 : names.length) < 1) {
            throw PyErr.typeError("run() missing 1 required positional argument");
        }
        if (entered) {
            throw PyErr.runtimeError("cannot enter context: %r is already entered", this);
        }
        PyObject outer = thread.context;
        entered = true;
        thread.context = this;
        try {
            return Calls.call(thread, args[0], Arrays.copyOfRange(args, 1, args.length), names);
        } finally {
            thread.context = outer;
            entered = false;
        }
    }

    private static PyContextVar key(PyObject key) {
        if (!(key instanceof PyContextVar variable)) {
            throw PyErr.typeError("a ContextVar key was expected, got %r", key);
        }
        return variable;
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        PyObject value = bindings.get(key(key));
        if (value == null) {
            throw PyErr.keyError(key);
        }
        return value;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject key) {
        return bindings.get(key(key)) != null;
    }

    @PythonMethod("get($self, key, default=None, /)")
    PyObject get(PyObject key, PyObject otherwise) {
        PyObject value = bindings.get(key(key));
        return value == null ? otherwise : value;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length(ThreadState thread) {
        return bindings.size();
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        return keys(thread);
    }

    @PythonMethod("keys($self, /)")
    PyObject keys(ThreadState thread) {
        PyObject[] keys = new PyObject[bindings.size()];
        Arrays.setAll(keys, bindings::variable);
        return Iterators.iter(thread, PyTuple.of(keys));
    }

    @PythonMethod("values($self, /)")
    PyObject values(ThreadState thread) {
        PyObject[] values = new PyObject[bindings.size()];
        Arrays.setAll(values, bindings::value);
        return Iterators.iter(thread, PyTuple.of(values));
    }

    @PythonMethod("items($self, /)")
    PyObject items(ThreadState thread) {
        PyObject[] items = new PyObject[bindings.size()];
        Arrays.setAll(items, i -> PyTuple.of(bindings.variable(i), bindings.value(i)));
        return Iterators.iter(thread, PyTuple.of(items));
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyContext context)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of(equal(thread, bindings, context.bindings) == (op == Comparison.EQ));
    }

    private static boolean equal(ThreadState thread, Bindings a, Bindings b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            PyObject other = b.get(a.variable(i));
            if (other == null || !Comparisons.equal(thread, a.value(i), other)) {
                return false;
            }
        }
        return true;
    }
}
