package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.TrailerRule;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.TokenKind;

/** Attributes, subscripts, calls and {@code await}. A chain is one node of the parse tree. */
final class Primaries {
    private Primaries() {}

    static Expr atomExpr(ParseTree tree, TreeLowering lower) {
        return atomExpr(tree, ExprContext.LOAD, lower);
    }

    /** {@code context} is that of the last trailer. */
    static Expr atomExpr(ParseTree tree, ExprContext context, TreeLowering lower) {
        int at = tree.child(0).isToken("await") ? 1 : 0;
        ParseTree first = tree.child(at);
        Expr value = trailers(lower.expression(first), first, tree, at + 1, context, lower);
        return at == 0 ? value : new Expr.Await(value, lower.range(tree));
    }

    /** Puts the trailers from an index on on a value; {@code first} is where the chain begins. */
    private static Expr trailers(
            Expr start, ParseTree first, ParseTree tree, int from, ExprContext context, TreeLowering lower) {
        Expr value = start;
        int last = tree.childCount() - 1;
        for (int i = from; i <= last; i++) {
            ParseTree trailer = tree.child(i);
            // In a full tree a plugin's form stands below a node of its own.
            ParseTree own = trailer.isRule("trailer") && trailer.childCount() == 1 ? trailer.child(0) : trailer;
            if (!own.isTerminal() && !own.isRule("trailer")) {
                return added(value, first, own, tree, i + 1, lower);
            }
            value = trailer(value, first, trailer, i == last ? context : ExprContext.LOAD, lower);
        }
        return value;
    }

    private static Expr added(
            Expr value, ParseTree first, ParseTree trailer, ParseTree tree, int next, TreeLowering lower) {
        TrailerRule rule = lower.trailer(trailer);
        if (rule == null) {
            throw new IllegalStateException("no lowering for the trailer " + trailer.symbol());
        }
        return rule.lower(
                value,
                trailer,
                lower.range(first, trailer),
                inner -> trailers(inner, first, tree, next, ExprContext.LOAD, lower),
                lower);
    }

    private static Expr trailer(
            Expr value, ParseTree first, ParseTree trailer, ExprContext context, TreeLowering lower) {
        TokenKind kind = trailer.child(0).token().kind();
        if (kind == TokenKind.DOT) {
            return new Expr.Attribute(value, lower.identifier(trailer.child(1)), context, lower.range(first, trailer));
        }
        if (kind == TokenKind.LSQB) {
            return new Expr.Subscript(value, index(trailer.child(1), lower), context, lower.range(first, trailer));
        }
        Arguments arguments = Arguments.NONE;
        if (trailer.childCount() == 3) {
            arguments = arguments(trailer.child(1), lower.range(trailer), lower);
        }
        return new Expr.Call(value, arguments.positional, arguments.keywords, lower.range(first, trailer));
    }

    /** The arguments of a call or a class. */
    record Arguments(List<Expr> positional, List<Keyword> keywords) {
        static final Arguments NONE = new Arguments(List.of(), List.of());
    }

    /** @param brackets what a generator expression without brackets of its own takes as its place */
    static Arguments arguments(ParseTree tree, SourceRange brackets, TreeLowering lower) {
        if (!tree.isRule("arglist") && !tree.isRule("argument")) {
            return new Arguments(List.of(lower.expression(tree)), List.of());
        }
        List<Expr> positional = new ArrayList<>();
        List<Keyword> keywords = new ArrayList<>();
        if (tree.isRule("argument")) {
            addArgument(tree, brackets, positional, keywords, lower);
        } else {
            for (int i = 0; i < tree.childCount(); i += 2) {
                addArgument(tree.child(i), brackets, positional, keywords, lower);
            }
        }
        return new Arguments(List.copyOf(positional), List.copyOf(keywords));
    }

    private static void addArgument(
            ParseTree tree, SourceRange brackets, List<Expr> positional, List<Keyword> keywords, TreeLowering lower) {
        int count = tree.childCount();
        if (!tree.isRule("argument") || count == 1) {
            positional.add(lower.expression(tree));
            return;
        }
        ParseTree first = tree.child(0);
        if (first.isToken(TokenKind.STAR)) {
            positional.add(new Expr.Starred(lower.expression(tree.child(1)), ExprContext.LOAD, lower.range(tree)));
        } else if (first.isToken(TokenKind.DOUBLESTAR)) {
            keywords.add(new Keyword(null, lower.expression(tree.child(1)), lower.range(tree)));
        } else if (tree.child(1).isToken(TokenKind.EQUAL)) {
            keywords.add(new Keyword(lower.identifier(first), lower.expression(tree.child(2)), lower.range(tree)));
        } else if (tree.child(count - 1).isRule("comp_for")) {
            positional.add(new Expr.GeneratorExp(
                    Operators.namedExpr(tree, 0, lower), Displays.generators(tree.child(count - 1), lower), brackets));
        } else {
            positional.add(Operators.namedExpr(tree, 0, lower));
        }
    }

    static Expr index(ParseTree tree, TreeLowering lower) {
        if (tree.isRule("subscriptlist")) {
            if (tree.childCount() == 1) {
                return index(tree.child(0), lower);
            }
            Expr[] items = new Expr[(tree.childCount() + 1) / 2];
            for (int i = 0; i < items.length; i++) {
                items[i] = subscript(tree.child(2 * i), lower);
            }
            return new Expr.Tuple(List.of(items), ExprContext.LOAD, lower.range(tree));
        }
        Expr index = subscript(tree, lower);
        // a[*b] is a[(*b,)].
        return index instanceof Expr.Starred
                ? new Expr.Tuple(List.of(index), ExprContext.LOAD, lower.range(tree))
                : index;
    }

    private static Expr subscript(ParseTree tree, TreeLowering lower) {
        if (!tree.isRule("subscript")) {
            return lower.expression(tree);
        }
        boolean startsWithColon = tree.child(0).isToken(TokenKind.COLON);
        boolean isSlice =
                startsWithColon || tree.childCount() > 1 && tree.child(1).isToken(TokenKind.COLON);
        if (!isSlice) {
            return Operators.namedExpr(tree, 0, lower);
        }
        Expr lowerBound = startsWithColon ? null : lower.expression(tree.child(0));
        Expr upper = null;
        Expr step = null;
        for (int i = startsWithColon ? 1 : 2; i < tree.childCount(); i++) {
            ParseTree part = tree.child(i);
            if (!part.isRule("sliceop")) {
                upper = lower.expression(part);
            } else if (part.childCount() == 2) {
                step = lower.expression(part.child(1));
            }
        }
        return new Expr.Slice(lowerBound, upper, step, lower.range(tree));
    }
}
