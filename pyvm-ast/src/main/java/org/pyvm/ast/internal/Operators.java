package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.BoolOperator;
import org.pyvm.ast.CmpOperator;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Operator;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** Expressions made with operators. A chain of one precedence is one node of the parse tree, so long ones cost no stack. */
final class Operators {
    private static final Operator[] BINARY = new Operator[256];
    private static final CmpOperator[] COMPARISON = new CmpOperator[256];

    static {
        BINARY[TokenKind.PLUS.index()] = Operator.ADD;
        BINARY[TokenKind.MINUS.index()] = Operator.SUB;
        BINARY[TokenKind.STAR.index()] = Operator.MULT;
        BINARY[TokenKind.AT.index()] = Operator.MAT_MULT;
        BINARY[TokenKind.SLASH.index()] = Operator.DIV;
        BINARY[TokenKind.PERCENT.index()] = Operator.MOD;
        BINARY[TokenKind.DOUBLESTAR.index()] = Operator.POW;
        BINARY[TokenKind.LEFTSHIFT.index()] = Operator.L_SHIFT;
        BINARY[TokenKind.RIGHTSHIFT.index()] = Operator.R_SHIFT;
        BINARY[TokenKind.VBAR.index()] = Operator.BIT_OR;
        BINARY[TokenKind.CIRCUMFLEX.index()] = Operator.BIT_XOR;
        BINARY[TokenKind.AMPER.index()] = Operator.BIT_AND;
        BINARY[TokenKind.DOUBLESLASH.index()] = Operator.FLOOR_DIV;
        BINARY[TokenKind.PLUSEQUAL.index()] = Operator.ADD;
        BINARY[TokenKind.MINEQUAL.index()] = Operator.SUB;
        BINARY[TokenKind.STAREQUAL.index()] = Operator.MULT;
        BINARY[TokenKind.ATEQUAL.index()] = Operator.MAT_MULT;
        BINARY[TokenKind.SLASHEQUAL.index()] = Operator.DIV;
        BINARY[TokenKind.PERCENTEQUAL.index()] = Operator.MOD;
        BINARY[TokenKind.DOUBLESTAREQUAL.index()] = Operator.POW;
        BINARY[TokenKind.LEFTSHIFTEQUAL.index()] = Operator.L_SHIFT;
        BINARY[TokenKind.RIGHTSHIFTEQUAL.index()] = Operator.R_SHIFT;
        BINARY[TokenKind.VBAREQUAL.index()] = Operator.BIT_OR;
        BINARY[TokenKind.CIRCUMFLEXEQUAL.index()] = Operator.BIT_XOR;
        BINARY[TokenKind.AMPEREQUAL.index()] = Operator.BIT_AND;
        BINARY[TokenKind.DOUBLESLASHEQUAL.index()] = Operator.FLOOR_DIV;
        COMPARISON[TokenKind.EQEQUAL.index()] = CmpOperator.EQ;
        COMPARISON[TokenKind.NOTEQUAL.index()] = CmpOperator.NOT_EQ;
        COMPARISON[TokenKind.LESS.index()] = CmpOperator.LT;
        COMPARISON[TokenKind.LESSEQUAL.index()] = CmpOperator.LT_E;
        COMPARISON[TokenKind.GREATER.index()] = CmpOperator.GT;
        COMPARISON[TokenKind.GREATEREQUAL.index()] = CmpOperator.GT_E;
    }

    private Operators() {}

    /** The operator of a token, alone or in an augmented assignment. */
    static Operator operator(ParseTree token) {
        return BINARY[token.token().kind().index()];
    }

    static Expr binary(ParseTree tree, TreeLowering lower) {
        ParseTree first = tree.child(0);
        Expr left = lower.expression(first);
        for (int i = 2; i < tree.childCount(); i += 2) {
            ParseTree operand = tree.child(i);
            left = new Expr.BinOp(
                    left, operator(tree.child(i - 1)), lower.expression(operand), lower.range(first, operand));
        }
        return left;
    }

