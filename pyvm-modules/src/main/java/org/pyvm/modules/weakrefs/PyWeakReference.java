package org.pyvm.modules.weakrefs;

import java.lang.ref.WeakReference;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;

/** {@code weakref.ReferenceType}. */
@PythonType(name = "ReferenceType", module = "weakref")
public final class PyWeakReference extends PyAttributed implements WeakReferences.Holder {
    public static final PyType TYPE = PyType.builtin(
            "weakref", "ReferenceType", new PyWeakReferenceExposed.SlotTable(), new PyWeakReferenceExposed());

    private final WeakReference<PyObject> referent;
    private PyObject callback;
    private long hash;
    private boolean hashed;

    private PyWeakReference(PyType type, PyObject object, PyObject callback) {
        super(type);
        this.referent = new WeakReference<>(object);
        this.callback = callback;
    }

    /** A reference; one without a callback of the exact type is shared. @param callback null for none */
    static PyObject to(ThreadState thread, PyType cls, PyObject object, PyObject callback) {
        if (!object.type().hasWeakref()) {
            throw PyErr.typeError("cannot create weak reference to '%T' object", object);
        }
        WeakReferences all = WeakReferences.of(thread);
        all.runCallbacks(thread);
        if (cls == TYPE && callback == null) {
            for (PyObject known : all.to(object)) {
                if (known instanceof PyWeakReference reference && known.type() == TYPE && reference.callback == null) {
                    return known;
                }
            }
        }
        PyWeakReference reference = new PyWeakReference(cls, object, callback);
        all.add(object, reference);
        return reference;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int given = args.length - (names == null ? 0 : names.length);
        if (given < 1 || given > 2) {
            throw PyErr.typeError(
                    "__new__ expected at %s argument%s, got %d",
                    given < 1 ? "least 1" : "most 2", given < 1 ? "" : "s", given);
        }
        return to(thread, cls, args[0], given > 1 && args[1] != Singletons.NONE ? args[1] : null);
    }

    @PythonInit(raw = true)
    void init(PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("ref() takes no keyword arguments");
        }
        if (args.length < 1 || args.length > 2) {
            throw PyErr.typeError(
                    "__init__ expected at %s argument%s, got %d",
                    args.length < 1 ? "least 1" : "most 2", args.length < 1 ? "" : "s", args.length);
        }
    }

    PyObject referent() {
        return referent.get();
    }

    @Override
    public boolean isShared() {
        return callback == null && type() == TYPE;
    }

    @Override
    public PyObject takeCallback() {
        PyObject taken = callback;
        callback = null;
        return taken;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(PyObject[] args, PyStr[] names) {
        if (args.length > 0) {
            throw PyErr.typeError("%T() takes no arguments (%d given)", this, args.length);
        }
        PyObject object = referent.get();
        return object == null ? Singletons.NONE : object;
    }

    @PythonGetter(value = "__callback__", member = true)
    PyObject callback() {
        return callback == null || referent.get() == null ? Singletons.NONE : callback;
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        if (!hashed) {
            PyObject object = referent.get();
            if (object == null) {
                throw PyErr.typeError("weak object has gone away");
            }
            hash = Objects.hash(thread, object);
            hashed = true;
        }
        return hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject richCompare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyWeakReference that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyObject mine = referent.get();
        PyObject theirs = that.referent.get();
        if (mine == null || theirs == null) {
            return PyBool.of((this == other) == (op == Comparison.EQ));
        }
        return Comparisons.compare(thread, mine, theirs, op);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        PyObject object = referent.get();
        String start = "<weakref at " + Identity.address(this);
        if (object == null) {
            return PyStr.of(start + "; dead>");
        }
        PyObject name = Attributes.getOrNull(thread, object, Names.NAME);
        String named = name instanceof PyStr text ? " (" + text + ")" : "";
        return PyStr.of(start + "; to '" + object.type().name() + "' at " + Identity.address(object) + named + ">");
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }
}
