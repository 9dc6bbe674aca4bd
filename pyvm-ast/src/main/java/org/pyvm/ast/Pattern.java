package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A pattern of a {@code case}. */
public sealed interface Pattern extends Node
        permits Pattern.MatchValue,
                Pattern.MatchSingleton,
                Pattern.MatchSequence,
                Pattern.MatchMapping,
                Pattern.MatchClass,
                Pattern.MatchStar,
                Pattern.MatchAs,
                Pattern.MatchOr,
                PluginPattern {
    record MatchValue(Expr value, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    /** {@code None}, {@code True} or {@code False}, as in {@link Expr.Constant}. */
    record MatchSingleton(Object value, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of(value);
        }
    }

    record MatchSequence(List<Pattern> patterns, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) patterns);
        }
    }

    /** {@code rest}: the name behind {@code **}, or null. */
    record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of(keys, patterns, rest);
        }
    }

    record MatchClass(
            Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, SourceRange range)
            implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of(cls, patterns, kwdAttrs, kwdPatterns);
        }
    }

    /** A null name is {@code _}. */
    record MatchStar(String name, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) name);
        }
    }

    /** Without pattern a capture; without name too the wildcard {@code _}. */
    record MatchAs(Pattern pattern, String name, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of(pattern, name);
        }
    }

    record MatchOr(List<Pattern> patterns, SourceRange range) implements Pattern {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) patterns);
        }
    }
}
