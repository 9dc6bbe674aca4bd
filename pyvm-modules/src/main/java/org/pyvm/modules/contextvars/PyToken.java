package org.pyvm.modules.contextvars;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code Token}: what setting a variable gives, to undo it once. */
@PythonType(name = "Token", module = "_contextvars", hashable = false)
public final class PyToken extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_contextvars", "Token", new PyTokenExposed.SlotTable(), new PyTokenExposed())
            .notSubclassable();

    @PythonConstant("MISSING")
    static final PyObject MISSING = new TokenMissing();

    private final PyContext context;
    private final PyContextVar variable;
    /** Null when the variable was not bound. */
    private final PyObject oldValue;

    private boolean used;

    PyToken(PyContext context, PyContextVar variable, PyObject oldValue) {
        super(TYPE);
        this.context = context;
        this.variable = variable;
        this.oldValue = oldValue;
    }

    @PythonNew(raw = true, showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        throw PyErr.runtimeError("Tokens can only be created by ContextVars");
    }

    void undo(ThreadState thread, PyContextVar by) {
        if (used) {
            throw PyErr.runtimeError("%r has already been used once", this);
        }
        if (variable != by) {
            throw PyErr.valueError("%r was created by a different ContextVar", this);
        }
        if (context != PyContext.current(thread)) {
            throw PyErr.valueError("%r was created in a different Context", this);
        }
        used = true;
        context.bind(variable, oldValue);
    }

    @PythonGetter("var")
    PyObject variable() {
        return variable;
    }

    @PythonGetter("old_value")
    PyObject oldValue() {
        return oldValue == null ? MISSING : oldValue;
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return new StrBuilder()
                .append(used ? "<Token used var=" : "<Token var=")
                .append(Objects.repr(thread, variable))
                .append(" at ")
                .append(Identity.address(this))
                .append('>')
                .toPyStr();
    }
}
