package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Operator;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.UnaryOperator;

/** Operators, attributes, subscripts, f-strings, {@code yield} and {@code await}. */
final class ExpressionCodegen {
    private static final int HAS_FORMAT = 4;

    private final CodeGenerator out;

    ExpressionCodegen(CodeGenerator out) {
        this.out = out;
    }

    void named(Expr.NamedExpr node) {
        out.expression(node.value());
        out.emit(DUP_TOP);
        out.expression(node.target());
    }

    void binary(Expr.BinOp node) {
        out.expression(node.left());
        out.expression(node.right());
        out.emit(binary(node.op()));
    }

    private static int binary(Operator operator) {
        return switch (operator) {
            case ADD -> BINARY_ADD;
            case SUB -> BINARY_SUBTRACT;
            case MULT -> BINARY_MULTIPLY;
            case MAT_MULT -> BINARY_MATRIX_MULTIPLY;
            case DIV -> BINARY_TRUE_DIVIDE;
            case MOD -> BINARY_MODULO;
            case POW -> BINARY_POWER;
            case L_SHIFT -> BINARY_LSHIFT;
            case R_SHIFT -> BINARY_RSHIFT;
            case BIT_OR -> BINARY_OR;
            case BIT_XOR -> BINARY_XOR;
            case BIT_AND -> BINARY_AND;
            case FLOOR_DIV -> BINARY_FLOOR_DIVIDE;
        };
    }

    void unary(Expr.UnaryOp node) {
        out.expression(node.operand());
        out.emit(unary(node.op()));
    }

    private static int unary(UnaryOperator operator) {
        return switch (operator) {
            case INVERT -> UNARY_INVERT;
            case NOT -> UNARY_NOT;
            case U_ADD -> UNARY_POSITIVE;
            case U_SUB -> UNARY_NEGATIVE;
        };
    }

    void attribute(Expr.Attribute node) {
        out.expression(node.value());
        out.at(Places.ofAttribute(node, out.unit().range));
        out.forbidDebug(node.attr(), node.ctx() == ExprContext.STORE ? ExprContext.STORE : ExprContext.LOAD);
        out.emitName(
                switch (node.ctx()) {
                    case LOAD -> LOAD_ATTR;
                    case STORE -> STORE_ATTR;
                    case DEL -> DELETE_ATTR;
                },
                node.attr());
    }

    void subscript(Expr.Subscript node) {
        if (node.ctx() == ExprContext.LOAD) {
            Suspects.checkSubscript(node, out);
        }
        out.expression(node.value());
        out.expression(node.slice());
        out.emit(
                switch (node.ctx()) {
                    case LOAD -> BINARY_SUBSCR;
                    case STORE -> STORE_SUBSCR;
                    case DEL -> DELETE_SUBSCR;
                });
    }

    void slice(Expr.Slice node) {
        orNone(node.lower());
        orNone(node.upper());
        if (node.step() != null) {
            out.expression(node.step());
        }
        out.emit(BUILD_SLICE, node.step() == null ? 2 : 3);
    }

    private void orNone(Expr expression) {
        if (expression == null) {
            out.loadConstant(SpecialConstant.NONE);
        } else {
            out.expression(expression);
        }
    }

    void joinedStr(Expr.JoinedStr node) {
        out.expressions(node.values());
        if (node.values().size() != 1) {
            out.emit(BUILD_STRING, node.values().size());
        }
    }

    void formattedValue(Expr.FormattedValue node) {
        out.expression(node.value());
        int flags = switch (node.conversion()) {
            case 's' -> 1;
            case 'r' -> 2;
            case 'a' -> 3;
            default -> 0;
        };
        if (node.formatSpec() != null) {
            out.expression(node.formatSpec());
            flags |= HAS_FORMAT;
        }
        out.emit(FORMAT_VALUE, flags);
    }

    void yield(Expr.Yield node) {
        if (!out.unit().isFunction()) {
            throw out.error("'yield' outside function");
        }
        orNone(node.value());
        out.emit(YIELD_VALUE);
    }

    void yieldFrom(Expr.YieldFrom node) {
        if (!out.unit().isFunction()) {
            throw out.error("'yield' outside function");
        }
        if (out.unit().kind == Unit.Kind.ASYNC_FUNCTION) {
            throw out.error("'yield from' inside async function");
        }
        out.expression(node.value());
        out.await(GET_YIELD_FROM_ITER, 0);
    }

    void await(Expr.Await node) {
        if (!out.allowsTopLevelAwait()) {
            if (!out.unit().isFunction()) {
                throw out.error("'await' outside function");
            }
            if (out.unit().kind != Unit.Kind.ASYNC_FUNCTION && out.unit().kind != Unit.Kind.COMPREHENSION) {
                throw out.error("'await' outside async function");
            }
        }
        out.expression(node.value());
        out.await(GET_AWAITABLE, 0);
    }
}
