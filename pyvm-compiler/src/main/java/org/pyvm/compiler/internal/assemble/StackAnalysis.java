package org.pyvm.compiler.internal.assemble;

import static org.pyvm.compiler.Opcodes.*;

import java.util.PriorityQueue;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Flag;
import org.pyvm.compiler.internal.assemble.StackState.Block;
import org.pyvm.compiler.internal.assemble.StackState.Kind;
import org.pyvm.compiler.internal.assemble.StackState.Pending;

/**
 * Follows all paths through a code object with an abstract value stack and block stack. Finds the depth that the code
 * needs, and refuses code whose stacks do not fit by an {@link Unsound} exception that names the instruction.
 *
 * <p>A finally handler of 3.6 is reached with None (from the end of its body), or with one, two or six items more than its
 * block's level. What it finds is one symbolic pending item here, which only END_FINALLY and its kin consume. In the
 * handler that unbinds the name of {@code except E as e}, an exception also leaves three items and a block below the
 * pending item that the normal way has dropped already; END_FINALLY unwinds them, so the normal way decides what comes
 * after.
 */
public final class StackAnalysis {
    /** Code whose stacks do not fit. */
    public static final class Unsound extends RuntimeException {
        private final int offset;

        Unsound(String message, int offset) {
            super(message + " at offset " + offset, null, false, false);
            this.offset = offset;
        }

        public int offset() {
            return offset;
        }
    }

    private static final int EXCEPTION_ITEMS = Opcode.EXCEPTION_ITEMS;
    private static final int SAVED_ITEMS = EXCEPTION_ITEMS / 2;

    private final FlowCode code;
    private final InstructionSet instructions;
    private final StackState[] states;
    /** The state outside the block whose exceptions enter a finally handler; null for other instructions. */
    private final StackState[] exceptional;

    private final boolean[] queued;
    private final PriorityQueue<Integer> queue = new PriorityQueue<>();
    /** Finally handlers not yet reached: they wait until nothing else is to be done, for the normal way may come. */
    private final PriorityQueue<Integer> deferred = new PriorityQueue<>();
    /** The state with which the instruction that was stepped over falls through. */
    private StackState after;

    private int maxHeight;
    private int maxBlocks;

    private StackAnalysis(FlowCode code, InstructionSet instructions) {
        this.code = code;
        this.instructions = instructions;
        this.states = new StackState[code.count()];
        this.exceptional = new StackState[code.count()];
        this.queued = new boolean[code.count()];
    }

    /**
     * Follows all paths.
     *
     * @throws Unsound when the stacks do not fit
     */
    public static StackAnalysis of(FlowCode code, InstructionSet instructions) {
        StackAnalysis analysis = new StackAnalysis(code, instructions);
        if (code.count() > 0) {
            analysis.arrive(0, StackState.EMPTY, 0);
            analysis.run();
        }
        return analysis;
    }

    /** A value stack of this size is enough. */
    public int maxHeight() {
        return maxHeight;
    }

    /** A block stack of this size is enough, the blocks of handled exceptions included. */
    public int maxBlocks() {
        return maxBlocks;
    }

    public boolean isReachable(int index) {
        return states[index] != null;
    }

    /** Depth of the value stack before an instruction, a pending item counting as one; -1 when it is unreachable. */
    public int depth(int index) {
        return states[index] == null ? -1 : states[index].depth();
    }

    /** What is known before an instruction; null when it is unreachable. */
    public StackState state(int index) {
        return states[index];
    }

    /** The blocks around an instruction from the outermost, kind and level: for views and tests. */
    public String blocks(int index) {
        StringBuilder text = new StringBuilder();
        Block innermost = states[index] == null ? null : states[index].blocks();
        for (Block block = innermost; block != null; block = block.outer()) {
            text.insert(0, block.kind() + "@" + block.level() + " ");
        }
        return text.toString().strip();
    }

    private void run() {
        while (true) {
            Integer next = queue.poll();
            if (next == null) {
                next = deferred.poll();
                if (next == null) {
                    return;
                }
                if (states[next] == null) {
                    states[next] = handlerState(null, exceptional[next], next);
                    follow(next);
                }
            } else {
                queued[next] = false;
                follow(next);
            }
        }
    }

    /** Follows one path until it ends or joins what is known. */
    private void follow(int start) {
        int index = start;
        while (step(index)) {
            if (index + 1 == code.count()) {
                throw unsound("control runs off the end", index);
            }
            if (!merge(index + 1, after, index)) {
                return;
            }
            index++;
        }
    }

