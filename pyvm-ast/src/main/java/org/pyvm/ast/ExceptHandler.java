package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** An {@code except} clause. */
public record ExceptHandler(Expr type, String name, List<Stmt> body, SourceRange range) implements Node {
    @Override
    public List<Object> fields() {
        return Fields.of(type, name, body);
    }
}
