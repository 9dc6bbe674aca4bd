package org.pyvm.modules.multibyte;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyStr;

/** What encodes or decodes in pieces, and goes by an error handler that can be exchanged meanwhile. */
abstract class PyCoder extends PyAttributed {
    private String handler;

    PyCoder(PyType cls, String handler) {
        super(cls);
        this.handler = handler;
    }

    /** Name of the error handler. */
    final String handler() {
        return handler;
    }

    /** Sets {@link #handler}. @param value as Python gives it; null to delete it, which is refused */
    final void setHandler(PyObject value) {
        if (value == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        if (!(value instanceof PyStr name)) {
            throw PyErr.typeError("errors must be a string");
        }
        handler = name.toString();
    }
}
