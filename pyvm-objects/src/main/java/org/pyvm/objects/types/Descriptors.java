package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Documentation;

/** What the descriptors of built-in types have in common. */
final class Descriptors {
    private Descriptors() {}

    /** {@code descr_check}. */
    static void checkType(PyObject object, PyType owner, PyStr name) {
        if (object.type() != owner && !object.type().isSubtypeOf(owner)) {
            throw PyErr.typeError(
                    "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, object);
        }
    }

    /** Pickled as {@code getattr(object, name)}. */
    static PyObject reduce(ThreadState thread, PyObject object, PyStr name) {
        PyObject getAttribute = thread.interpreter().builtins.get(PyStr.intern("getattr"));
        return PyTuple.of(getAttribute, PyTuple.of(object, name));
    }

    /** {@code descriptor.__get__(None, owner)} where the owner is no type: only class methods look at it. */
    static PyObject getFromNoType(ThreadState thread, PyObject descriptor, PyObject owner) {
        if (descriptor instanceof PyClassMethod method) {
            return method.bind(thread, owner);
        }
        if (descriptor instanceof PyClassMethodDescriptor method) {
            throw method.needsType(owner);
        }
        return descriptor.type().slots().descrGet(thread, descriptor, null, owner.type());
    }

    /** {@code __doc__} of a method or attribute. @param own the text of its annotation; empty for none */
    static PyObject doc(ThreadState thread, String own, PyType owner, String name) {
        return textOrNone(own == null || own.isEmpty() ? Documentation.ofMember(thread, owner, name) : own);
    }

    static PyObject textOrNone(String text) {
        return text == null || text.isEmpty() ? Singletons.NONE : PyStr.of(text);
    }
}
