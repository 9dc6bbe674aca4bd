package org.pyvm.compiler.internal.constants;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;

/**
 * Which expressions CPython 3.11 has folded into constants by the time it compiles them. Some of its warnings and errors
 * depend on that: {@code x is -1} compares with a literal.
 */
public final class ConstantExpressions {
    private ConstantExpressions() {}

    /** The value of an expression that 3.11 folds, or null. */
    public static Object valueOf(Expr expression) {
        return switch (expression) {
            case Expr.Constant constant -> constant.value();
            case Expr.UnaryOp unary -> {
                Object operand = valueOf(unary.operand());
                yield operand == null ? null : Fold.unary(unary.op(), operand);
            }
            case Expr.BinOp binary -> {
                Object left = valueOf(binary.left());
                Object right = left == null ? null : valueOf(binary.right());
                yield right == null ? null : Fold.binary(binary.op(), left, right, Fold.Limits.AST);
            }
            case Expr.Tuple tuple when tuple.ctx() == ExprContext.LOAD -> tupleOf(tuple.elts());
            case Expr.Subscript subscript
            when subscript.ctx() == ExprContext.LOAD -> {
                Object container = valueOf(subscript.value());
                Object key = container == null ? null : valueOf(subscript.slice());
                yield key == null ? null : Fold.subscript(container, key);
            }
            default -> null;
        };
    }

    private static Object tupleOf(List<Expr> items) {
        List<Object> values = new ArrayList<>(items.size());
        for (Expr item : items) {
            Object value = valueOf(item);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }
}
