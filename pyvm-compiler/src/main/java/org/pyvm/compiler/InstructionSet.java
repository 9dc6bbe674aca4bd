package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pyvm.compiler.internal.instructions.ArithmeticRows;
import org.pyvm.compiler.internal.instructions.CallRows;
import org.pyvm.compiler.internal.instructions.ContainerRows;
import org.pyvm.compiler.internal.instructions.ControlRows;
import org.pyvm.compiler.internal.instructions.NameRows;
import org.pyvm.compiler.internal.instructions.YoungerRows;

/**
 * The one table of opcodes. Numbers up to 158 are CPython 3.6's, 160 to 199 ours, 200 to 255 those of plugins. Immutable.
 *
 * <p>{@code dis}, the documentation, the stack depth, the verifier, metering and the strategies read it; {@link Opcodes}
 * mirrors its numbers for use in a {@code switch}.
 */
public final class InstructionSet {
    /** First number that CPython 3.6 does not use. */
    public static final int FIRST_YOUNGER = 160;
    /** First number of the plugins. */
    public static final int FIRST_PLUGIN = 200;

    /** What the arguments of COMPARE_OP mean, as {@code dis} shows them. */
    public static final List<String> COMPARISONS =
            List.of("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not", "exception match", "BAD");

    private static final InstructionSet PYTHON = new InstructionSet(pythonRows());

    private final Opcode[] byNumber = new Opcode[256];
    private final Map<String, Opcode> byName = new HashMap<>();
    private final List<Opcode> all;

    private InstructionSet(Collection<Opcode> rows) {
        for (Opcode opcode : rows) {
            if (byNumber[opcode.number()] != null) {
                throw new IllegalArgumentException("opcode " + opcode.number() + " is both "
                        + byNumber[opcode.number()].name() + " and " + opcode.name());
            }
            if (byName.put(opcode.name(), opcode) != null) {
                throw new IllegalArgumentException("two opcodes are called " + opcode.name());
            }
            byNumber[opcode.number()] = opcode;
        }
        all = Arrays.stream(byNumber).filter(Objects::nonNull).toList();
    }

    private static List<Opcode> pythonRows() {
        List<Opcode> rows = new ArrayList<>(ArithmeticRows.rows());
        rows.addAll(NameRows.rows());
        rows.addAll(ContainerRows.rows());
        rows.addAll(ControlRows.jumps());
        rows.addAll(ControlRows.blocks());
        rows.addAll(CallRows.rows());
        rows.addAll(YoungerRows.refinements());
        rows.addAll(YoungerRows.constructs());
        return rows;
    }

    /** Python's own instructions. */
    public static InstructionSet python() {
        return PYTHON;
    }

    /**
     * This set and those of plugins.
     *
     * @throws IllegalArgumentException when a number or name is taken, or a number is not a plugin's
     */
    public InstructionSet with(Collection<Opcode> plugins) {
        List<Opcode> rows = new ArrayList<>(all);
        for (Opcode opcode : plugins) {
            if (opcode.number() < FIRST_PLUGIN || opcode.number() > 255) {
                throw new IllegalArgumentException("a plugin's opcode has a number from 200 to 255: " + opcode.name());
            }
            rows.add(opcode);
        }
        return new InstructionSet(rows);
    }

    /** The opcode of a number, 0 to 255, or null. */
    public Opcode opcode(int number) {
        return byNumber[number];
    }

    /** The opcode of a name, or null. */
    public Opcode opcode(String name) {
        return byName.get(name);
    }

    /** The number of the opcode of a name. @throws IllegalArgumentException when there is none */
    public int number(String name) {
        Opcode opcode = byName.get(name);
        if (opcode == null) {
            throw new IllegalArgumentException("no opcode " + name);
        }
        return opcode.number();
    }

    /** All opcodes, by number. */
    public List<Opcode> all() {
        return all;
    }
}
