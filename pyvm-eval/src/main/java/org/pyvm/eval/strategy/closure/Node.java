package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/**
 * An expression. It evaluates its operands in the order in which the wordcode pushes them, then sets the frame's {@code
 * lastInstruction} if it may raise, then computes. Nodes belong to one code object; what they remember of earlier runs is
 * guarded by the interpreter's lock.
 */
abstract class Node {
    /** Whether it or an operand reads the value stack: such a node cannot be moved across a change of the frame's top. */
    boolean usesStack;

    abstract PyObject get(ThreadState thread, Frame frame);

    /** Writes bytecode that leaves the value on the operand stack; without a form of its own, a call of {@link #get}. */
    void emit(Emitter emitter) {
        emitter.constant(this).thread().frame();
        emitter.callOn(this, "get", PyObject.class, ThreadState.class, Frame.class);
    }

    /** Writes bytecode that leaves the truth of the value on the operand stack. @param pc of the instruction that asks */
    void emitTest(Emitter emitter, int pc) {
        emit(emitter);
        emitTruth(emitter, pc);
    }

    /** Writes bytecode that replaces a value by its truth. */
    static void emitTruth(Emitter emitter, int pc) {
        emitter.thread().frame().integer(pc);
        emitter.call(Node.class, "isTrue", boolean.class, PyObject.class, ThreadState.class, Frame.class, int.class);
    }

    /** The truth of a value; special methods that it is asked for find the frame at {@code pc}. */
    static boolean isTrue(PyObject value, ThreadState thread, Frame frame, int pc) {
        if (value == Singletons.TRUE || value == Singletons.FALSE) {
            return value == Singletons.TRUE;
        }
        frame.lastInstruction = pc;
        return Objects.isTrue(thread, value);
    }

    /** The truth of the value. @param pc of the instruction that asks */
    boolean test(ThreadState thread, Frame frame, int pc) {
        return isTrue(get(thread, frame), thread, frame, pc);
    }

    /**
     * Whether evaluating it has no effect, cannot fail, and gives the same at any time before the next store to a local that
     * {@link #reads}: then it can wait and be repeated.
     */
    boolean isStable() {
        return false;
    }

    /** Notes what the operands read. */
    final Node over(Node... operands) {
        for (Node operand : operands) {
            usesStack |= operand != null && operand.usesStack;
        }
        return this;
    }

    /** Whether the value depends on the local variable of that index. */
    boolean reads(int local) {
        return false;
    }
}
