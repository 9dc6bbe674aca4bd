package org.pyvm.compiler.internal.assemble;

import java.util.Arrays;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;

/**
 * The instructions of a code object in arrays, EXTENDED_ARG folded into arguments and jumps resolved to indices. What
 * analyses read.
 */
public final class FlowCode {
    /** Target of what is no jump. */
    public static final int NO_TARGET = -1;
    /** Target of a jump that leads to no instruction. */
    public static final int BAD_TARGET = -2;

    private final int count;
    private final int[] opcodes;
    private final int[] arguments;
    private final int[] targets;
    private final int[] offsets;
    private final int[] starts;

    FlowCode(int count, int[] opcodes, int[] arguments, int[] targets, int[] offsets, int[] starts) {
        this.count = count;
        this.opcodes = opcodes;
        this.arguments = arguments;
        this.targets = targets;
        this.offsets = offsets;
        this.starts = starts;
    }

    /** Decodes wordcode; opcodes that the set does not know are kept, without target. */
    public static FlowCode decode(byte[] code, InstructionSet instructions) {
        int units = code.length / 2;
        int[] opcodes = new int[units];
        int[] arguments = new int[units];
        int[] targets = new int[units];
        int[] offsets = new int[units];
        int[] starts = new int[units];
        int[] indexAt = new int[units + 1];
        Arrays.fill(indexAt, BAD_TARGET);
        int count = 0;
        int extended = 0;
        int start = 0;
        for (int unit = 0; unit < units; unit++) {
            int opcode = code[2 * unit] & 0xFF;
            int argument = extended << 8 | code[2 * unit + 1] & 0xFF;
            if (opcode == Opcodes.EXTENDED_ARG) {
                extended = argument;
                continue;
            }
            indexAt[start] = count;
            opcodes[count] = opcode;
            arguments[count] = argument;
            offsets[count] = 2 * unit;
            starts[count] = 2 * start;
            count++;
            extended = 0;
            start = unit + 1;
        }
        for (int i = 0; i < count; i++) {
            targets[i] = target(instructions.opcode(opcodes[i]), arguments[i], offsets[i], indexAt);
        }
        return new FlowCode(count, opcodes, arguments, targets, offsets, starts);
    }

    private static int target(Opcode opcode, int argument, int offset, int[] indexAt) {
        if (opcode == null || !opcode.isJump()) {
            return NO_TARGET;
        }
        long target = opcode.argument() == Opcode.Argument.JUMP_FORWARD ? (long) offset + 2 + argument : argument;
        return target < 0 || (target & 1) != 0 || target / 2 >= indexAt.length ? BAD_TARGET : indexAt[(int) target / 2];
    }

    public int count() {
        return count;
    }

    public int opcode(int index) {
        return opcodes[index];
    }

    public int argument(int index) {
        return arguments[index];
    }

    /** Index of the instruction that it jumps to; negative for none. */
    public int target(int index) {
        return targets[index];
    }

    /** Byte offset of the unit that holds the opcode, behind its EXTENDED_ARGs: what a frame's lasti is. */
    public int offset(int index) {
        return offsets[index];
    }

    /** Byte offset of the first EXTENDED_ARG, or of the opcode: what jumps aim at. */
    public int start(int index) {
        return starts[index];
    }

    /** Index of the instruction whose opcode is at a byte offset, or negative. */
    public int indexOf(int offset) {
        return Arrays.binarySearch(offsets, 0, count, offset);
    }
}
