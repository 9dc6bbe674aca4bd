package org.pyvm.modules.asyncio;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * What the module keeps for one interpreter: the tasks that live, those that run, and what it uses of the library. That is looked up when
 * first needed, since the library imports this module while it is itself being imported.
 */
final class AsyncioState {
    private static final PyStr ADD = PyStr.intern("add");
    private static final PyStr DISCARD = PyStr.intern("discard");
    private static final PyStr GET_EVENT_LOOP = PyStr.intern("get_event_loop");

    /** A {@code weakref.WeakSet}. */
    final PyObject allTasks;
    /** From loop to task. */
    final PyDict currentTasks = new PyDict();

    private final Map<String, PyObject> library = new HashMap<>();
    private long namedTasks;

    private AsyncioState(ThreadState thread) {
        allTasks = Calls.call(thread, imported(thread, "weakref", "WeakSet"));
    }

    static AsyncioState of(ThreadState thread) {
        AsyncioState state = thread.interpreter().serviceOrNull(AsyncioState.class);
        return state != null ? state : thread.interpreter().service(AsyncioState.class, () -> new AsyncioState(thread));
    }

    private static PyObject imported(ThreadState thread, String module, String name) {
        PyStr attribute = PyStr.intern(name);
        PyObject found =
                Importing.importModule(thread, PyStr.intern(module), Singletons.NONE, PyTuple.of(attribute), 0);
        return Attributes.get(thread, found, attribute);
    }

    /** A function or class of the library, as it was when it was first asked for. */
    PyObject library(ThreadState thread, String module, String name) {
        PyObject found = library.get(name);
        if (found == null) {
            found = imported(thread, module, name);
            library.put(name, found);
        }
        return found;
    }

    PyObject eventLoop(ThreadState thread) {
        if (thread.runningLoop != null) {
            return thread.runningLoop;
        }
        PyObject policy = Calls.call(thread, library(thread, "asyncio.events", "get_event_loop_policy"));
        return Calls.callMethod(thread, policy, GET_EVENT_LOOP);
    }

    /** An exception of a class that {@code asyncio.exceptions} defines. */
    PyBaseException exception(ThreadState thread, String name, PyObject... args) {
        PyObject made = Calls.callArray(thread, library(thread, "asyncio.exceptions", name), args);
        if (made instanceof PyBaseException exception) {
            return exception;
        }
        throw PyErr.typeError("exceptions must derive from BaseException");
    }

    static PyErr invalidState(ThreadState thread, String message) {
        return new PyErr(of(thread).exception(thread, "InvalidStateError", PyStr.of(message)));
    }

    boolean isCancelledError(ThreadState thread, PyBaseException exception) {
        return library(thread, "asyncio.exceptions", "CancelledError") instanceof PyType type
                && exception.type().isSubtypeOf(type);
    }

    PyStr nextTaskName() {
        return PyStr.of("Task-" + ++namedTasks);
    }

    void register(ThreadState thread, PyObject task) {
        Calls.callMethod(thread, allTasks, ADD, task);
    }

    void unregister(ThreadState thread, PyObject task) {
        Calls.callMethod(thread, allTasks, DISCARD, task);
    }

    void enter(ThreadState thread, PyObject loop, PyObject task) {
        long hash = Objects.hash(thread, loop);
        int at = currentTasks.find(thread, loop, hash);
        if (at >= 0) {
            throw PyErr.runtimeError(
                    "Cannot enter into task %r while another task %r is being executed.",
                    task, currentTasks.valueAt(at));
        }
        currentTasks.put(thread, loop, hash, task);
    }

    void leave(ThreadState thread, PyObject loop, PyObject task) {
        int at = currentTasks.find(thread, loop, Objects.hash(thread, loop));
        PyObject current = at < 0 ? Singletons.NONE : currentTasks.valueAt(at);
        if (current != task) {
            throw PyErr.runtimeError("Leaving task %r does not match the current task %r.", task, current);
        }
        currentTasks.removeAt(at);
    }
}
