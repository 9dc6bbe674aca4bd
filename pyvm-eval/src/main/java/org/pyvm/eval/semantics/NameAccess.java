package org.pyvm.eval.semantics;

import org.pyvm.eval.ForeignBuiltins;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** Names: globals, built-ins, the namespace of a module or class body, fast locals, cells. */
public final class NameAccess {
    private NameAccess() {}

    @Semantics("LOAD_GLOBAL")
    public static PyObject loadGlobal(ThreadState thread, Frame frame, PyStr name) {
        PyObject value = frame.globals().get(name);
        if (value != null) {
            return value;
        }
        if (frame.globals().getClass() != PyDict.class || frame.globals().type() != PyDict.TYPE) {
            value = Mappings.getOrNull(thread, frame.globals(), name);
            if (value != null) {
                return value;
            }
        }
        value = ForeignBuiltins.find(thread, frame.builtins(), name);
        if (value == null) {
            throw notDefined(name);
        }
        return value;
    }

    @Semantics("STORE_GLOBAL")
    public static void storeGlobal(ThreadState thread, Frame frame, PyObject value, PyStr name) {
        put(thread, frame.globals(), value, name);
    }

    @Semantics("DELETE_GLOBAL")
    public static void deleteGlobal(ThreadState thread, Frame frame, PyStr name) {
        PyObject old = frame.globals().remove(name);
        if (old == null) {
            throw notDefined(name);
        }
        if (Lifetimes.deleted(thread, old)) {
            old = null;
            Safepoint.poll(thread);
        }
    }

    @Semantics("LOAD_NAME")
    public static PyObject loadName(ThreadState thread, Frame frame, PyStr name) {
        PyObject value = inNamespace(thread, frame, name);
        return value != null ? value : loadGlobal(thread, frame, name);
    }

    private static PyObject inNamespace(ThreadState thread, Frame frame, PyStr name) {
        PyObject namespace = frame.namespace();
        if (namespace == null) {
            throw PyErr.systemError("no locals when loading %r", name);
        }
        return namespace.type() == PyDict.TYPE
                ? ((PyDict) namespace).get(name)
                : Mappings.getOrNull(thread, namespace, name);
    }

    @Semantics("STORE_NAME")
    public static void storeName(ThreadState thread, Frame frame, PyObject value, PyStr name) {
        PyObject namespace = frame.namespace();
        if (namespace == null) {
            throw PyErr.systemError("no locals found when storing %r", name);
        }
        if (namespace.type() == PyDict.TYPE) {
            put(thread, (PyDict) namespace, value, name);
        } else {
            Objects.setItem(thread, namespace, name, value);
        }
    }

    /** Stores a name, and has it noticed when the value that it had before has a finalizer. */
    private static void put(ThreadState thread, PyDict namespace, PyObject value, PyStr name) {
        if (value != Singletons.NONE && thread.watch <= 0) {
            namespace.put(name, value);
            return;
        }
        PyObject old = namespace.get(name);
        namespace.put(name, value);
        if (old != null && Lifetimes.overwritten(thread, old, value)) {
            old = null;
            Safepoint.poll(thread);
        }
    }

    @Semantics("DELETE_NAME")
    public static void deleteName(ThreadState thread, Frame frame, PyStr name) {
        PyObject namespace = frame.namespace();
        if (namespace == null) {
            throw PyErr.systemError("no locals when deleting %r", name);
        }
        PyObject old = namespace.type() == PyDict.TYPE ? ((PyDict) namespace).get(name) : null;
        try {
            Objects.deleteItem(thread, namespace, name);
        } catch (PyErr e) {
            throw e.matches(Exceptions.KEY_ERROR) ? notDefined(name) : e;
        }
        if (Lifetimes.deleted(thread, old)) {
            old = null;
            Safepoint.poll(thread);
        }
    }

    /** The NameError for a name, which carries the name. */
    public static PyErr notDefined(PyStr name) {
        return withName(PyErr.of(Exceptions.NAME_ERROR, "name '%s' is not defined", name), name);
    }

    private static PyErr withName(PyErr error, PyStr name) {
        Exceptions.setField(error.value(), Names.NAME_NAME, name);
        return error;
    }

    /** What LOAD_FAST and DELETE_FAST raise for a local that is not bound. */
    public static PyErr unboundLocal(Frame frame, int index) {
        return PyErr.of(
                Exceptions.UNBOUND_LOCAL_ERROR,
                "cannot access local variable '%s' where it is not associated with a value",
                frame.code().varNames()[index]);
    }

    @Semantics("LOAD_DEREF")
    public static PyObject loadDeref(Frame frame, int index) {
        PyObject value = frame.cell(index).value;
        if (value == null) {
            throw unboundCell(frame, index);
        }
        return value;
    }

    @Semantics("STORE_DEREF")
    public static void storeDeref(Frame frame, PyObject value, int index) {
        frame.cell(index).value = value;
    }

    @Semantics("DELETE_DEREF")
    public static void deleteDeref(ThreadState thread, Frame frame, int index) {
        PyCell cell = frame.cell(index);
        if (cell.value == null) {
            throw unboundCell(frame, index);
        }
        PyObject old = cell.value;
        cell.value = null;
        if (Lifetimes.deleted(thread, old)) {
            old = null;
            Safepoint.poll(thread);
        }
    }

    @Semantics("LOAD_CLASSDEREF")
    public static PyObject loadClassDeref(ThreadState thread, Frame frame, int index) {
        PyStr name = frame.code().freeVars()[index - frame.code().cellVars().length];
        PyObject value = inNamespace(thread, frame, name);
        return value != null ? value : loadDeref(frame, index);
    }

    @Semantics("LOAD_CLOSURE")
    public static PyObject loadClosure(Frame frame, int index) {
        return frame.cell(index);
    }

    private static PyErr unboundCell(Frame frame, int index) {
        PyStr[] cells = frame.code().cellVars();
        if (index < cells.length) {
            return PyErr.of(
                    Exceptions.UNBOUND_LOCAL_ERROR,
                    "cannot access local variable '%s' where it is not associated with a value",
                    cells[index]);
        }
        PyStr name = frame.code().freeVars()[index - cells.length];
        return withName(
                PyErr.of(
                        Exceptions.NAME_ERROR,
                        "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
                        name),
                name);
    }

    @Semantics("SETUP_ANNOTATIONS")
    public static void setupAnnotations(ThreadState thread, Frame frame) {
        if (inNamespace(thread, frame, Names.ANNOTATIONS) == null) {
            storeName(thread, frame, new PyDict(), Names.ANNOTATIONS);
        }
    }

    @Semantics("STORE_ANNOTATION")
    public static void storeAnnotation(ThreadState thread, Frame frame, PyObject annotation, PyStr name) {
        PyObject annotations = loadName(thread, frame, Names.ANNOTATIONS);
        Objects.setItem(thread, annotations, name, annotation);
    }
}
