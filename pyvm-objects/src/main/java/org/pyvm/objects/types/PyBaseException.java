package org.pyvm.objects.types;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/**
 * {@code BaseException} and every exception that derives from it. What a built-in exception type has beside its arguments
 * (the {@code name} of a NameError, the {@code errno} of an OSError) are fields by name, apart from {@code __dict__}.
 */
public final class PyBaseException extends PyAttributed {
    private PyTuple args;
    private PyTraceback traceback;
    private PyBaseException context;
    private PyBaseException cause;
    private boolean suppressContext;
    private PyDict fields;

    public PyBaseException(PyType type, PyTuple args) {
        super(type);
        this.args = args;
    }

    public PyTuple args() {
        return args;
    }

    public void setArgs(PyTuple newArgs) {
        args = newArgs;
    }

    /** {@code __traceback__}, null for none. */
    public PyTraceback traceback() {
        return traceback;
    }

    public void setTraceback(PyTraceback newTraceback) {
        traceback = newTraceback;
    }

    /** {@code __context__}, null for none. */
    public PyBaseException context() {
        return context;
    }

    public void setContext(PyBaseException newContext) {
        context = newContext;
    }

    /** {@code __cause__}, null for none. */
    public PyBaseException cause() {
        return cause;
    }

    public void setCause(PyBaseException newCause) {
        cause = newCause;
        suppressContext = true;
    }

    public boolean suppressContext() {
        return suppressContext;
    }

    public void setSuppressContext(boolean suppress) {
        suppressContext = suppress;
    }

    /** A field of the built-in type, or null. */
    public PyObject field(PyStr name) {
        return fields == null ? null : fields.get(name);
    }

    /** Sets a field of the built-in type; null removes it. */
    public void setField(PyStr name, PyObject value) {
        if (fields == null) {
            fields = new PyDict();
        }
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    /** Sets {@code __context__} when the exception is first raised while another is handled, avoiding cycles. */
    public void raisedWhileHandling(PyBaseException handled) {
        if (handled == null || handled == this) {
            return;
        }
        // Break a chain that already leads here, so that the contexts stay a list.
        for (PyBaseException e = handled; e.context != null; e = e.context) {
            if (e.context == this) {
                e.context = null;
                break;
            }
        }
        context = handled;
    }
}
