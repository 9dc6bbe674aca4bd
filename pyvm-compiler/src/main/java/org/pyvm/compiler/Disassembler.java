package org.pyvm.compiler;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.compiler.internal.assemble.FlowCode;
import org.pyvm.compiler.internal.listing.ArgumentText;

/** Lists code as the {@code dis} module of Python 3.6 does. Stateless. */
public final class Disassembler {
    private static final int LINE_WIDTH = 3;
    private static final int OFFSET_WIDTH = 4;
    private static final int NAME_WIDTH = 20;
    private static final int ARGUMENT_WIDTH = 5;

    private final InstructionSet instructions;

    public Disassembler(InstructionSet instructions) {
        this.instructions = instructions;
    }

    /** One code object. */
    public String list(CodeObject code) {
        StringBuilder out = new StringBuilder();
        Map<Integer, Integer> lines = lineStarts(code);
        BitSet targets = targets(code);
        ArgumentText arguments = ArgumentText.of(code);
        byte[] bytes = code.code();
        int extended = 0;
        for (int offset = 0; offset + 1 < bytes.length; offset += 2) {
            int number = bytes[offset] & 0xFF;
            int argument = extended << 8 | bytes[offset + 1] & 0xFF;
            extended = number == Opcodes.EXTENDED_ARG ? argument : 0;
            Integer line = lines.get(offset);
            if (line != null && offset > 0) {
                out.append('\n');
            }
            String text = (line == null ? " ".repeat(LINE_WIDTH) : right(line.toString(), LINE_WIDTH))
                    + "    "
                    + (targets.get(offset) ? " >> " : "    ")
                    + right(Integer.toString(offset), OFFSET_WIDTH)
                    + " "
                    + instruction(number, argument, offset, arguments);
            out.append(text.stripTrailing()).append('\n');
        }
        return out.toString();
    }

    /** A code object and those nested in it, each behind a line that names it. */
    public String listAll(CodeObject code) {
        StringBuilder out = new StringBuilder(list(code));
        for (Object constant : code.constants()) {
            if (constant instanceof CodeObject nested) {
                out.append("\nDisassembly of ").append(nested).append(":\n").append(listAll(nested));
            }
        }
        return out.toString();
    }

    private String instruction(int number, int argument, int offset, ArgumentText text) {
        Opcode opcode = instructions.opcode(number);
        String name = opcode == null ? "<" + number + ">" : opcode.name();
        boolean shown = opcode == null ? number >= Opcode.HAVE_ARGUMENT : opcode.hasArgument();
        if (!shown) {
            return name;
        }
        String meaning = opcode == null
                ? ""
                : opcode.argument() == Opcode.Argument.JUMP_FORWARD
                        ? "to " + (offset + 2 + argument)
                        : text.of(opcode, argument);
        return left(name, NAME_WIDTH) + " " + right(Integer.toString(argument), ARGUMENT_WIDTH)
                + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }

    private BitSet targets(CodeObject code) {
        BitSet targets = new BitSet();
        FlowCode flow = FlowCode.decode(code.code(), instructions);
        for (int i = 0; i < flow.count(); i++) {
            if (flow.target(i) >= 0) {
                targets.set(flow.start(flow.target(i)));
            }
        }
        return targets;
    }

    /** The offsets at which the line table of 3.6 lets a line begin, in their order, with the lines. */
    public static Map<Integer, Integer> lineStarts(CodeObject code) {
        Map<Integer, Integer> starts = new LinkedHashMap<>();
        byte[] table = code.lineTable();
        int line = code.firstLine();
        int last = -1;
        int offset = 0;
        for (int i = 0; i + 1 < table.length; i += 2) {
            int bytes = table[i] & 0xFF;
            if (bytes > 0) {
                if (line != last) {
                    starts.put(offset, line);
                    last = line;
                }
                offset += bytes;
            }
            line += table[i + 1];
        }
        if (line != last) {
            starts.put(offset, line);
        }
        return starts;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
