package org.pyvm.modules.contextvars;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
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
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code ContextVar}. */
@PythonType(name = "ContextVar", module = "_contextvars")
public final class PyContextVar extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_contextvars", "ContextVar", new PyContextVarExposed.SlotTable(), new PyContextVarExposed())
            .notSubclassable();

    private final PyStr name;
    /** Null for none. */
    private final PyObject fallback;

    private PyContextVar(PyStr name, PyObject fallback) {
        super(TYPE);
        this.name = name;
        this.fallback = fallback;
    }

    /** A variable without a default, for a module. */
    public static PyContextVar named(String name) {
        return new PyContextVar(PyStr.intern(name), null);
    }

    /** Its value in the thread's context, or null. */
    public PyObject valueOrNull(ThreadState thread) {
        return PyContext.current(thread).valueOf(this);
    }

    /** Sets its value in the thread's context. */
    public void bind(ThreadState thread, PyObject value) {
        PyContext.current(thread).bind(this, value);
    }

    @PythonNew(value = "($cls, name, /, *, default=<none>)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject name, PyObject fallback) {
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("context variable name must be a str");
        }
        return new PyContextVar(text, fallback);
    }

    @PythonMethod("get($self, default=<unrepresentable>, /)")
    PyObject get(ThreadState thread, PyObject otherwise) {
        PyObject value = PyContext.current(thread).valueOf(this);
        if (value != null) {
            return value;
        }
        if (otherwise != null) {
            return otherwise;
        }
        if (fallback == null) {
            throw PyErr.of(Exceptions.LOOKUP_ERROR, this);
        }
        return fallback;
    }

    @PythonMethod("set($self, value, /)")
    PyObject set(ThreadState thread, PyObject value) {
        PyContext context = PyContext.current(thread);
        PyToken token = new PyToken(context, this, context.valueOf(this));
        context.bind(this, value);
        return token;
    }

    @PythonMethod("reset($self, token, /)")
    void reset(ThreadState thread, PyObject token) {
        if (!(token instanceof PyToken change)) {
            throw PyErr.typeError("expected an instance of Token, got %r", token);
        }
        change.undo(thread, this);
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @PythonGetter(value = "name", member = true)
    PyObject name() {
        return name;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder text = new StrBuilder().append("<ContextVar name=").append(Objects.repr(thread, name));
        if (fallback != null) {
            text.append(" default=").append(Objects.repr(thread, fallback));
        }
        return text.append(" at ").append(Identity.address(this)).append('>').toPyStr();
    }
}
