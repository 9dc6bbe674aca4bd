package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.Kind;

/**
 * {@code try} with {@code except*}. Above what the except block has saved, the stack holds the original exception, a list
 * of what clauses raised, and what is left of the exception; each clause splits its part off.
 */
final class TryStarCodegen {
    private static final int IS = 8;

    /** Where the list lies in a clause's handler: below traceback, three saved items, and what is left. */
    private static final int LIST_UNDER_EXCEPTION = 6;

    private final CodeGenerator out;
    private final TryCodegen plain;

    TryStarCodegen(CodeGenerator out) {
        this.out = out;
        this.plain = new TryCodegen(out);
    }

    void tryStatement(Stmt.TryStar node) {
        if (node.finalbody().isEmpty()) {
            tryExcept(node);
        } else {
            plain.tryFinally(node.finalbody(), () -> {
                if (node.handlers().isEmpty()) {
                    out.statements(node.body());
                } else {
                    tryExcept(node);
                }
            });
        }
    }

    private void tryExcept(Stmt.TryStar node) {
        BasicBlock body = out.newBlock();
        BasicBlock clauses = out.newBlock();
        BasicBlock orelse = out.newBlock();
        BasicBlock end = out.newBlock();
        out.emitJump(SETUP_EXCEPT, clauses);
        out.use(body);
        out.pushBlock(Kind.TRY, body);
        out.statements(node.body());
        out.popBlock();
        out.at(null);
        out.emit(POP_BLOCK);
        out.emitJump(JUMP_FORWARD, orelse);
        out.use(clauses);
        out.pushBlock(Kind.STAR_HANDLERS, null);
        out.at(node.handlers().getFirst().range());
        out.emit(POP_TOP);
        out.emit(ROT_TWO);
        out.emit(POP_TOP); // original
        out.emit(BUILD_LIST, 0);
        out.emit(DUP_TOP_TWO);
        out.emit(POP_TOP); // original, list, exception
        for (ExceptHandler handler : node.handlers()) {
            clause(handler);
        }
        out.popBlock();
        out.emit(LIST_APPEND, 1);
        out.at(null);
        out.emit(PREP_RERAISE_STAR);
        BasicBlock reraise = out.newBlock();
        jumpUnlessNone(reraise);
        out.emit(POP_TOP);
        out.emit(POP_EXCEPT);
        out.emitJump(JUMP_FORWARD, end);
        out.use(reraise);
        out.emit(RERAISE);
        out.use(orelse);
        out.statements(node.orelse());
        out.use(end);
    }

    /** From original, list, exception to original, list, rest. */
    private void clause(ExceptHandler handler) {
        out.at(handler.range());
        out.unit().startLine(handler.range().line());
        BasicBlock noMatch = out.newBlock();
        BasicBlock body = out.newBlock();
        BasicBlock raised = out.newBlock();
        BasicBlock next = out.newBlock();
        out.expression(handler.type());
        out.emit(CHECK_EG_MATCH);
        BasicBlock matched = out.newBlock();
        jumpUnlessNone(matched);
        out.emitJump(JUMP_FORWARD, noMatch);
        out.use(matched);
        if (handler.name() == null) {
            out.emit(POP_TOP);
        } else {
            out.name(handler.name(), ExprContext.STORE);
        }
        out.emitJump(SETUP_EXCEPT, raised);
        out.use(body);
        out.pushBlock(Kind.HANDLER_BODY, body);
        out.statements(handler.body());
        out.popBlock();
        out.at(null);
        out.emit(POP_BLOCK);
        unbind(handler.name());
        out.emitJump(JUMP_FORWARD, next);
        out.use(raised);
        unbind(handler.name());
        out.emit(POP_TOP);
        out.emit(LIST_APPEND, LIST_UNDER_EXCEPTION);
        out.emit(POP_TOP);
        out.emit(POP_EXCEPT);
        out.emitJump(JUMP_FORWARD, next);
        out.use(noMatch);
        out.at(handler.range());
        out.emit(POP_TOP);
        out.use(next);
        out.at(null);
    }

    private void unbind(String name) {
        if (name != null) {
            plain.unbind(name);
        }
    }

    /** Looks at the top item and leaves it. */
    private void jumpUnlessNone(BasicBlock target) {
        out.emit(DUP_TOP);
        out.loadConstant(SpecialConstant.NONE);
        out.emit(COMPARE_OP, IS);
        out.emitJump(POP_JUMP_IF_FALSE, target);
    }
}
