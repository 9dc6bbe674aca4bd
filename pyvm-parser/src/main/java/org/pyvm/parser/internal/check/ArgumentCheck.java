package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;

/** The arguments of a call or of a class. */
public final class ArgumentCheck {
    private ArgumentCheck() {}

    /** Left of {@code =} and {@code :=} stands a name. */
    public static ParseTree argument(ParseTree node) {
        ParseTree second = node.childCount() > 1 ? node.child(1) : node;
        boolean named = second.isToken("=") || second.isToken(":=");
        return named && !NodeCheck.isName(NodeCheck.core(node.child(0))) ? second : null;
    }

    /**
     * {@code arglist}: positional arguments come before keywords, {@code *iterable} before {@code **mapping}, and a
     * generator expression without parentheses stands alone.
     */
    public static ParseTree order(ParseTree node) {
        boolean keywordSeen = false;
        boolean mappingSeen = false;
        for (int i = 0; i < node.childCount(); i += 2) {
            // In a full tree an arglist of one argument is met, and an argument about each expression.
            ParseTree argument = node.child(i);
            if (isGenerator(argument) && node.childCount() > 1) {
                return argument.child(argument.childCount() - 1);
            }
            if (isMapping(argument)) {
                mappingSeen = true;
            } else if (isKeyword(argument)) {
                keywordSeen = true;
            } else if (isStarred(argument) ? mappingSeen : mappingSeen || keywordSeen) {
                return argument;
            }
        }
        return null;
    }

    /** {@code classdef}: there a generator expression always needs parentheses. */
    public static ParseTree bases(ParseTree node) {
        if (!node.child(2).isToken("(") || node.child(3).isToken(")")) {
            return null;
        }
        ParseTree arguments = NodeCheck.core(node.child(3));
        return isGenerator(arguments) ? arguments.child(arguments.childCount() - 1) : null;
    }

    private static boolean isGenerator(ParseTree argument) {
        return argument.isRule("argument")
                && argument.child(argument.childCount() - 1).isRule("comp_for");
    }

    private static boolean isMapping(ParseTree argument) {
        return argument.isRule("argument") && argument.child(0).isToken("**");
    }

    private static boolean isStarred(ParseTree argument) {
        return argument.isRule("argument") && argument.child(0).isToken("*");
    }

    private static boolean isKeyword(ParseTree argument) {
        return argument.isRule("argument")
                && argument.childCount() == 3
                && argument.child(1).isToken("=");
    }
}
