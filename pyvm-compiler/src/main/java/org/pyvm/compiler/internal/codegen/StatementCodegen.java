package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.Expr;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.symtable.Scope;

/** Statements that are small: expressions, {@code return}, {@code raise}, {@code assert}. */
final class StatementCodegen {
    private final CodeGenerator out;

    StatementCodegen(CodeGenerator out) {
        this.out = out;
    }

    void expression(Stmt.ExprStmt node) {
        Expr value = node.value();
        if (out.showsValues()) {
            out.expression(value);
            out.emit(PRINT_EXPR);
        } else if (value instanceof Expr.Constant) {
            out.markLine(node.range());
        } else {
            out.expression(value);
            out.at(null);
            out.emit(POP_TOP);
        }
    }

    void returnStatement(Stmt.Return node) {
        Unit unit = out.unit();
        if (!unit.isFunction()) {
            throw out.error("'return' outside function");
        }
        Expr value = node.value();
        if (value != null && unit.scope.is(Scope.Flag.COROUTINE) && unit.scope.is(Scope.Flag.GENERATOR)) {
            throw out.error("'return' with value in async generator");
        }
        if (value == null) {
            out.loadConstant(SpecialConstant.NONE);
        } else {
            out.expression(value);
            // Returning a constant is said to be where the constant is, if that is on the statement's line.
            if (value instanceof Expr.Constant
                    && value.range().line() == node.range().line()) {
                out.at(value.range());
            }
        }
        forbidInStarHandler();
        out.emit(RETURN_VALUE);
    }

    private void forbidInStarHandler() {
        FrameBlocks blocks = out.unit().frameBlocks;
        for (int i = blocks.depth() - 1; i >= 0; i--) {
            LoopCodegen.forbidIn(blocks.get(i), out);
        }
    }

    void raise(Stmt.Raise node) {
        int arguments = 0;
        if (node.exc() != null) {
            out.expression(node.exc());
            arguments++;
            if (node.cause() != null) {
                out.expression(node.cause());
                arguments++;
            }
        }
        out.emit(RAISE_VARARGS, arguments);
    }

    void assertStatement(Stmt.Assert node) {
        if (node.test() instanceof Expr.Tuple tuple && !tuple.elts().isEmpty()
                || node.test() instanceof Expr.Constant constant
                        && constant.value() instanceof java.util.List<?> items
                        && !items.isEmpty()) {
            out.warn("assertion is always true, perhaps remove parentheses?");
        }
        if (out.context().optimize() > 0) {
            return;
        }
        BasicBlock end = out.newBlock();
        out.jumpIf(node.test(), end, true);
        out.emit(LOAD_ASSERTION_ERROR);
        if (node.msg() != null) {
            out.expression(node.msg());
            out.emit(CALL_FUNCTION, 1);
        }
        out.emit(RAISE_VARARGS, 1);
        out.use(end);
    }
}
