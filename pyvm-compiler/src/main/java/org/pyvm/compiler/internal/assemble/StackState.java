package org.pyvm.compiler.internal.assemble;

/**
 * What is known of the value stack and the block stack before an instruction. Immutable.
 *
 * @param depth items on the value stack; what is pending in a finally handler counts as one
 * @param blocks the innermost block, or null
 * @param pending the innermost pending item, or null
 */
public record StackState(int depth, Block blocks, Pending pending) {
    static final StackState EMPTY = new StackState(0, null, null);

    public enum Kind {
        LOOP,
        EXCEPT,
        FINALLY,
        /** EXCEPT_HANDLER: pushed when an exception enters a handler. */
        HANDLER
    }

    /**
     * A block of the block stack.
     *
     * @param level depth of the value stack to which it unwinds
     * @param handler index of the instruction where it leads to
     */
    public record Block(Kind kind, int level, int handler, Block outer) {
        public static boolean same(Block first, Block second) {
            Block a = first;
            Block b = second;
            while (a != null && b != null && a != b) {
                if (a.kind != b.kind || a.level != b.level || a.handler != b.handler) {
                    return false;
                }
                a = a.outer;
                b = b.outer;
            }
            return a == b;
        }

        int count() {
            int count = 0;
            for (Block block = this; block != null; block = block.outer) {
                count++;
            }
            return count;
        }
    }

    /**
     * What a finally handler found on the stack.
     *
     * @param position its place: the depth when it is on top
     * @param extra how many items it may really have more than the one it counts as, with whatever lies below it only when
     *     an exception is pending
     * @param normal whether the handler is also reached with None, so that END_FINALLY may fall through
     */
    public record Pending(int position, int extra, boolean normal, Pending outer) {
        int totalExtra() {
            int total = 0;
            for (Pending each = this; each != null; each = each.outer) {
                total += each.extra;
            }
            return total;
        }

        static boolean same(Pending first, Pending second) {
            Pending a = first;
            Pending b = second;
            while (a != null && b != null && a != b) {
                if (a.position != b.position || a.extra != b.extra || a.normal != b.normal) {
                    return false;
                }
                a = a.outer;
                b = b.outer;
            }
            return a == b;
        }
    }

    StackState withDepth(int newDepth) {
        return newDepth == depth ? this : new StackState(newDepth, blocks, pending);
    }

    StackState push(Kind kind, int level, int handler) {
        return new StackState(depth, new Block(kind, level, handler, blocks), pending);
    }

    StackState withBlocks(Block newBlocks) {
        return new StackState(depth, newBlocks, pending);
    }

    /** Items that the value stack may really hold. */
    int height() {
        return depth + (pending == null ? 0 : pending.totalExtra());
    }

    boolean same(StackState other) {
        return depth == other.depth && Block.same(blocks, other.blocks) && Pending.same(pending, other.pending);
    }
}
