package org.pyvm.modules.asyncio;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyModule;

/**
 * The module {@code _asyncio}. CPython remembers the process with the running loop, as a fork would have neither; this machine does not
 * fork.
 */
@PythonModule(value = "_asyncio", doc = "Accelerator module for asyncio")
public final class AsyncioModule {
    @PythonConstant("Future")
    static final PyType FUTURE = PyFuture.TYPE;

    @PythonConstant("Task")
    static final PyType TASK = PyTask.TYPE;

    AsyncioModule() {}

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        AsyncioState state = AsyncioState.of(thread);
        module.dict().put("_all_tasks", state.allTasks);
        module.dict().put("_current_tasks", state.currentTasks);
    }

    @PythonFunction(value = "_get_running_loop()", doc = "The event loop that runs on this thread, or None.")
    static PyObject runningLoopOrNone(ThreadState thread) {
        return thread.runningLoop == null ? Singletons.NONE : thread.runningLoop;
    }

    @PythonFunction(value = "_set_running_loop(loop, /)", doc = "For event loops: says which one runs on this thread.")
    static void setRunningLoop(ThreadState thread, PyObject loop) {
        thread.runningLoop = loop == Singletons.NONE ? null : loop;
    }

    @PythonFunction(
            value = "get_running_loop()",
            doc = "The event loop that runs on this thread; RuntimeError if none does.")
    static PyObject runningLoop(ThreadState thread) {
        if (thread.runningLoop == null) {
            throw PyErr.runtimeError("no running event loop");
        }
        return thread.runningLoop;
    }

    @PythonFunction(value = "get_event_loop()", doc = "The running event loop, or else that of the policy.")
    static PyObject eventLoop(ThreadState thread) {
        return AsyncioState.of(thread).eventLoop(thread);
    }

    @PythonFunction("_get_event_loop(stacklevel=3)")
    static PyObject eventLoop(ThreadState thread, int stackLevel) {
        return eventLoop(thread);
    }

    @PythonFunction(value = "_register_task(task)", doc = "Adds a task to those that all_tasks() finds.")
    static void registerTask(ThreadState thread, PyObject task) {
        AsyncioState.of(thread).register(thread, task);
    }

    @PythonFunction(value = "_unregister_task(task)", doc = "Takes a task from those that all_tasks() finds.")
    static void unregisterTask(ThreadState thread, PyObject task) {
        AsyncioState.of(thread).unregister(thread, task);
    }

    @PythonFunction(value = "_enter_task(loop, task)", doc = "A task of the loop starts to run.")
    static void enterTask(ThreadState thread, PyObject loop, PyObject task) {
        AsyncioState.of(thread).enter(thread, loop, task);
    }

    @PythonFunction(value = "_leave_task(loop, task)", doc = "The task of the loop that runs stops running.")
    static void leaveTask(ThreadState thread, PyObject loop, PyObject task) {
        AsyncioState.of(thread).leave(thread, loop, task);
    }
}
