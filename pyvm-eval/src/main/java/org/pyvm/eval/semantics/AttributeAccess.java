package org.pyvm.eval.semantics;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyStr;

/** Attributes. */
public final class AttributeAccess {
    private AttributeAccess() {}

    @Semantics("LOAD_ATTR")
    public static PyObject loadAttr(ThreadState thread, PyObject object, PyStr name) {
        return Attributes.get(thread, object, name);
    }

    @Semantics("STORE_ATTR")
    public static void storeAttr(ThreadState thread, PyObject value, PyObject object, PyStr name) {
        Attributes.set(thread, object, name, value);
    }

    @Semantics("DELETE_ATTR")
    public static void deleteAttr(ThreadState thread, PyObject object, PyStr name) {
        Attributes.delete(thread, object, name);
    }
}
