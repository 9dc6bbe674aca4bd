package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A {@code # type: ignore} comment; {@code tag} is what follows these words. */
public record TypeIgnore(int lineno, String tag) implements Node {
    @Override
    public SourceRange range() {
        return null;
    }

    @Override
    public List<Object> fields() {
        return Fields.of(lineno, tag);
    }
}
