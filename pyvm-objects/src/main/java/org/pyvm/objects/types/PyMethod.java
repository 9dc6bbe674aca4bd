package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.Names;
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
import org.pyvm.objects.protocol.Objects;

/** {@code method}: a callable with the object that it takes as first argument. */
@PythonType(name = "method", doc = "A function bound to the object that it is called with.")
public final class PyMethod extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "method", new PyMethodExposed.SlotTable(), new PyMethodExposed())
            .notSubclassable()
            .weakReferenceable();

    private final PyObject function;
    private final PyObject self;

    public PyMethod(PyObject function, PyObject self) {
        super(TYPE);
        this.function = function;
        this.self = self;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.positionalOnly("method", args, names, 2, 2);
        if (!Calls.isCallable(args[0])) {
            throw PyErr.typeError("first argument must be callable");
        }
        if (args[1] == Singletons.NONE) {
            throw PyErr.typeError("instance must not be None");
        }
        return new PyMethod(args[0], args[1]);
    }

    @PythonGetter(value = "__func__", member = true)
    public PyObject function() {
        return function;
    }

    @PythonGetter(value = "__self__", member = true)
    public PyObject self() {
        return self;
    }

    @PythonGetter("__doc__")
    PyObject doc(ThreadState thread) {
        PyObject doc = Attributes.getOrNull(thread, function, Names.DOC);
        return doc == null ? Singletons.NONE : doc;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Descriptors.reduce(thread, self, (PyStr) Attributes.get(thread, function, Names.NAME));
    }

    /** What the type does not know is the function's. */
    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        PyObject own = TYPE.lookup(name);
        return own == null ? Attributes.get(thread, function, name) : Attributes.bind(thread, own, this, TYPE);
    }

    @SlotMethod(value = Slot.TP_GETATTRO, orNull = true)
    PyObject getAttributeOrNull(ThreadState thread, PyStr name) {
        PyObject own = TYPE.lookup(name);
        return own == null ? Attributes.getOrNull(thread, function, name) : Attributes.bind(thread, own, this, TYPE);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr(ThreadState thread) {
        PyObject name = Attributes.getOrNull(thread, function, Names.QUALNAME);
        if (name == null) {
            name = Attributes.getOrNull(thread, function, Names.NAME);
        }
        return PyStr.of(
                "<bound method " + (name instanceof PyStr ? name : "?") + " of " + Objects.repr(thread, self) + ">");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long hash = Identity.hash(thread, self) ^ Objects.hash(thread, function);
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyMethod that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean same = self == that.self
                && org.pyvm.objects.protocol.Comparisons.isTrue(thread, function, that.function, Comparison.EQ);
        return PyBool.of(same == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        return Calls.callWithSelf(thread, function, self, args, names);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread) {
        return Calls.call(thread, function, self);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a) {
        return Calls.call(thread, function, self, a);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject a, PyObject b) {
        return Calls.call(thread, function, self, a, b);
    }
}
