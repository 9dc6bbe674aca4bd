package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.internal.assemble.FlowCode;
import org.pyvm.compiler.internal.assemble.StackAnalysis;

/**
 * Checks that a code object can be executed without looking at it twice: every opcode is known, every argument in its
 * range, every jump leads to an instruction, blocks nest, and the value stack fits on every path. Stateless.
 */
public final class CodeVerifier {
    private final InstructionSet instructions;

    public CodeVerifier(InstructionSet instructions) {
        this.instructions = instructions;
    }

    /** What is wrong with a code object and those nested in it; empty when it is sound. */
    public List<String> problems(CodeObject code) {
        List<String> problems = new ArrayList<>();
        check(code, problems);
        return problems;
    }

    /** @throws IllegalArgumentException naming all problems */
    public void verify(CodeObject code) {
        List<String> problems = problems(code);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private void check(CodeObject code, List<String> problems) {
        String where = code + ": ";
        int before = problems.size();
        byte[] bytes = code.code();
        if (bytes.length == 0 || bytes.length % 2 != 0) {
            problems.add(where + "code of " + bytes.length + " bytes");
            return;
        }
        if (bytes[bytes.length - 2] == (byte) Opcodes.EXTENDED_ARG) {
            problems.add(where + "EXTENDED_ARG at the end");
        }
        if (code.localCount() != code.varNames().size()) {
            problems.add(
                    where + code.localCount() + " locals but " + code.varNames().size() + " names");
        }
        if (code.parameterCount() > code.varNames().size()) {
            problems.add(where + "more parameters than local variables");
        }
        FlowCode flow = FlowCode.decode(bytes, instructions);
        for (int i = 0; i < flow.count(); i++) {
            checkInstruction(flow, i, code, where, problems);
        }
        if (problems.size() == before) {
            checkStack(flow, code, where, problems);
        }
        for (Object constant : code.constants()) {
            if (constant instanceof CodeObject nested) {
                check(nested, problems);
            }
        }
    }

    private void checkInstruction(FlowCode flow, int index, CodeObject code, String where, List<String> problems) {
        Opcode opcode = instructions.opcode(flow.opcode(index));
        String place = where + "offset " + flow.offset(index) + ": ";
        if (opcode == null) {
            problems.add(place + "unknown opcode " + flow.opcode(index));
            return;
        }
        int argument = flow.argument(index);
        int limit = switch (opcode.argument()) {
            case CONSTANT -> code.constants().size();
            case NAME -> code.names().size();
            case LOCAL -> code.varNames().size();
            case CELL -> code.cellVars().size() + code.freeVars().size();
            case COMPARISON -> InstructionSet.COMPARISONS.size() - 1;
            case NONE, COUNT, FLAGS, DEPTH, JUMP_FORWARD, JUMP_ABSOLUTE -> Integer.MAX_VALUE;
        };
        if (argument < 0 || argument >= limit) {
            problems.add(place + opcode + " " + argument + " is out of range");
        }
        if (opcode.isJump() && flow.target(index) < 0) {
            problems.add(place + opcode + " " + argument + " leads to no instruction");
        }
    }

    private void checkStack(FlowCode flow, CodeObject code, String where, List<String> problems) {
        try {
            StackAnalysis analysis = StackAnalysis.of(flow, instructions);
            if (analysis.maxHeight() > code.stackSize()) {
                problems.add(where + "needs a stack of " + analysis.maxHeight() + ", has " + code.stackSize());
            }
        } catch (StackAnalysis.Unsound unsound) {
            problems.add(where + unsound.getMessage());
        }
    }
}
