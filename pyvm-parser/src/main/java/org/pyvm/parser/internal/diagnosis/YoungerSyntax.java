package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Finds syntax that is younger than a feature version, the way CPython's parser does: inner nodes first, and with the error
 * at the token that it has read by then.
 */
final class YoungerSyntax {
    private final CompilationContext context;

    YoungerSyntax(CompilationContext context) {
        this.context = context;
    }

    /**
     * Syntax that is not allowed.
     *
     * @param last its last token
     * @param shownBehind whether the error is shown at the token behind that one
     */
    record Finding(String message, Token last, boolean shownBehind) {}

    /** The first that the parser would meet, or null. */
    Finding first(ParseTree node) {
        if (node.isTerminal()) {
            return literal(node);
        }
        if (node.isRule("atom") && node.child(0).isToken(TokenKind.STRING)) {
            return strings(node);
        }
        for (int i = 0; i < node.childCount(); i++) {
            Finding found = first(node.child(i));
            if (found == null
                    && i > 0
                    && node.isRule("term")
                    && node.child(i - 1).isToken("@")) {
                found = matrixProduct(node.child(i).lastToken(), true);
            }
            if (found != null) {
                return found;
            }
        }
        return of(node);
    }

    private Finding literal(ParseTree leaf) {
        if (leaf.isToken(TokenKind.STRING)) {
            return isFormatted(leaf.firstToken().text()) ? formatted(leaf) : null;
        }
        return leaf.isToken(TokenKind.NUMBER) && leaf.firstToken().text().indexOf('_') >= 0
                ? younger("Underscores in numeric literals are", 6, leaf.firstToken(), false)
                : null;
    }

    private Finding matrixProduct(Token last, boolean behind) {
        return younger("The '@' operator is", 5, last, behind);
    }

    private Finding of(ParseTree node) {
        Token last = lastOf(node);
        return switch (node.symbol().name()) {
            case "augassign" -> node.child(0).isToken("@=") ? matrixProduct(last, false) : null;
            case "annassign" -> younger("Variable annotation syntax is", 6, last, true);
            case "namedexpr_test", "subscript", "argument", "dictorsetmaker" ->
                has(node, ":=") ? younger("Assignment expressions are", 8, last, true) : null;
            case "typedargslist", "varargslist" ->
                has(node, "/") ? younger("Positional-only parameters are", 8, last, true) : null;
            case "atom_expr" -> node.child(0).isToken("await") ? younger("Await expressions are", 5, last, true) : null;
            case "comp_for" ->
                node.child(0).isToken("async") ? younger("Async comprehensions are", 6, last, true) : null;
            case "async_funcdef" -> younger("Async functions are", 5, last, false);
            case "async_stmt" -> younger(asyncStatement(node.child(1)), 5, last, false);
            case "with_stmt" ->
                isParenthesized(node) ? younger("Parenthesized context managers are", 9, last, false) : null;
            case "match_stmt" -> younger("Pattern matching is", 10, last, false);
            case "try_stmt" ->
                hasRule(node, "except_star_clause") ? younger("Exception groups are", 11, last, true) : null;
            default -> null;
        };
    }

    private Finding younger(String subject, int minor, Token last, boolean behind) {
        return context.allows(minor)
                ? null
                : new Finding(subject + " only supported in Python 3." + minor + " and greater", last, behind);
    }

    /** The last token of a node, those that stand for no text included. */
    private static Token lastOf(ParseTree node) {
        ParseTree last = node;
        while (!last.isTerminal()) {
            last = last.child(last.childCount() - 1);
        }
        return last.firstToken();
    }

    private static String asyncStatement(ParseTree statement) {
        return switch (statement.symbol().name()) {
            case "funcdef" -> "Async functions are";
            case "with_stmt" -> "Async with statements are";
            default -> "Async for loops are";
        };
    }

    /** Whether the items stand in brackets of the statement's own, or of an expression that looks like them. */
    private static boolean isParenthesized(ParseTree node) {
        if (node.child(1).isToken("(")) {
            return true;
        }
        ParseTree only = node.child(1);
        return node.child(2).isToken(":")
                && only.isRule("atom")
                && only.child(0).isToken("(");
    }

    private Finding strings(ParseTree atom) {
        for (int i = 0; i < atom.childCount(); i++) {
            if (isFormatted(atom.child(i).firstToken().text())) {
                return formatted(atom);
            }
        }
        return null;
    }

    private Finding formatted(ParseTree strings) {
        return younger("Format strings are", 6, lastOf(strings), true);
    }

    private static boolean isFormatted(String literal) {
        String prefix = literal.substring(0, Math.min(indexOrEnd(literal, '"'), indexOrEnd(literal, '\'')));
        return prefix.indexOf('f') >= 0 || prefix.indexOf('F') >= 0;
    }

    private static int indexOrEnd(String text, char c) {
        int index = text.indexOf(c);
        return index < 0 ? text.length() : index;
    }

    private static boolean has(ParseTree node, String token) {
        for (int i = 0; i < node.childCount(); i++) {
            if (node.child(i).isToken(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRule(ParseTree node, String rule) {
        for (int i = 0; i < node.childCount(); i++) {
            if (node.child(i).isRule(rule)) {
                return true;
            }
        }
        return false;
    }
}
