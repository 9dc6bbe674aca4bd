package org.pyvm.compiler.internal.cfg;

import static org.pyvm.compiler.Opcodes.*;

import java.util.Arrays;
import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;

/**
 * Shortens jumps to jumps, in one walk from the first instruction to the last: a jump is led one step further, and only a
 * conditional jump that becomes another is looked at again.
 */
public final class JumpThreading implements CfgPass {
    @Override
    public String name() {
        return "jump-threading";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        number(graph);
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            List<Instruction> instructions = block.instructions();
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i).target() != null) {
                    thread(instructions.get(i), block, graph);
                }
            }
        }
    }

    /** Block numbers serve to tell forwards from backwards. */
    private static void number(ControlFlowGraph graph) {
        int number = 0;
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            block.setOffset(number++);
        }
    }

    private static void thread(Instruction jump, BasicBlock in, ControlFlowGraph graph) {
        while (keepsCondition(jump.opcode())) {
            Instruction second = jump.target().firstInstruction();
            if (second == null || !isConditional(second.opcode())) {
                break;
            }
            int[] passed = jump.target().leadingLines();
            if (jumpsOnTrue(second.opcode()) == jumpsOnTrue(jump.opcode())) {
                // The second jump is taken whenever the first is.
                jump.become(second.opcode(), 0, second.target());
            } else {
                // The second is never taken then, and it drops the condition.
                int opcode = jump.is(JUMP_IF_TRUE_OR_POP) ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE;
                jump.become(opcode, 0, behind(second, jump.target()));
                number(graph);
            }
            jump.retarget(jump.target(), passed);
        }
        threadUnconditional(jump, in);
    }

    private static void threadUnconditional(Instruction jump, BasicBlock in) {
        Instruction second = jump.target().firstInstruction();
        if (second == null) {
            return;
        }
        if (isUnconditional(jump.opcode()) && second.is(RETURN_VALUE)) {
            jump.become(RETURN_VALUE, 0, null);
            jump.setRange(second.range());
            return;
        }
        if (!isUnconditional(second.opcode())) {
            return;
        }
        BasicBlock target = second.target();
        // The others jump a distance, which cannot be negative.
        boolean reaches = isAbsolute(jump.opcode()) || jump.is(JUMP_FORWARD) || target.offset() > in.offset();
        if (reaches) {
            int[] passed = jump.target().leadingLines();
            if (second.range() != null) {
                // A continue statement, say, whose line is reported though it is jumped over.
                passed = Arrays.copyOf(passed, passed.length + 1);
                passed[passed.length - 1] = second.range().line();
            }
            jump.become(jump.is(JUMP_FORWARD) ? JUMP_ABSOLUTE : jump.opcode(), 0, target);
            jump.retarget(target, passed);
        }
    }

    /** A block that begins behind an instruction which is the first one of a block or of an empty block's successor. */
    private static BasicBlock behind(Instruction instruction, BasicBlock start) {
        BasicBlock block = start;
        int index = block.instructions().indexOf(instruction);
        while (index < 0) {
            block = block.next();
            index = block.instructions().indexOf(instruction);
        }
        BasicBlock rest = block.splitAt(index + 1);
        rest.setJumpTarget();
        return rest;
    }

    private static boolean keepsCondition(int opcode) {
        return opcode == JUMP_IF_FALSE_OR_POP || opcode == JUMP_IF_TRUE_OR_POP;
    }

    private static boolean isConditional(int opcode) {
        return keepsCondition(opcode) || opcode == POP_JUMP_IF_FALSE || opcode == POP_JUMP_IF_TRUE;
    }

    private static boolean jumpsOnTrue(int opcode) {
        return opcode == JUMP_IF_TRUE_OR_POP || opcode == POP_JUMP_IF_TRUE;
    }

    private static boolean isUnconditional(int opcode) {
        return opcode == JUMP_FORWARD || opcode == JUMP_ABSOLUTE;
    }

    private static boolean isAbsolute(int opcode) {
        return isConditional(opcode) || opcode == JUMP_ABSOLUTE || opcode == CONTINUE_LOOP;
    }
}
