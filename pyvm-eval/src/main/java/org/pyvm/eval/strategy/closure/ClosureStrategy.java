package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Goes from block to block. While a frame is traced, the wordcode is stepped through instead. */
public final class ClosureStrategy extends LoopStrategy {
    /** What the option calls it, and plugins that have forms of opcodes for it. */
    public static final String NAME = "closure";

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
        return NAME;
    }

    private Block step(ThreadState thread, Frame frame, ClosureCode code, Block block) {
        Block next = block.run(thread, frame);
        if (heat > 0 && next.offset <= block.offset && next.offset >= 0 && next.heats(heat)) {
            code.compile(next, this, thread.interpreter().evaluator);
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
            code.compile(block, this, thread.interpreter().evaluator);
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
        return block == Block.ESCAPE ? null : leave(frame, block);
    }

    /** Takes the value that is returned or yielded off the stack. */
    private static PyObject leave(Frame frame, Block end) {
        int top = --frame.stackTop;
        PyObject value = frame.slots[top];
        frame.slots[top] = null;
        if (end == Block.LEAVE) {
            frame.finish();
        }
        return value;
    }

    /**
     * The end of a call that has gone past the strategies.
     *
     * @param outcome the value returned, the block to go on with, or what has been thrown
     */
    PyObject finish(ThreadState thread, Frame frame, Object outcome) {
        PyFrame caller = frame.back();
        PyObject result;
        try {
            result = outcome instanceof PyObject value ? value : goOn(thread, frame, outcome);
            if (result != null) {
                returned(thread, frame, result);
            }
        } finally {
            thread.frame = caller;
            thread.recursionRemaining++;
        }
        if (result == null) {
            throw frame.takeLeaving();
        }
        return result;
    }

    private PyObject goOn(ThreadState thread, Frame frame, Object outcome) {
        if (outcome instanceof Block next) {
            return next == Block.LEAVE || next == Block.SUSPEND
                    ? leave(frame, next)
                    : goOn(thread, frame, next.offset, null);
        }
        return goOn(thread, frame, 0, outcome instanceof PyErr error ? error : asPythonError((Throwable) outcome));
    }
}
