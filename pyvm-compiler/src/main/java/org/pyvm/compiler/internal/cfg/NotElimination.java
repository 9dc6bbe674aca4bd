package org.pyvm.compiler.internal.cfg;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;

/** Takes {@code not} into the comparison before it ({@code not a is b}) or the jump behind it. */
public final class NotElimination implements CfgPass {
    /** Comparisons from here on come in pairs that negate each other: in, not in, is, is not. */
    private static final int IN = 6;

    private static final int IS_NOT = 9;

    @Override
    public String name() {
        return "not-elimination";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            List<Instruction> instructions = block.instructions();
            for (int i = 0; i + 1 < instructions.size(); i++) {
                Instruction first = instructions.get(i);
                Instruction second = instructions.get(i + 1);
                boolean pair = first.is(COMPARE_OP) && first.argument() >= IN && first.argument() <= IS_NOT;
                if (pair && second.is(UNARY_NOT)) {
                    first.become(COMPARE_OP, first.argument() ^ 1, null);
                    instructions.remove(i + 1);
                } else if (first.is(UNARY_NOT) && second.is(POP_JUMP_IF_FALSE)) {
                    second.become(POP_JUMP_IF_TRUE, 0, second.target());
                    instructions.remove(i);
                }
            }
        }
    }
}
