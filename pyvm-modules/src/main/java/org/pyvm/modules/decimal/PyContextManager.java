package org.pyvm.modules.decimal;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** What {@code localcontext()} gives: makes a context the thread's for a {@code with} statement. */
@PythonType(name = "ContextManager", module = "decimal")
public final class PyContextManager extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "decimal", "ContextManager", new PyContextManagerExposed.SlotTable(), new PyContextManagerExposed())
            .notSubclassable();

    private final PyDecimalContext local;
    private final PyDecimalContext global;

    PyContextManager(PyDecimalContext local, PyDecimalContext global) {
        super(TYPE);
        this.local = local;
        this.global = global;
    }

    @PythonMethod(value = "__enter__", raw = true)
    PyObject enter(ThreadState thread, PyObject[] args, PyStr[] names) {
        DecimalState.of(thread).setCurrent(thread, local);
        return local;
    }

    @PythonMethod(value = "__exit__", raw = true)
    PyObject exit(ThreadState thread, PyObject[] args, PyStr[] names) {
        DecimalState.of(thread).setCurrent(thread, global);
        return Singletons.NONE;
    }
}
