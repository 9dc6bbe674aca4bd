package org.pyvm.modules.contextvars;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The module {@code _contextvars}. */
@PythonModule("_contextvars")
public final class ContextVarsModule {
    @PythonConstant("Context")
    static final PyType CONTEXT = PyContext.TYPE;

    @PythonConstant("ContextVar")
    static final PyType CONTEXT_VAR = PyContextVar.TYPE;

    @PythonConstant("Token")
    static final PyType TOKEN = PyToken.TYPE;

    ContextVarsModule() {}

    @PythonFunction("copy_context()")
    static PyObject copyContext(ThreadState thread) {
        return PyContext.current(thread).copy();
    }
}
