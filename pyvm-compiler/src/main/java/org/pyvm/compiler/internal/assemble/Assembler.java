package org.pyvm.compiler.internal.assemble;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.LineEvents;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.compiler.PositionTable;

/** Lays a control flow graph out as bytes. */
public final class Assembler {
    private static final int MOST_IN_BYTE = 0xFF;
    private static final int MOST_IN_TWO = 0xFFFF;
    private static final int MOST_IN_THREE = 0xFFFFFF;

    private final InstructionSet instructions;
    private final List<BasicBlock> blocks;

    /** Without line marks, in layout order. */
    private final List<Instruction> flat = new ArrayList<>();
    /** Index of each block's first instruction, by the block's number, which is its offset until that is known. */
    private final int[] firstOf;

    private int[] sizes;
    private int[] arguments;
    private int[] targets;
    private int[] starts;

    private Assembler(ControlFlowGraph graph, InstructionSet instructions) {
        this.instructions = instructions;
        this.blocks = graph.blocks();
        this.firstOf = new int[blocks.size()];
    }

    /** Adds code, stack size and tables to a code object that is being built; its first line must have been set. */
    public static void assemble(
            ControlFlowGraph graph, InstructionSet instructions, int firstLine, CodeObject.Builder builder) {
        Assembler assembler = new Assembler(graph, instructions);
        assembler.flatten();
        assembler.layOut();
        assembler.write(firstLine, builder);
        builder.withStackSize(StackAnalysis.of(assembler.flow(), instructions).maxHeight());
        builder.withLineEvents(assembler.lineEvents());
        builder.withConstants(graph.constants());
    }

    private void flatten() {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).setOffset(i);
            firstOf[i] = flat.size();
            for (Instruction instruction : blocks.get(i).instructions()) {
                if (!instruction.isLineMark()) {
                    flat.add(instruction);
                }
            }
        }
    }

    /** Finds offsets: an argument that grows by a jump's distance may need an EXTENDED_ARG, which moves what follows. */
    private void layOut() {
        int count = flat.size();
        sizes = new int[count];
        arguments = new int[count];
        targets = new int[count];
        starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            Instruction instruction = flat.get(i);
            BasicBlock target = instruction.target();
            targets[i] = target == null ? FlowCode.NO_TARGET : firstOf[target.offset()];
            arguments[i] = instruction.argument();
            sizes[i] = sizeOf(arguments[i]);
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < count; i++) {
                starts[i + 1] = starts[i] + 2 * sizes[i];
            }
            for (int i = 0; i < count; i++) {
                if (targets[i] >= 0) {
                    arguments[i] = isRelative(i) ? starts[targets[i]] - starts[i + 1] : starts[targets[i]];
                    int needed = sizeOf(arguments[i]);
                    if (needed > sizes[i]) {
                        sizes[i] = needed;
                        grown = true;
                    }
                }
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).setOffset(starts[firstOf[i]]);
        }
    }

    private boolean isRelative(int index) {
        Opcode opcode = instructions.opcode(flat.get(index).opcode());
        return opcode.argument() == Opcode.Argument.JUMP_FORWARD;
    }

    private static int sizeOf(int argument) {
        if (argument >= 0 && argument <= MOST_IN_BYTE) {
            return 1;
        }
        return argument < 0 || argument > MOST_IN_THREE ? 4 : argument > MOST_IN_TWO ? 3 : 2;
    }

    private void write(int firstLine, CodeObject.Builder builder) {
        byte[] code = new byte[starts[flat.size()]];
        LineTable36 lines = new LineTable36(firstLine);
        PositionTable.Writer positions = new PositionTable.Writer(firstLine);
        for (int i = 0; i < flat.size(); i++) {
            Instruction instruction = flat.get(i);
            int at = starts[i];
            if (instruction.newLine() > 0) {
                lines.add(at, instruction.newLine());
            }
            positions.add(instruction.range(), sizes[i]);
            for (int shift = 8 * (sizes[i] - 1); shift > 0; shift -= 8) {
                code[at++] = (byte) Opcodes.EXTENDED_ARG;
                code[at++] = (byte) (arguments[i] >> shift);
            }
            code[at++] = (byte) instruction.opcode();
            code[at] = (byte) arguments[i];
        }
        builder.withCode(code).withLineTable(lines.finish()).withPositions(positions.finish());
    }

    private FlowCode flow() {
        int count = flat.size();
        int[] opcodes = new int[count];
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            opcodes[i] = flat.get(i).opcode();
            offsets[i] = lastUnit(i);
        }
        return new FlowCode(count, opcodes, arguments, targets, offsets, starts);
    }

    /** Offset of the unit that holds the opcode. */
    private int lastUnit(int index) {
        return starts[index + 1] - 2;
    }

    /** Turns line marks into entries of the edges that pass them. */
    private LineEvents lineEvents() {
        List<Integer> triples = new ArrayList<>(0);
        int index = 0;
        for (BasicBlock block : blocks) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.isLineMark()) {
                    boolean fallsThrough = index == 0
                            || !instructions
                                    .opcode(flat.get(index - 1).opcode())
                                    .endsBlock();
                    if (fallsThrough && index < flat.size()) {
                        int from = index == 0 ? LineEvents.START : lastUnit(index - 1);
                        add(triples, from, index, instruction.range().line());
                    }
                } else {
                    index++;
                }
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            addJump(triples, i);
        }
        return LineEvents.of(triples.stream().mapToInt(Integer::intValue).toArray());
    }

    private void addJump(List<Integer> triples, int index) {
        Instruction jump = flat.get(index);
        if (jump.target() == null) {
            return;
        }
        boolean unwinds = jump.is(Opcodes.CONTINUE_LOOP)
                || instructions.opcode(jump.opcode()).isBlockSetup();
        int from = unwinds ? LineEvents.UNWIND : lastUnit(index);
        if (from >= 0 && targets[index] == index + 1) {
            return; // whether it jumps or not, it passes the same lines
        }
        for (int line : jump.linesOnJump()) {
            add(triples, from, targets[index], line);
        }
        for (int line : jump.target().leadingLines()) {
            add(triples, from, targets[index], line);
        }
    }

    private void add(List<Integer> triples, int from, int to, int line) {
        triples.add(from);
        triples.add(lastUnit(to));
        triples.add(line);
    }
}
