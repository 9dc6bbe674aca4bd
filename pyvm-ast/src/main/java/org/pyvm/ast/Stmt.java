package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A statement. */
public sealed interface Stmt extends Node
        permits Stmt.FunctionDef,
                Stmt.AsyncFunctionDef,
                Stmt.ClassDef,
                Stmt.Return,
                Stmt.Delete,
                Stmt.Assign,
                Stmt.AugAssign,
                Stmt.AnnAssign,
                Stmt.For,
                Stmt.AsyncFor,
                Stmt.While,
                Stmt.If,
                Stmt.With,
                Stmt.AsyncWith,
                Stmt.Match,
                Stmt.Raise,
                Stmt.Try,
                Stmt.TryStar,
                Stmt.Assert,
                Stmt.Import,
                Stmt.ImportFrom,
                Stmt.Global,
                Stmt.Nonlocal,
                Stmt.ExprStmt,
                Stmt.Pass,
                Stmt.Break,
                Stmt.Continue,
                PluginStmt {
    record FunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            Expr returns,
            String typeComment,
            SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(name, args, body, decoratorList, returns, typeComment);
        }
    }

    record AsyncFunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            Expr returns,
            String typeComment,
            SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(name, args, body, decoratorList, returns, typeComment);
        }
    }

    record ClassDef(
            String name,
            List<Expr> bases,
            List<Keyword> keywords,
            List<Stmt> body,
            List<Expr> decoratorList,
            SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(name, bases, keywords, body, decoratorList);
        }
    }

    record Return(Expr value, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    record Delete(List<Expr> targets, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) targets);
        }
    }

    record Assign(List<Expr> targets, Expr value, String typeComment, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(targets, value, typeComment);
        }
    }

    record AugAssign(Expr target, Operator op, Expr value, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(target, op, value);
        }
    }

    /** {@code simple}: the target is a name without parentheses around it. */
    record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(target, annotation, value, simple);
        }
    }

    record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(target, iter, body, orelse, typeComment);
        }
    }

    record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(target, iter, body, orelse, typeComment);
        }
    }

    record While(Expr test, List<Stmt> body, List<Stmt> orelse, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(test, body, orelse);
        }
    }

    /** An {@code elif} is an If alone in {@code orelse}. */
    record If(Expr test, List<Stmt> body, List<Stmt> orelse, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(test, body, orelse);
        }
    }

    record With(List<WithItem> items, List<Stmt> body, String typeComment, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(items, body, typeComment);
        }
    }

    record AsyncWith(List<WithItem> items, List<Stmt> body, String typeComment, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(items, body, typeComment);
        }
    }

    record Match(Expr subject, List<MatchCase> cases, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(subject, cases);
        }
    }

    record Raise(Expr exc, Expr cause, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(exc, cause);
        }
    }

    record Try(
            List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(body, handlers, orelse, finalbody);
        }
    }

    /** {@code try} with {@code except*}. */
    record TryStar(
            List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, SourceRange range)
            implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(body, handlers, orelse, finalbody);
        }
    }

    record Assert(Expr test, Expr msg, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(test, msg);
        }
    }

    record Import(List<Alias> names, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) names);
        }
    }

    /** {@code level}: the number of leading dots. */
    record ImportFrom(String module, List<Alias> names, int level, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of(module, names, level);
        }
    }

    record Global(List<String> names, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) names);
        }
    }

    record Nonlocal(List<String> names, SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return Fields.of((Object) names);
        }
    }

    /** ASDL's {@code Expr} of the statements. */
    record ExprStmt(Expr value, SourceRange range) implements Stmt {
        @Override
        public String nodeName() {
            return "Expr";
        }

        @Override
        public List<Object> fields() {
            return Fields.of((Object) value);
        }
    }

    record Pass(SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return List.of();
        }
    }

    record Break(SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return List.of();
        }
    }

    record Continue(SourceRange range) implements Stmt {
        @Override
        public List<Object> fields() {
            return List.of();
        }
    }
}
