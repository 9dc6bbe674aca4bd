package org.pyvm.eval;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** Names and repr of generators, coroutines and asynchronous generators. */
final class ResumableAttributes {
    private ResumableAttributes() {}

    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        ((Resumable) self).finalizeObject(thread);
    }

    @PythonGetter("__name__")
    static PyObject name(PyObject self) {
        return ((Resumable) self).name();
    }

    @PythonSetter(value = "__name__", deletable = true)
    static void setName(PyObject self, PyObject name) {
        if (!(name instanceof PyStr)) {
            throw PyErr.typeError("__name__ must be set to a string object");
        }
        ((Resumable) self).setName(name);
    }

    @PythonGetter("__qualname__")
    static PyObject qualName(PyObject self) {
        return ((Resumable) self).qualName();
    }

    @PythonSetter(value = "__qualname__", deletable = true)
    static void setQualName(PyObject self, PyObject name) {
        if (!(name instanceof PyStr)) {
            throw PyErr.typeError("__qualname__ must be set to a string object");
        }
        ((Resumable) self).setQualName(name);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject self) {
        return PyStr.of("<" + self.type().name() + " object " + ((Resumable) self).qualName() + " at "
                + Identity.address(self) + ">");
    }
}
