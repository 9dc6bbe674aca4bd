package org.pyvm.eval.strategy.switched;

import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** What the instructions of one code object found last time, kept beside the code, which itself never changes. */
final class InlineCaches {
    /** Misses of one instruction after which it is taken to see too many kinds of objects to be worth remembering. */
    private static final int PATIENCE = 64;

    private final AttributeCache[] attributes;
    private final byte[] misses;

    private InlineCaches(PyCode code) {
        int instructions = code.code().code().length / 2;
        attributes = new AttributeCache[instructions];
        misses = new byte[instructions];
    }

    static InlineCaches of(PyCode code) {
        if (code.strategyData() instanceof InlineCaches caches) {
            return caches;
        }
        InlineCaches caches = new InlineCaches(code);
        code.setStrategyData(caches);
        return caches;
    }

    PyObject loadAttribute(ThreadState thread, PyObject object, PyStr name, int pc) {
        AttributeCache cache = attributes[pc >> 1];
        if (cache != null) {
            PyObject value = cache.load(thread, object);
            if (value != null) {
                return value;
            }
        }
        if (misses[pc >> 1] < PATIENCE) {
            misses[pc >> 1]++;
            attributes[pc >> 1] = AttributeCache.joined(AttributeCache.ofLoad(object, name), cache);
        }
        return AttributeAccess.loadAttr(thread, object, name);
    }

    void storeAttribute(ThreadState thread, PyObject value, PyObject object, PyStr name, int pc) {
        AttributeCache cache = attributes[pc >> 1];
        if (cache != null && cache.store(object, value)) {
            return;
        }
        if (misses[pc >> 1] < PATIENCE) {
            misses[pc >> 1]++;
            attributes[pc >> 1] = AttributeCache.joined(AttributeCache.ofStore(object, name), cache);
        }
        AttributeAccess.storeAttr(thread, value, object, name);
    }
}