    private void arrive(int index, StackState state, int from) {
        if (index < 0) {
            throw unsound("jump to no instruction", from);
        }
        if (merge(index, state, from) && !queued[index]) {
            queued[index] = true;
            queue.add(index);
        }
    }

    /** Joins a state into an instruction's; whether there is something new. */
    private boolean merge(int index, StackState state, int from) {
        StackState known = states[index];
        if (known != null && exceptional[index] == null) {
            if (!known.same(state)) {
                throw unsound(
                        "stacks differ: " + describe(known) + " and " + describe(state) + " before "
                                + code.offset(index),
                        from);
            }
            return false;
        }
        StackState arriving = exceptional[index] == null ? state : handlerState(state, exceptional[index], index);
        if (known != null && !known.same(arriving)) {
            throw unsound("a finally handler is entered with different stacks", from);
        }
        states[index] = noted(arriving);
        return known == null;
    }

    private StackState noted(StackState state) {
        maxHeight = Math.max(maxHeight, state.height());
        return state;
    }

    private static String describe(StackState state) {
        return "depth " + state.depth() + ", blocks "
                + (state.blocks() == null ? 0 : state.blocks().count());
    }

    /** The state of a finally handler, from the normal way into it (or null) and the exceptional one. */
    private StackState handlerState(StackState normal, StackState exception, int index) {
        if (normal == null) {
            boolean with = code.opcode(index) == WITH_CLEANUP_START;
            Pending pending = new Pending(exception.depth() + 1, EXCEPTION_ITEMS - 1, with, exception.pending());
            return noted(new StackState(exception.depth() + 1, exception.blocks(), pending));
        }
        Block outer = exception.blocks();
        boolean same = Block.same(normal.blocks(), outer) && normal.depth() == exception.depth() + 1;
        boolean unbinds = outer != null
                && outer.kind() == Kind.HANDLER
                && Block.same(normal.blocks(), outer.outer())
                && normal.depth() == outer.level() + 1;
        if (!same && !unbinds) {
            throw unsound("a finally handler is entered with different stacks", index);
        }
        int extra = exception.depth() + EXCEPTION_ITEMS - normal.depth();
        return noted(new StackState(
                normal.depth(), normal.blocks(), new Pending(normal.depth(), extra, true, normal.pending())));
    }

    private Opcode opcode(int index) {
        Opcode opcode = instructions.opcode(code.opcode(index));
        if (opcode == null) {
            throw unsound("unknown opcode " + code.opcode(index), index);
        }
        return opcode;
    }

    private Unsound unsound(String message, int index) {
        return new Unsound(message, code.offset(index));
    }

    /** Executes one instruction; whether control may fall through, with the state {@link #after}. */
    private boolean step(int index) {
        StackState state = states[index];
        Opcode opcode = opcode(index);
        int argument = code.argument(index);
        if (opcode.has(Flag.TAKES_PENDING)) {
            after = takePending(opcode.number(), state, index);
            return after != null;
        }
        int floor = state.pending() == null ? 0 : state.pending().position();
        int depth = state.depth() - opcode.pops(argument);
        if (depth < floor) {
            throw unsound(opcode.name() + " takes more than there is", index);
        }
        if (opcode.isBlockSetup()) {
            after = noted(setUp(opcode, state, depth, index));
            return true;
        }
        if (opcode.has(Flag.USES_BLOCKS)) {
            after = useBlocks(opcode, state, index);
            return after != null;
        }
        after = noted(state.withDepth(depth + opcode.pushes(argument)));
        if (opcode.isJump()) {
            arrive(
                    code.target(index),
                    noted(state.withDepth(state.depth() + opcode.stackEffect(argument, true))),
                    index);
            after = state.withDepth(depth + opcode.pushes(argument));
        }
        return !opcode.endsBlock();
    }

    private StackState setUp(Opcode opcode, StackState state, int depth, int index) {
        int handler = code.target(index);
        if (handler < 0) {
            throw unsound("handler is no instruction", index);
        }
        int setup = opcode.number();
        // SETUP_WITH puts __exit__ below the level; the others do not change the stack below it.
        int level = setup == SETUP_WITH ? depth + 1 : depth;
        StackState outside = state.withDepth(level);
        Kind kind = switch (setup) {
            case SETUP_LOOP -> Kind.LOOP;
            case SETUP_EXCEPT -> Kind.EXCEPT;
            default -> Kind.FINALLY;
        };
        switch (kind) {
            case LOOP -> arrive(handler, outside, index);
            case EXCEPT ->
                arrive(handler, outside.withDepth(level + EXCEPTION_ITEMS).push(Kind.HANDLER, level, handler), index);
            case FINALLY, HANDLER -> enterExceptionally(handler, outside, index);
        }
        StackState inside =
                state.withDepth(depth + opcode.pushes(code.argument(index))).push(kind, level, handler);
        maxBlocks = Math.max(maxBlocks, inside.blocks().count());
        return inside;
    }

