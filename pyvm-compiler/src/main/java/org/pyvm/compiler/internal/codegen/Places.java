package org.pyvm.compiler.internal.codegen;

import org.pyvm.ast.Expr;
import org.pyvm.tokenizer.SourceRange;

/** Ranges that are not simply those of a node. */
final class Places {
    private Places() {}

    /** Where an attribute access over several lines is said to be: from the attribute's name on. */
    static SourceRange ofAttribute(Expr.Attribute attribute, SourceRange range) {
        SourceRange whole = attribute.range();
        if (range == null || range.line() == whole.endLine()) {
            return range;
        }
        int length = attribute.attr().codePointCount(0, attribute.attr().length());
        int line = whole.endLine();
        int column = whole.endColumn() - length;
        int endLine = Math.max(line, range.endLine());
        int endColumn = range.endColumn();
        if (column < 0) {
            column = -1;
            endColumn = -1;
        }
        if (line == endLine) {
            endColumn = Math.max(column, endColumn);
        }
        return new SourceRange(line, column, endLine, endColumn);
    }
}
