package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.TokenKind;

/** Functions, classes and their decorators. A definition's range begins behind its decorators. */
final class Definitions {
    private Definitions() {}

    static Stmt undecorated(ParseTree tree, TreeLowering lower) {
        return definition(tree, List.of(), lower);
    }

    static Stmt decorated(ParseTree tree, TreeLowering lower) {
        ParseTree list = tree.child(0);
        Expr[] decorators;
        if (list.isRule("decorators")) {
            decorators = new Expr[list.childCount()];
            for (int i = 0; i < decorators.length; i++) {
                decorators[i] = decorator(list.child(i), lower);
            }
        } else {
            decorators = new Expr[] {decorator(list, lower)};
        }
        return definition(tree.child(1), List.of(decorators), lower);
    }

    private static Expr decorator(ParseTree tree, TreeLowering lower) {
        ParseTree expression = tree.child(1);
        if (!expression.isRule("dotted_name")) {
            return lower.expression(expression);
        }
        Expr callee = dottedName(expression, lower);
        if (!tree.child(2).isToken(TokenKind.LPAR)) {
            return callee;
        }
        boolean empty = tree.child(3).isToken(TokenKind.RPAR);
        ParseTree end = tree.child(empty ? 3 : 4);
        var arguments = Primaries.Arguments.NONE;
        if (!empty) {
            arguments = Primaries.arguments(tree.child(3), lower.range(tree.child(2), end), lower);
        }
        return new Expr.Call(callee, arguments.positional(), arguments.keywords(), lower.range(expression, end));
    }

    /** {@code a.b.c} as attributes. */
    static Expr dottedName(ParseTree tree, TreeLowering lower) {
        ParseTree first = tree.child(0);
        Expr value = new Expr.Name(lower.identifier(first), ExprContext.LOAD, lower.range(first));
        for (int i = 2; i < tree.childCount(); i += 2) {
            ParseTree name = tree.child(i);
            value = new Expr.Attribute(value, lower.identifier(name), ExprContext.LOAD, lower.range(first, name));
        }
        return value;
    }

    private static Stmt definition(ParseTree tree, List<Expr> decorators, TreeLowering lower) {
        if (tree.isRule("classdef")) {
            return classDef(tree, decorators, lower);
        }
        boolean async = !tree.isRule("funcdef");
        return function(async ? tree.child(1) : tree, tree, async, decorators, lower);
    }

    private static Stmt function(
            ParseTree tree, ParseTree whole, boolean async, List<Expr> decorators, TreeLowering lower) {
        String name = lower.identifier(tree.child(1));
        List<Expr> prologue = new ArrayList<>(0);
        Arguments arguments = Parameters.bracketed(parameters(tree), prologue, lower);
        Expr returns = null;
        String typeComment = null;
        int last = tree.childCount() - 1;
        for (int i = 3; i < last; i++) {
            ParseTree child = tree.child(i);
            if (child.isToken(TokenKind.RARROW)) {
                returns = lower.expression(tree.child(++i));
            } else if (child.isToken(TokenKind.TYPE_COMMENT)) {
                typeComment = child.token().text();
            }
        }
        List<Stmt> body = withPrologue(prologue, lower.suite(tree.child(last)));
        return async
                ? new Stmt.AsyncFunctionDef(name, arguments, body, decorators, returns, typeComment, lower.range(whole))
                : new Stmt.FunctionDef(name, arguments, body, decorators, returns, typeComment, lower.range(whole));
    }

    /** Plugins may put something between the name and the parameters. */
    private static ParseTree parameters(ParseTree tree) {
        int at = 2;
        while (!tree.child(at).isRule("parameters")) {
            at++;
        }
        return tree.child(at);
    }

    /** What plugins' parameters ask for stands behind the docstring. */
    private static List<Stmt> withPrologue(List<Expr> prologue, List<Stmt> body) {
        if (prologue.isEmpty()) {
            return body;
        }
        boolean documented = body.getFirst() instanceof Stmt.ExprStmt first
                && first.value() instanceof Expr.Constant constant
                && constant.value() instanceof CodePoints;
        List<Stmt> all = new ArrayList<>(body.subList(0, documented ? 1 : 0));
        prologue.forEach(each -> all.add(new Stmt.ExprStmt(each, each.range())));
        all.addAll(body.subList(documented ? 1 : 0, body.size()));
        return List.copyOf(all);
    }

    private static Stmt classDef(ParseTree tree, List<Expr> decorators, TreeLowering lower) {
        var arguments = Primaries.Arguments.NONE;
        int last = tree.childCount() - 1;
        // Plugins may put something between the name and the bases.
        int open = tree.child(last - 2).isToken(TokenKind.RPAR) ? last - 4 : -1;
        if (open > 0 && tree.child(open).isToken(TokenKind.LPAR)) {
            arguments = Primaries.arguments(
                    tree.child(open + 1), lower.range(tree.child(open), tree.child(open + 2)), lower);
        }
        return new Stmt.ClassDef(
                lower.identifier(tree.child(1)),
                arguments.positional(),
                arguments.keywords(),
                lower.suite(tree.child(last)),
                decorators,
                lower.range(tree));
    }

    static Expr lambda(ParseTree tree, TreeLowering lower) {
        boolean none = tree.childCount() == 3;
        List<Expr> prologue = new ArrayList<>(0);
        Arguments arguments = none ? Parameters.NONE : Parameters.list(tree.child(1), prologue, lower);
        Expr body = lower.expression(tree.child(none ? 2 : 3));
        if (!prologue.isEmpty()) {
            // (prologue, ..., body)[-1]
            SourceRange range = SourceRange.spanning(prologue.getFirst().range(), body.range());
            prologue.add(body);
            body = new Expr.Subscript(
                    new Expr.Tuple(List.copyOf(prologue), ExprContext.LOAD, range),
                    new Expr.Constant(-1L, null, body.range()),
                    ExprContext.LOAD,
                    range);
        }
        return new Expr.Lambda(arguments, body, lower.range(tree));
    }

    /** A {@code func_type}. */
    static Mod functionType(ParseTree tree, TreeLowering lower) {
        List<Expr> types = new ArrayList<>();
        ParseTree list = tree.child(1);
        if (list.isRule("typelist")) {
            for (int i = 0; i < list.childCount(); i++) {
                ParseTree child = list.child(i);
                boolean mark = child.isToken(TokenKind.COMMA)
                        || child.isToken(TokenKind.STAR)
                        || child.isToken(TokenKind.DOUBLESTAR);
                if (!mark) {
                    types.add(lower.expression(child));
                }
            }
        }
        return new Mod.FunctionType(List.copyOf(types), lower.expression(tree.child(tree.childCount() - 1)));
    }
}
