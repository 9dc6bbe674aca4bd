package org.pyvm.eval.strategy.closure;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Instructions;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;

/** The blocks of one code object. */
final class ClosureCode {
    /** Bodies of one code object: each is a copy of what it shares with others. */
    private static final int MOST_BODIES = 12;

    /** By half the offset of the first instruction; null where no block starts. */
    private final Block[] blocks;

    private final List<Integer> loopEnds = new ArrayList<>();
    private final List<Integer> handlers = new ArrayList<>();
    private final int locals;
    private int bodies;

    private ClosureCode(int instructions, int locals) {
        this.locals = locals;
        blocks = new Block[instructions];
    }

    /** The translation of a code object, made when it is first asked for. */
    static ClosureCode of(ThreadState thread, PyCode code) {
        if (code.translation() instanceof ClosureCode known) {
            return known;
        }
        ClosureCode made = new ClosureCode(code.code().code().length / 2, code.varNames().length);
        new CodeTranslator(thread, code, made).translate();
        code.setTranslation(made);
        return made;
    }

    /** The block that starts at an offset, or null. */
    Block at(int offset) {
        return blocks[offset >> 1];
    }

    /** Compiles what is reached from a block, unless there are too many such bodies already. */
    void compile(Block entry) {
        if (bodies++ < MOST_BODIES) {
            entry.setBody(BodyCompiler.compile(this, entry, locals));
        }
    }

    /** Has a block start at an offset. */
    Block start(int offset) {
        int index = offset >> 1;
        if (blocks[index] == null) {
            blocks[index] = new Block(offset);
        }
        return blocks[index];
    }

    /** Where an instruction that looks for its target on the block stack may go. */
    List<Block> continuations(int opcode, int argument, int pc) {
        List<Block> found = new ArrayList<>();
        if (opcode == Opcodes.CONTINUE_LOOP) {
            found.add(at(argument));
        } else if (opcode == Opcodes.BREAK_LOOP) {
            for (int offset : loopEnds) {
                if (offset > pc) {
                    found.add(at(offset));
                }
            }
        } else {
            found.add(at(pc + 2));
        }
        found.removeIf(block -> block == null);
        return found;
    }

    /** Notes that an exception may go on at an offset. */
    void handler(int offset) {
        handlers.add(offset);
    }

    List<Integer> handlers() {
        return handlers;
    }

    /** Notes where a loop ends. */
    void endOfLoop(int offset) {
        loopEnds.add(offset);
    }

    int locals() {
        return locals;
    }

    /** What comes after an instruction. @param result of {@link Instructions#execute} */
    Block after(int result) {
        if (result >= 0) {
            return blocks[result >> 1];
        }
        return result == Instructions.LEAVE ? Block.LEAVE : Block.SUSPEND;
    }
}
