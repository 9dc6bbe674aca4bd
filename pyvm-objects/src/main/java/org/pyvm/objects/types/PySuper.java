package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;

/** {@code super}: attributes as the types behind one in an object's method resolution order have them. */
@PythonType(name = "super", doc = "Looks attributes up behind a class in the method resolution order of an object.")
public final class PySuper extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "super", new PySuperExposed.SlotTable(), new PySuperExposed());

    private PyType start;
    /** Null when unbound. */
    private PyObject object;
    /** The type in whose order to look; null when unbound. */
    private PyType objectType;

    private PySuper(PyType type) {
        super(type);
    }

    private PySuper(PyType start, PyObject object, PyType objectType) {
        super(TYPE);
        this.start = start;
        this.object = object;
        this.objectType = objectType;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PySuper(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("super() takes no keyword arguments");
        }
        if (args.length > 2) {
            throw PyErr.typeError("super() expected at most 2 arguments, got %d", args.length);
        }
        if (args.length == 0) {
            initFromFrame(thread, thread.frame);
            return;
        }
        if (!(args[0] instanceof PyType type)) {
            throw PyErr.typeError("super() argument 1 must be a type, not %T", args[0]);
        }
        set(thread, type, args.length == 1 || args[1] == Singletons.NONE ? null : args[1]);
    }

    private void set(ThreadState thread, PyType type, PyObject bound) {
        start = type;
        object = bound;
        objectType = bound == null ? null : typeOf(thread, type, bound);
    }

    /** {@code super()}: the class from the cell of {@code __class__}, the object from the first parameter. */
    private void initFromFrame(ThreadState thread, PyFrame frame) {
        if (frame == null) {
            throw PyErr.runtimeError("super(): no current frame");
        }
        if (frame.code().code().argCount() == 0) {
            throw PyErr.runtimeError("super(): no arguments");
        }
        PyObject first = frame.firstArgument();
        if (first == null) {
            throw PyErr.runtimeError("super(): arg[0] deleted");
        }
        if (!(frame.freeVariableCell(Names.CLASS) instanceof PyCell cell)) {
            throw PyErr.runtimeError("super(): __class__ cell not found");
        }
        if (cell.value == null) {
            throw PyErr.runtimeError("super(): empty __class__ cell");
        }
        if (!(cell.value instanceof PyType type)) {
            throw PyErr.runtimeError("super(): __class__ is not a type (%T)", cell.value);
        }
        set(thread, type, first);
    }

    /** {@code supercheck}: the type whose order counts. A proxy may claim its type by {@code __class__}. */
    private static PyType typeOf(ThreadState thread, PyType type, PyObject object) {
        if (object instanceof PyType cls && cls.isSubtypeOf(type)) {
            return cls;
        }
        if (object.type().isSubtypeOf(type)) {
            return object.type();
        }
        if (Attributes.getOrNull(thread, object, Names.CLASS) instanceof PyType claimed
                && claimed != object.type()
                && claimed.isSubtypeOf(type)) {
            return claimed;
        }
        throw PyErr.typeError("super(type, obj): obj must be an instance or subtype of type");
    }

    @PythonGetter(value = "__thisclass__", member = true, doc = "the class invoking super()")
    PyObject thisClass() {
        return start == null ? Singletons.NONE : start;
    }

    @PythonGetter(value = "__self__", member = true, doc = "the instance invoking super(); may be None")
    PyObject self() {
        return object == null ? Singletons.NONE : object;
    }

    @PythonGetter(
            value = "__self_class__",
            member = true,
            doc = "the type of the instance invoking super(); may be None")
    PyObject selfClass() {
        return objectType == null ? Singletons.NONE : objectType;
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr() {
        String of = objectType == null ? "NULL" : "<" + objectType.name() + " object>";
        return PyStr.of("<super: <class '" + (start == null ? "NULL" : start.name()) + "'>, " + of + ">");
    }

    private PyObject find(ThreadState thread, PyStr name) {
        // __class__ is that of the super object itself.
        if (objectType == null || name == Names.CLASS) {
            return null;
        }
        PyType[] order = objectType.mro();
        int at = 0;
        while (at < order.length && order[at] != start) {
            at++;
        }
        for (int i = at + 1; i < order.length; i++) {
            PyObject attribute = order[i].dict().get(name);
            if (attribute != null) {
                return Attributes.bind(thread, attribute, object == objectType ? null : object, objectType);
            }
        }
        return null;
    }

    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        PyObject found = find(thread, name);
        if (found == null) {
            found = Attributes.genericFind(thread, this, name);
        }
        if (found == null) {
            throw Attributes.noAttribute(this, name);
        }
        return found;
    }

    /** Binds an unbound one to the object it is an attribute of. */
    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject instance, PyType owner) {
        if (instance == null || instance == Singletons.NONE || object != null) {
            return this;
        }
        if (type() != TYPE) {
            return Calls.call(thread, type(), start == null ? Singletons.NONE : start, instance);
        }
        return new PySuper(start, instance, typeOf(thread, start, instance));
    }
}
