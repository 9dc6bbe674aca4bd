package org.pyvm.compiler.internal.codegen;

import java.math.BigInteger;
import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.BoolOperator;
import org.pyvm.ast.Complex;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.ConstantRepr;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.Operator;
import org.pyvm.ast.PluginExpr;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.tokenizer.CodePoints;

/**
 * The text of an annotation under {@code from __future__ import annotations}, exactly as CPython's compiler writes it;
 * that is not quite what {@code ast.unparse} does.
 */
final class Unparser {
    // Precedence, from loosest to tightest.
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int CMP = 5;
    private static final int EXPR = 6;
    private static final int BOR = EXPR;
    private static final int BXOR = 7;
    private static final int BAND = 8;
    private static final int SHIFT = 9;
    private static final int ARITH = 10;
    private static final int TERM = 11;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    private Unparser() {}

    static String unparse(Expr expression) {
        return unparse(expression, TEST);
    }

    static String repr(Object constant) {
        return ConstantRepr.of(constant);
    }

    private static String unparse(Expr expression, int level) {
        Unparser unparser = new Unparser();
        unparser.append(expression, level);
        return unparser.out.toString();
    }

    private void append(Expr expression, int level) {
        switch (expression) {
            case Expr.BoolOp node -> {
                int own = node.op() == BoolOperator.AND ? AND : OR;
                enclosed(
                        level > own,
                        () -> joined(node.values(), own + 1, node.op() == BoolOperator.AND ? " and " : " or "));
            }
            case Expr.NamedExpr node ->
                enclosed(level > TUPLE, () -> {
                    append(node.target(), ATOM);
                    out.append(" := ");
                    append(node.value(), ATOM);
                });
            case Expr.BinOp node -> binary(node, level);
            case Expr.UnaryOp node -> {
                int own = node.op() == UnaryOperator.NOT ? NOT : FACTOR;
                enclosed(level > own, () -> {
                    out.append(
                            node.op() == UnaryOperator.NOT ? "not " : node.op().symbol());
                    append(node.operand(), own);
                });
            }
            case Expr.Lambda node ->
                enclosed(level > TEST, () -> {
                    boolean positional = !node.args().args().isEmpty()
                            || !node.args().posonlyargs().isEmpty();
                    out.append(positional ? "lambda " : "lambda");
                    arguments(node.args());
                    out.append(": ");
                    append(node.body(), TEST);
                });
            case Expr.IfExp node ->
                enclosed(level > TEST, () -> {
                    append(node.body(), TEST + 1);
                    out.append(" if ");
                    append(node.test(), TEST + 1);
                    out.append(" else ");
                    append(node.orelse(), TEST);
                });
            case Expr.Dict node -> dict(node);
            case Expr.Set node -> bracketed("{", node.elts(), "}");
            case Expr.List node -> bracketed("[", node.elts(), "]");
            case Expr.Tuple node -> tuple(node, level);
            case Expr.ListComp node -> comprehension("[", node.elt(), node.generators(), "]");
            case Expr.SetComp node -> comprehension("{", node.elt(), node.generators(), "}");
            case Expr.GeneratorExp node -> comprehension("(", node.elt(), node.generators(), ")");
            case Expr.DictComp node -> {
                out.append('{');
                append(node.key(), TEST);
                out.append(": ");
                append(node.value(), TEST);
                generators(node.generators());
                out.append('}');
            }
            case Expr.Yield node -> {
                out.append(node.value() == null ? "(yield" : "(yield ");
                if (node.value() != null) {
                    append(node.value(), TEST);
                }
                out.append(')');
            }
            case Expr.YieldFrom node -> {
                out.append("(yield from ");
                append(node.value(), TEST);
                out.append(')');
            }
            case Expr.Await node ->
                enclosed(level > AWAIT, () -> {
                    out.append("await ");
                    append(node.value(), ATOM);
                });
            case Expr.Compare node ->
                enclosed(level > CMP, () -> {
                    append(node.left(), CMP + 1);
                    for (int i = 0; i < node.ops().size(); i++) {
                        out.append(' ').append(node.ops().get(i).symbol()).append(' ');
                        append(node.comparators().get(i), CMP + 1);
                    }
                });
            case Expr.Call node -> call(node);
            case Expr.FormattedValue node -> joinedStr(List.of(node), false);
            case Expr.JoinedStr node -> joinedStr(node.values(), false);
            case Expr.Constant node -> constant(node);
            case Expr.Attribute node -> {
                append(node.value(), ATOM);
                boolean afterInt = node.value() instanceof Expr.Constant constant
                        && (constant.value() instanceof Long || constant.value() instanceof BigInteger);
                out.append(afterInt ? " ." : ".").append(node.attr());
            }
            case Expr.Subscript node -> {
                append(node.value(), ATOM);
                out.append('[');
                append(node.slice(), TUPLE);
                out.append(']');
            }
            case Expr.Starred node -> {
                out.append('*');
                append(node.value(), EXPR);
            }
            case Expr.Name node -> out.append(node.id());
            case Expr.Slice node -> slice(node);
            case PluginExpr node -> out.append('<').append(node.nodeName()).append('>');
        }
    }

