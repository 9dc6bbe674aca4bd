package org.pyvm.compiler;

import java.util.Arrays;

/**
 * Lines without an instruction of their own, kept beside the code so that PEP 626's line events need no NOPs: the {@code
 * pass} of {@code if x: pass} is an event of the edge that leads from the test to what follows the statement.
 *
 * <p>A tracer reports, when control goes from one instruction of a frame to another: first the lines of that edge ({@link
 * #linesOf}), each that differs from the one reported before; then the line of the instruction it arrives at, if that
 * differs from the one reported last, or if the edge goes backwards. The edge into the first instruction comes from
 * {@link #START}, those of unwinding from {@link #UNWIND}; a resumed generator's edge comes from the instruction that
 * yielded. Offsets are those of opcodes, behind EXTENDED_ARGs. Immutable.
 */
public final class LineEvents {
    /** The source of the edge by which a frame is entered. */
    public static final int START = -1;
    /**
     * The source of the edges on which blocks are unwound, wherever control was before: into the handler of a block, from
     * BREAK_LOOP to the end of a loop, from CONTINUE_LOOP to its top, each of these also by way of END_FINALLY.
     */
    public static final int UNWIND = -2;

    public static final LineEvents NONE = new LineEvents(new int[0]);
    private static final int[] NO_LINES = {};

    /** Triples (from, to, line), in the order in which they are reported. */
    private final int[] entries;

    private LineEvents(int[] entries) {
        this.entries = entries;
    }

    /** Takes triples of source offset, target offset and line; several for one edge are reported in this order. */
    public static LineEvents of(int... triples) {
        return triples.length == 0 ? NONE : new LineEvents(triples.clone());
    }

    /** The lines to be reported on the way from one instruction (or {@link #START}) to another; mostly none. */
    public int[] linesOf(int from, int to) {
        int[] lines = NO_LINES;
        for (int i = 0; i < entries.length; i += 3) {
            if (entries[i] == from && entries[i + 1] == to) {
                lines = Arrays.copyOf(lines, lines.length + 1);
                lines[lines.length - 1] = entries[i + 2];
            }
        }
        return lines;
    }

    public boolean isEmpty() {
        return entries.length == 0;
    }

    /** The triples, a fresh array. */
    public int[] toArray() {
        return entries.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineEvents that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }
}
