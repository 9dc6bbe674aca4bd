package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** One parameter. */
public record Arg(String arg, Expr annotation, String typeComment, SourceRange range) implements Node {
    @Override
    public String nodeName() {
        return "arg";
    }

    @Override
    public List<Object> fields() {
        return Fields.of(arg, annotation, typeComment);
    }
}
