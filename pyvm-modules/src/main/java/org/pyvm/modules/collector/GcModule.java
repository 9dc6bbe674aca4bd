package org.pyvm.modules.collector;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.Finalization;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * {@code gc}, over Java's collector, which does not count what it allocates and finds: a collection is said to have found the
 * objects that had something to be done at their end, all objects are of the oldest generation, and lists of objects have those
 * that can be reached ({@link ObjectGraph}).
 */
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

    private static final int GENERATIONS = 3;
    private static final int ALL = -1;

    private boolean enabled = true;
    private int debug;
    private int[] thresholds = {700, 10, 10};
    private final long[] collections = new long[GENERATIONS];
    private final long[] collected = new long[GENERATIONS];
    /** How often the generation below has been collected since. */
    private final int[] younger = new int[GENERATIONS];

    private boolean collecting;
    private int frozen;
    private PyList callbacks;

    @PythonModuleInit
    void init(PyModule module) {
        PyDict dict = module.dict();
        dict.put("garbage", new PyList());
        callbacks = new PyList();
        dict.put("callbacks", callbacks);
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
        if (generation < 0 || generation >= GENERATIONS) {
            throw PyErr.valueError("invalid generation");
        }
        if (collecting) {
            return 0;
        }
        collecting = true;
        try {
            tell(thread, "start", generation, 0);
            int found = thread.interpreter().finalization().collect(thread);
            collections[generation]++;
            collected[generation] += found;
            for (int i = 0; i <= generation; i++) {
                younger[i] = 0;
            }
            if (generation + 1 < GENERATIONS) {
                younger[generation + 1]++;
            }
            tell(thread, "stop", generation, found);
            return found;
        } finally {
            collecting = false;
        }
    }

    private void tell(ThreadState thread, String phase, int generation, int found) {
        if (callbacks.size() == 0) {
            return;
        }
        PyDict information = new PyDict();
        information.put("generation", PyInt.of(generation));
        information.put("collected", PyInt.of(found));
        information.put("uncollectable", PyInt.of(0));
        for (PyObject callback : callbacks.toArray()) {
            try {
                Calls.call(thread, callback, PyStr.intern(phase), information);
            } catch (PyErr e) {
                Unraisable.report(thread, e, null, callback);
            }
        }
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
        return PyTuple.of(PyInt.of(0), PyInt.of(younger[1]), PyInt.of(younger[2]));
    }

    @PythonFunction("get_stats()")
    PyObject getStats() {
        PyList stats = new PyList();
        for (int i = 0; i < GENERATIONS; i++) {
            PyDict generation = new PyDict();
            generation.put("collections", PyInt.of(collections[i]));
            generation.put("collected", PyInt.of(collected[i]));
            generation.put("uncollectable", PyInt.of(0));
            stats.append(generation);
        }
        return stats;
    }

    @PythonFunction("get_objects(generation=None)")
    PyObject getObjects(ThreadState thread, PyObject generation) {
        if (generation != Singletons.NONE) {
            if (!generation.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("argument should be integer or None, not '%T'", generation);
            }
            int number = Convert.toInt(thread, generation);
            if (number >= GENERATIONS) {
                throw PyErr.valueError(
                        "generation parameter must be less than the number of available generations (%d)", GENERATIONS);
            }
            if (number < ALL) {
                throw PyErr.valueError("generation parameter cannot be negative");
            }
            if (number != ALL && number < GENERATIONS - 1) {
                return new PyList();
            }
        }
        return PyList.of(ObjectGraph.reachable(thread.interpreter()).toArray(PyObject[]::new));
    }

    @PythonFunction("get_referrers(*objs)")
    PyObject getReferrers(ThreadState thread, PyObject[] objects) {
        PyList found = new PyList();
        for (PyObject candidate : ObjectGraph.reachable(thread.interpreter())) {
            if (refersToAny(candidate, objects)) {
                found.append(candidate);
            }
        }
        return found;
    }

    private static boolean refersToAny(PyObject candidate, PyObject[] objects) {
        for (PyObject referent : ObjectGraph.referents(candidate)) {
            for (PyObject object : objects) {
                if (referent == object) {
                    return true;
                }
            }
        }
        return false;
    }

    @PythonFunction("get_referents(*objs)")
    PyObject getReferents(PyObject[] objects) {
        PyList found = new PyList();
        for (PyObject object : objects) {
            ObjectGraph.referents(object).forEach(found::append);
        }
        return found;
    }

    @PythonFunction("is_tracked(obj, /)")
    boolean isTracked(PyObject object) {
        return ObjectGraph.isTracked(object);
    }

    @PythonFunction("is_finalized(obj, /)")
    boolean isFinalized(PyObject object) {
        return Finalization.isFinalized(object);
    }

    /** Java's collector has no generation for what is to be left alone: objects are counted, no more. */
    @PythonFunction("freeze()")
    void freeze(ThreadState thread) {
        frozen = ObjectGraph.reachable(thread.interpreter()).size();
    }

    @PythonFunction("unfreeze()")
    void unfreeze() {
        frozen = 0;
    }

    @PythonFunction("get_freeze_count()")
    int getFreezeCount() {
        return frozen;
    }
}
