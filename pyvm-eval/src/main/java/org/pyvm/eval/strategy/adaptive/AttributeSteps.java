package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** Attributes, each place with a cache. */
final class AttributeSteps {
    private AttributeSteps() {}

    /** What a place remembers of objects whose attribute it has read. */
    static final class LoadCache {
        private static final int PATIENCE = 64;

        private final PyStr name;
        private AttributeCache known;
        private int misses;

        LoadCache(PyStr name) {
            this.name = name;
        }

        PyObject load(ThreadState thread, PyObject object) {
            AttributeCache cache = known;
            if (cache != null) {
                PyObject value = cache.load(thread, object);
                if (value != null) {
                    return value;
                }
            }
            learn(object);
            return AttributeAccess.loadAttr(thread, object, name);
        }

        /** The method that need not be bound, or null. */
        PyObject unboundMethod(PyObject object) {
            AttributeCache cache = known;
            if (cache == null) {
                learn(object);
                cache = known;
            }
            return cache == null ? null : cache.unboundMethod(object);
        }

        private void learn(PyObject object) {
            if (misses < PATIENCE) {
                misses++;
                known = AttributeCache.joined(AttributeCache.ofLoad(object, name), known);
            }
        }
    }

    static final class Load extends ValueStep {
        private final Operand object;
        private final LoadCache cache;

        Load(Operand object, PyStr name) {
            this.object = object;
            this.cache = new LoadCache(name);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = object.get(thread, frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, cache.load(thread, value));
        }
    }

    static final class Store extends ValueStep {
        private static final int PATIENCE = 64;

        private final Operand value;
        private final Operand object;
        private final PyStr name;
        private AttributeCache known;
        private int misses;

        Store(Operand value, Operand object, PyStr name) {
            this.value = value;
            this.object = object;
            this.name = name;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject stored = value.get(frame, slots);
            PyObject target = object.get(frame, slots);
            frame.lastInstruction = offset;
            AttributeCache cache = known;
            if (cache == null || !cache.store(target, stored)) {
                learn(target);
                AttributeAccess.storeAttr(thread, stored, target, name);
            }
            return done(slots);
        }

        private void learn(PyObject target) {
            if (misses < PATIENCE) {
                misses++;
                known = AttributeCache.joined(AttributeCache.ofStore(target, name), known);
            }
        }
    }
}
