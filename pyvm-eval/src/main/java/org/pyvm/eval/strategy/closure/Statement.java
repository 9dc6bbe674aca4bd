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
}
