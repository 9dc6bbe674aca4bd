package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** Access to attributes, with what was found last time. */
final class Attributes {
    /** Misses after which an instruction is taken to see too many kinds of objects to be worth remembering. */
    static final int PATIENCE = 64;

    private Attributes() {}

    static final class Load extends Node {
        private final Node object;
        private final PyStr name;
        private final int pc;
        private AttributeCache cache;
        private int misses;

        Load(Node object, PyStr name, int pc) {
            this.object = object;
            this.name = name;
            this.pc = pc;
        }

        Node object() {
            return object;
        }

        PyStr name() {
            return name;
        }

        int pc() {
            return pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject value = object.get(thread, frame);
            frame.lastInstruction = pc;
            return load(thread, value);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.constant(this).thread();
            object.emit(emitter);
            emitter.at(pc);
            emitter.callOn(this, "load", PyObject.class, ThreadState.class, PyObject.class);
        }

        PyObject load(ThreadState thread, PyObject value) {
            AttributeCache known = cache;
            if (known != null) {
                PyObject found = known.load(thread, value);
                if (found != null) {
                    return found;
                }
            }
            if (misses < PATIENCE) {
                misses++;
                cache = AttributeCache.joined(AttributeCache.ofLoad(value, name), known);
            }
            return AttributeAccess.loadAttr(thread, value, name);
        }
    }

    static final class Store extends Statement {
        private final Node value;
        private final Node object;
        private final PyStr name;
        private final int pc;
        private AttributeCache cache;
        private int misses;

        Store(Node value, Node object, PyStr name, int pc) {
            this.value = value;
            this.object = object;
            this.name = name;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject stored = value.get(thread, frame);
            PyObject target = object.get(thread, frame);
            frame.lastInstruction = pc;
            store(thread, stored, target);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.constant(this).thread();
            value.emit(emitter);
            object.emit(emitter);
            emitter.at(pc);
            emitter.callOn(this, "store", void.class, ThreadState.class, PyObject.class, PyObject.class);
        }

        void store(ThreadState thread, PyObject stored, PyObject target) {
            AttributeCache known = cache;
            if (known != null && known.store(target, stored)) {
                return;
            }
            if (misses < PATIENCE) {
                misses++;
                cache = AttributeCache.joined(AttributeCache.ofStore(target, name), known);
            }
            AttributeAccess.storeAttr(thread, stored, target, name);
        }
    }
}
