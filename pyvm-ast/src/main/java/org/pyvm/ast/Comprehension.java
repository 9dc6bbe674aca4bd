package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A {@code for} clause of a comprehension with its {@code if}s. */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, boolean isAsync) implements Node {
    @Override
    public String nodeName() {
        return "comprehension";
    }

    @Override
    public SourceRange range() {
        return null;
    }

    @Override
    public List<Object> fields() {
        return Fields.of(target, iter, ifs, isAsync);
    }
}
