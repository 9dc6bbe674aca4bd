package org.pyvm.compiler;

import java.util.List;
import java.util.function.Predicate;

/** Writes docs/instructions.md from the instruction set. A test keeps the committed file equal to it. */
public final class InstructionDocs {
    private InstructionDocs() {}

    /** Prints the page. */
    public static void main(String[] arguments) {
        System.out.print(markdown(InstructionSet.python()));
    }

    public static String markdown(InstructionSet instructions) {
        StringBuilder out = new StringBuilder("""
            # Instructions

            Written by `org.pyvm.compiler.InstructionDocs` from the table in `InstructionSet`; change the table, not this page.

            An instruction is two bytes: the opcode, and the low eight bits of its argument. EXTENDED_ARG before it gives the higher
            ones. Stack pictures show what is taken and what is left, the top at the right; `...` stands for a number of items that
            the argument gives. At a block's set-up, "handler" is what its target finds above the level of the stack. `pending` is what
            a `finally` handler finds, see SETUP_FINALLY.

            """);
        section(
                out,
                "CPython 3.6's",
                "With their numbers, up to 158.",
                instructions.all(),
                opcode -> opcode.number() < InstructionSet.FIRST_YOUNGER);
        section(
                out,
                "Ours",
                "From 160 to 199: what younger constructs need, and where 3.6's sequence would let a program see that"
                        + " it does not run on 3.11.",
                instructions.all(),
                opcode -> opcode.number() >= InstructionSet.FIRST_YOUNGER
                        && opcode.number() < InstructionSet.FIRST_PLUGIN);
        out.append("Numbers from ")
                .append(InstructionSet.FIRST_PLUGIN)
                .append(" to 255 are for the opcodes of plugins.\n");
        return out.toString();
    }

    private static void section(
            StringBuilder out, String title, String text, List<Opcode> opcodes, Predicate<Opcode> belongs) {
        out.append("## ").append(title).append("\n\n").append(text).append("\n\n");
        out.append("| number | opcode | argument | stack | meaning |\n|---|---|---|---|---|\n");
        opcodes.stream().filter(belongs).forEach(opcode -> row(out, opcode));
        out.append('\n');
    }

    private static void row(StringBuilder out, Opcode opcode) {
        String argument = opcode.hasArgument()
                ? opcode.argument().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                : "";
        String picture = opcode.stackPicture();
        if (opcode.isJump() && !opcode.givesOnJump().equals(opcode.gives())) {
            picture += (opcode.isBlockSetup() ? "; handler: " : "; on jump: ") + Opcode.picture(opcode.givesOnJump());
        }
        out.append("| ")
                .append(opcode.number())
                .append(" | ")
                .append(opcode.name())
                .append(" | ")
                .append(argument)
                .append(" | ")
                .append(picture.strip().replace("|", "\\|"))
                .append(" | ")
                .append(opcode.meaning().replace("|", "\\|"))
                .append(" |\n");
    }
}
