package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;

/**
 * Each instruction before it runs, with the value stack and the block stack; where the lock is checked, and how blocks are
 * unwound (chapters 9 and 10 of the book).
 */
final class InstructionTrace implements Instrument {
    private final TraceLog log;

    InstructionTrace(TraceLog log) {
        this.log = log;
    }

    @Override
    public void entered(ThreadState thread, Frame frame) {
        if (log.wants(frame)) {
            String how = frame.lastInstruction < 0 ? " is entered" : " is resumed";
            log.tell(thread, name(frame) + how, how.strip().substring(3), field("code", name(frame)));
        }
    }

    private static String name(Frame frame) {
        return frame.code().qualName().toString();
    }

    @Override
    public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
        if (!log.wants(frame)) {
            return;
        }
        Opcode row = row(thread, opcode);
        List<String> stack = Arrays.stream(frame.valueStack())
                .map(value -> ShortRepr.of(thread, value))
                .toList();
        List<String> blocks = blocks(frame);
        String meaning = meaning(thread, frame.code(), row, pc, argument);
        String instruction = row.hasArgument()
                ? String.format("%-20s %3d%s", row.name(), argument, meaning.isEmpty() ? "" : " (" + meaning + ")")
                : row.name();
        String text = String.format(
                "%5d %-44s | %s%s",
                pc,
                instruction,
                String.join("  ", stack),
                blocks.isEmpty() ? "" : "   blocks " + String.join(" ", blocks));
        log.tell(
                thread,
                text.stripTrailing(),
                "instruction",
                field("code", name(frame)),
                field("offset", pc),
                field("opcode", row.name()),
                field("argument", row.hasArgument() ? argument : null),
                field("meaning", meaning),
                field("stack", stack),
                field("blocks", blocks));
    }

    private static Opcode row(ThreadState thread, int number) {
        return number >= InstructionSet.FIRST_PLUGIN
                ? PluginOpcodes.of(thread.interpreter()).get(number).row()
                : InstructionSet.python().opcode(number);
    }

    private static String meaning(ThreadState thread, PyCode code, Opcode row, int pc, int argument) {
        return switch (row.argument()) {
            case CONSTANT -> ShortRepr.of(thread, code.constants()[argument]);
            case NAME -> code.names()[argument].toString();
            case LOCAL -> code.varNames()[argument].toString();
            case CELL -> {
                int cells = code.cellVars().length;
                yield (argument < cells ? code.cellVars()[argument] : code.freeVars()[argument - cells]).toString();
            }
            case COMPARISON -> InstructionSet.COMPARISONS.get(argument);
            case JUMP_FORWARD -> "to " + (pc + 2 + argument);
            case JUMP_ABSOLUTE, NONE, COUNT, DEPTH, FLAGS -> "";
        };
    }

    /** Kind, handler and level of each block, bottom first. */
    static List<String> blocks(Frame frame) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < frame.blockCount(); i++) {
            blocks.add("(" + kind(frame.blockKind(i)) + ", " + frame.blockHandler(i) + ", "
                    + (frame.blockLevel(i) - frame.code().stackBase()) + ")");
        }
        return blocks;
    }

    private static String kind(int kind) {
        return switch (kind) {
            case Block.SETUP_LOOP -> "SETUP_LOOP";
            case Block.SETUP_EXCEPT -> "SETUP_EXCEPT";
            case Block.SETUP_FINALLY -> "SETUP_FINALLY";
            default -> "EXCEPT_HANDLER";
        };
    }

    private static String why(int why) {
        return switch (why) {
            case Block.WHY_EXCEPTION -> "EXCEPTION";
            case Block.WHY_RETURN -> "RETURN";
            case Block.WHY_BREAK -> "BREAK";
            case Block.WHY_CONTINUE -> "CONTINUE";
            case Block.WHY_YIELD -> "YIELD";
            case Block.WHY_SILENCED -> "SILENCED";
            default -> "NOT";
        };
    }

    @Override
    public void polled(ThreadState thread, Frame frame) {
        if (log.wants(frame)) {
            log.tell(thread, "      lock check", "lock check", field("code", name(frame)));
        }
    }

    @Override
    public void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        if (log.wants(frame)) {
            String type = exception.type().name();
            log.tell(thread, "      raised " + type, "raised", field("code", name(frame)), field("exception", type));
        }
    }

    @Override
    public void unwound(ThreadState thread, Frame frame, int why, int kind, int target) {
        if (!log.wants(frame) || kind == 0 && why == Block.WHY_RETURN) {
            return;
        }
        String taker = kind == 0 ? null : kind(kind);
        String where = target == Instructions.LEAVE ? "leaves the frame" : "goes on at " + target;
        log.tell(
                thread,
                "      why " + why(why) + (taker == null ? ", " : ", " + taker + " takes it, ") + where,
                "unwound",
                field("code", name(frame)),
                field("why", why(why)),
                field("block", taker),
                field("target", target == Instructions.LEAVE ? null : target));
    }

    @Override
    public void returned(ThreadState thread, Frame frame, PyObject value) {
        left(thread, frame, "returns", ShortRepr.of(thread, value));
    }

    @Override
    public void yielded(ThreadState thread, Frame frame, PyObject value) {
        left(thread, frame, "yields", ShortRepr.of(thread, value));
    }

    private void left(ThreadState thread, Frame frame, String how, String value) {
        if (log.wants(frame)) {
            log.tell(
                    thread,
                    name(frame) + " " + how + " " + value,
                    how,
                    field("code", name(frame)),
                    field("value", value));
        }
    }

    @Override
    public void left(ThreadState thread, Frame frame) {
        if (log.wants(frame)) {
            log.tell(thread, name(frame) + " is left by the exception", "left", field("code", name(frame)));
        }
    }
}
