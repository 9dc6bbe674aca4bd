package org.pyvm.runtime.internal.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.PluginOpcodes;

/**
 * Instructions of Python's own that plugins have given another meaning: opcodes of the plugin's with the same operands take
 * their places, before any other pass could fold them. So only code with the plugin on is concerned, under every strategy.
 */
final class ReplacedInstructions implements CfgPass {
    private final Map<Integer, Opcode> byNumber = new HashMap<>();

    ReplacedInstructions(Contributions contributions, PluginOpcodes opcodes, Problems problems) {
        Map<String, Origin> known = new HashMap<>();
        contributions.of(Contribution.OpcodeMeaning.class).forEach(meaning -> {
            Opcode own = InstructionSet.python().opcode(meaning.name());
            Origin other = known.putIfAbsent(meaning.name(), meaning.origin());
            if (other != null) {
                problems.clash(other, meaning.origin(), "both replace the meaning of " + meaning.name());
            } else if (own == null) {
                problems.add(meaning.origin(), "there is no opcode " + meaning.name());
            } else if (!isReplaceable(own)) {
                problems.add(meaning.origin(), meaning.name() + " is not an instruction of operands and results alone");
            } else {
                String plugin = meaning.origin().plugin();
                Opcode row = own.renamed(plugin.toUpperCase(Locale.ROOT) + "_" + own.name());
                byNumber.put(own.number(), opcodes.add(plugin, row, meaning.semantics()));
            }
        });
    }

    /** Whether all that an instruction does is to make results of operands. */
    private static boolean isReplaceable(Opcode own) {
        return !own.isJump() && Arrays.stream(Opcode.Flag.values()).noneMatch(own::has);
    }

    /** The opcodes that take the places. */
    List<Opcode> rows() {
        return new ArrayList<>(byNumber.values());
    }

    @Override
    public String name() {
        return "replaced-instructions";
    }

    @Override
    public void run(ControlFlowGraph graph) {
        for (BasicBlock block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                Opcode other = byNumber.get(instruction.opcode());
                if (other != null) {
                    instruction.become(other.number(), instruction.argument(), null);
                }
            }
        }
    }
}