    private void enclosed(boolean parentheses, Runnable content) {
        out.append(parentheses ? "(" : "");
        content.run();
        out.append(parentheses ? ")" : "");
    }

    private void joined(List<Expr> expressions, int level, String separator) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i > 0 ? separator : "");
            append(expressions.get(i), level);
        }
    }

    private void bracketed(String open, List<Expr> items, String close) {
        out.append(open);
        joined(items, TEST, ", ");
        out.append(close);
    }

    private void binary(Expr.BinOp node, int level) {
        int own = precedence(node.op());
        boolean rightAssociative = node.op() == Operator.POW;
        enclosed(level > own, () -> {
            append(node.left(), rightAssociative ? own + 1 : own);
            out.append(' ').append(node.op().symbol()).append(' ');
            append(node.right(), rightAssociative ? own : own + 1);
        });
    }

    private static int precedence(Operator operator) {
        return switch (operator) {
            case ADD, SUB -> ARITH;
            case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
            case POW -> POWER;
            case L_SHIFT, R_SHIFT -> SHIFT;
            case BIT_OR -> BOR;
            case BIT_XOR -> BXOR;
            case BIT_AND -> BAND;
        };
    }

    private void arguments(Arguments arguments) {
        String separator = "";
        int positionalOnly = arguments.posonlyargs().size();
        int positional = positionalOnly + arguments.args().size();
        int firstDefault = positional - arguments.defaults().size();
        for (int i = 0; i < positional; i++) {
            out.append(separator);
            separator = ", ";
            argument(
                    i < positionalOnly
                            ? arguments.posonlyargs().get(i)
                            : arguments.args().get(i - positionalOnly));
            if (i >= firstDefault) {
                out.append('=');
                append(arguments.defaults().get(i - firstDefault), TEST);
            }
            if (i + 1 == positionalOnly) {
                out.append(", /");
            }
        }
        if (arguments.vararg() != null || !arguments.kwonlyargs().isEmpty()) {
            out.append(separator).append('*');
            separator = ", ";
            if (arguments.vararg() != null) {
                argument(arguments.vararg());
            }
        }
        for (int i = 0; i < arguments.kwonlyargs().size(); i++) {
            out.append(separator);
            argument(arguments.kwonlyargs().get(i));
            Expr value = arguments.kwDefaults().get(i);
            if (value != null) {
                out.append('=');
                append(value, TEST);
            }
        }
        if (arguments.kwarg() != null) {
            out.append(separator).append("**");
            argument(arguments.kwarg());
        }
    }

    private void argument(Arg argument) {
        out.append(argument.arg());
        if (argument.annotation() != null) {
            out.append(": ");
            append(argument.annotation(), TEST);
        }
    }

    private void dict(Expr.Dict node) {
        out.append('{');
        for (int i = 0; i < node.keys().size(); i++) {
            out.append(i > 0 ? ", " : "");
            if (node.keys().get(i) == null) {
                out.append("**");
                append(node.values().get(i), EXPR);
            } else {
                append(node.keys().get(i), TEST);
                out.append(": ");
                append(node.values().get(i), TEST);
            }
        }
        out.append('}');
    }

    private void tuple(Expr.Tuple node, int level) {
        if (node.elts().isEmpty()) {
            out.append("()");
            return;
        }
        enclosed(level > TUPLE, () -> {
            joined(node.elts(), TEST, ", ");
            out.append(node.elts().size() == 1 ? "," : "");
        });
    }

    private void comprehension(String open, Expr element, List<Comprehension> generators, String close) {
        out.append(open);
        append(element, TEST);
        generators(generators);
        out.append(close);
    }

    private void generators(List<Comprehension> generators) {
        for (Comprehension generator : generators) {
            out.append(generator.isAsync() ? " async for " : " for ");
            append(generator.target(), TUPLE);
            out.append(" in ");
            append(generator.iter(), TEST + 1);
            for (Expr condition : generator.ifs()) {
                out.append(" if ");
                append(condition, TEST + 1);
            }
        }
    }

    private void call(Expr.Call node) {
        append(node.func(), ATOM);
        if (node.args().size() == 1
                && node.keywords().isEmpty()
                && node.args().getFirst() instanceof Expr.GeneratorExp only) {
            append(only, TEST);
            return;
        }
        out.append('(');
        joined(node.args(), TEST, ", ");
        String separator = node.args().isEmpty() ? "" : ", ";
        for (Keyword keyword : node.keywords()) {
            out.append(separator).append(keyword.arg() == null ? "**" : keyword.arg() + "=");
            append(keyword.value(), TEST);
            separator = ", ";
        }
        out.append(')');
    }

    private void slice(Expr.Slice node) {
        if (node.lower() != null) {
            append(node.lower(), TEST);
        }
        out.append(':');
        if (node.upper() != null) {
            append(node.upper(), TEST);
        }
        if (node.step() != null) {
            out.append(':');
            append(node.step(), TEST);
        }
    }

    private void joinedStr(List<Expr> values, boolean isFormat) {
        String body = fStringBody(values);
        out.append(isFormat ? body : "f" + repr(CodePoints.of(body)));
    }

    private static String fStringBody(List<Expr> values) {
        Unparser body = new Unparser();
        for (Expr value : values) {
            body.fStringPart(value);
        }
        return body.out.toString();
    }

    private void fStringPart(Expr part) {
        switch (part) {
            case Expr.Constant constant ->
                out.append(constant.value().toString().replace("{", "{{").replace("}", "}}"));
            case Expr.JoinedStr nested -> out.append(fStringBody(nested.values()));
            case Expr.FormattedValue field -> {
                // The grammar allows a tuple here, but a lambda's colon would end the expression.
                String value = unparse(field.value(), TEST + 1);
                out.append(value.startsWith("{") ? "{ " : "{").append(value);
                if (field.conversion() > 0) {
                    out.append('!').append((char) field.conversion());
                }
                if (field.formatSpec() != null) {
                    out.append(':');
                    fStringPart(field.formatSpec());
                }
                out.append('}');
            }
            default -> throw new IllegalArgumentException("part of an f-string: " + part.nodeName());
        }
    }

    private void constant(Expr.Constant node) {
        if (node.value() == SpecialConstant.ELLIPSIS) {
            out.append("...");
            return;
        }
        out.append(node.kind() == null ? "" : node.kind());
        String text = repr(node.value());
        // Infinity has no literal; this overflows to it.
        out.append(
                node.value() instanceof Double || node.value() instanceof Complex
                        ? text.replace("inf", "1e309")
                        : text);
    }
}
