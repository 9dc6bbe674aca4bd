package org.pyvm.eval.strategy.table;

import org.pyvm.eval.Frame;
import org.pyvm.objects.ThreadState;

/** Runs the instructions of one opcode. */
@FunctionalInterface
interface Handler {
    /**
     * @param next offset of the instruction behind it
     * @return offset of the instruction to go on at, or {@link org.pyvm.eval.Instructions#LEAVE} or {@link
     *     org.pyvm.eval.Instructions#SUSPEND} with the value on top of the stack
     */
    int execute(ThreadState thread, Frame frame, int argument, int next);
}
