package org.pyvm.compiler.internal.listing;

import java.util.List;
import org.pyvm.ast.ConstantRepr;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;

/**
 * What the arguments of instructions stand for, in the words of {@code dis}.
 *
 * @param cells cell variables followed by free variables
 */
public record ArgumentText(List<Object> constants, List<String> names, List<String> varNames, List<String> cells) {
    private static final List<String> CONVERSIONS = List.of("", "str", "repr", "ascii");
    private static final int HAS_FORMAT = 4;

    public static ArgumentText of(CodeObject code) {
        List<String> cells = new java.util.ArrayList<>(code.cellVars());
        cells.addAll(code.freeVars());
        return new ArgumentText(code.constants(), code.names(), code.varNames(), cells);
    }

    /** The meaning of an argument that is no jump, or "". */
    public String of(Opcode opcode, int argument) {
        return switch (opcode.argument()) {
            case CONSTANT -> argument < constants.size() ? repr(constants.get(argument)) : "";
            case NAME -> at(names, argument);
            case LOCAL -> at(varNames, argument);
            case CELL -> at(cells, argument);
            case COMPARISON -> at(InstructionSet.COMPARISONS, argument);
            case FLAGS -> opcode.number() == Opcodes.FORMAT_VALUE ? format(argument) : "";
            case NONE, COUNT, DEPTH, JUMP_FORWARD, JUMP_ABSOLUTE -> "";
        };
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    private static String format(int flags) {
        String conversion = CONVERSIONS.get(flags & 3);
        boolean both = !conversion.isEmpty() && (flags & HAS_FORMAT) != 0;
        return conversion + (both ? ", " : "") + ((flags & HAS_FORMAT) != 0 ? "with format" : "");
    }

    /** {@code repr} of a constant; a code object is shown without address. */
    public static String repr(Object constant) {
        return constant instanceof CodeObject code ? code.toString() : ConstantRepr.of(constant);
    }
}
