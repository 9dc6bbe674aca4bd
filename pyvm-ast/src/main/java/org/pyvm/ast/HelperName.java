package org.pyvm.ast;

import org.pyvm.tokenizer.SourceRange;

/**
 * An attribute of a module that a plugin has brought along, whatever the names are bound to where it stands.
 *
 * @param module its name, as the plugin gave it
 * @param name of the attribute
 */
public record HelperName(String module, String name, SourceRange range) implements PluginExpr {
    private static final NodeType TYPE = NodeType.plugin(
            "HelperName",
            "expr",
            "identifier module, identifier name",
            (values, range) -> new HelperName(values.at(0), values.at(1), range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public java.util.List<Object> fields() {
        return java.util.List.of(module, name);
    }
}
