package org.pyvm.compiler.internal.codegen;

import java.math.BigInteger;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.Expr;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.compiler.internal.constants.ConstantExpressions;
import org.pyvm.tokenizer.CodePoints;

/** Calls and subscripts of what can be neither called nor subscripted: mostly a comma is missing. */
final class Suspects {
    private Suspects() {}

    static void checkCall(Expr callee, CodeGenerator out) {
        boolean suspect = switch (callee) {
            case Expr.Tuple node -> true;
            case Expr.List node -> true;
            case Expr.ListComp node -> true;
            case Expr.Dict node -> true;
            case Expr.DictComp node -> true;
            case Expr.Set node -> true;
            case Expr.SetComp node -> true;
            case Expr.GeneratorExp node -> true;
            case Expr.JoinedStr node -> true;
            case Expr.FormattedValue node -> true;
            default -> ConstantExpressions.valueOf(callee) != null;
        };
        if (suspect) {
            out.warn("'" + typeOf(callee) + "' object is not callable; perhaps you missed a comma?");
        }
    }

    static void checkSubscript(Expr.Subscript node, CodeGenerator out) {
        Expr value = node.value();
        boolean suspect = switch (value) {
            case Expr.Set other -> true;
            case Expr.SetComp other -> true;
            case Expr.GeneratorExp other -> true;
            case Expr.Lambda other -> true;
            default -> {
                Object constant = ConstantExpressions.valueOf(value);
                yield constant != null
                        && !(constant instanceof CodePoints)
                        && !(constant instanceof Bytes)
                        && !(constant instanceof List<?>);
            }
        };
        if (suspect) {
            out.warn("'" + typeOf(value) + "' object is not subscriptable; perhaps you missed a comma?");
        }
        checkIndex(value, node.slice(), out);
    }

    private static void checkIndex(Expr value, Expr index, CodeGenerator out) {
        boolean isSequence = switch (value) {
            case Expr.Tuple other -> true;
            case Expr.List other -> true;
            case Expr.ListComp other -> true;
            case Expr.JoinedStr other -> true;
            case Expr.FormattedValue other -> true;
            default -> {
                Object constant = ConstantExpressions.valueOf(value);
                yield constant instanceof CodePoints || constant instanceof Bytes || constant instanceof List<?>;
            }
        };
        if (!isSequence) {
            return;
        }
        String type = typeOf(index);
        if (type != null && !type.equals("int") && !type.equals("bool")) {
            out.warn(typeOf(value) + " indices must be integers or slices, not " + type
                    + "; perhaps you missed a comma?");
        }
    }

    /** The type that an expression's value surely has, or null. */
    private static String typeOf(Expr expression) {
        return switch (expression) {
            case Expr.Tuple node -> "tuple";
            case Expr.List node -> "list";
            case Expr.ListComp node -> "list";
            case Expr.Dict node -> "dict";
            case Expr.DictComp node -> "dict";
            case Expr.Set node -> "set";
            case Expr.SetComp node -> "set";
            case Expr.GeneratorExp node -> "generator";
            case Expr.Lambda node -> "function";
            case Expr.JoinedStr node -> "str";
            case Expr.FormattedValue node -> "str";
            default -> {
                Object constant = ConstantExpressions.valueOf(expression);
                yield constant == null ? null : typeOfConstant(constant);
            }
        };
    }

    private static String typeOfConstant(Object constant) {
        return switch (constant) {
            case Boolean value -> "bool";
            case Long value -> "int";
            case BigInteger value -> "int";
            case Double value -> "float";
            case Complex value -> "complex";
            case CodePoints value -> "str";
            case Bytes value -> "bytes";
            case List<?> value -> "tuple";
            case FrozenConstant value -> "frozenset";
            case SpecialConstant value -> value == SpecialConstant.NONE ? "NoneType" : "ellipsis";
            default -> throw new IllegalArgumentException("no constant: " + constant.getClass());
        };
    }
}
