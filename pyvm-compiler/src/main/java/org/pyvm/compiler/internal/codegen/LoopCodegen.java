package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.FrameBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.Kind;
import org.pyvm.tokenizer.SourceRange;

/** Loops, {@code break} and {@code continue}. */
final class LoopCodegen {
    private final CodeGenerator out;

    LoopCodegen(CodeGenerator out) {
        this.out = out;
    }

    void forStatement(Stmt.For node) {
        BasicBlock top = out.newBlock();
        BasicBlock exhausted = out.newBlock();
        BasicBlock end = out.newBlock();
        setUpLoop(end);
        out.pushBlock(Kind.LOOP, top);
        out.displays().iterable(node.iter());
        out.emit(GET_ITER);
        out.use(top);
        out.emitJump(FOR_ITER, exhausted);
        out.expression(node.target());
        out.statements(node.body());
        out.at(null);
        out.emitJump(JUMP_ABSOLUTE, top);
        out.use(exhausted);
        out.emit(POP_BLOCK);
        out.popBlock();
        out.statements(node.orelse());
        out.use(end);
    }

    void whileStatement(Stmt.While node) {
        int constant = ConditionCodegen.truthOf(node.test(), out.context());
        if (constant == 0) {
            out.markLine(node.range());
            BasicBlock unreached = out.newBlock();
            out.unit().dead++;
            out.pushBlock(Kind.LOOP, unreached);
            out.statements(node.body());
            out.popBlock();
            out.unit().dead--;
            out.statements(node.orelse());
            return;
        }
        BasicBlock top = out.newBlock();
        BasicBlock end = out.newBlock();
        BasicBlock finished = out.newBlock();
        setUpLoop(end);
        out.use(top);
        out.pushBlock(Kind.LOOP, top);
        if (constant < 0) {
            out.jumpIf(node.test(), finished, false);
        } else {
            // There is no test that would report the line each time round.
            out.markLine(node.test().range());
        }
        out.statements(node.body());
        out.at(null);
        out.emitJump(JUMP_ABSOLUTE, top);
        out.use(finished);
        out.emit(POP_BLOCK);
        out.popBlock();
        out.statements(node.orelse());
        out.use(end);
    }

    /** SETUP_LOOP belongs to no line: what 3.11 executes first is the iterable or the test, which may stand further down. */
    private void setUpLoop(BasicBlock end) {
        SourceRange range = out.unit().range;
        out.at(null);
        out.emitJump(SETUP_LOOP, end);
        out.at(range);
    }

    /**
     * 3.6 compares the exception with the global StopAsyncIteration, and guards the store to the target too; a program can
     * see both, so here END_ASYNC_FOR decides, and the guard ends before the store.
     */
    void asyncFor(Stmt.AsyncFor node) {
        requireAsync("'async for' outside async function");
        BasicBlock top = out.newBlock();
        BasicBlock exhausted = out.newBlock();
        BasicBlock end = out.newBlock();
        setUpLoop(end);
        out.expression(node.iter());
        out.emit(GET_AITER);
        out.use(top);
        out.pushBlock(Kind.LOOP, top);
        nextItem(exhausted);
        out.expression(node.target());
        out.statements(node.body());
        out.at(null);
        out.emitJump(JUMP_ABSOLUTE, top);
        out.popBlock();
        out.use(exhausted);
        out.at(node.iter().range());
        endOfItems();
        out.emit(POP_BLOCK);
        out.statements(node.orelse());
        out.use(end);
    }

    /**
     * Awaits the next item of the asynchronous iterator on top of the stack, and puts it above. POP_BLOCK drops what lies
     * above the block's level, so the item goes below that in exchange for a second reference to the iterator.
     */
    void nextItem(BasicBlock exhausted) {
        out.emit(DUP_TOP);
        out.emitJump(SETUP_EXCEPT, exhausted);
        out.emit(GET_ANEXT);
        out.loadConstant(SpecialConstant.NONE);
        out.emit(YIELD_FROM);
        out.emit(ROT_TWO);
        out.emit(POP_BLOCK);
    }

    /** What stands in the handler of {@link #nextItem}: drops the iterator, both times. */
    void endOfItems() {
        out.emit(END_ASYNC_FOR);
        out.emit(POP_TOP);
    }

    void requireAsync(String message) {
        if (out.allowsTopLevelAwait()) {
            out.unit().coroutine = true;
        } else if (out.unit().kind != Unit.Kind.ASYNC_FUNCTION) {
            throw out.error(message);
        }
    }

    void breakStatement() {
        FrameBlocks blocks = out.unit().frameBlocks;
        int loop = enclosingLoop("'break' outside loop");
        for (int i = blocks.depth() - 1; i > loop; i--) {
            FinallyExits exits = blocks.get(i).exits();
            if (exits != null) {
                exits.breaks = true;
                out.emitJump(i == blocks.depth() - 1 ? JUMP_ABSOLUTE : CONTINUE_LOOP, exits.onBreak);
                return;
            }
        }
        out.emit(BREAK_LOOP);
    }

    /**
     * CONTINUE_LOOP runs the handlers of the finally clauses that it leaves, but it does not drop what is pending in a
     * finally clause that it stands in: that is done here, clause by clause.
     */
    void continueStatement() {
        FrameBlocks blocks = out.unit().frameBlocks;
        int loop = enclosingLoop("'continue' not properly in loop");
        int top = blocks.depth() - 1;
        int finallyBody = top;
        while (finallyBody > loop && blocks.get(finallyBody).kind() != Kind.FINALLY_BODY) {
            finallyBody--;
        }
        if (top == loop) {
            out.emitJump(JUMP_ABSOLUTE, blocks.get(loop).top());
        } else if (finallyBody == loop) {
            out.emitJump(CONTINUE_LOOP, blocks.get(loop).top());
        } else if (blocks.get(finallyBody).exits() != null) {
            FinallyExits exits = blocks.get(finallyBody).exits();
            exits.continues = true;
            out.emitJump(finallyBody == top ? JUMP_ABSOLUTE : CONTINUE_LOOP, exits.onContinue);
        } else {
            out.emit(POP_FINALLY);
            FrameBlock[] hidden = blocks.hideAbove(finallyBody);
            continueStatement();
            blocks.restore(hidden);
        }
    }

    private int enclosingLoop(String errorWithout) {
        FrameBlocks blocks = out.unit().frameBlocks;
        for (int i = blocks.depth() - 1; i >= 0; i--) {
            if (blocks.get(i).kind() == Kind.LOOP) {
                return i;
            }
            forbidIn(blocks.get(i), out);
        }
        throw out.error(errorWithout);
    }

    static void forbidIn(FrameBlock block, CodeGenerator out) {
        if (block.kind() == Kind.STAR_HANDLERS) {
            throw out.error("'break', 'continue' and 'return' cannot appear in an except* block");
        }
    }
}
