package org.pyvm.modules.ast;

import java.math.BigInteger;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Operator;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.PluginPattern;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.objects.PyErr;
import org.pyvm.tokenizer.CodePoints;

/** The part of {@link TreeCheck} that deals with patterns. */
final class PatternCheck {
    private final TreeCheck tree;

    PatternCheck(TreeCheck tree) {
        this.tree = tree;
    }

    /** @param starAllowed whether {@code *name} may stand here */
    void check(Pattern pattern, boolean starAllowed) {
        TreeCheck.range(pattern.range());
        switch (pattern) {
            case Pattern.MatchValue p -> value(p.value());
            case Pattern.MatchSingleton p -> {
                if (!isSingleton(p.value())) {
                    throw PyErr.valueError("MatchSingleton can only contain True, False and None");
                }
            }
            case Pattern.MatchSequence p -> all(p.patterns(), true);
            case Pattern.MatchMapping p -> mapping(p);
            case Pattern.MatchClass p -> matchClass(p);
            case Pattern.MatchStar p -> {
                if (!starAllowed) {
                    throw PyErr.valueError("can't use MatchStar here");
                }
                if (p.name() != null) {
                    capture(p.name());
                }
            }
            case Pattern.MatchAs p -> as(p);
            case Pattern.MatchOr p -> {
                if (p.patterns().size() < 2) {
                    throw PyErr.valueError("MatchOr requires at least 2 patterns");
                }
                all(p.patterns(), false);
            }
            case PluginPattern p -> {}
        }
    }

    private void all(List<Pattern> patterns, boolean starAllowed) {
        for (Pattern pattern : patterns) {
            if (pattern == null) {
                throw PyErr.valueError("None disallowed in pattern list");
            }
            check(pattern, starAllowed);
        }
    }

    private static void capture(String name) {
        if (name.equals("_")) {
            throw PyErr.valueError("can't capture name '_' in patterns");
        }
        TreeCheck.name(name);
    }

    private static boolean isSingleton(Object constant) {
        return constant instanceof Boolean || constant == SpecialConstant.NONE;
    }

    private void mapping(Pattern.MatchMapping pattern) {
        if (pattern.keys().size() != pattern.patterns().size()) {
            throw PyErr.valueError("MatchMapping doesn't have the same number of keys as patterns");
        }
        if (pattern.rest() != null) {
            capture(pattern.rest());
        }
        for (Expr key : pattern.keys()) {
            if (key == null) {
                throw PyErr.valueError("None disallowed in expression list");
            }
            // As a value these would have to be a MatchSingleton; as a key there is no other way to write them.
            if (!(key instanceof Expr.Constant constant && isSingleton(constant.value()))) {
                value(key);
            }
        }
        all(pattern.patterns(), false);
    }

    private void matchClass(Pattern.MatchClass pattern) {
        if (pattern.kwdAttrs().size() != pattern.kwdPatterns().size()) {
            throw PyErr.valueError("MatchClass doesn't have the same number of keyword attributes as patterns");
        }
        tree.expression(pattern.cls(), ExprContext.LOAD);
        Expr cls = pattern.cls();
        while (cls instanceof Expr.Attribute attribute) {
            cls = attribute.value();
        }
        if (!(cls instanceof Expr.Name)) {
            throw PyErr.valueError("MatchClass cls field can only contain Name or Attribute nodes.");
        }
        for (String attribute : pattern.kwdAttrs()) {
            if (attribute == null) {
                throw PyErr.valueError("None disallowed in identifier list");
            }
            TreeCheck.name(attribute);
        }
        all(pattern.patterns(), false);
        all(pattern.kwdPatterns(), false);
    }

    private void as(Pattern.MatchAs pattern) {
        if (pattern.name() != null) {
            capture(pattern.name());
        }
        if (pattern.pattern() != null) {
            if (pattern.name() == null) {
                throw PyErr.valueError("MatchAs must specify a target name if a pattern is given");
            }
            check(pattern.pattern(), false);
        }
    }

    private void value(Expr value) {
        tree.expression(value, ExprContext.LOAD);
        boolean allowed = switch (value) {
            case Expr.Constant constant -> {
                if (!isLiteral(constant.value())) {
                    throw PyErr.valueError("unexpected constant inside of a literal pattern");
                }
                yield true;
            }
            case Expr.Attribute attribute -> true;
            case Expr.UnaryOp unary -> isNegative(unary, true, true);
            case Expr.BinOp binary -> isComplex(binary);
            // The compiler has words of its own for these.
            case Expr.JoinedStr string -> true;
            default -> false;
        };
        if (!allowed) {
            throw PyErr.valueError("patterns may only match literals and attribute lookups");
        }
    }

    private static boolean isLiteral(Object constant) {
        return isReal(constant)
                || constant instanceof Complex
                || constant instanceof Bytes
                || constant instanceof CodePoints;
    }

    private static boolean isReal(Object constant) {
        return constant instanceof Long || constant instanceof BigInteger || constant instanceof Double;
    }

    private static boolean isNumber(Expr expression, boolean realAllowed, boolean imaginaryAllowed) {
        return expression instanceof Expr.Constant constant
                && (realAllowed && isReal(constant.value()) || imaginaryAllowed && constant.value() instanceof Complex);
    }

    private static boolean isNegative(Expr.UnaryOp unary, boolean realAllowed, boolean imaginaryAllowed) {
        return unary.op() == UnaryOperator.U_SUB && isNumber(unary.operand(), realAllowed, imaginaryAllowed);
    }

    /** A real number, negative or not, plus or minus an imaginary one. */
    private static boolean isComplex(Expr.BinOp binary) {
        if (binary.op() != Operator.ADD && binary.op() != Operator.SUB) {
            return false;
        }
        boolean real = binary.left() instanceof Expr.UnaryOp unary
                ? isNegative(unary, true, false)
                : isNumber(binary.left(), true, false);
        return real && isNumber(binary.right(), false, true);
    }
}
