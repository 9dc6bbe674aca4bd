package org.pyvm.ast.internal;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** Expressions that are assigned to or deleted; the parser has seen to it that they may be. */
final class Targets {
    private Targets() {}

    static Expr target(ParseTree tree, ExprContext context, TreeLowering lower) {
        ParseTree node = tree;
        while (!node.isTerminal()) {
            switch (node.symbol().name()) {
                case "atom_expr" -> {
                    if (node.childCount() > 1) {
                        return Primaries.atomExpr(node, context, lower);
                    }
                }
                case "atom" -> {
                    if (node.childCount() > 1) {
                        return bracketed(node, context, lower);
                    }
                }
                case "star_expr" -> {
                    return new Expr.Starred(target(node.child(1), context, lower), context, lower.range(node));
                }
                case "testlist_star_expr", "testlist", "exprlist" -> {
                    if (node.childCount() > 1) {
                        return new Expr.Tuple(items(node, context, lower), context, lower.range(node));
                    }
                }
                default -> {
                    if (node.childCount() > 1) {
                        return lower.expression(node); // a plugin's
                    }
                }
            }
            node = node.child(0);
        }
        if (node.isToken(TokenKind.NAME)) {
            return new Expr.Name(lower.identifier(node), context, lower.range(node));
        }
        return lower.expression(node);
    }

    /** Targets separated by commas. */
    static List<Expr> items(ParseTree tree, ExprContext context, TreeLowering lower) {
        Expr[] items = new Expr[(tree.childCount() + 1) / 2];
        for (int i = 0; i < items.length; i++) {
            items[i] = target(tree.child(2 * i), context, lower);
        }
        return List.of(items);
    }

    private static Expr bracketed(ParseTree atom, ExprContext context, TreeLowering lower) {
        boolean round = atom.child(0).isToken(TokenKind.LPAR);
        if (!round && !atom.child(0).isToken(TokenKind.LSQB)) {
            return lower.expression(atom);
        }
        List<Expr> items = List.of();
        if (atom.childCount() == 3) {
            ParseTree inside = atom.child(1);
            boolean several = inside.isRule("testlist_comp") && inside.childCount() > 1;
            if (round && !several) {
                return target(inside, context, lower);
            }
            items = several ? items(inside, context, lower) : List.of(target(inside, context, lower));
        }
        return round
                ? new Expr.Tuple(items, context, lower.range(atom))
                : new Expr.List(items, context, lower.range(atom));
    }
}
