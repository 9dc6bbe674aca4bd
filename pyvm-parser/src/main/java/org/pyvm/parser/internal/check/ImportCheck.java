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
}
