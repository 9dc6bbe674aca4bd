package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Instructions;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;

/** The blocks of one code object. */
final class ClosureCode {
    /** By half the offset of the first instruction; null where no block starts. */
    private final Block[] blocks;

    private ClosureCode(int instructions) {
        blocks = new Block[instructions];
    }

    /** The translation of a code object, made when it is first asked for. */
    static ClosureCode of(ThreadState thread, PyCode code) {
        if (code.translation() instanceof ClosureCode known) {
            return known;
        }
        ClosureCode made = new ClosureCode(code.code().code().length / 2);
        new CodeTranslator(thread, code, made).translate();
        code.setTranslation(made);
        return made;
    }

    /** The block that starts at an offset, or null. */
    Block at(int offset) {
        return blocks[offset >> 1];
    }

    /** Has a block start at an offset. */
    Block start(int offset) {
        int index = offset >> 1;
        if (blocks[index] == null) {
            blocks[index] = new Block(offset);
        }
        return blocks[index];
    }

    /** What comes after an instruction. @param result of {@link Instructions#execute} */
    Block after(int result) {
        if (result >= 0) {
            return blocks[result >> 1];
        }
        return result == Instructions.LEAVE ? Block.LEAVE : Block.SUSPEND;
    }
}
