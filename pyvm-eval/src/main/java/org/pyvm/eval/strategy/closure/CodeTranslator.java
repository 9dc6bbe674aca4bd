package org.pyvm.eval.strategy.closure;

import static org.pyvm.compiler.Opcodes.*;

import java.util.BitSet;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.eval.Wordcode;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;

/** Cuts wordcode into blocks and has each translated. */
final class CodeTranslator {
    private final ThreadState thread;
    private final PyCode code;
    private final byte[] words;
    private final ClosureCode result;
    private final BitSet alwaysBound;

    CodeTranslator(ThreadState thread, PyCode code, ClosureCode result) {
        this.thread = thread;
        this.code = code;
        this.words = code.code().code();
        this.result = result;
        this.alwaysBound = Wordcode.alwaysBound(code);
    }

    void translate() {
        findStarts();
        for (int offset = 0; offset < words.length; offset += 2) {
            Block block = result.at(offset);
            if (block != null) {
                new BlockTranslator(this, block).translate();
            }
        }
    }

    PyCode code() {
        return code;
    }

    ClosureCode result() {
        return result;
    }

    int length() {
        return words.length;
    }

    /** Offset of the instruction that an offset leads to, behind EXTENDED_ARG prefixes. */
    int instructionAt(int offset) {
        return Wordcode.behindPrefixes(words, offset);
    }

    int opcode(int offset) {
        return words[offset] & 0xFF;
    }

    /** The argument of the instruction at an offset, prefixes before it included. */
    int argument(int offset) {
        return Wordcode.argument(words, offset);
    }

    /** Its row, a plugin's included; null for a number that means nothing. */
    Opcode row(int opcode) {
        if (opcode < InstructionSet.FIRST_PLUGIN) {
            return InstructionSet.python().opcode(opcode);
        }
        PluginOpcodes.Entry entry = PluginOpcodes.of(thread.interpreter()).get(opcode);
        return entry == null ? null : entry.row();
    }

    /** The form that a plugin has given its opcode for this strategy, for one place; null for none. */
    OpcodeSemantics form(int opcode) {
        return opcode < InstructionSet.FIRST_PLUGIN
                ? null
                : PluginOpcodes.of(thread.interpreter()).form(opcode, ClosureStrategy.NAME);
    }

    /** Offset that an instruction jumps to or sets up as a handler; -1 for others. */
    int target(int offset) {
        Opcode row = row(opcode(offset));
        if (row == null || !row.isJump()) {
            return -1;
        }
        return row.argument() == Opcode.Argument.JUMP_FORWARD ? offset + 2 + argument(offset) : argument(offset);
    }

    private void findStarts() {
        result.start(0);
        for (int offset = 0; offset < words.length; offset += 2) {
            int opcode = opcode(offset);
            Opcode row = row(opcode);
            int target = target(offset);
            if (target >= 0 && target < words.length) {
                result.start(target);
                if (opcode == SETUP_LOOP) {
                    result.endOfLoop(target);
                } else if (row.isBlockSetup()) {
                    result.handler(offset, target);
                }
            }
            if (opcode == FOR_ITER) {
                int first = instructionAt(offset + 2);
                if (opcode(first) == STORE_FAST) {
                    // The end of the block before stores the item itself.
                    result.start(first + 2);
                }
            }
            if (opcode == YIELD_FROM) {
                // It runs again each time the frame is resumed.
                result.start(offset);
            }
            if (offset + 2 < words.length && endsBlock(row)) {
                result.start(offset + 2);
            }
        }
    }

    static boolean endsBlock(Opcode row) {
        return row != null
                && (row.endsBlock()
                        || row.isJump() && !row.isBlockSetup()
                        || row.has(Opcode.Flag.YIELDS)
                        || jumps(row));
    }

    /** Instructions whose target is on the block stack. */
    private static boolean jumps(Opcode row) {
        return row.number() == END_FINALLY || row.number() == END_ASYNC_FOR;
    }

    boolean isAlwaysBound(int local) {
        return alwaysBound.get(local);
    }
}
