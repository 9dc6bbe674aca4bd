package org.pyvm.runtime.internal.lockstep;

import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Runs frames by another strategy and tells the other interpreter of them: of calls and resumptions and of each
 * jump back, where it has the frame handed over to look at it, with all that the frame holds, so that stores show in the next of
 * these; and of how frames end.
 */
final class WatchedStrategy extends LoopStrategy {
    private final LoopStrategy inner;
    private final LoggedHost host;
    private boolean prepared;

    WatchedStrategy(LoopStrategy inner, LoggedHost host) {
        this.inner = inner;
        this.host = host;
    }

    @Override
    public String name() {
        return inner.name();
    }

    /** Asks for the frame after a jump back; what polls otherwise stands at different places in different strategies. */
    @Override
    public void polled(ThreadState thread) {
        if (thread.frame instanceof Frame frame && frame.lastInstruction >= 0) {
            byte[] words = frame.code().code().code();
            Opcode opcode = InstructionSet.python().opcode(words[frame.lastInstruction] & 0xFF);
            if (opcode != null && opcode.isJump()) {
                thread.askHandOver(true);
            }
        }
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        if (!prepared) {
            prepared = true;
            // Polls are to be answered.
            thread.interpreter().lock().setPollsWatched(true);
            thread.interpreter().finalization().setAutomatic(false);
            // Both interpreters are to go through sets in the same order.
            thread.interpreter().setRepeatable(true);
        }
        int offset = start;
        while (true) {
            thread.askHandOver(false);
            PyObject result = inner.proceed(thread, frame, offset);
            if (!HandOver.isGivenBack(result)) {
                host.event((frame.isSuspended() ? "yield: " : "return: ")
                        + frame.code().qualName() + " " + StateText.of(result));
                return result;
            }
            offset = thread.handOverAt;
            host.safepoint("jump back: " + StateText.of(frame, offset));
        }
    }

    @Override
    protected void entered(ThreadState thread, Frame frame) {
        boolean begins = frame.lastInstruction < 0;
        host.event(
                begins ? "call: " + StateText.of(frame, 0) : "resumed: " + StateText.of(frame, frame.lastInstruction));
    }

    @Override
    protected void left(ThreadState thread, Frame frame, PyErr error) {
        host.event("exception: " + error.value().type().name() + " " + StateText.place(frame, frame.lastInstruction));
    }
}
