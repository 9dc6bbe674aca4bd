package org.pyvm.plugins.noneaware;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CodeEmitter;

/** Code of {@code target ??= value}: what leads to the target is evaluated once, the value only when it is wanted. */
final class CoalesceAssignment {
    private static final int IS = 8;

    private CoalesceAssignment() {}

    static void generate(CoalesceAssign node, CodeEmitter out) {
        switch (node.target()) {
            case Expr.Name name -> name(name, node.value(), out);
            case Expr.Attribute attribute -> attribute(attribute, node.value(), out);
            case Expr.Subscript item -> item(item, node.value(), out);
            default -> throw out.error("illegal target of '??='", node.target().range());
        }
    }

    private static void name(Expr.Name target, Expr value, CodeEmitter out) {
        BasicBlock end = out.newBlock();
        out.name(target.id(), ExprContext.LOAD);
        jumpUnlessNone(end, out);
        out.expression(value);
        out.name(target.id(), ExprContext.STORE);
        out.use(end);
    }

    private static void attribute(Expr.Attribute target, Expr value, CodeEmitter out) {
        BasicBlock keep = out.newBlock();
        BasicBlock end = out.newBlock();
        out.expression(target.value());
        out.emit(DUP_TOP);
        out.emitName(LOAD_ATTR, target.attr());
        jumpUnlessNone(keep, out);
        out.expression(value);
        out.emit(ROT_TWO);
        out.emitName(STORE_ATTR, target.attr());
        out.emitJump(JUMP_FORWARD, end);
        out.use(keep);
        out.emit(POP_TOP);
        out.use(end);
    }

    private static void item(Expr.Subscript target, Expr value, CodeEmitter out) {
        BasicBlock keep = out.newBlock();
        BasicBlock end = out.newBlock();
        out.expression(target.value());
        out.expression(target.slice());
        out.emit(DUP_TOP_TWO);
        out.emit(BINARY_SUBSCR);
        jumpUnlessNone(keep, out);
        out.expression(value);
        out.emit(ROT_THREE);
        out.emit(STORE_SUBSCR);
        out.emitJump(JUMP_FORWARD, end);
        out.use(keep);
        out.emit(POP_TOP);
        out.emit(POP_TOP);
        out.use(end);
    }

    /** Takes the value on top. */
    private static void jumpUnlessNone(BasicBlock target, CodeEmitter out) {
        out.loadConstant(SpecialConstant.NONE);
        out.emit(COMPARE_OP, IS);
        out.emitJump(POP_JUMP_IF_FALSE, target);
    }
}
