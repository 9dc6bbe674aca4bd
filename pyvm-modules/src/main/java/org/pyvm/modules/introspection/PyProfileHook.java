package org.pyvm.modules.introspection;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** What a {@link PyProfiler} sets as its thread's profile function. */
@PythonType(name = "_ProfileHook", module = "_lsprof")
final class PyProfileHook extends PyObject {
    static final PyType TYPE = PyType.builtin(
                    "_lsprof", "_ProfileHook", new PyProfileHookExposed.SlotTable(), new PyProfileHookExposed())
            .notSubclassable();

    private final PyProfiler profiler;

    PyProfileHook(PyProfiler profiler) {
        super(TYPE);
        this.profiler = profiler;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        profiler.event(thread, (PyFrame) args[0], args[1].toString(), args[2]);
        return Singletons.NONE;
    }
}
