package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A keyword argument of a call or class; a null {@code arg} is {@code **value}. */
public record Keyword(String arg, Expr value, SourceRange range) implements Node {
    @Override
    public String nodeName() {
        return "keyword";
    }

    @Override
    public List<Object> fields() {
        return Fields.of(arg, value);
    }
}