    static Expr unary(ParseTree tree, TreeLowering lower) {
        TokenKind kind = tree.child(0).token().kind();
        UnaryOperator operator = kind == TokenKind.NAME
                ? UnaryOperator.NOT
                : kind == TokenKind.MINUS
                        ? UnaryOperator.U_SUB
                        : kind == TokenKind.PLUS ? UnaryOperator.U_ADD : UnaryOperator.INVERT;
        return new Expr.UnaryOp(operator, lower.expression(tree.child(1)), lower.range(tree));
    }

    static Expr orTest(ParseTree tree, TreeLowering lower) {
        return bool(BoolOperator.OR, tree, lower);
    }

    static Expr andTest(ParseTree tree, TreeLowering lower) {
        return bool(BoolOperator.AND, tree, lower);
    }

    private static Expr bool(BoolOperator operator, ParseTree tree, TreeLowering lower) {
        return new Expr.BoolOp(operator, everySecond(tree, 0, lower), lower.range(tree));
    }

    /** The expressions that stand between separators. */
    static List<Expr> everySecond(ParseTree tree, int from, TreeLowering lower) {
        Expr[] values = new Expr[(tree.childCount() - from + 1) / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = lower.expression(tree.child(from + 2 * i));
        }
        return List.of(values);
    }

    static Expr comparison(ParseTree tree, TreeLowering lower) {
        Expr left = lower.expression(tree.child(0));
        List<CmpOperator> operators = new ArrayList<>(tree.childCount() / 2);
        for (int i = 1; i < tree.childCount(); i += 2) {
            operators.add(comparisonOperator(tree.child(i)));
        }
        return new Expr.Compare(left, List.copyOf(operators), everySecond(tree, 2, lower), lower.range(tree));
    }

    private static CmpOperator comparisonOperator(ParseTree tree) {
        ParseTree first = tree.isTerminal() ? tree : tree.child(0);
        CmpOperator symbol = COMPARISON[first.token().kind().index()];
        if (symbol != null) {
            return symbol;
        }
        boolean two = tree.childCount() == 2;
        return switch (first.token().text()) {
            case "in" -> CmpOperator.IN;
            case "not" -> CmpOperator.NOT_IN;
            default -> two ? CmpOperator.IS_NOT : CmpOperator.IS;
        };
    }

    /** {@code body if test else orelse}. */
    static Expr conditional(ParseTree tree, TreeLowering lower) {
        Expr body = lower.expression(tree.child(0));
        Expr test = lower.expression(tree.child(2));
        return new Expr.IfExp(test, body, lower.expression(tree.child(4)), lower.range(tree));
    }

    static Expr namedExpr(ParseTree tree, TreeLowering lower) {
        return namedExpr(tree, 0, lower);
    }

    /** The expression at a child, which is a named one if {@code :=} comes next. */
    static Expr namedExpr(ParseTree tree, int at, TreeLowering lower) {
        ParseTree first = tree.child(at);
        if (!isNamed(tree, at)) {
            return lower.expression(first);
        }
        Expr target = lower.target(first, ExprContext.STORE);
        ParseTree value = tree.child(at + 2);
        return new Expr.NamedExpr(target, lower.expression(value), lower.range(first, value));
    }

    static boolean isNamed(ParseTree tree, int at) {
        return at + 1 < tree.childCount() && tree.child(at + 1).isToken(TokenKind.COLONEQUAL);
    }

    static Expr starred(ParseTree tree, TreeLowering lower) {
        return new Expr.Starred(lower.expression(tree.child(1)), ExprContext.LOAD, lower.range(tree));
    }

    static Expr yieldExpr(ParseTree tree, TreeLowering lower) {
        if (tree.childCount() == 1) {
            return new Expr.Yield(null, lower.range(tree));
        }
        ParseTree argument = tree.child(1);
        if (argument.isRule("yield_arg") && argument.childCount() == 2) {
            return new Expr.YieldFrom(lower.expression(argument.child(1)), lower.range(tree));
        }
        return new Expr.Yield(lower.expression(argument), lower.range(tree));
    }
}
