package org.pyvm.modules;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.PyStr;

/** {@code atexit}. Whoever ends the interpreter calls {@link #runAll}. */
@PythonModule("atexit")
public final class AtexitModule {
    private record Exit(PyObject function, PyObject[] args, PyStr[] names) {}

    private final List<Exit> exits = new ArrayList<>();

    AtexitModule(InterpreterState interpreter) {
        interpreter.setService(AtexitModule.class, this);
    }

    /** Calls what is registered in an interpreter, last first; exceptions are reported and do not stop the others. */
    public static void runAll(ThreadState thread) {
        AtexitModule module = thread.interpreter().serviceOrNull(AtexitModule.class);
        if (module != null) {
            module.runExitFuncs(thread);
        }
    }

    @PythonFunction(value = "register", raw = true)
    PyObject register(PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        if (args.length - named < 1) {
            throw PyErr.typeError("register() takes at least 1 argument (0 given)");
        }
        if (!Calls.isCallable(args[0])) {
            throw PyErr.typeError("the first argument must be callable");
        }
        exits.add(new Exit(args[0], java.util.Arrays.copyOfRange(args, 1, args.length), names));
        return args[0];
    }

    @PythonFunction("unregister(func, /)")
    void unregister(ThreadState thread, PyObject function) {
        for (int i = exits.size() - 1; i >= 0; i--) {
            if (Comparisons.equal(thread, exits.get(i).function(), function)) {
                exits.remove(i);
            }
        }
    }

    @PythonFunction("_clear()")
    void clear() {
        exits.clear();
    }

    @PythonFunction("_ncallbacks()")
    int count() {
        return exits.size();
    }

    @PythonFunction("_run_exitfuncs()")
    void runExitFuncs(ThreadState thread) {
        while (!exits.isEmpty()) {
            Exit exit = exits.remove(exits.size() - 1);
            try {
                Calls.call(thread, exit.function(), exit.args(), exit.names());
            } catch (PyErr e) {
                Unraisable.report(thread, e, "Exception ignored in atexit callback", exit.function());
            }
        }
    }
}
