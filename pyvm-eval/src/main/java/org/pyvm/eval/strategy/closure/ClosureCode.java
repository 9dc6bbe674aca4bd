package org.pyvm.eval.strategy.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.FrameEvaluator;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;

/** The blocks of one code object. */
final class ClosureCode {
    /** Bodies of one code object: each is a copy of what it shares with others. */
    private static final int MOST_BODIES = 12;

    private static final int NOT_SIMPLE = CodeFlags.VARARGS
            | CodeFlags.VARKEYWORDS
            | CodeFlags.GENERATOR
            | CodeFlags.COROUTINE
            | CodeFlags.ASYNC_GENERATOR;

    /** By half the offset of the first instruction; null where no block starts. */
    private final Block[] blocks;

    private final List<Integer> loopEnds = new ArrayList<>();
    /** Offsets of handlers, by those of the instructions that push their blocks. */
    private final TreeMap<Integer, Integer> handlers = new TreeMap<>();

    private final PyCode code;
    private int bodies;

    private ClosureCode(PyCode code) {
        this.code = code;
        blocks = new Block[code.code().code().length / 2];
    }

    /** The translation of a code object, made when it is first asked for. */
    static ClosureCode of(ThreadState thread, PyCode code) {
        if (code.translation() instanceof ClosureCode known) {
            return known;
        }
        ClosureCode made = new ClosureCode(code);
        new CodeTranslator(thread, code, made).translate();
        code.setTranslation(made);
        return made;
    }

    /** The block that starts at an offset, or null. */
    Block at(int offset) {
        return blocks[offset >> 1];
    }

    /** Compiles what is reached from a block, unless there are too many such bodies already. */
    void compile(Block entry, ClosureStrategy strategy, FrameEvaluator evaluator) {
        if (bodies++ >= MOST_BODIES) {
            return;
        }
        CompiledBody body = BodyCompiler.compile(this, entry);
        entry.setBody(body);
        if (body != null) {
            body.belongTo(strategy, evaluator);
            if (entry.offset == 0
                    && isEntry()
                    && evaluator instanceof LoopStrategy installed
                    && installed.allowsDirectCalls()) {
                code.entry = body;
            }
        }
    }

    /** Whether calls with as many arguments as there are parameters need no more than to put them into a frame. */
    boolean isEntry() {
        CodeObject c = code.code();
        return (c.flags() & NOT_SIMPLE) == 0
                && c.has(CodeFlags.OPTIMIZED)
                && c.has(CodeFlags.NEWLOCALS)
                && c.kwOnlyArgCount() == 0
                && code.cellVars().length == 0
                && c.argCount() <= CompiledBody.MOST_PARAMETERS;
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

    /** Notes that an instruction pushes a block with a handler. */
    void handler(int setup, int offset) {
        handlers.put(setup, offset);
    }

    /** The handler of the innermost try statement that an instruction is in, or -1. */
    int handlerAt(int offset) {
        for (var entry = handlers.lowerEntry(offset); entry != null; entry = handlers.lowerEntry(entry.getKey())) {
            if (offset < entry.getValue()) {
                return entry.getValue();
            }
        }
        return -1;
    }

    /** Notes where a loop ends. */
    void endOfLoop(int offset) {
        loopEnds.add(offset);
    }

    int locals() {
        return code.varNames().length;
    }

    /** Number of parameters. */
    int parameters() {
        return code.code().argCount();
    }

    /** What comes after an instruction. @param result of {@link Instructions#execute} or {@link Unwinding#raise} */
    Block after(int result) {
        if (result >= 0) {
            return blocks[result >> 1];
        }
        return switch (result) {
            case Instructions.LEAVE -> Block.LEAVE;
            case Unwinding.ESCAPE -> Block.ESCAPE;
            default -> Block.SUSPEND;
        };
    }
}
