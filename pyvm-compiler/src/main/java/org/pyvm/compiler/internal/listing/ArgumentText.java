package org.pyvm.compiler.internal.listing;

import java.util.List;
import org.pyvm.ast.ConstantRepr;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;

/**
 * What the arguments of instructions stand for, in the words of {@code dis}.
 *
 * @param cells cell variables followed by free variables
 */
public record ArgumentText(List<Object> constants, List<String> names, List<String> varNames, List<String> cells) {
    public static ArgumentText of(CodeObject code) {
        List<String> cells = new java.util.ArrayList<>(code.cellVars());
        cells.addAll(code.freeVars());
        return new ArgumentText(code.constants(), code.names(), code.varNames(), cells);
    }

    /** The meaning of an argument that is no jump, or "". */
    public String of(Opcode opcode, int argument) {
        if (opcode.form() != null) {
            return opcode.form().show(argument, constants, names);
        }
        return switch (opcode.argument()) {
            case CONSTANT -> argument < constants.size() ? repr(constants.get(argument)) : "";
            case NAME -> at(names, argument);
            case LOCAL -> at(varNames, argument);
            case CELL -> at(cells, argument);
            case COMPARISON -> at(InstructionSet.COMPARISONS, argument);
            case NONE, FLAGS, COUNT, DEPTH, JUMP_FORWARD, JUMP_ABSOLUTE -> "";
        };
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    /** {@code repr} of a constant; a code object is shown without address. */
    public static String repr(Object constant) {
        return constant instanceof CodeObject code ? code.toString() : ConstantRepr.of(constant);
    }
}
