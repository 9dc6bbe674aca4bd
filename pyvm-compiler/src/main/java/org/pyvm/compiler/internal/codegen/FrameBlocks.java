package org.pyvm.compiler.internal.codegen;

import org.pyvm.compiler.BasicBlock;

/** The loops and try statements around the place that is being compiled. */
final class FrameBlocks {
    /** CPython's CO_MAXBLOCKS. */
    static final int LIMIT = 20;

    enum Kind {
        LOOP,
        /** A try or with body whose exceptions or exits are caught. */
        TRY,
        /** The clauses of a try statement. */
        HANDLERS,
        /** One such clause. */
        HANDLER_BODY,
        /** The clauses of a try statement with except*, out of which no jump may lead. */
        STAR_HANDLERS,
        FINALLY_BODY
    }

    /**
     * @param top where {@code continue} goes, for a loop
     * @param exits where jumps out of a finally clause go, or null when they need no help
     */
    record FrameBlock(Kind kind, BasicBlock top, FinallyExits exits) {}

    private final FrameBlock[] blocks = new FrameBlock[LIMIT];
    private int depth;

    /** False when there are too many. */
    boolean push(Kind kind, BasicBlock top, FinallyExits exits) {
        if (depth == LIMIT) {
            return false;
        }
        blocks[depth++] = new FrameBlock(kind, top, exits);
        return true;
    }

    void pop() {
        blocks[--depth] = null;
    }

    int depth() {
        return depth;
    }

    /** From 0, the outermost. */
    FrameBlock get(int index) {
        return blocks[index];
    }

    /** Hides the blocks above a depth while code is emitted that stands outside them; see {@link #restore}. */
    FrameBlock[] hideAbove(int newDepth) {
        FrameBlock[] hidden = java.util.Arrays.copyOfRange(blocks, newDepth, depth);
        java.util.Arrays.fill(blocks, newDepth, depth, null);
        depth = newDepth;
        return hidden;
    }

    void restore(FrameBlock[] hidden) {
        for (FrameBlock block : hidden) {
            blocks[depth++] = block;
        }
    }
}
