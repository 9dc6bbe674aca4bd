package org.pyvm.compiler.internal.cfg;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;

/** {@code a, b = b, a} needs no tuple: up to three items are only turned round. */
public final class UnpackShortcut implements CfgPass {
    @Override
    public String name() {
        return "unpack-shortcut";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            List<Instruction> instructions = block.instructions();
            for (int i = 0; i + 1 < instructions.size(); i++) {
                shorten(instructions, i);
            }
        }
    }

    private static void shorten(List<Instruction> instructions, int index) {
        Instruction build = instructions.get(index);
        Instruction unpack = instructions.get(index + 1);
        if (!build.is(BUILD_TUPLE) && !build.is(BUILD_LIST)
                || !unpack.is(UNPACK_SEQUENCE)
                || build.argument() != unpack.argument()) {
            return;
        }
        switch (build.argument()) {
            case 0, 1 -> {
                instructions.remove(index + 1);
                instructions.remove(index);
            }
            case 2 -> {
                build.become(ROT_TWO, 0, null);
                instructions.remove(index + 1);
            }
            case 3 -> {
                build.become(ROT_THREE, 0, null);
                unpack.become(ROT_TWO, 0, null);
            }
            default -> {} // more would need more than a rotation or two
        }
    }
}
