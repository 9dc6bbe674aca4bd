package org.pyvm.modules;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyTuple;

/** {@code gc}, over Java's collector, which does not say what it found: counts are zero and lists of objects empty. */
@PythonModule("gc")
public final class GcModule {
    @PythonConstant("DEBUG_STATS")
    static final int DEBUG_STATS = 1;

    @PythonConstant("DEBUG_COLLECTABLE")
    static final int DEBUG_COLLECTABLE = 2;

    @PythonConstant("DEBUG_UNCOLLECTABLE")
    static final int DEBUG_UNCOLLECTABLE = 4;

    @PythonConstant("DEBUG_SAVEALL")
    static final int DEBUG_SAVEALL = 32;

    @PythonConstant("DEBUG_LEAK")
    static final int DEBUG_LEAK = 38;

    private boolean enabled = true;
    private int debug;
    private int[] thresholds = {700, 10, 10};

    @PythonModuleInit
    void init(PyModule module) {
        PyDict dict = module.dict();
        dict.put("garbage", new PyList());
        dict.put("callbacks", new PyList());
    }

    @PythonFunction("enable()")
    void enable() {
        enabled = true;
    }

    @PythonFunction("disable()")
    void disable() {
        enabled = false;
    }

    @PythonFunction("isenabled()")
    boolean isEnabled() {
        return enabled;
    }

    @PythonFunction("collect(generation=2)")
    int collect(ThreadState thread, int generation) {
        if (generation < 0 || generation > 2) {
            throw PyErr.valueError("invalid generation");
        }
        return thread.interpreter().finalization().collect(thread);
    }

    @PythonFunction("get_debug()")
    int getDebug() {
        return debug;
    }

    @PythonFunction("set_debug(flags, /)")
    void setDebug(int flags) {
        debug = flags;
    }

    @PythonFunction("get_threshold()")
    PyObject getThreshold() {
        return PyTuple.of(PyInt.of(thresholds[0]), PyInt.of(thresholds[1]), PyInt.of(thresholds[2]));
    }

    @PythonFunction("set_threshold(threshold0, threshold1=10, threshold2=10, /)")
    void setThreshold(int threshold0, int threshold1, int threshold2) {
        thresholds = new int[] {threshold0, threshold1, threshold2};
    }

    @PythonFunction("get_count()")
    PyObject getCount() {
        return PyTuple.of(PyInt.of(0), PyInt.of(0), PyInt.of(0));
    }

    @PythonFunction("get_stats()")
    PyObject getStats() {
        PyList stats = new PyList();
        for (int i = 0; i < 3; i++) {
            PyDict generation = new PyDict();
            generation.put("collections", PyInt.of(0));
            generation.put("collected", PyInt.of(0));
            generation.put("uncollectable", PyInt.of(0));
            stats.append(generation);
        }
        return stats;
    }

    @PythonFunction("get_objects(generation=None)")
    PyObject getObjects(PyObject generation) {
        return new PyList();
    }

    @PythonFunction("get_referrers(*objs)")
    PyObject getReferrers(PyObject[] objects) {
        return new PyList();
    }

    @PythonFunction("get_referents(*objs)")
    PyObject getReferents(PyObject[] objects) {
        return new PyList();
    }

    /** Every object is under Java's collector; CPython leaves out those that refer to nothing. */
    @PythonFunction("is_tracked(obj, /)")
    boolean isTracked(PyObject object) {
        return object.shape() != null
                || object instanceof PyList
                || object instanceof PyDict
                || object instanceof PyTuple tuple && tuple.size() > 0;
    }

    @PythonFunction("is_finalized(obj, /)")
    boolean isFinalized(PyObject object) {
        return false;
    }

    @PythonFunction("freeze()")
    void freeze() {
        // Java's collector has no generation for what is to be left alone.
    }

    @PythonFunction("unfreeze()")
    void unfreeze() {
        // See freeze.
    }

    @PythonFunction("get_freeze_count()")
    int getFreezeCount() {
        return 0;
    }
}
