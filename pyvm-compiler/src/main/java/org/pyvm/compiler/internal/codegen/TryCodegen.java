package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.FrameBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.Kind;

/** {@code try} with {@code except} and {@code finally}. */
final class TryCodegen {
    /** The argument of COMPARE_OP that matches exceptions. */
    private static final int EXCEPTION_MATCH = 10;

    private final CodeGenerator out;

    TryCodegen(CodeGenerator out) {
        this.out = out;
    }

    void tryStatement(Stmt.Try node) {
        if (node.finalbody().isEmpty()) {
            tryExcept(node);
        } else {
            tryFinally(node.finalbody(), () -> {
                if (node.handlers().isEmpty()) {
                    out.statements(node.body());
                } else {
                    tryExcept(node);
                }
            });
        }
    }

    /** The finally clause has one copy, which finds on the stack how it was reached; see SETUP_FINALLY. */
    void tryFinally(List<Stmt> finalBody, Runnable body) {
        finallyBlock(body, () -> finallyBody(finalBody));
    }

    /** A body and the code that runs however the body is left. */
    void finallyBlock(Runnable body, Runnable handler) {
        BasicBlock start = out.newBlock();
        BasicBlock end = out.newBlock();
        out.emitJump(SETUP_FINALLY, end);
        out.use(start);
        out.pushBlock(Kind.TRY, start);
        body.run();
        out.at(null);
        out.emit(POP_BLOCK);
        out.popBlock();
        out.loadConstant(SpecialConstant.NONE);
        out.use(end);
        handler.run();
    }

    private void finallyBody(List<Stmt> finalBody) {
        if (!FinallyJumps.needExits(finalBody)) {
            out.pushBlock(Kind.FINALLY_BODY, null);
            out.statements(finalBody);
            out.popBlock();
            out.at(null);
            out.emit(END_FINALLY);
            return;
        }
        // A loop block round the clause lets CONTINUE_LOOP run inner finally clauses and yet arrive with what is
        // pending
        // here on top of the stack, to be dropped.
        FinallyExits exits = new FinallyExits();
        BasicBlock unwound = out.newBlock();
        BasicBlock end = out.newBlock();
        out.emitJump(SETUP_LOOP, unwound);
        out.pushBlock(Kind.FINALLY_BODY, null, exits);
        out.statements(finalBody);
        out.at(null);
        out.emit(POP_BLOCK);
        out.use(unwound);
        out.emit(END_FINALLY);
        FrameBlock[] hidden =
                out.unit().frameBlocks.hideAbove(out.unit().frameBlocks.depth() - 1);
        if (exits.continues || exits.breaks) {
            out.emitJump(JUMP_FORWARD, end);
        }
        if (exits.continues) {
            leaveFinally(exits.onContinue);
            out.loops().continueStatement();
        }
        if (exits.breaks) {
            leaveFinally(exits.onBreak);
            out.loops().breakStatement();
        }
        out.unit().frameBlocks.restore(hidden);
        out.popBlock();
        out.use(end);
    }

    private void leaveFinally(BasicBlock from) {
        out.use(from);
        out.emit(POP_BLOCK);
        out.emit(POP_FINALLY);
    }

    private void tryExcept(Stmt.Try node) {
        BasicBlock body = out.newBlock();
        BasicBlock clause = out.newBlock();
        BasicBlock orelse = out.newBlock();
        BasicBlock end = out.newBlock();
        out.emitJump(SETUP_EXCEPT, clause);
        out.use(body);
        out.pushBlock(Kind.TRY, body);
        out.statements(node.body());
        out.popBlock();
        out.at(null);
        out.emit(POP_BLOCK);
        out.emitJump(JUMP_FORWARD, orelse);
        out.use(clause);
        out.pushBlock(Kind.HANDLERS, null);
        int last = node.handlers().size() - 1;
        for (int i = 0; i <= last; i++) {
            ExceptHandler handler = node.handlers().get(i);
            out.at(handler.range());
            if (handler.type() == null && i < last) {
                throw out.error("default 'except:' must be last");
            }
            out.unit().startLine(handler.range().line());
            BasicBlock next = out.newBlock();
            if (handler.type() != null) {
                out.emit(DUP_TOP);
                out.expression(handler.type());
                out.emit(COMPARE_OP, EXCEPTION_MATCH);
                out.emitJump(POP_JUMP_IF_FALSE, next);
            }
            handler(handler);
            out.emitJump(JUMP_FORWARD, end);
            out.use(next);
        }
        out.popBlock();
        out.at(null);
        out.emit(END_FINALLY);
        out.use(orelse);
        out.statements(node.orelse());
        out.use(end);
    }

    /** The clause's body, entered with type, value and traceback on the stack. */
    private void handler(ExceptHandler handler) {
        out.emit(POP_TOP);
        if (handler.name() == null) {
            out.emit(POP_TOP);
            out.emit(POP_TOP);
            BasicBlock body = out.newBlock();
            out.use(body);
            out.pushBlock(Kind.HANDLER_BODY, body);
            out.statements(handler.body());
            out.popBlock();
            out.at(null);
            out.emit(POP_EXCEPT);
            return;
        }
        out.name(handler.name(), ExprContext.STORE);
        out.emit(POP_TOP);
        BasicBlock body = out.newBlock();
        BasicBlock unbind = out.newBlock();
        out.emitJump(SETUP_FINALLY, unbind);
        out.use(body);
        out.pushBlock(Kind.HANDLER_BODY, body);
        out.statements(handler.body());
        out.popBlock();
        out.at(null);
        out.emit(POP_BLOCK);
        out.emit(POP_EXCEPT);
        out.loadConstant(SpecialConstant.NONE);
        out.use(unbind);
        unbind(handler.name());
        out.emit(END_FINALLY);
    }

    /** Sets the name to None first, for the body may have deleted it. */
    void unbind(String name) {
        out.loadConstant(SpecialConstant.NONE);
        out.name(name, ExprContext.STORE);
        out.name(name, ExprContext.DEL);
    }
}
