package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.TokenKind;

/** What stands in brackets: groups, tuples, lists, sets, dicts, and comprehensions. */
final class Displays {
    private Displays() {}

    static Expr atom(ParseTree tree, TreeLowering lower) {
        TokenKind kind = tree.child(0).token().kind();
        if (kind == TokenKind.LPAR) {
            return round(tree, lower);
        }
        if (kind == TokenKind.LSQB) {
            return square(tree, lower);
        }
        if (kind == TokenKind.LBRACE) {
            return curly(tree, lower);
        }
        return StringLowering.strings(tree, lower);
    }

    private static Expr round(ParseTree tree, TreeLowering lower) {
        if (tree.childCount() == 2) {
            return new Expr.Tuple(List.of(), ExprContext.LOAD, lower.range(tree));
        }
        ParseTree inside = tree.child(1);
        if (!inside.isRule("testlist_comp") || inside.childCount() == 1) {
            return lower.expression(inside); // a group; its brackets are no part of the node
        }
        if (isComprehension(inside)) {
            return new Expr.GeneratorExp(
                    lower.expression(inside.child(0)), generators(inside.child(1), lower), lower.range(tree));
        }
        return new Expr.Tuple(Operators.everySecond(inside, 0, lower), ExprContext.LOAD, lower.range(tree));
    }

    private static Expr square(ParseTree tree, TreeLowering lower) {
        if (tree.childCount() == 2) {
            return new Expr.List(List.of(), ExprContext.LOAD, lower.range(tree));
        }
        ParseTree inside = tree.child(1);
        if (!inside.isRule("testlist_comp") || inside.childCount() == 1) {
            return new Expr.List(List.of(lower.expression(inside)), ExprContext.LOAD, lower.range(tree));
        }
        if (isComprehension(inside)) {
            return new Expr.ListComp(
                    lower.expression(inside.child(0)), generators(inside.child(1), lower), lower.range(tree));
        }
        return new Expr.List(Operators.everySecond(inside, 0, lower), ExprContext.LOAD, lower.range(tree));
    }

    private static Expr curly(ParseTree tree, TreeLowering lower) {
        SourceRange range = lower.range(tree);
        if (tree.childCount() == 2) {
            return new Expr.Dict(List.of(), List.of(), range);
        }
        ParseTree inside = tree.child(1);
        if (!inside.isRule("dictorsetmaker")) {
            return new Expr.Set(List.of(lower.expression(inside)), range);
        }
        int count = inside.childCount();
        ParseTree last = inside.child(count - 1);
        boolean comprehension = last.isRule("comp_for");
        if (inside.child(0).isToken(TokenKind.DOUBLESTAR)
                || count > 1 && inside.child(1).isToken(TokenKind.COLON)) {
            return comprehension
                    ? new Expr.DictComp(
                            lower.expression(inside.child(0)),
                            lower.expression(inside.child(2)),
                            generators(last, lower),
                            range)
                    : dict(inside, range, lower);
        }
        if (comprehension) {
            return new Expr.SetComp(Operators.namedExpr(inside, 0, lower), generators(last, lower), range);
        }
        List<Expr> items = new ArrayList<>((count + 1) / 2);
        for (int i = 0; i < count; i += Operators.isNamed(inside, i) ? 4 : 2) {
            items.add(Operators.namedExpr(inside, i, lower));
        }
        return new Expr.Set(List.copyOf(items), range);
    }

    private static Expr dict(ParseTree tree, SourceRange range, TreeLowering lower) {
        int most = (tree.childCount() + 2) / 3;
        List<Expr> keys = new ArrayList<>(most);
        List<Expr> values = new ArrayList<>(most);
        int i = 0;
        while (i < tree.childCount()) {
            if (tree.child(i).isToken(TokenKind.DOUBLESTAR)) {
                keys.add(null);
                values.add(lower.expression(tree.child(i + 1)));
                i += 3;
            } else {
                keys.add(lower.expression(tree.child(i)));
                values.add(lower.expression(tree.child(i + 2)));
                i += 4;
            }
        }
        return new Expr.Dict(withNulls(keys), List.copyOf(values), range);
    }

    /** An immutable copy; {@code List.copyOf} takes no nulls. */
    static List<Expr> withNulls(List<Expr> items) {
        return Collections.unmodifiableList(Arrays.asList(items.toArray(new Expr[0])));
    }

    /** Expressions separated by commas, without brackets. */
    static Expr tuple(ParseTree tree, TreeLowering lower) {
        return new Expr.Tuple(Operators.everySecond(tree, 0, lower), ExprContext.LOAD, lower.range(tree));
    }

    private static boolean isComprehension(ParseTree inside) {
        return inside.childCount() == 2 && !inside.child(1).isTerminal();
    }

    /** A {@code comp_for} and those nested in it. */
    static List<Comprehension> generators(ParseTree compFor, TreeLowering lower) {
        List<Comprehension> generators = new ArrayList<>();
        ParseTree clause = compFor;
        while (clause != null) {
            int at = clause.child(0).isToken("async") ? 1 : 0;
            Expr target = lower.target(clause.child(at + 1), ExprContext.STORE);
            Expr iter = lower.expression(clause.child(at + 3));
            ParseTree next = next(clause, at + 4);
            List<Expr> conditions = new ArrayList<>();
            while (next != null && next.isRule("comp_if")) {
                conditions.add(lower.expression(next.child(1)));
                next = next(next, 2);
            }
            generators.add(new Comprehension(target, iter, List.copyOf(conditions), at == 1));
            clause = next;
        }
        return List.copyOf(generators);
    }

    private static ParseTree next(ParseTree clause, int index) {
        if (index >= clause.childCount()) {
            return null;
        }
        ParseTree next = clause.child(index);
        return next.isRule("comp_iter") ? next.child(0) : next;
    }
}
