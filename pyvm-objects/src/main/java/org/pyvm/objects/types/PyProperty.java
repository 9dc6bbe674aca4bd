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
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;

/** {@code property}. */
@PythonType(name = "property", doc = "An attribute that is read, set and deleted by functions.")
public final class PyProperty extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "property", new PyPropertyExposed.SlotTable(), new PyPropertyExposed());

    private PyObject getter;
    private PyObject setter;
    private PyObject deleter;
    private PyObject doc;
    /** From {@code __set_name__}, or null. */
    private PyObject name;
    /** Whether the documentation is the getter's, so that a copy with another getter takes that one's. */
    private boolean docOfGetter;

    private PyProperty(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyProperty(cls);
    }

    @PythonInit("($self, fget=None, fset=None, fdel=None, doc=None)")
    void init(ThreadState thread, PyObject fget, PyObject fset, PyObject fdel, PyObject newDoc) {
        getter = nullIfNone(fget);
        setter = nullIfNone(fset);
        deleter = nullIfNone(fdel);
        doc = nullIfNone(newDoc);
        docOfGetter = false;
        if (doc != null || getter == null) {
            if (type() != TYPE && doc != null) {
                setDocOfSubclass(thread, doc);
            }
            return;
        }
        PyObject ofGetter = Attributes.getOrNull(thread, getter, Names.DOC);
        if (ofGetter == null) {
            return;
        }
        docOfGetter = true;
        if (type() == TYPE) {
            doc = ofGetter;
        } else {
            setDocOfSubclass(thread, ofGetter);
        }
    }

    /** The class's own {@code __doc__} would hide the field, so the text goes to the instance's attributes. */
    private void setDocOfSubclass(ThreadState thread, PyObject text) {
        Attributes.set(thread, this, Names.DOC, text);
    }

    private static PyObject nullIfNone(PyObject value) {
        return value == Singletons.NONE ? null : value;
    }

    private static PyObject noneIfNull(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }

    @PythonGetter(value = "fget", member = true)
    PyObject fget() {
        return noneIfNull(getter);
    }

    @PythonGetter(value = "fset", member = true)
    PyObject fset() {
        return noneIfNull(setter);
    }

    @PythonGetter(value = "fdel", member = true)
    PyObject fdel() {
        return noneIfNull(deleter);
    }

    @PythonGetter(value = "__doc__", member = true)
    PyObject doc() {
        return noneIfNull(doc);
    }

    @PythonSetter(value = "__doc__", deletable = true)
    void setDoc(PyObject text) {
        doc = text;
    }

    @PythonGetter("__isabstractmethod__")
    boolean isAbstract(ThreadState thread) {
        return WrappedFunction.isAbstract(thread, getter)
                || WrappedFunction.isAbstract(thread, setter)
                || WrappedFunction.isAbstract(thread, deleter);
    }

    @PythonMethod(value = "getter", raw = true, doc = "A copy with another function to read the attribute.")
    PyObject getter(ThreadState thread, PyObject[] args, PyStr[] names) {
        return copy(thread, one("getter", args, names), null, null);
    }

    @PythonMethod(value = "setter", raw = true, doc = "A copy with another function to set the attribute.")
    PyObject setter(ThreadState thread, PyObject[] args, PyStr[] names) {
        return copy(thread, null, one("setter", args, names), null);
    }

    @PythonMethod(value = "deleter", raw = true, doc = "A copy with another function to delete the attribute.")
    PyObject deleter(ThreadState thread, PyObject[] args, PyStr[] names) {
        return copy(thread, null, null, one("deleter", args, names));
    }

    private static PyObject one(String function, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("property.%s() takes no keyword arguments", function);
        }
        if (args.length != 1) {
            throw PyErr.typeError("property.%s() takes exactly one argument (%d given)", function, args.length);
        }
        return args[0];
    }

    private PyObject copy(ThreadState thread, PyObject fget, PyObject fset, PyObject fdel) {
        PyObject newGetter = fget == null || fget == Singletons.NONE ? fget() : fget;
        PyObject newSetter = fset == null || fset == Singletons.NONE ? fset() : fset;
        PyObject newDeleter = fdel == null || fdel == Singletons.NONE ? fdel() : fdel;
        // With None the new property takes the documentation of its getter.
        PyObject newDoc = docOfGetter && newGetter != Singletons.NONE ? Singletons.NONE : doc();
        PyObject copy = Calls.callArray(thread, type(), newGetter, newSetter, newDeleter, newDoc);
        if (copy instanceof PyProperty property) {
            property.name = name;
        }
        return copy;
    }

    @PythonMethod(value = "__set_name__", raw = true, doc = "Tells the property its name.")
    void setName(PyObject[] args, PyStr[] names) {
        if (args.length != 2) {
            throw PyErr.typeError("__set_name__() takes 2 positional arguments but %d were given", args.length);
        }
        name = args[1];
    }

    private PyErr missing(ThreadState thread, PyObject object, String what) {
        return name == null
                ? PyErr.attributeError(
                        "property of '%s' object has no %s", object.type().qualName(), what)
                : PyErr.attributeError(
                        "property %s of '%s' object has no %s",
                        Objects.repr(thread, name), object.type().qualName(), what);
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject object, PyType type) {
        if (object == null || object == Singletons.NONE) {
            return this;
        }
        if (getter == null) {
            throw missing(thread, object, "getter");
        }
        return Calls.call(thread, getter, object);
    }

    @SlotMethod(Slot.TP_DESCR_SET)
    void descrSet(ThreadState thread, PyObject object, PyObject value) {
        if (value == null) {
            if (deleter == null) {
                throw missing(thread, object, "deleter");
            }
            Calls.call(thread, deleter, object);
        } else {
            if (setter == null) {
                throw missing(thread, object, "setter");
            }
            Calls.call(thread, setter, object, value);
        }
    }
}
