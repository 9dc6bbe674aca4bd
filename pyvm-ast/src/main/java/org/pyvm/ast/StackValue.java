package org.pyvm.ast;

import org.pyvm.tokenizer.SourceRange;

/**
 * The value on top of the value stack. A plugin's node evaluates something once, and lets Python's own nodes go on with it:
 * in {@code Attribute(StackValue, "name")} the object is the value that lies there, and is taken from there. It must stand
 * where it is evaluated first. It has no source form.
 */
public record StackValue(SourceRange range) implements PluginExpr {
    private static final NodeType TYPE =
            NodeType.plugin("StackValue", "expr", "", (values, range) -> new StackValue(range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public java.util.List<Object> fields() {
        return java.util.List.of();
    }
}
