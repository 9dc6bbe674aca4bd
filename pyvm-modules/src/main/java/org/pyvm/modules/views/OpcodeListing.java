package org.pyvm.modules.views;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;

/** The instruction set as a table. */
final class OpcodeListing {
    private OpcodeListing() {}

    static String text(InstructionSet instructions) {
        StringBuilder out = new StringBuilder();
        for (Opcode opcode : instructions.all()) {
            out.append(String.format(
                    "%3d  %-28s %-14s %s%n",
                    opcode.number(),
                    opcode.name(),
                    argument(opcode),
                    opcode.stackPicture().strip()));
        }
        return out.toString();
    }

    static String json(InstructionSet instructions) {
        return instructions.all().stream().map(OpcodeListing::row).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String row(Opcode opcode) {
        return "{\"number\": " + opcode.number() + ", \"name\": " + Json.string(opcode.name()) + ", \"argument\": "
                + (opcode.hasArgument() ? Json.string(argument(opcode)) : "null") + ", \"takes\": "
                + names(opcode.takes()) + ", \"gives\": " + names(opcode.gives()) + ", \"cost\": " + opcode.cost()
                + ", \"meaning\": " + Json.string(opcode.meaning()) + "}";
    }

    private static String argument(Opcode opcode) {
        return opcode.hasArgument()
                ? opcode.argument().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "";
    }

    private static String names(List<Opcode.Operand> operands) {
        return operands.stream()
                .map(operand -> Json.string(operand.name()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
