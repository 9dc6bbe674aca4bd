package org.pyvm.compiler.internal.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgObserver;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcodes;
import org.pyvm.compiler.internal.assemble.Assembler;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceRange;

/** Turns a unit whose code is complete into a code object: graph, passes, assembler. */
public final class UnitFinisher {
    private final List<CfgPass> passes;
    private final InstructionSet instructions;
    private final CfgObserver observer;
    private final String fileName;
    private final Set<String> syntax;

    public UnitFinisher(
            List<CfgPass> passes, InstructionSet instructions, CfgObserver observer, CompilationContext context) {
        this.passes = passes;
        this.instructions = instructions;
        this.observer = observer;
        this.fileName = context.fileName();
        this.syntax = context.syntax();
    }

    /** The number of an opcode. @throws IllegalArgumentException when there is none of that name */
    int number(String opcode) {
        return instructions.number(opcode);
    }

    CodeObject finish(Unit unit, int flags) {
        joinBlocks(unit.entry);
        List<String> cells = new ArrayList<>(unit.cellVars.values());
        cells.addAll(unit.freeVars.values());
        ControlFlowGraph graph = new ControlFlowGraph(
                unit.qualName,
                unit.entry,
                unit.constants.values(),
                unit.names.values(),
                unit.varNames.values(),
                cells,
                instructions);
        observer.see("codegen", graph);
        for (CfgPass pass : passes) {
            pass.run(graph);
            observer.see(pass.name(), graph);
        }
        keepAmbiguousLines(graph);
        passOnRanges(graph, unit.firstLine);
        CodeObject.Builder builder = CodeObject.builder()
                .withArgCount(unit.argCount)
                .withPosOnlyArgCount(unit.posOnlyArgCount)
                .withKwOnlyArgCount(unit.kwOnlyArgCount)
                .withLocalCount(unit.varNames.values().size())
                .withFlags(flags)
                .withNames(unit.names.values())
                .withVarNames(unit.varNames.values())
                .withCellVars(unit.cellVars.values())
                .withFreeVars(unit.freeVars.values())
                .withFileName(fileName)
                .withName(unit.name)
                .withQualName(unit.qualName)
                .withFirstLine(unit.firstLine)
                .withSyntax(syntax);
        Assembler.assemble(graph, instructions, unit.firstLine, builder);
        return builder.build();
    }

    /** Blocks to which nothing jumps become part of the one before them. */
    private static void joinBlocks(BasicBlock entry) {
        BasicBlock block = entry;
        while (block.next() != null) {
            BasicBlock next = block.next();
            if (next.isJumpTarget()) {
                block = next;
            } else {
                block.instructions().addAll(next.instructions());
                block.setNext(next.next());
            }
        }
    }

    /**
     * Gives line marks an instruction, a NOP, where the edge that passes them cannot be told from another: in {@code if x:
     * pass} the test's jump leads to where it falls through.
     */
    private static void keepAmbiguousLines(ControlFlowGraph graph) {
        for (BasicBlock block = graph.entry(); block.next() != null; block = block.next()) {
            List<Instruction> instructions = block.instructions();
            int marks = 0;
            while (marks < instructions.size()
                    && instructions.get(instructions.size() - 1 - marks).isLineMark()) {
                marks++;
            }
            if (marks == 0 || marks == instructions.size()) {
                continue;
            }
            BasicBlock target =
                    instructions.get(instructions.size() - 1 - marks).target();
            if (target != null && target.firstInstruction() == block.next().firstInstruction()) {
                for (Instruction mark : instructions.subList(instructions.size() - marks, instructions.size())) {
                    mark.become(Opcodes.NOP, 0, null);
                }
            }
        }
    }

    /** Artificial instructions have the range of what runs before them, where that is one thing only. */
    private static void passOnRanges(ControlFlowGraph graph, int firstLine) {
        boolean empty = graph.entry().instructions().stream().allMatch(each -> each.range() == null);
        // A body without statements has the line of its definition.
        SourceRange last = empty ? new SourceRange(firstLine, 0, firstLine, 0) : null;
        for (BasicBlock block = graph.entry(); block != null; block = block.next()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.range() == null) {
                    instruction.setRange(last);
                } else {
                    last = instruction.range();
                }
            }
            last = null;
        }
    }
}
