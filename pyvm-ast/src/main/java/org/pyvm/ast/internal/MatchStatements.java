package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.MatchCase;
import org.pyvm.ast.Operator;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** {@code match} and its patterns. */
final class MatchStatements {
    private static final String WILDCARD = "_";

    private MatchStatements() {}

    static Stmt matchStmt(ParseTree tree, TreeLowering lower) {
        Expr subject = lower.expression(tree.child(1));
        List<MatchCase> cases = new ArrayList<>();
        for (int i = 3; i < tree.childCount(); i++) {
            if (tree.child(i).isRule("case_block")) {
                cases.add(caseBlock(tree.child(i), lower));
            }
        }
        return new Stmt.Match(subject, List.copyOf(cases), lower.range(tree));
    }

    private static MatchCase caseBlock(ParseTree tree, TreeLowering lower) {
        Pattern pattern = lower.pattern(tree.child(1));
        Expr guard =
                tree.child(2).isRule("guard") ? lower.expression(tree.child(2).child(1)) : null;
        return new MatchCase(pattern, guard, lower.suite(tree.child(tree.childCount() - 1)));
    }

    /** Patterns without brackets around them. */
    static Pattern patterns(ParseTree tree, TreeLowering lower) {
        return new Pattern.MatchSequence(everySecond(tree, 0, tree.childCount(), lower), lower.range(tree));
    }

    private static List<Pattern> everySecond(ParseTree tree, int from, int to, TreeLowering lower) {
        Pattern[] patterns = new Pattern[(to - from + 1) / 2];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = lower.pattern(tree.child(from + 2 * i));
        }
        return List.of(patterns);
    }

    static Pattern asPattern(ParseTree tree, TreeLowering lower) {
        return new Pattern.MatchAs(lower.pattern(tree.child(0)), lower.identifier(tree.child(2)), lower.range(tree));
    }

    static Pattern orPattern(ParseTree tree, TreeLowering lower) {
        return new Pattern.MatchOr(everySecond(tree, 0, tree.childCount(), lower), lower.range(tree));
    }

    static Pattern starPattern(ParseTree tree, TreeLowering lower) {
        String name = lower.identifier(tree.child(1));
        return new Pattern.MatchStar(name.equals(WILDCARD) ? null : name, lower.range(tree));
    }

    static Pattern wildcardPattern(ParseTree tree, TreeLowering lower) {
        return new Pattern.MatchAs(null, null, lower.range(tree));
    }

    /** A capture, or with dots a value. */
    static Pattern dottedName(ParseTree tree, TreeLowering lower) {
        return tree.childCount() == 1
                ? new Pattern.MatchAs(null, lower.identifier(tree), lower.range(tree))
                : new Pattern.MatchValue(Definitions.dottedName(tree, lower), lower.range(tree));
    }

    static Pattern literalPattern(ParseTree tree, TreeLowering lower) {
        Expr value = literal(tree, lower);
        ParseTree first = tree.child(0);
        return value instanceof Expr.Constant constant && first.isToken(TokenKind.NAME)
                ? new Pattern.MatchSingleton(constant.value(), lower.range(tree))
                : new Pattern.MatchValue(value, lower.range(tree));
    }

    /** The value of a {@code literal_pattern}. */
    private static Expr literal(ParseTree tree, TreeLowering lower) {
        ParseTree first = tree.child(0);
        if (first.isToken(TokenKind.STRING)) {
            return StringLowering.strings(tree, lower);
        }
        if (tree.childCount() == 1) {
            return lower.expression(first);
        }
        int at = 0;
        Expr left;
        if (first.isToken(TokenKind.MINUS)) {
            ParseTree number = tree.child(++at);
            left = new Expr.UnaryOp(UnaryOperator.U_SUB, lower.expression(number), lower.range(first, number));
        } else {
            left = lower.expression(first);
        }
        if (at + 1 == tree.childCount()) {
            return left;
        }
        Operator operator = Operators.operator(tree.child(at + 1));
        return new Expr.BinOp(left, operator, lower.expression(tree.child(at + 2)), lower.range(tree));
    }

    /** A class with its arguments. */
    static Pattern classPattern(ParseTree tree, TreeLowering lower) {
        Expr cls = Definitions.dottedName(tree.child(0), lower);
        List<Pattern> positional = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Pattern> named = new ArrayList<>();
        if (tree.childCount() == 4) {
            ParseTree list = tree.child(2);
            for (int i = 0; i < list.childCount(); i += 2) {
                ParseTree argument = list.child(i);
                ParseTree inner = argument.isRule("pattern_argument") ? argument.child(0) : argument;
                if (inner.isRule("keyword_pattern")) {
                    names.add(lower.identifier(inner.child(0)));
                    named.add(lower.pattern(inner.child(2)));
                } else {
                    positional.add(lower.pattern(inner));
                }
            }
        }
        return new Pattern.MatchClass(
                cls, List.copyOf(positional), List.copyOf(names), List.copyOf(named), lower.range(tree));
    }

    static Pattern sequencePattern(ParseTree tree, TreeLowering lower) {
        List<Pattern> patterns = List.of();
        int last = tree.childCount() - 1;
        if (tree.child(0).isToken(TokenKind.LSQB)) {
            patterns = everySecond(tree, 1, last, lower);
        } else if (last == 2) {
            ParseTree inside = tree.child(1);
            if (!inside.isRule("patterns") || inside.childCount() == 1) {
                return lower.pattern(inside); // a group
            }
            patterns = everySecond(inside, 0, inside.childCount(), lower);
        }
        return new Pattern.MatchSequence(patterns, lower.range(tree));
    }

    static Pattern mappingPattern(ParseTree tree, TreeLowering lower) {
        List<Expr> keys = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        String rest = null;
        for (int i = 1; i < tree.childCount() - 1; i += 2) {
            ParseTree item = tree.child(i);
            if (item.isToken(TokenKind.DOUBLESTAR)) {
                rest = lower.identifier(tree.child(++i));
            } else {
                ParseTree key = item.child(0);
                keys.add(key.isRule("literal_pattern") ? literal(key, lower) : Definitions.dottedName(key, lower));
                patterns.add(lower.pattern(item.child(2)));
            }
        }
        return new Pattern.MatchMapping(List.copyOf(keys), List.copyOf(patterns), rest, lower.range(tree));
    }
}
