package org.pyvm.eval;

import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/**
 * What the instructions of one code object found last time, for strategies that step through wordcode: kept beside the code,
 * which itself never changes.
 */
public final class InlineCaches {
    /** Misses of one instruction after which it is taken to see too many kinds of objects to be worth remembering. */
    private static final int PATIENCE = 64;

    private final AttributeCache[] attributes;
    /** Null while no global has been loaded twice at one place. */
    private GlobalCache[] globals;

    private final byte[] misses;

    private InlineCaches(PyCode code) {
        int instructions = code.code().code().length / 2;
        attributes = new AttributeCache[instructions];
        misses = new byte[instructions];
    }

    /** The caches of a code object, made when they are first asked for. */
    public static InlineCaches of(PyCode code) {
        if (code.strategyData() instanceof InlineCaches caches) {
            return caches;
        }
        InlineCaches caches = new InlineCaches(code);
        code.setStrategyData(caches);
        return caches;
    }

    /** LOAD_ATTR. @param pc offset of the instruction, or anything that is different for each */
    public PyObject loadAttribute(ThreadState thread, PyObject object, PyStr name, int pc) {
        AttributeCache cache = attributes[pc >> 1];
        if (cache != null) {
            PyObject value = cache.load(thread, object);
            if (value != null) {
                return value;
            }
        }
        return findAttribute(thread, object, name, pc >> 1);
    }

    private PyObject findAttribute(ThreadState thread, PyObject object, PyStr name, int at) {
        if (misses[at] < PATIENCE) {
            misses[at]++;
            attributes[at] = AttributeCache.joined(AttributeCache.ofLoad(object, name), attributes[at]);
        }
        return AttributeAccess.loadAttr(thread, object, name);
    }

    /** STORE_ATTR; see {@link #loadAttribute}. */
    public void storeAttribute(ThreadState thread, PyObject value, PyObject object, PyStr name, int pc) {
        AttributeCache cache = attributes[pc >> 1];
        if (cache == null || !cache.store(object, value)) {
            storeElsewhere(thread, value, object, name, pc >> 1);
        }
    }

    private void storeElsewhere(ThreadState thread, PyObject value, PyObject object, PyStr name, int at) {
        if (misses[at] < PATIENCE) {
            misses[at]++;
            attributes[at] = AttributeCache.joined(AttributeCache.ofStore(object, name), attributes[at]);
        }
        AttributeAccess.storeAttr(thread, value, object, name);
    }

    /** LOAD_GLOBAL; see {@link #loadAttribute}. */
    public PyObject loadGlobal(ThreadState thread, Frame frame, PyStr name, int pc) {
        GlobalCache cache = globals == null ? null : globals[pc >> 1];
        return cache != null ? cache.load(thread, frame) : findGlobal(thread, frame, name, pc >> 1);
    }

    /** Most code runs once, so a place remembers nothing before it is come to again. */
    private PyObject findGlobal(ThreadState thread, Frame frame, PyStr name, int at) {
        if (misses[at]++ > 0) {
            if (globals == null) {
                globals = new GlobalCache[misses.length];
            }
            globals[at] = new GlobalCache(name, frame.lastInstruction);
        }
        return NameAccess.loadGlobal(thread, frame, name);
    }
}
