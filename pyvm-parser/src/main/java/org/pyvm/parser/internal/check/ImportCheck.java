package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;

/** {@code from ... import ...}. */
public final class ImportCheck {
    private ImportCheck() {}

    /** A comma behind the last name needs parentheses. */
    public static ParseTree names(ParseTree node) {
        ParseTree names = node.child(node.childCount() - 1);
        if (!names.isRule("import_as_names")) {
            return null;
        }
        ParseTree last = names.child(names.childCount() - 1);
        return last.isToken(",") ? last : null;
    }

    /** Whether it is {@code from __future__ import barry_as_FLUFL}, by which {@code <>} becomes the operator. */
    public static boolean switchesNotEqual(ParseTree node) {
        return node.child(1).childCount() == 1
                && node.child(1).child(0).isToken("__future__")
                && mentions(node, "barry_as_FLUFL");
    }

    private static boolean mentions(ParseTree tree, String name) {
        if (tree.isToken(name)) {
            return true;
        }
        for (int i = 0; i < tree.childCount(); i++) {
            if (mentions(tree.child(i), name)) {
                return true;
            }
        }
        return false;
    }
}
