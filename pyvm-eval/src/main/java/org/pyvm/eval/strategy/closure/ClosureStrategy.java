package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Goes from block to block. While a frame is traced, the wordcode is stepped through instead. */
public final class ClosureStrategy extends LoopStrategy {
    private final LoopStrategy stepper = new SwitchStrategy();

    @Override
    public String name() {
        return "closure";
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        Block block = ClosureCode.of(thread, frame.code()).at(start);
        if (block == null) {
            return stepper.proceed(thread, frame, start);
        }
        while (block.offset >= 0) {
            if (thread.stepping || !block.isComplete()) {
                return stepper.proceed(thread, frame, block.offset);
            }
            block = block.run(thread, frame);
        }
        int top = --frame.stackTop;
        PyObject value = frame.slots[top];
        frame.slots[top] = null;
        if (block == Block.LEAVE) {
            frame.finish();
        }
        return value;
    }
}
