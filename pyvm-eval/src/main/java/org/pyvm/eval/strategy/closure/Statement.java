package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.objects.ThreadState;

/** A step of a block that has an effect. */
abstract class Statement {
    /**
     * Offset of the instruction behind it, if the frame holds the whole state of the block there, so that another strategy
     * can go on; else -1.
     */
    int resumeAt = -1;

    abstract void execute(ThreadState thread, Frame frame);

    /** Writes bytecode that does it; without a form of its own, a call of {@link #execute}. */
    void emit(Emitter emitter) {
        emitter.constant(this).thread().frame();
        emitter.callOn(this, "execute", void.class, ThreadState.class, Frame.class);
    }

    /** Whether other Python code may run meanwhile, which could begin to trace. */
    boolean mayCall() {
        return true;
    }
}
