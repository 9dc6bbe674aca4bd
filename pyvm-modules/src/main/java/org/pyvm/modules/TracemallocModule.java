package org.pyvm.modules;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** {@code _tracemalloc}. Java does not tell who allocated what: nothing is ever traced, and that is what programs are told. */
@PythonModule("_tracemalloc")
public final class TracemallocModule {
    private int frames = 1;

    @PythonFunction("is_tracing()")
    boolean isTracing() {
        return false;
    }

    @PythonFunction("start(nframe=1, /)")
    void start(long count) {
        if (count < 1 || count > 65535) {
            throw PyErr.valueError("the number of frames must be in range [1; 65535]");
        }
        frames = (int) count;
    }

    @PythonFunction("stop()")
    void stop() {
        frames = 1;
    }

    @PythonFunction("clear_traces()")
    void clearTraces() {
        frames = Math.max(frames, 1);
    }

    @PythonFunction("reset_peak()")
    void resetPeak() {
        frames = Math.max(frames, 1);
    }

    @PythonFunction("get_traceback_limit()")
    int getTracebackLimit() {
        return frames;
    }

    @PythonFunction("get_traced_memory()")
    PyObject getTracedMemory() {
        return PyTuple.of(PyInt.of(0), PyInt.of(0));
    }

    @PythonFunction("get_tracemalloc_memory()")
    int getTracemallocMemory() {
        return 0;
    }

    @PythonFunction("_get_traces()")
    PyObject getTraces() {
        return new PyList();
    }

    @PythonFunction("_get_object_traceback(obj, /)")
    PyObject getObjectTraceback(PyObject object) {
        return Singletons.NONE;
    }
}
