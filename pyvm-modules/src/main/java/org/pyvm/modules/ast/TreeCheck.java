package org.pyvm.modules.ast;

import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.MatchCase;
import org.pyvm.ast.Mod;
import org.pyvm.ast.PluginExpr;
import org.pyvm.ast.PluginStmt;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.WithItem;
import org.pyvm.objects.PyErr;
import org.pyvm.tokenizer.SourceRange;

/**
 * Checks a tree that Python code made for what the grammar guarantees of others, in CPython's order and words, so that the
 * compiler need not.
 */
final class TreeCheck {
    private final PatternCheck patterns = new PatternCheck(this);

    void check(Mod module) {
        switch (module) {
            case Mod.Module m -> statements(m.body());
            case Mod.Interactive m -> statements(m.body());
            case Mod.Expression m -> expression(m.body(), ExprContext.LOAD);
            case Mod.FunctionType m -> {
                expressions(m.argtypes(), ExprContext.LOAD, false);
                expression(m.returns(), ExprContext.LOAD);
            }
        }
    }

    static void range(SourceRange range) {
        if (range.line() > range.endLine()) {
            throw PyErr.valueError("AST node line range (%d, %d) is not valid", range.line(), range.endLine());
        }
        if (range.line() < 0 && range.endLine() != range.line()
                || range.column() < 0 && range.column() != range.endColumn()) {
            throw PyErr.valueError(
                    "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                    range.column(), range.endColumn(), range.line(), range.endLine());
        }
        if (range.line() == range.endLine() && range.column() > range.endColumn()) {
            throw PyErr.valueError(
                    "line %d, column %d-%d is not a valid range", range.line(), range.column(), range.endColumn());
        }
    }

    static void name(String name) {
        if (name.equals("None") || name.equals("True") || name.equals("False")) {
            throw PyErr.valueError("identifier field can't represent '%s' constant", name);
        }
    }

    private static void notEmpty(List<?> list, String what, String owner) {
        if (list.isEmpty()) {
            throw PyErr.valueError("empty %s on %s", what, owner);
        }
    }

    private static void noNulls(List<?> list, String what) {
        for (Object item : list) {
            if (item == null) {
                throw PyErr.valueError("None disallowed in %s list", what);
            }
        }
    }

    private void statements(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement == null) {
                throw PyErr.valueError("None disallowed in statement list");
            }
            statement(statement);
        }
    }

    private void body(List<Stmt> body, String owner) {
        notEmpty(body, "body", owner);
        statements(body);
    }

    private void load(Expr expression) {
        expression(expression, ExprContext.LOAD);
    }

    private void optional(Expr expression) {
        if (expression != null) {
            load(expression);
        }
    }

    void expressions(List<Expr> expressions, ExprContext context, boolean nullAllowed) {
        for (Expr expression : expressions) {
            if (expression != null) {
                expression(expression, context);
            } else if (!nullAllowed) {
                throw PyErr.valueError("None disallowed in expression list");
            }
        }
    }

    private void loads(List<Expr> expressions) {
        expressions(expressions, ExprContext.LOAD, false);
    }

    private void keywords(List<Keyword> keywords) {
        for (Keyword keyword : keywords) {
            load(keyword.value());
        }
    }

    private void parameters(List<Arg> parameters) {
        for (Arg parameter : parameters) {
            range(parameter.range());
            optional(parameter.annotation());
        }
    }

    private void arguments(Arguments arguments) {
        parameters(arguments.posonlyargs());
        parameters(arguments.args());
        if (arguments.vararg() != null) {
            optional(arguments.vararg().annotation());
        }
        parameters(arguments.kwonlyargs());
        if (arguments.kwarg() != null) {
            optional(arguments.kwarg().annotation());
        }
        if (arguments.defaults().size()
                > arguments.posonlyargs().size() + arguments.args().size()) {
            throw PyErr.valueError("more positional defaults than args on arguments");
        }
        if (arguments.kwDefaults().size() != arguments.kwonlyargs().size()) {
            throw PyErr.valueError("length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        loads(arguments.defaults());
        expressions(arguments.kwDefaults(), ExprContext.LOAD, true);
    }

    private void statement(Stmt statement) {
        range(statement.range());
        switch (statement) {
            case Stmt.FunctionDef s -> function(s.body(), "FunctionDef", s.args(), s.decoratorList(), s.returns());
            case Stmt.AsyncFunctionDef s ->
                function(s.body(), "AsyncFunctionDef", s.args(), s.decoratorList(), s.returns());
            case Stmt.ClassDef s -> {
                body(s.body(), "ClassDef");
                loads(s.bases());
                keywords(s.keywords());
                loads(s.decoratorList());
            }
            case Stmt.Return s -> optional(s.value());
            case Stmt.Delete s -> targets(s.targets(), ExprContext.DEL, "Delete");
            case Stmt.Assign s -> {
                targets(s.targets(), ExprContext.STORE, "Assign");
                load(s.value());
            }
            case Stmt.AugAssign s -> {
                expression(s.target(), ExprContext.STORE);
                load(s.value());
            }
            case Stmt.AnnAssign s -> annotated(s);
            case Stmt.For s -> loop(s.target(), s.iter(), s.body(), "For", s.orelse());
            case Stmt.AsyncFor s -> loop(s.target(), s.iter(), s.body(), "AsyncFor", s.orelse());
            case Stmt.While s -> condition(s.test(), s.body(), "While", s.orelse());
            case Stmt.If s -> condition(s.test(), s.body(), "If", s.orelse());
            case Stmt.With s -> with(s.items(), s.body(), "With");
            case Stmt.AsyncWith s -> with(s.items(), s.body(), "AsyncWith");
            case Stmt.Match s -> match(s);
            case Stmt.Raise s -> raise(s);
            case Stmt.Try s -> tryStatement("Try", s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Stmt.TryStar s -> tryStatement("TryStar", s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Stmt.Assert s -> {
                load(s.test());
                optional(s.msg());
            }
            case Stmt.Import s -> notEmpty(s.names(), "names", "Import");
            case Stmt.ImportFrom s -> {
                if (s.level() < 0) {
                    throw PyErr.valueError("Negative ImportFrom level");
                }
                notEmpty(s.names(), "names", "ImportFrom");
            }
            case Stmt.Global s -> names(s.names(), "Global");
            case Stmt.Nonlocal s -> names(s.names(), "Nonlocal");
            case Stmt.ExprStmt s -> load(s.value());
            case Stmt.Pass s -> {}
            case Stmt.Break s -> {}
            case Stmt.Continue s -> {}
            case PluginStmt s -> {}
        }
    }

    private static void names(List<String> names, String owner) {
        notEmpty(names, "names", owner);
        noNulls(names, "identifier");
    }

    private void function(List<Stmt> body, String owner, Arguments arguments, List<Expr> decorators, Expr returns) {
        body(body, owner);
        arguments(arguments);
        loads(decorators);
        optional(returns);
    }

    private void targets(List<Expr> targets, ExprContext context, String owner) {
        notEmpty(targets, "targets", owner);
        expressions(targets, context, false);
    }

    private void annotated(Stmt.AnnAssign statement) {
        if (statement.simple() && !(statement.target() instanceof Expr.Name)) {
            throw PyErr.typeError("AnnAssign with simple non-Name target");
        }
        expression(statement.target(), ExprContext.STORE);
        optional(statement.value());
        load(statement.annotation());
    }

    private void loop(Expr target, Expr iterable, List<Stmt> body, String owner, List<Stmt> orElse) {
        expression(target, ExprContext.STORE);
        load(iterable);
        body(body, owner);
        statements(orElse);
    }

    private void condition(Expr test, List<Stmt> body, String owner, List<Stmt> orElse) {
        load(test);
        body(body, owner);
        statements(orElse);
    }

    private void with(List<WithItem> items, List<Stmt> body, String owner) {
        notEmpty(items, "items", owner);
        for (WithItem item : items) {
            load(item.contextExpr());
            if (item.optionalVars() != null) {
                expression(item.optionalVars(), ExprContext.STORE);
            }
        }
        body(body, owner);
    }

    private void match(Stmt.Match statement) {
        load(statement.subject());
        notEmpty(statement.cases(), "cases", "Match");
        for (MatchCase matchCase : statement.cases()) {
            patterns.check(matchCase.pattern(), false);
            optional(matchCase.guard());
            body(matchCase.body(), "match_case");
        }
    }

    private void raise(Stmt.Raise statement) {
        if (statement.exc() != null) {
            load(statement.exc());
            optional(statement.cause());
        } else if (statement.cause() != null) {
            throw PyErr.valueError("Raise with cause but no exception");
        }
    }

    private void tryStatement(
            String owner, List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orElse, List<Stmt> finalBody) {
        body(body, owner);
        if (handlers.isEmpty() && finalBody.isEmpty()) {
            throw PyErr.valueError("%s has neither except handlers nor finalbody", owner);
        }
        if (handlers.isEmpty() && !orElse.isEmpty()) {
            throw PyErr.valueError("%s has orelse but no except handlers", owner);
        }
        noNulls(handlers, "handler");
        for (ExceptHandler handler : handlers) {
            range(handler.range());
            optional(handler.type());
            body(handler.body(), "ExceptHandler");
        }
        statements(orElse);
        statements(finalBody);
    }

    /** An expression that stands where a value is read, bound or deleted. */
    void expression(Expr expression, ExprContext context) {
        range(expression.range());
        context(expression, context);
        switch (expression) {
            case Expr.BoolOp e -> {
                if (e.values().size() < 2) {
                    throw PyErr.valueError("BoolOp with less than 2 values");
                }
                loads(e.values());
            }
            case Expr.BinOp e -> {
                load(e.left());
                load(e.right());
            }
            case Expr.UnaryOp e -> load(e.operand());
            case Expr.Lambda e -> {
                arguments(e.args());
                load(e.body());
            }
            case Expr.IfExp e -> {
                load(e.test());
                load(e.body());
                load(e.orelse());
            }
            case Expr.Dict e -> dict(e);
            case Expr.Set e -> loads(e.elts());
            case Expr.ListComp e -> comprehension(e.generators(), e.elt());
            case Expr.SetComp e -> comprehension(e.generators(), e.elt());
            case Expr.GeneratorExp e -> comprehension(e.generators(), e.elt());
            case Expr.DictComp e -> {
                comprehension(e.generators(), e.key());
                load(e.value());
            }
            case Expr.Yield e -> optional(e.value());
            case Expr.YieldFrom e -> load(e.value());
            case Expr.Await e -> load(e.value());
            case Expr.Compare e -> compare(e);
            case Expr.Call e -> {
                load(e.func());
                loads(e.args());
                keywords(e.keywords());
            }
            case Expr.Constant e -> constant(e.value());
            case Expr.JoinedStr e -> loads(e.values());
            case Expr.FormattedValue e -> {
                load(e.value());
                optional(e.formatSpec());
            }
            case Expr.Attribute e -> load(e.value());
            case Expr.Subscript e -> {
                load(e.slice());
                load(e.value());
            }
            case Expr.Starred e -> expression(e.value(), context);
            case Expr.Slice e -> {
                optional(e.lower());
                optional(e.upper());
                optional(e.step());
            }
            case Expr.List e -> expressions(e.elts(), context, false);
            case Expr.Tuple e -> expressions(e.elts(), context, false);
            case Expr.NamedExpr e -> load(e.value());
            case Expr.Name e -> {}
            case PluginExpr e -> {}
        }
    }

    private static void context(Expr expression, ExprContext expected) {
        ExprContext actual = contextOf(expression);
        if (actual == null) {
            if (expected != ExprContext.LOAD) {
                throw PyErr.valueError("expression which can't be assigned to in %s context", expected.asdlName());
            }
        } else if (actual != expected) {
            throw PyErr.valueError(
                    "expression must have %s context but has %s instead", expected.asdlName(), actual.asdlName());
        }
    }

    /** Null for an expression that can only be read. */
    private static ExprContext contextOf(Expr expression) {
        return switch (expression) {
            case Expr.Attribute e -> e.ctx();
            case Expr.Subscript e -> e.ctx();
            case Expr.Starred e -> e.ctx();
            case Expr.Name e -> {
                name(e.id());
                yield e.ctx();
            }
            case Expr.List e -> e.ctx();
            case Expr.Tuple e -> e.ctx();
            default -> null;
        };
    }

    private void dict(Expr.Dict dict) {
        if (dict.keys().size() != dict.values().size()) {
            throw PyErr.valueError("Dict doesn't have the same number of keys as values");
        }
        expressions(dict.keys(), ExprContext.LOAD, true);
        loads(dict.values());
    }

    private void comprehension(List<Comprehension> generators, Expr element) {
        if (generators.isEmpty()) {
            throw PyErr.valueError("comprehension with no generators");
        }
        for (Comprehension generator : generators) {
            expression(generator.target(), ExprContext.STORE);
            load(generator.iter());
            loads(generator.ifs());
        }
        load(element);
    }

    private void compare(Expr.Compare compare) {
        if (compare.comparators().isEmpty()) {
            throw PyErr.valueError("Compare with no comparators");
        }
        if (compare.comparators().size() != compare.ops().size()) {
            throw PyErr.valueError("Compare has a different number of comparators and operands");
        }
        loads(compare.comparators());
        load(compare.left());
    }

    private static void constant(Object value) {
        switch (value) {
            case InvalidConstant invalid ->
                throw PyErr.typeError("got an invalid type in Constant: %s", invalid.typeName());
            case List<?> items -> items.forEach(TreeCheck::constant);
            case FrozenConstant set -> set.items().forEach(TreeCheck::constant);
            default -> {}
        }
    }
}
