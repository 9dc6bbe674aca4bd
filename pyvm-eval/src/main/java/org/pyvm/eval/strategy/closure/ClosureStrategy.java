package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Goes from block to block. While a frame is traced, the wordcode is stepped through instead. */
public final class ClosureStrategy extends LoopStrategy {
    private final LoopStrategy stepper = new SwitchStrategy();
    private final int heat;

    /** Compiles nothing. */
    public ClosureStrategy() {
        this(0);
    }

    /** @param heat how often a block is entered before it and what follows become JVM bytecode; 0 for never */
    public ClosureStrategy(int heat) {
        this.heat = heat;
    }

    @Override
    public String name() {
        return "closure";
    }

    private Block step(ThreadState thread, Frame frame, ClosureCode code, Block block) {
        Block next = block.run(thread, frame);
        if (heat > 0 && next.offset <= block.offset && next.offset >= 0 && next.heats(heat)) {
            code.compile(next);
        }
        return next;
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        ClosureCode code = ClosureCode.of(thread, frame.code());
        Block block = code.at(start);
        if (block == null) {
            return stepper.proceed(thread, frame, start);
        }
        if (heat > 0 && block.body() == null && block.heats(heat)) {
            code.compile(block);
        }
        while (block.offset >= 0) {
            if (thread.stepping || !block.isComplete()) {
                return stepper.proceed(thread, frame, block.offset);
            }
            CompiledBody body = block.body();
            if (body != null) {
                Object result = body.run(thread, frame);
                if (!(result instanceof Block next)) {
                    return (PyObject) result;
                }
                block = next;
            } else {
                block = step(thread, frame, code, block);
            }
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