    private void enterExceptionally(int handler, StackState outside, int index) {
        if (exceptional[handler] == null) {
            exceptional[handler] = outside;
            deferred.add(handler);
        } else if (!exceptional[handler].same(outside)) {
            throw unsound("two blocks with different stacks share a handler", index);
        }
    }

    private StackState useBlocks(Opcode opcode, StackState state, int index) {
        Block top = state.blocks();
        return switch (opcode.number()) {
            case POP_BLOCK -> {
                if (top == null || top.kind() == Kind.HANDLER || state.depth() < top.level()) {
                    throw unsound("POP_BLOCK without a block", index);
                }
                yield state.withDepth(top.level()).withBlocks(top.outer());
            }
            case POP_EXCEPT -> {
                if (top == null || top.kind() != Kind.HANDLER || state.depth() < top.level() + SAVED_ITEMS) {
                    throw unsound("POP_EXCEPT outside a handler", index);
                }
                yield state.withDepth(top.level()).withBlocks(top.outer());
            }
            case BREAK_LOOP -> {
                innermostLoop(state, index);
                yield null;
            }
            case CONTINUE_LOOP -> {
                Block loop = innermostLoop(state, index);
                int depth = state.depth();
                for (Block block = top; block != loop; block = block.outer()) {
                    // The handler of a with statement takes __exit__ from below the level.
                    boolean with = block.kind() == Kind.FINALLY && code.opcode(block.handler()) == WITH_CLEANUP_START;
                    depth = with ? block.level() - 1 : block.level();
                }
                arrive(code.target(index), state.withDepth(depth).withBlocks(loop), index);
                yield null;
            }
            // RETURN_VALUE and RERAISE unwind everything.
            default ->
                opcode.endsBlock()
                        ? null
                        : state.withDepth(state.depth() + opcode.stackEffect(code.argument(index), false));
        };
    }

    private Block innermostLoop(StackState state, int index) {
        Block loop = state.blocks();
        while (loop != null && loop.kind() != Kind.LOOP) {
            loop = loop.outer();
        }
        if (loop == null) {
            throw unsound(opcode(index).name() + " outside a loop", index);
        }
        return loop;
    }

    private StackState takePending(int opcode, StackState state, int index) {
        Block top = state.blocks();
        boolean inExcept = top != null
                && top.kind() == Kind.HANDLER
                && state.depth() == top.level() + EXCEPTION_ITEMS
                && (state.pending() == null || state.pending().position() <= top.level());
        if (opcode == END_ASYNC_FOR) {
            if (!inExcept) {
                throw unsound("END_ASYNC_FOR without an exception", index);
            }
            return state.withDepth(top.level() - 1).withBlocks(top.outer());
        }
        if (opcode == END_FINALLY && inExcept) {
            return null;
        }
        Pending pending = state.pending();
        int above = opcode == WITH_CLEANUP_FINISH ? 2 : 0;
        if (pending == null || state.depth() != pending.position() + above) {
            throw unsound(opcode(index).name() + " without anything pending on top", index);
        }
        return switch (opcode) {
            case END_FINALLY ->
                pending.normal() ? new StackState(state.depth() - 1, state.blocks(), pending.outer()) : null;
            case POP_FINALLY -> new StackState(state.depth() - 1, state.blocks(), pending.outer());
            // __exit__ is taken from below what is pending.
            case WITH_CLEANUP_START ->
                noted(new StackState(
                        state.depth() + 1,
                        state.blocks(),
                        new Pending(pending.position() - 1, pending.extra(), pending.normal(), pending.outer())));
            case WITH_CLEANUP_FINISH ->
                noted(new StackState(
                        state.depth() - 2,
                        state.blocks(),
                        new Pending(pending.position(), pending.extra() + 1, pending.normal(), pending.outer())));
            default -> throw unsound(opcode(index).name() + " takes what is pending in no known way", index);
        };
    }
}
