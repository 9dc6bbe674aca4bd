package org.pyvm.compiler.internal.cfg;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;

/** Removes what follows a RETURN_VALUE, up to the next jump target. Like 3.6 it leaves what follows other jumps. */
public final class DeadCode implements CfgPass {
    @Override
    public String name() {
        return "dead-code";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            List<Instruction> instructions = block.instructions();
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i).is(RETURN_VALUE)) {
                    instructions.subList(i + 1, instructions.size()).clear();
                }
            }
        }
    }
}
