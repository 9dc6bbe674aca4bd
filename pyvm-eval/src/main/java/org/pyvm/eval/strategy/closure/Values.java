package org.pyvm.eval.strategy.closure;

import java.lang.classfile.Label;
import org.pyvm.eval.Frame;
import org.pyvm.eval.GlobalCache;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** Constants, variables, and what lies on the value stack. */
final class Values {
    private Values() {}

    static final class Constant extends Node {
        final PyObject value;

        Constant(PyObject value) {
            this.value = value;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return value;
        }

        @Override
        void emit(Emitter emitter) {
            emitter.constant(value);
        }

        @Override
        boolean isStable() {
            return true;
        }
    }

    /** A local variable that is known to be bound. */
    static final class BoundLocal extends Node {
        final int index;

        BoundLocal(int index) {
            this.index = index;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return frame.slots[index];
        }

        @Override
        void emit(Emitter emitter) {
            emitter.loadLocal(index);
        }

        @Override
        boolean isStable() {
            return true;
        }

        @Override
        boolean reads(int local) {
            return local == index;
        }
    }

    static final class Local extends Node {
        final int index;
        private final int pc;

        Local(int index, int pc) {
            this.index = index;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject value = frame.slots[index];
            if (value == null) {
                frame.lastInstruction = pc;
                throw NameAccess.unboundLocal(frame, index);
            }
            return value;
        }

        @Override
        void emit(Emitter emitter) {
            Label bound = emitter.code().newLabel();
            emitter.loadLocal(index);
            emitter.code().dup().ifnonnull(bound);
            emitter.constant(this).thread().frame();
            emitter.callOn(this, "get", PyObject.class, ThreadState.class, Frame.class);
            emitter.code().pop();
            emitter.code().labelBinding(bound);
        }

        @Override
        boolean reads(int local) {
            return local == index;
        }
    }

    /** An item of the value stack, counted from the frame's top: -1 is the item below it. */
    static final class StackItem extends Node {
        final int offset;

        StackItem(int offset) {
            this.offset = offset;
            this.usesStack = true;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return frame.slots[frame.stackTop + offset];
        }

        @Override
        void emit(Emitter emitter) {
            emitter.slots().stackTop().integer(offset);
            emitter.code().iadd().aaload();
        }

        @Override
        boolean isStable() {
            return true;
        }
    }

    /** Takes the topmost item off the value stack. */
    static final class TakeTop extends Node {
        @Override
        PyObject get(ThreadState thread, Frame frame) {
            int top = --frame.stackTop;
            PyObject value = frame.slots[top];
            frame.slots[top] = null;
            return value;
        }
    }

    static final class Deref extends Node {
        private final int index;
        private final int pc;

        Deref(int index, int pc) {
            this.index = index;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            return NameAccess.loadDeref(frame, index);
        }
    }

    /** A name of a module's or class's body. */
    static final class Name extends Node {
        private final PyStr name;
        private final int pc;

        Name(PyStr name, int pc) {
            this.name = name;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            return NameAccess.loadName(thread, frame, name);
        }
    }

    /**
     * A global or built-in. Remembers at which place of which dictionary it was found; that holds as long as no key is
     * added to or removed from the dictionaries.
     */
    static final class Global extends Node {
        private final GlobalCache cache;

        Global(PyStr name, int pc) {
            cache = new GlobalCache(name, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return cache.load(thread, frame);
        }
    }
}
