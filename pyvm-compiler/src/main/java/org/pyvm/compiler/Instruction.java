package org.pyvm.compiler;

import org.pyvm.tokenizer.SourceRange;

/**
 * One instruction of a control flow graph, before the assembler has turned jump targets into offsets. Mutable: passes
 * change it in place. Belongs to one block.
 *
 * <p>A line mark ({@link #isLineMark}) is no instruction: it keeps the line of a statement that has no code, {@code pass}
 * for one, and becomes an entry of {@link LineEvents}. Passes leave marks where they are, and look through them.
 */
public final class Instruction {
    private static final int LINE_MARK = -1;
    private static final int[] NO_LINES = {};

    private int opcode;
    private int argument;
    private BasicBlock target;
    private SourceRange range;
    private int newLine;
    private int[] linesOnJump = NO_LINES;

    /**
     * @param opcode number
     * @param argument 0 when there is none
     * @param target of a jump or block set-up, else null
     * @param range in UTF-8 columns; null when it belongs to no line of its own
     */
    public Instruction(int opcode, int argument, BasicBlock target, SourceRange range) {
        this.opcode = opcode;
        this.argument = argument;
        this.target = target;
        this.range = range;
    }

    /** Makes a line mark. */
    public static Instruction lineMark(SourceRange range) {
        return new Instruction(LINE_MARK, 0, null, range);
    }

    public boolean isLineMark() {
        return opcode == LINE_MARK;
    }

    public int opcode() {
        return opcode;
    }

    public boolean is(int number) {
        return opcode == number;
    }

    public int argument() {
        return argument;
    }

    /** Where it jumps to, or the handler of the block it sets up; null for others. */
    public BasicBlock target() {
        return target;
    }

    public SourceRange range() {
        return range;
    }

    /** The line that begins here in the line table of 3.6, or 0. */
    public int newLine() {
        return newLine;
    }

    public void setNewLine(int line) {
        this.newLine = line;
    }

    public void setRange(SourceRange value) {
        this.range = value;
    }

    /** Becomes another instruction at the same place. */
    public void become(int newOpcode, int newArgument, BasicBlock newTarget) {
        this.opcode = newOpcode;
        this.argument = newArgument;
        this.target = newTarget;
    }

    /** Takes another target; line marks that the jump no longer passes are kept as lines of its edge. */
    public void retarget(BasicBlock newTarget, int[] passedLines) {
        this.target = newTarget;
        if (passedLines.length > 0) {
            int[] lines = java.util.Arrays.copyOf(linesOnJump, linesOnJump.length + passedLines.length);
            System.arraycopy(passedLines, 0, lines, linesOnJump.length, passedLines.length);
            this.linesOnJump = lines;
        }
    }

    /** Lines to be reported when it jumps, before those that its target begins with; not to be changed. */
    public int[] linesOnJump() {
        return linesOnJump;
    }
}
