package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.ThreadState;

/** Assignment to {@code __bases__} of a class, and to {@code __class__} of an object. */
final class BasesAssignment {
    private BasesAssignment() {}

    static void assign(ThreadState thread, PyType type, PyObject value) {
        if (!(value instanceof PyTuple tuple)) {
            throw PyErr.typeError("can only assign tuple to %N.__bases__, not %T", type, value);
        }
        if (tuple.size() == 0) {
            throw PyErr.typeError("can only assign non-empty tuple to %N.__bases__, not ()", type);
        }
        PyType[] bases = new PyType[tuple.size()];
        for (int i = 0; i < bases.length; i++) {
            if (!(tuple.get(i) instanceof PyType base)) {
                throw PyErr.typeError("%N.__bases__ must be tuple of classes, not '%T'", type, tuple.get(i));
            }
            if (base.isSubtypeOf(type) || derivesByBase(base, type)) {
                throw PyErr.typeError("a __bases__ item causes an inheritance cycle");
            }
            bases[i] = base;
        }
        PyType best = ClassLayout.bestBase(bases);
        ClassLayout.requireCompatible(type.base(), best, "__bases__");
        PyType oldBase = type.base();
        PyType[] oldBases = type.bases();
        PyType[] oldOrder = type.mro();
        // mro() of a metaclass may look at the bases, so they are set before it is asked.
        type.setBases(best, bases, oldOrder);
        try {
            reorder(thread, type);
        } catch (PyErr e) {
            // mro() may have assigned others, which then stay.
            if (type.bases() == bases) {
                type.setBases(oldBase, oldBases, oldOrder);
                for (PyType child : type.subclasses(thread.interpreter())) {
                    child.setMro(MethodResolution.linearize(child, child.bases()));
                }
            }
            throw e;
        }
    }

    /** The order of a class may lag behind its bases while {@code mro()} runs. */
    private static boolean derivesByBase(PyType type, PyType ancestor) {
        PyType base = type;
        while (base != null && base != ancestor) {
            base = base.base();
        }
        return base != null;
    }

    private static void reorder(ThreadState thread, PyType type) {
        type.setMro(MethodResolution.order(thread, type));
        for (PyType child : type.subclasses(thread.interpreter())) {
            reorder(thread, child);
        }
    }

    static void assignClass(PyObject object, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("can't delete __class__ attribute");
        }
        if (!(value instanceof PyType to)) {
            throw PyErr.typeError("__class__ must be set to a class, not '%T' object", value);
        }
        PyType from = object.type();
        boolean modules = to.isSubtypeOf(PyModule.TYPE) && from.isSubtypeOf(PyModule.TYPE);
        if (!modules && (!to.isHeapType() || !from.isHeapType())) {
            throw PyErr.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
        }
        if (!modules) {
            ClassLayout.requireCompatible(from, to, "__class__");
        }
        Shape.moveTo(object, to);
        object.setType(to);
    }
}
