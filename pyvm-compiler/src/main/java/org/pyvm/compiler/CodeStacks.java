package org.pyvm.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pyvm.compiler.internal.assemble.FlowCode;
import org.pyvm.compiler.internal.assemble.StackAnalysis;
import org.pyvm.compiler.internal.assemble.StackState;

/**
 * What stands on the value stack and the block stack before each instruction of a code object, whichever way control came
 * there. For tools, and for a debugger's jump from one line to another.
 */
public final class CodeStacks {
    /** What an item is for. */
    public enum Kind {
        /** Any value, the {@code __exit__} of a with statement included. */
        OBJECT,
        /** The iterator of a for loop. */
        ITERATOR,
        /** Three items of an exception: the one handled before, or the one that has come. */
        EXCEPTION,
        /** What is pending in a finally handler: None, a why-code with or without value, or six items. */
        PENDING
    }

    /**
     * An item of the value stack, or the three of an exception.
     *
     * @param at depth below it, in items, what is pending counting as one
     * @param mayBeNone of a pending item, whether the handler is entered normally too, with None
     */
    public record Item(Kind kind, int at, boolean mayBeNone) {}

    /**
     * A block.
     *
     * @param number opcode that sets it up; 257 for that of a handled exception
     * @param level depth to which it unwinds, in items as in {@link Item#at}
     * @param handler offset in bytes
     */
    public record Block(int number, int level, int handler) {}

    private static final int HANDLER_BLOCK = 257;

    private final FlowCode code;
    private final StackAnalysis analysis;

    /** Whether control may come to an instruction; code behind an endless loop is not live. */
    private final boolean[] live;

    private CodeStacks(FlowCode code, StackAnalysis analysis) {
        this.code = code;
        this.analysis = analysis;
        this.live = new boolean[code.count()];
        markLive();
    }

    private void markLive() {
        Deque<Integer> starts = new ArrayDeque<>(List.of(0));
        while (!starts.isEmpty()) {
            int index = starts.pop();
            while (index >= 0 && index < live.length && !live[index] && analysis.isReachable(index)) {
                live[index] = true;
                Opcode opcode = InstructionSet.python().opcode(code.opcode(index));
                if (opcode.number() == Opcodes.BREAK_LOOP) {
                    starts.push(loopAround(index).handler());
                } else if (opcode.isJump() && opcode.number() != Opcodes.SETUP_LOOP) {
                    starts.push(code.target(index));
                }
                index = opcode.endsBlock() ? -1 : index + 1;
            }
        }
    }

    private StackState.Block loopAround(int index) {
        StackState.Block loop = analysis.state(index).blocks();
        while (loop != null && loop.kind() != StackState.Kind.LOOP) {
            loop = loop.outer();
        }
        return loop;
    }

    /** Follows all paths through the code. Null when its stacks do not fit: it was not made by the compiler. */
    public static CodeStacks of(CodeObject object) {
        FlowCode code = FlowCode.decode(object.code(), InstructionSet.python());
        try {
            return new CodeStacks(code, StackAnalysis.of(code, InstructionSet.python()));
        } catch (StackAnalysis.Unsound e) {
            return null;
        }
    }

    /** Index of the instruction at an offset, that of its opcode or of its first EXTENDED_ARG; negative for none. */
    public int indexAt(int offset) {
        int index = code.indexOf(offset);
        for (int i = 0; index < 0 && i < code.count(); i++) {
            if (code.start(i) == offset) {
                index = i;
            }
        }
        return index;
    }

    /** Number of instructions. */
    public int count() {
        return code.count();
    }

    /** Offset of an instruction, its EXTENDED_ARGs included. */
    public int start(int index) {
        return code.start(index);
    }

    /** Whether control may come to an instruction; not to what is behind an endless loop. */
    public boolean isReachable(int index) {
        return live[index];
    }

    /** Depth of the value stack, what is pending counting as one item. */
    public int depth(int index) {
        return analysis.depth(index);
    }

    /** Whether something is pending before a reachable instruction, so that the depth in a frame can be another. */
    public boolean isPending(int index) {
        return analysis.state(index).pending() != null;
    }

    /** The blocks around a reachable instruction, outermost first. */
    public List<Block> blocks(int index) {
        List<Block> blocks = new ArrayList<>();
        for (StackState.Block b = analysis.state(index).blocks(); b != null; b = b.outer()) {
            int number = switch (b.kind()) {
                case LOOP -> Opcodes.SETUP_LOOP;
                case EXCEPT -> Opcodes.SETUP_EXCEPT;
                case FINALLY -> Opcodes.SETUP_FINALLY;
                case HANDLER -> HANDLER_BLOCK;
            };
            blocks.add(0, new Block(number, b.level(), b.handler() < 0 ? 0 : code.start(b.handler())));
        }
        return blocks;
    }

    /** The value stack before a reachable instruction, bottom first. */
    public List<Item> items(int index) {
        StackState state = analysis.state(index);
        Kind[] kinds = new Kind[state.depth()];
        boolean[] mayBeNone = new boolean[state.depth()];
        markIterators(index, state, kinds);
        for (StackState.Block b = state.blocks(); b != null; b = b.outer()) {
            if (b.kind() == StackState.Kind.HANDLER) {
                for (int at = b.level(); at < Math.min(b.level() + Opcode.EXCEPTION_ITEMS, kinds.length); at++) {
                    kinds[at] = Kind.EXCEPTION;
                }
            }
        }
        for (StackState.Pending p = state.pending(); p != null; p = p.outer()) {
            kinds[p.position() - 1] = Kind.PENDING;
            mayBeNone[p.position() - 1] = p.normal();
        }
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < kinds.length; at++) {
            items.add(new Item(kinds[at] == null ? Kind.OBJECT : kinds[at], at, mayBeNone[at]));
            if (kinds[at] == Kind.EXCEPTION) {
                at += 2;
            }
        }
        return items;
    }

    /** An iterator lies on the stack from its FOR_ITER to where that jumps; one of async for while its loop's block lasts. */
    private void markIterators(int index, StackState state, Kind[] kinds) {
        for (int i = 0; i < code.count(); i++) {
            int depth = analysis.depth(i);
            if (depth <= 0 || depth > kinds.length) {
                continue;
            }
            if (code.opcode(i) == Opcodes.FOR_ITER && i <= index && index < code.target(i)) {
                kinds[depth - 1] = Kind.ITERATOR;
            } else if (code.opcode(i) == Opcodes.GET_ANEXT && depth >= 2 && isInLoopOf(i, state)) {
                kinds[depth - 2] = Kind.ITERATOR; // above it a second reference, for GET_ANEXT
            }
        }
    }

    private boolean isInLoopOf(int instruction, StackState state) {
        StackState.Block loop = loopAround(instruction);
        for (StackState.Block b = state.blocks(); loop != null && b != null; b = b.outer()) {
            if (StackState.Block.same(b, loop)) {
                return true;
            }
        }
        return false;
    }
}
