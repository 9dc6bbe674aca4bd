package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;

/** The parameters of a function or lambda. */
public final class ParameterCheck {
    private ParameterCheck() {}

    /** Before {@code *}, parameters with a default follow those without; only {@code *args} takes a starred annotation. */
    public static ParseTree order(ParseTree node) {
        boolean defaultSeen = false;
        boolean starSeen = false;
        for (int i = 0; i < node.childCount(); i++) {
            ParseTree part = node.child(i);
            if (part.isToken("*") || part.isToken("**")) {
                starSeen = true;
            } else if (part.isRule("tfpdef") || part.isRule("vfpdef")) {
                ParseTree annotation = starredAnnotation(part);
                if (annotation != null && !(i > 0 && node.child(i - 1).isToken("*"))) {
                    return annotation;
                }
                boolean hasDefault =
                        i + 1 < node.childCount() && node.child(i + 1).isToken("=");
                if (!starSeen && defaultSeen && !hasDefault) {
                    return i + 1 < node.childCount() ? node.child(i + 1) : part;
                }
                defaultSeen |= hasDefault;
            } else if (!part.isTerminal() && !(i > 0 && node.child(i - 1).isToken("="))) {
                defaultSeen = true; // a plugin's form of parameter
            }
        }
        return null;
    }

    private static ParseTree starredAnnotation(ParseTree parameter) {
        if (parameter.childCount() < 3) {
            return null;
        }
        ParseTree annotation = NodeCheck.core(parameter.child(2));
        return annotation.isRule("star_expr") ? annotation : null;
    }
}
