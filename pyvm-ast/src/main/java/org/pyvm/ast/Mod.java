package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** The root of a tree: what one compilation reads. */
public sealed interface Mod extends Node {
    /** A file. */
    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {
        @Override
        public SourceRange range() {
            return null;
        }

        @Override
        public List<Object> fields() {
            return Fields.of(body, typeIgnores);
        }
    }

    /** One statement of an interactive session. */
    record Interactive(List<Stmt> body) implements Mod {
        @Override
        public SourceRange range() {
            return null;
        }

        @Override
        public List<Object> fields() {
            return Fields.of((Object) body);
        }
    }

    /** The input of {@code eval}. */
    record Expression(Expr body) implements Mod {
        @Override
        public SourceRange range() {
            return null;
        }

        @Override
        public List<Object> fields() {
            return Fields.of((Object) body);
        }
    }

    /** A function's type comment. */
    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {
        @Override
        public SourceRange range() {
            return null;
        }

        @Override
        public List<Object> fields() {
            return Fields.of(argtypes, returns);
        }
    }
}
