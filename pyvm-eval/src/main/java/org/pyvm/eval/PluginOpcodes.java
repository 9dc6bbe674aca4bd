package org.pyvm.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.objects.ExtraInstructions;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyTuple;

/**
 * The opcodes that plugins have added to one interpreter. Numbers are handed out as plugins are switched on, so they differ
 * from run to run: what is kept outside a run names an opcode by plugin and name. Opcodes are added under the
 * interpreter's lock and never go away.
 */
public final class PluginOpcodes implements ExtraInstructions {
    /** An opcode and where it is from. */
    public record Entry(String plugin, Opcode row, OpcodeSemantics semantics) {}

    private final Entry[] byNumber = new Entry[256];
    private final Map<String, Entry> byName = new HashMap<>();
    /** By number and strategy. */
    private final Map<String, Supplier<OpcodeSemantics>> forms = new HashMap<>();

    private int next = InstructionSet.FIRST_PLUGIN;

    /** Those of an interpreter. */
    public static PluginOpcodes of(InterpreterState interpreter) {
        if (interpreter.extraInstructions == null) {
            interpreter.extraInstructions = new PluginOpcodes();
        }
        return (PluginOpcodes) interpreter.extraInstructions;
    }

    /**
     * Adds an opcode, unless that plugin has already done so.
     *
     * @param row whose number does not matter
     * @return the row with its number
     * @throws IllegalStateException when all numbers are given away
     */
    public Opcode add(String plugin, Opcode row, OpcodeSemantics semantics) {
        Entry known = byName.get(key(plugin, row.name()));
        if (known != null) {
            return known.row();
        }
        if (next == byNumber.length) {
            throw new IllegalStateException("no number is left for opcode " + row.name());
        }
        Entry entry = new Entry(plugin, row.withNumber(next++), semantics);
        byNumber[entry.row().number()] = entry;
        byName.put(key(plugin, row.name()), entry);
        return entry.row();
    }

    /** Adds a form that an opcode has under one strategy, unless it has one there. @param number of an opcode added before */
    public void addForm(int number, String strategy, Supplier<OpcodeSemantics> form) {
        forms.putIfAbsent(key(strategy, Integer.toString(number)), form);
    }

    /**
     * The form that an opcode has under a strategy, new for one place in code: what it remembers belongs to that place. Null
     * when there is none, and {@link #semantics} holds there too.
     */
    public OpcodeSemantics form(int number, String strategy) {
        Supplier<OpcodeSemantics> form = forms.isEmpty() ? null : forms.get(key(strategy, Integer.toString(number)));
        return form == null ? null : form.get();
    }

    private static String key(String plugin, String name) {
        return plugin + " " + name;
    }

    /** The opcode of a number, or null. */
    public Entry get(int number) {
        return byNumber[number];
    }

    /** The opcode of a plugin, or null. */
    public Entry get(String plugin, String name) {
        return byName.get(key(plugin, name));
    }

    /** What an instruction does, to one who has its operands at hand; see {@link OpcodeSemantics#execute}. */
    public OpcodeSemantics semantics(int number) {
        return entry(number).semantics();
    }

    private Entry entry(int number) {
        Entry entry = byNumber[number];
        if (entry == null) {
            throw PyErr.of(Exceptions.SYSTEM_ERROR, "unknown opcode");
        }
        return entry;
    }

    /**
     * Runs an instruction on the stack of a frame.
     *
     * @param next offset of the next instruction
     * @return offset of the instruction to go on at
     */
    public int execute(ThreadState thread, Frame frame, int number, int argument, int next) {
        Entry entry = entry(number);
        return execute(thread, frame, entry.row(), entry.semantics(), argument, next);
    }

    /** As above, for an instruction of which row and semantics are at hand. */
    public static int execute(
            ThreadState thread, Frame frame, Opcode row, OpcodeSemantics semantics, int argument, int next) {
        int top = frame.stackTop;
        int base = top - row.pops(argument);
        PyObject[] operands = Arrays.copyOfRange(frame.slots, base, top);
        Arrays.fill(frame.slots, base, top, null);
        frame.stackTop = base;
        PyObject result = semantics.execute(thread, frame, argument, operands);
        if (row.isJump() && (result == null || !row.isConditionalJump())) {
            return row.argument() == Opcode.Argument.JUMP_FORWARD ? next + argument : argument;
        }
        int results = row.pushes(argument);
        if (results == 1) {
            frame.slots[frame.stackTop++] = result;
        } else if (results > 1) {
            PyTuple all = (PyTuple) result;
            for (int i = 0; i < results; i++) {
                frame.slots[frame.stackTop++] = all.get(i);
            }
        }
        return next;
    }
}
