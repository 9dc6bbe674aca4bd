package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.objects.ThreadState;

/** The end of a block: decides what comes next. */
abstract class Exit {
    /** The next block; see {@link Block#run}. The frame holds the whole state when it returns. */
    abstract Block next(ThreadState thread, Frame frame);

    /** Writes bytecode that jumps to the next block or leaves the method. */
    void emit(Emitter emitter) {
        emitter.constant(this).thread().frame();
        emitter.callOn(this, "next", Block.class, ThreadState.class, Frame.class);
        emitter.code().areturn();
    }
}
