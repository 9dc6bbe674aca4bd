package org.pyvm.compiler.internal.cfg;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.Operator;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.compiler.internal.constants.Fold;
import org.pyvm.compiler.internal.constants.Truth;

/**
 * Computes operations on constants, makes constants of tuples of constants and of lists and sets that are only searched or
 * iterated, and drops tests of constants that are true. The operands stay among the constants, as in 3.6.
 */
public final class ConstantFolding implements CfgPass {
    private static final int IN = 6;
    private static final int NOT_IN = 7;

    @Override
    public String name() {
        return "constant-folding";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            if (hasConstant(block)) {
                fold(block, graph);
            }
        }
    }

    private static boolean hasConstant(BasicBlock block) {
        for (Instruction instruction : block.instructions()) {
            if (instruction.is(LOAD_CONST)) {
                return true;
            }
        }
        return false;
    }

    private static void fold(BasicBlock block, ControlFlowGraph graph) {
        List<Instruction> from = block.instructions();
        List<Instruction> kept = new ArrayList<>(from.size());
        // How many instructions at the end of those kept load constants.
        int run = 0;
        int i = 0;
        while (i < from.size()) {
            Instruction instruction = from.get(i);
            Instruction next = i + 1 < from.size() ? from.get(i + 1) : null;
            i++;
            if (instruction.is(LOAD_CONST)) {
                if (next != null && next.is(POP_JUMP_IF_FALSE) && isTrue(instruction, graph)) {
                    kept.add(Instruction.lineMark(instruction.range()));
                    run = 0;
                    i++;
                } else {
                    kept.add(instruction);
                    run++;
                }
                continue;
            }
            int operands = operands(instruction, next);
            Object value = operands > 0 && run >= operands ? value(instruction, kept, operands, graph) : null;
            if (value == null) {
                kept.add(instruction);
                run = 0;
            } else {
                replace(kept, operands, instruction, graph.addConstant(value));
                run -= operands - 1;
            }
        }
        from.clear();
        from.addAll(kept);
    }

    private static boolean isTrue(Instruction load, ControlFlowGraph graph) {
        return load.range() != null && Truth.of(graph.constants().get(load.argument()));
    }

    private static void replace(List<Instruction> kept, int operands, Instruction operation, int constant) {
        List<Instruction> loads = kept.subList(kept.size() - operands, kept.size());
        Instruction result = new Instruction(LOAD_CONST, constant, null, operation.range());
        result.setNewLine(operation.newLine());
        for (int i = operands - 1; i >= 0; i--) {
            if (loads.get(i).newLine() > 0) {
                result.setNewLine(loads.get(i).newLine());
            }
        }
        loads.clear();
        kept.add(result);
    }

    /** How many constants an instruction could be folded with, or 0. */
    private static int operands(Instruction instruction, Instruction next) {
        return switch (instruction.opcode()) {
            case BUILD_TUPLE -> instruction.argument();
            case BUILD_LIST, BUILD_SET -> onlyRead(next) ? instruction.argument() : 0;
            case UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT -> 1;
            case BINARY_SUBSCR -> 2;
            default -> operator(instruction.opcode()) != null ? 2 : 0;
        };
    }

    /** Whether the next instruction iterates or searches a container. */
    private static boolean onlyRead(Instruction next) {
        return next != null
                && (next.is(GET_ITER) || next.is(COMPARE_OP) && (next.argument() == IN || next.argument() == NOT_IN));
    }

    private static Object value(Instruction instruction, List<Instruction> kept, int operands, ControlFlowGraph graph) {
        List<Object> values = new ArrayList<>(operands);
        for (Instruction load : kept.subList(kept.size() - operands, kept.size())) {
            values.add(graph.constants().get(load.argument()));
        }
        return switch (instruction.opcode()) {
            case BUILD_TUPLE, BUILD_LIST -> List.copyOf(values);
            case BUILD_SET -> new FrozenConstant(List.copyOf(values));
            case UNARY_NEGATIVE -> Fold.unary(UnaryOperator.U_SUB, values.getFirst());
            case UNARY_POSITIVE -> Fold.unary(UnaryOperator.U_ADD, values.getFirst());
            case UNARY_INVERT -> Fold.unary(UnaryOperator.INVERT, values.getFirst());
            case BINARY_SUBSCR -> Fold.subscript(values.getFirst(), values.getLast());
            default ->
                Fold.binary(operator(instruction.opcode()), values.getFirst(), values.getLast(), Fold.Limits.PEEPHOLE);
        };
    }

    private static Operator operator(int opcode) {
        return switch (opcode) {
            case BINARY_POWER -> Operator.POW;
            case BINARY_MULTIPLY -> Operator.MULT;
            case BINARY_TRUE_DIVIDE -> Operator.DIV;
            case BINARY_FLOOR_DIVIDE -> Operator.FLOOR_DIV;
            case BINARY_MODULO -> Operator.MOD;
            case BINARY_ADD -> Operator.ADD;
            case BINARY_SUBTRACT -> Operator.SUB;
            case BINARY_LSHIFT -> Operator.L_SHIFT;
            case BINARY_RSHIFT -> Operator.R_SHIFT;
            case BINARY_AND -> Operator.BIT_AND;
            case BINARY_XOR -> Operator.BIT_XOR;
            case BINARY_OR -> Operator.BIT_OR;
            default -> null;
        };
    }
}
