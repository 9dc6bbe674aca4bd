package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.compiler.internal.listing.ArgumentText;
import org.pyvm.compiler.internal.listing.Json;

/** Shows a control flow graph as text or JSON. Empty blocks are left out, but for jump targets. */
public final class CfgDump {
    private static final int NAME_WIDTH = 20;

    private final InstructionSet instructions;

    public CfgDump(InstructionSet instructions) {
        this.instructions = instructions;
    }

    /** A heading for each block, and below it an instruction a line; jumps name the block they lead to. */
    public String text(ControlFlowGraph graph) {
        StringBuilder out = new StringBuilder();
        Map<BasicBlock, Integer> numbers = numbers(graph);
        for (BasicBlock block : numbers.keySet().stream()
                .sorted((a, b) -> numbers.get(a) - numbers.get(b))
                .toList()) {
            out.append("block ").append(numbers.get(block)).append('\n');
            for (Instruction instruction : block.instructions()) {
                String argument = argument(instruction, graph, numbers);
                out.append("    ").append(name(instruction));
                if (!argument.isEmpty()) {
                    out.repeat(" ", Math.max(0, NAME_WIDTH - name(instruction).length()))
                            .append(' ')
                            .append(argument);
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** A list of blocks, each with its number and its instructions. */
    public String json(ControlFlowGraph graph) {
        List<String> blocks = new ArrayList<>();
        Map<BasicBlock, Integer> numbers = numbers(graph);
        for (BasicBlock block : graph.blocks()) {
            if (!numbers.containsKey(block)) {
                continue;
            }
            List<String> rows = new ArrayList<>();
            for (Instruction instruction : block.instructions()) {
                String row = "{\"opcode\": " + Json.quote(name(instruction)) + ", \"argument\": "
                        + Json.quote(argument(instruction, graph, numbers)) + ", \"line\": "
                        + (instruction.range() == null
                                ? "null"
                                : instruction.range().line());
                rows.add(row + "}");
            }
            blocks.add("{\"block\": " + numbers.get(block) + ", \"instructions\": ["
                    + (rows.isEmpty() ? "" : "\n    " + String.join(",\n    ", rows)) + "]}");
        }
        return "[\n  " + String.join(",\n  ", blocks) + "\n]";
    }

    private static Map<BasicBlock, Integer> numbers(ControlFlowGraph graph) {
        Map<BasicBlock, Integer> numbers = new IdentityHashMap<>();
        for (BasicBlock block : graph.blocks()) {
            if (block.isJumpTarget() || !block.instructions().isEmpty()) {
                numbers.put(block, numbers.size() + 1);
            }
        }
        return numbers;
    }

    private String name(Instruction instruction) {
        if (instruction.isLineMark()) {
            return "(line)";
        }
        Opcode opcode = instructions.opcode(instruction.opcode());
        return opcode == null ? "<" + instruction.opcode() + ">" : opcode.name();
    }

    private String argument(Instruction instruction, ControlFlowGraph graph, Map<BasicBlock, Integer> numbers) {
        if (instruction.isLineMark()) {
            return String.valueOf(instruction.range().line());
        }
        if (instruction.target() != null) {
            return "-> block " + numbers.get(instruction.target());
        }
        Opcode opcode = instructions.opcode(instruction.opcode());
        if (opcode == null || !opcode.hasArgument()) {
            return "";
        }
        String meaning = new ArgumentText(graph.constants(), graph.names(), graph.varNames(), graph.cells())
                .of(opcode, instruction.argument());
        return instruction.argument() + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }
}
