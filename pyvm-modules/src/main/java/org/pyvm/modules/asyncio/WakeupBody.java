package org.pyvm.modules.asyncio;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyStr;

/** The method of a task that is called back when the future that it waits for is done. The type has no attribute for it. */
final class WakeupBody extends BuiltinBodies {
    private static final BuiltinFunctionSpec SPEC =
            new BuiltinFunctionSpec("task_wakeup", "", null, new WakeupBody(), 0);

    static PyObject of(PyTask task) {
        return new PyBuiltinFunction(SPEC, task, null);
    }

    @Override
    public PyObject callRaw(int number, ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError(
                    "%s.task_wakeup() takes no keyword arguments", self.type().name());
        }
        if (args.length != 1) {
            throw PyErr.typeError(
                    "%s.task_wakeup() takes exactly one argument (%d given)",
                    self.type().name(), args.length);
        }
        return ((PyTask) self).wakeup(thread, args[0]);
    }
}
