package org.pyvm.modules.asyncio;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;

/** What a task gives its loop to call: lets the coroutine go on, maybe with an exception. */
@PythonType(name = "TaskStepMethWrapper")
public final class TaskStep extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "TaskStepMethWrapper", new TaskStepExposed.SlotTable(), new TaskStepExposed())
            .notSubclassable();

    private final PyTask task;
    /** Null for none. */
    private final PyBaseException exception;

    TaskStep(PyTask task, PyBaseException exception) {
        super(TYPE);
        this.task = task;
        this.exception = exception;
    }

    @PythonGetter("__self__")
    PyObject task() {
        return task;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("function takes no keyword arguments");
        }
        if (args.length > 0) {
            throw PyErr.typeError("function takes no positional arguments");
        }
        return task.step(thread, exception);
    }
}
