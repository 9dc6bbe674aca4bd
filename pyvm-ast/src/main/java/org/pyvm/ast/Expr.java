package org.pyvm.ast;

import org.pyvm.tokenizer.SourceRange;

/** An expression. {@code List} and {@code Set} are Python's here, hence the full names of Java's. */
public sealed interface Expr extends Node
        permits Expr.BoolOp,
                Expr.NamedExpr,
                Expr.BinOp,
                Expr.UnaryOp,
                Expr.Lambda,
                Expr.IfExp,
                Expr.Dict,
                Expr.Set,
                Expr.ListComp,
                Expr.SetComp,
                Expr.DictComp,
                Expr.GeneratorExp,
                Expr.Await,
                Expr.Yield,
                Expr.YieldFrom,
                Expr.Compare,
                Expr.Call,
                Expr.FormattedValue,
                Expr.JoinedStr,
                Expr.Constant,
                Expr.Attribute,
                Expr.Subscript,
                Expr.Starred,
                Expr.Name,
                Expr.List,
                Expr.Tuple,
                Expr.Slice,
                PluginExpr {
    /** {@code a and b and c} is one node with three values. */
    record BoolOp(BoolOperator op, java.util.List<Expr> values, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(op, values);
        }
    }

    /** {@code target := value}. */
    record NamedExpr(Expr target, Expr value, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(target, value);
        }
    }

    record BinOp(Expr left, Operator op, Expr right, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(left, op, right);
        }
    }

    record UnaryOp(UnaryOperator op, Expr operand, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(op, operand);
        }
    }

    record Lambda(Arguments args, Expr body, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(args, body);
        }
    }

    /** {@code body if test else orelse}. */
    record IfExp(Expr test, Expr body, Expr orelse, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(test, body, orelse);
        }
    }

    /** A null key stands before the value of {@code **value}. */
    record Dict(java.util.List<Expr> keys, java.util.List<Expr> values, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(keys, values);
        }
    }

    record Set(java.util.List<Expr> elts, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of((Object) elts);
        }
    }

    record ListComp(Expr elt, java.util.List<Comprehension> generators, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(elt, generators);
        }
    }

    record SetComp(Expr elt, java.util.List<Comprehension> generators, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(elt, generators);
        }
    }

    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(key, value, generators);
        }
    }

    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(elt, generators);
        }
    }

    record Await(Expr value, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    record Yield(Expr value, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    record YieldFrom(Expr value, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    record Compare(Expr left, java.util.List<CmpOperator> ops, java.util.List<Expr> comparators, SourceRange range)
            implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(left, ops, comparators);
        }
    }

    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, SourceRange range)
            implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(func, args, keywords);
        }
    }

    /** A replacement field of an f-string; {@code conversion} is -1, {@code 's'}, {@code 'r'} or {@code 'a'}. */
    record FormattedValue(Expr value, int conversion, Expr formatSpec, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(value, conversion, formatSpec);
        }
    }

    /** An f-string. */
    record JoinedStr(java.util.List<Expr> values, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of((Object) values);
        }
    }

    /**
     * A literal.
     *
     * @param value {@code Boolean}, {@code Long} or, beyond 64 bits, {@code BigInteger}, {@code Double}, {@link Complex},
     *     {@code CodePoints} (str), {@link Bytes} or {@link SpecialConstant}; made by later passes also {@code List<Object>}
     *     (tuple) and {@link FrozenConstant}
     * @param kind {@code "u"} when written with that prefix, else null
     */
    record Constant(Object value, String kind, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(value, kind);
        }
    }

    record Attribute(Expr value, String attr, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(value, attr, ctx);
        }
    }

    record Subscript(Expr value, Expr slice, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(value, slice, ctx);
        }
    }

    record Starred(Expr value, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(value, ctx);
        }
    }

    record Name(String id, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(id, ctx);
        }
    }

    record List(java.util.List<Expr> elts, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(elts, ctx);
        }
    }

    record Tuple(java.util.List<Expr> elts, ExprContext ctx, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(elts, ctx);
        }
    }

    /** Stands only below {@code Subscript.slice}, alone or in a Tuple. */
    record Slice(Expr lower, Expr upper, Expr step, SourceRange range) implements Expr {
        @Override
        public java.util.List<Object> fields() {
            return Fields.of(lower, upper, step);
        }
    }
}
