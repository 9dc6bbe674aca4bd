package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.ThreadState;

/** A basic block. When it starts, the frame holds the whole state. */
final class Block {
    /** The frame returns the value on top of its stack. */
    static final Block LEAVE = new Block(-1);
    /** An exception leaves the frame; see {@link Unwinding#ESCAPE}. */
    static final Block ESCAPE = new Block(Unwinding.ESCAPE);
    /** The frame is suspended with the value yielded on top of its stack. */
    static final Block SUSPEND = new Block(-2);

    /** Offset of the first instruction. */
    final int offset;

    private Statement[] statements;
    private Exit exit;
    /** How often it was entered from outside or jumped back to. */
    private int heat;
    /** What runs it and what follows, once that is compiled. */
    private CompiledBody body;

    Block(int offset) {
        this.offset = offset;
    }

    void complete(Statement[] body, Exit end) {
        statements = body;
        exit = end;
    }

    /** Whether its code has been translated. */
    boolean isComplete() {
        return exit != null;
    }

    Statement[] statements() {
        return statements;
    }

    Exit exit() {
        return exit;
    }

    CompiledBody body() {
        return body;
    }

    void setBody(CompiledBody compiled) {
        body = compiled;
    }

    /** Counts an entry. @return whether that was the one with this number */
    boolean heats(int limit) {
        return ++heat == limit;
    }

    /**
     * Runs the block.
     *
     * @return the block to go on with, {@link #LEAVE} or {@link #SUSPEND}; one that is not complete when another strategy
     *     must go on at its offset, since tracing has begun
     */
    Block run(ThreadState thread, Frame frame) {
        for (Statement statement : statements) {
            statement.execute(thread, frame);
            if (thread.stepping && statement.resumeAt >= 0) {
                return new Block(statement.resumeAt);
            }
        }
        return exit.next(thread, frame);
    }
}
