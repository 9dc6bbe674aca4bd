package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A name of an import; {@code name} may be dotted, or {@code *}. */
public record Alias(String name, String asname, SourceRange range) implements Node {
    @Override
    public String nodeName() {
        return "alias";
    }

    @Override
    public List<Object> fields() {
        return Fields.of(name, asname);
    }
}
