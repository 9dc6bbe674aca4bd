package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;

/** The patterns of {@code case}. */
public final class PatternCheck {
    private PatternCheck() {}

    /** {@code _} binds nothing where a name is wanted; a name alone is no key. */
    public static ParseTree names(ParseTree node) {
        ParseTree last = node.child(node.childCount() - 1);
        if (node.isRule("pattern")) {
            return node.childCount() == 3 && last.isToken("_") ? last : null;
        }
        if (node.isRule("mapping_item")) {
            ParseTree key = node.child(0);
            return key.isRule("dotted_name") && key.childCount() == 1 ? node.child(1) : null;
        }
        for (int i = 1; i < node.childCount(); i++) {
            if (node.child(i - 1).isToken("**") && node.child(i).isToken("_")) {
                return node.child(i);
            }
        }
        return null;
    }

    /** {@code literal_pattern}: a complex number is a real one and an imaginary one. */
    public static ParseTree complex(ParseTree node) {
        int sign = node.child(0).isToken("-") ? 2 : 1;
        if (node.childCount() <= sign
                || !node.child(sign).isToken("+") && !node.child(sign).isToken("-")) {
            return null;
        }
        if (isImaginary(node.child(sign - 1))) {
            return node.child(sign - 1);
        }
        return isImaginary(node.child(sign + 1)) ? null : node.child(sign + 1);
    }

    private static boolean isImaginary(ParseTree number) {
        String text = number.token().text();
        return text.endsWith("j") || text.endsWith("J");
    }

    /** {@code pattern_arglist}: positional patterns come first. */
    public static ParseTree order(ParseTree node) {
        boolean keywordSeen = false;
        for (int i = 0; i < node.childCount(); i += 2) {
            boolean keyword = isKeyword(node.child(i));
            if (keywordSeen && !keyword) {
                return node.child(i);
            }
            keywordSeen |= keyword;
        }
        return null;
    }

    /** In a full tree there is a {@code pattern_argument} about it. */
    private static boolean isKeyword(ParseTree argument) {
        return argument.isRule("keyword_pattern")
                || argument.childCount() == 1 && argument.child(0).isRule("keyword_pattern");
    }
}
