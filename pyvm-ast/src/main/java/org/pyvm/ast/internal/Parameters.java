package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ParameterRule;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** The parameters of a function or a lambda: reads the flat list of one from left to right. */
final class Parameters {
    static final Arguments NONE = new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

    private final TreeLowering lower;
    private final List<Expr> prologue;
    private List<Arg> positional = new ArrayList<>();
    private List<Arg> positionalOnly = List.of();
    private final List<Arg> keywordOnly = new ArrayList<>();
    private final List<Expr> keywordDefaults = new ArrayList<>();
    private final List<Expr> defaults = new ArrayList<>();
    private Arg vararg;
    private Arg kwarg;

    /** Which of the above the last parameter went to, for what follows it. */
    private Section section = Section.POSITIONAL;

    private enum Section {
        POSITIONAL,
        VARARG,
        KEYWORD_ONLY,
        KWARG
    }

    private Parameters(List<Expr> prologue, TreeLowering lower) {
        this.prologue = prologue;
        this.lower = lower;
    }

    /** A {@code parameters} node. @param prologue takes what is to be evaluated before the body */
    static Arguments bracketed(ParseTree tree, List<Expr> prologue, TreeLowering lower) {
        return tree.childCount() == 2 ? NONE : list(tree.child(1), prologue, lower);
    }

    /** A {@code typedargslist} or {@code varargslist}. */
    static Arguments list(ParseTree tree, List<Expr> prologue, TreeLowering lower) {
        var parameters = new Parameters(prologue, lower);
        for (int i = 0; i < tree.childCount(); i++) {
            ParseTree child = tree.child(i);
            if (child.isToken(TokenKind.EQUAL)) {
                parameters.addDefault(lower.expression(tree.child(++i)));
            } else {
                parameters.add(child);
            }
        }
        return parameters.arguments();
    }

    private void add(ParseTree child) {
        if (child.isRule("tfpdef") || child.isRule("vfpdef") || child.isToken(TokenKind.NAME)) {
            addParameter(parameter(child));
        } else if (child.isToken(TokenKind.STAR)) {
            section = Section.VARARG;
        } else if (child.isToken(TokenKind.DOUBLESTAR)) {
            section = Section.KWARG;
        } else if (child.isToken(TokenKind.SLASH)) {
            positionalOnly = positional;
            positional = new ArrayList<>();
        } else if (child.isToken(TokenKind.TYPE_COMMENT)) {
            addTypeComment(child.token().text());
        } else if (section == Section.VARARG && child.isTerminal()) {
            section = Section.KEYWORD_ONLY; // the comma behind * or *args
        } else if (!child.isTerminal()) {
            addOther(child);
        }
    }

    private void addOther(ParseTree child) {
        ParameterRule rule = lower.parameter(child);
        if (rule == null) {
            throw new IllegalStateException("no lowering for the parameter " + child.symbol());
        }
        ParameterRule.Parameter made = rule.lower(child, lower);
        addParameter(made.arg());
        addDefault(made.defaultValue());
        if (made.prologue() != null) {
            prologue.add(made.prologue());
        }
    }

    private void addParameter(Arg parameter) {
        switch (section) {
            case POSITIONAL -> positional.add(parameter);
            case VARARG -> vararg = parameter;
            case KEYWORD_ONLY -> {
                keywordOnly.add(parameter);
                keywordDefaults.add(null);
            }
            case KWARG -> kwarg = parameter;
        }
    }

    private void addDefault(Expr value) {
        if (section == Section.POSITIONAL) {
            defaults.add(value);
        } else {
            keywordDefaults.set(keywordDefaults.size() - 1, value);
        }
    }

    private void addTypeComment(String text) {
        // The comment stands behind its parameter's comma, so behind *args the section is the next one already.
        if (section == Section.KWARG) {
            kwarg = commented(kwarg, text);
        } else if (section == Section.KEYWORD_ONLY && !keywordOnly.isEmpty()) {
            keywordOnly.set(keywordOnly.size() - 1, commented(keywordOnly.getLast(), text));
        } else if (section != Section.POSITIONAL && vararg != null) {
            vararg = commented(vararg, text);
        } else if (!positional.isEmpty()) {
            positional.set(positional.size() - 1, commented(positional.getLast(), text));
        } else if (!positionalOnly.isEmpty()) {
            positionalOnly.set(positionalOnly.size() - 1, commented(positionalOnly.getLast(), text));
        }
    }

    private static Arg commented(Arg parameter, String text) {
        return new Arg(parameter.arg(), parameter.annotation(), text, parameter.range());
    }

    private Arg parameter(ParseTree tree) {
        Expr annotation = tree.childCount() == 3 ? lower.expression(tree.child(2)) : null;
        return new Arg(lower.identifier(tree), annotation, null, lower.range(tree));
    }

    private Arguments arguments() {
        return new Arguments(
                List.copyOf(positionalOnly),
                List.copyOf(positional),
                vararg,
                List.copyOf(keywordOnly),
                Displays.withNulls(keywordDefaults),
                kwarg,
                List.copyOf(defaults));
    }
}
