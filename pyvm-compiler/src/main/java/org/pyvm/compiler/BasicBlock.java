package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of instructions that is entered at its start only: by jumps and handlers, and by falling through from the block
 * before. A conditional jump may stand in the middle, as in CPython 3.6. Not thread-safe.
 */
public final class BasicBlock {
    private static final int[] NO_LINES = {};

    private final List<Instruction> instructions = new ArrayList<>();
    private BasicBlock next;
    private boolean jumpTarget;
    private int offset;

    /** The instructions; may be changed. */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** The block behind this one in the layout, into which control falls through, or null. */
    public BasicBlock next() {
        return next;
    }

    public void setNext(BasicBlock block) {
        this.next = block;
    }

    /** Whether a jump or a block set-up had this block as its target when the passes began. */
    public boolean isJumpTarget() {
        return jumpTarget;
    }

    public void setJumpTarget() {
        this.jumpTarget = true;
    }

    /** Byte offset of the first instruction; set by the assembler. */
    public int offset() {
        return offset;
    }

    public void setOffset(int value) {
        this.offset = value;
    }

    /** Moves the instructions from an index on into a new block behind this one, which is returned. */
    public BasicBlock splitAt(int index) {
        BasicBlock rest = new BasicBlock();
        List<Instruction> tail = instructions.subList(index, instructions.size());
        rest.instructions.addAll(tail);
        tail.clear();
        rest.next = next;
        next = rest;
        return rest;
    }

    /**
     * The first instruction that is executed when control enters here: its own or, when it is empty, that of a block
     * behind it; null at the end of the code.
     */
    public Instruction firstInstruction() {
        for (BasicBlock block = this; block != null; block = block.next) {
            for (Instruction instruction : block.instructions) {
                if (!instruction.isLineMark()) {
                    return instruction;
                }
            }
        }
        return null;
    }

    /** The lines of the marks that are passed when control enters here, up to the first instruction. */
    public int[] leadingLines() {
        if (!instructions.isEmpty() && !instructions.getFirst().isLineMark()) {
            return NO_LINES;
        }
        List<Integer> lines = new ArrayList<>(0);
        for (BasicBlock block = this; block != null; block = block.next) {
            for (Instruction instruction : block.instructions) {
                if (!instruction.isLineMark()) {
                    return lines.stream().mapToInt(Integer::intValue).toArray();
                }
                lines.add(instruction.range().line());
            }
        }
        return lines.stream().mapToInt(Integer::intValue).toArray();
    }
}
