package org.pyvm.eval.strategy.closure;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Shape;
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
            if (cache == null || emitter.isCompact()) {
                emitter.constant(this).thread().frame();
                object.emit(emitter);
                emitter.callOn(this, "loadFrom", PyObject.class, ThreadState.class, Frame.class, PyObject.class);
            } else if (onlyField() != null) {
                emitter.constant(this).thread().frame();
                object.emit(emitter);
                emitter.constant(cache.shape()).constant(cache.version()).integer(cache.index());
                emitter.call(
                        Load.class,
                        "fieldOrLoad",
                        PyObject.class,
                        Load.class,
                        ThreadState.class,
                        Frame.class,
                        PyObject.class,
                        Shape.class,
                        Object.class,
                        int.class);
            } else {
                emitKinds(emitter);
            }
        }

        private void emitKinds(Emitter emitter) {
            CodeBuilder code = emitter.code();
            Label done = code.newLabel();
            int target = emitter.variable();
            object.emit(emitter);
            code.astore(target);
            emitter.at(pc);
            for (AttributeCache known = cache; known != null; known = known.others()) {
                if (known.isField()) {
                    code.aload(target);
                    emitField(emitter, known);
                } else {
                    emitter.constant(known).thread();
                    code.aload(target);
                    emitter.callOn(known, "loadOwn", PyObject.class, ThreadState.class, PyObject.class);
                }
                code.dup().ifnonnull(done).pop();
            }
            emitter.constant(this).thread();
            code.aload(target);
            emitter.callOn(this, "load", PyObject.class, ThreadState.class, PyObject.class);
            code.labelBinding(done);
            code.aconst_null().astore(target);
        }

        /** Where the attribute is, when that has been an object's own field in all objects of one kind; else null. */
        AttributeCache onlyField() {
            return cache != null && cache.others() == null && cache.isField() ? cache : null;
        }

        /** Takes the object on the operand stack for the attribute, or null when it is not of that kind. */
        void emitField(Emitter emitter, AttributeCache known) {
            emitter.constant(known.shape()).constant(known.version()).integer(known.index());
            emitter.call(
                    AttributeCache.class,
                    "field",
                    PyObject.class,
                    PyObject.class,
                    Shape.class,
                    Object.class,
                    int.class);
        }

        static PyObject fieldOrLoad(
                Load load, ThreadState thread, Frame frame, PyObject object, Shape shape, Object version, int index) {
            PyObject value = AttributeCache.field(object, shape, version, index);
            return value != null ? value : load.loadFrom(thread, frame, object);
        }

        PyObject loadFrom(ThreadState thread, Frame frame, PyObject value) {
            frame.lastInstruction = pc;
            return load(thread, value);
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
            if (cache == null || emitter.isCompact() || cache.others() != null || !cache.isField()) {
                emitter.constant(this).thread().frame();
                value.emit(emitter);
                object.emit(emitter);
                emitter.callOn(
                        this, "storeTo", void.class, ThreadState.class, Frame.class, PyObject.class, PyObject.class);
                return;
            }
            emitter.constant(this).thread().frame();
            value.emit(emitter);
            object.emit(emitter);
            emitter.constant(cache.shape()).constant(cache.version()).integer(cache.index());
            emitter.call(
                    Store.class,
                    "storeField",
                    void.class,
                    Store.class,
                    ThreadState.class,
                    Frame.class,
                    PyObject.class,
                    PyObject.class,
                    Shape.class,
                    Object.class,
                    int.class);
        }

        static void storeField(
                Store store,
                ThreadState thread,
                Frame frame,
                PyObject stored,
                PyObject target,
                Shape shape,
                Object version,
                int index) {
            if (!AttributeCache.storeField(stored, target, shape, version, index)) {
                store.storeTo(thread, frame, stored, target);
            }
        }

        void storeTo(ThreadState thread, Frame frame, PyObject stored, PyObject target) {
            frame.lastInstruction = pc;
            store(thread, stored, target);
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
