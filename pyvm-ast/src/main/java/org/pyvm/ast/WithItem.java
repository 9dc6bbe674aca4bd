package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** One context manager of a {@code with}. */
public record WithItem(Expr contextExpr, Expr optionalVars) implements Node {
    @Override
    public String nodeName() {
        return "withitem";
    }

    @Override
    public SourceRange range() {
        return null;
    }

    @Override
    public List<Object> fields() {
        return Fields.of(contextExpr, optionalVars);
    }
}
