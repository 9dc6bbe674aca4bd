package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A {@code case} clause. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) implements Node {
    @Override
    public String nodeName() {
        return "match_case";
    }

    @Override
    public SourceRange range() {
        return null;
    }

    @Override
    public List<Object> fields() {
        return Fields.of(pattern, guard, body);
    }
}
