package org.pyvm.ast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nodes of Python 3.11's ASDL: names, fields and constructors, one row each. */
final class PythonNodeTypes {
    private static final String FUNCTION =
            "identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment";
    private static final String FOR = "expr target, expr iter, stmt* body, stmt* orelse, string? type_comment";
    private static final String WITH = "withitem* items, stmt* body, string? type_comment";
    private static final String TRY = "stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody";

    static final Map<String, NodeType> BY_NAME = table();

    private final Map<String, NodeType> rows = new LinkedHashMap<>();

    private PythonNodeTypes() {}

    private static Map<String, NodeType> table() {
        var table = new PythonNodeTypes();
        table.addStatements();
        table.addExpressions();
        table.addParts();
        return Collections.unmodifiableMap(table.rows);
    }

    private void add(String name, String base, String signature, NodeType.Maker maker) {
        rows.put(name, NodeType.create(name, base, signature, maker));
    }

    private void addStatements() {
        add("Module", "mod", "stmt* body, type_ignore* type_ignores", (f, r) -> new Mod.Module(f.at(0), f.at(1)));
        add("Interactive", "mod", "stmt* body", (f, r) -> new Mod.Interactive(f.at(0)));
        add("Expression", "mod", "expr body", (f, r) -> new Mod.Expression(f.at(0)));
        add("FunctionType", "mod", "expr* argtypes, expr returns", (f, r) -> new Mod.FunctionType(f.at(0), f.at(1)));
        add(
                "FunctionDef",
                "stmt",
                FUNCTION,
                (f, r) -> new Stmt.FunctionDef(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), f.at(5), r));
        add(
                "AsyncFunctionDef",
                "stmt",
                FUNCTION,
                (f, r) -> new Stmt.AsyncFunctionDef(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), f.at(5), r));
        add(
                "ClassDef",
                "stmt",
                "identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list",
                (f, r) -> new Stmt.ClassDef(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), r));
        add("Return", "stmt", "expr? value", (f, r) -> new Stmt.Return(f.at(0), r));
        add("Delete", "stmt", "expr* targets", (f, r) -> new Stmt.Delete(f.at(0), r));
        add(
                "Assign",
                "stmt",
                "expr* targets, expr value, string? type_comment",
                (f, r) -> new Stmt.Assign(f.at(0), f.at(1), f.at(2), r));
        add(
                "AugAssign",
                "stmt",
                "expr target, operator op, expr value",
                (f, r) -> new Stmt.AugAssign(f.at(0), f.at(1), f.at(2), r));
        add(
                "AnnAssign",
                "stmt",
                "expr target, expr annotation, expr? value, int simple",
                (f, r) -> new Stmt.AnnAssign(f.at(0), f.at(1), f.at(2), f.at(3), r));
        add("For", "stmt", FOR, (f, r) -> new Stmt.For(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), r));
        add("AsyncFor", "stmt", FOR, (f, r) -> new Stmt.AsyncFor(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), r));
        add(
                "While",
                "stmt",
                "expr test, stmt* body, stmt* orelse",
                (f, r) -> new Stmt.While(f.at(0), f.at(1), f.at(2), r));
        add("If", "stmt", "expr test, stmt* body, stmt* orelse", (f, r) -> new Stmt.If(f.at(0), f.at(1), f.at(2), r));
        add("With", "stmt", WITH, (f, r) -> new Stmt.With(f.at(0), f.at(1), f.at(2), r));
        add("AsyncWith", "stmt", WITH, (f, r) -> new Stmt.AsyncWith(f.at(0), f.at(1), f.at(2), r));
        add("Match", "stmt", "expr subject, match_case* cases", (f, r) -> new Stmt.Match(f.at(0), f.at(1), r));
        add("Raise", "stmt", "expr? exc, expr? cause", (f, r) -> new Stmt.Raise(f.at(0), f.at(1), r));
        add("Try", "stmt", TRY, (f, r) -> new Stmt.Try(f.at(0), f.at(1), f.at(2), f.at(3), r));
        add("TryStar", "stmt", TRY, (f, r) -> new Stmt.TryStar(f.at(0), f.at(1), f.at(2), f.at(3), r));
        add("Assert", "stmt", "expr test, expr? msg", (f, r) -> new Stmt.Assert(f.at(0), f.at(1), r));
        add("Import", "stmt", "alias* names", (f, r) -> new Stmt.Import(f.at(0), r));
        add(
                "ImportFrom",
                "stmt",
                "identifier? module, alias* names, int? level",
                (f, r) -> new Stmt.ImportFrom(f.at(0), f.at(1), f.at(2), r));
        add("Global", "stmt", "identifier* names", (f, r) -> new Stmt.Global(f.at(0), r));
        add("Nonlocal", "stmt", "identifier* names", (f, r) -> new Stmt.Nonlocal(f.at(0), r));
        add("Expr", "stmt", "expr value", (f, r) -> new Stmt.ExprStmt(f.at(0), r));
        add("Pass", "stmt", "", (f, r) -> new Stmt.Pass(r));
        add("Break", "stmt", "", (f, r) -> new Stmt.Break(r));
        add("Continue", "stmt", "", (f, r) -> new Stmt.Continue(r));
    }

    private void addExpressions() {
        add("BoolOp", "expr", "boolop op, expr* values", (f, r) -> new Expr.BoolOp(f.at(0), f.at(1), r));
        add("NamedExpr", "expr", "expr target, expr value", (f, r) -> new Expr.NamedExpr(f.at(0), f.at(1), r));
        add(
                "BinOp",
                "expr",
                "expr left, operator op, expr right",
                (f, r) -> new Expr.BinOp(f.at(0), f.at(1), f.at(2), r));
        add("UnaryOp", "expr", "unaryop op, expr operand", (f, r) -> new Expr.UnaryOp(f.at(0), f.at(1), r));
        add("Lambda", "expr", "arguments args, expr body", (f, r) -> new Expr.Lambda(f.at(0), f.at(1), r));
        add(
                "IfExp",
                "expr",
                "expr test, expr body, expr orelse",
                (f, r) -> new Expr.IfExp(f.at(0), f.at(1), f.at(2), r));
        add("Dict", "expr", "expr* keys, expr* values", (f, r) -> new Expr.Dict(f.at(0), f.at(1), r));
        add("Set", "expr", "expr* elts", (f, r) -> new Expr.Set(f.at(0), r));
        add(
                "ListComp",
                "expr",
                "expr elt, comprehension* generators",
                (f, r) -> new Expr.ListComp(f.at(0), f.at(1), r));
        add("SetComp", "expr", "expr elt, comprehension* generators", (f, r) -> new Expr.SetComp(f.at(0), f.at(1), r));
        add(
                "DictComp",
                "expr",
                "expr key, expr value, comprehension* generators",
                (f, r) -> new Expr.DictComp(f.at(0), f.at(1), f.at(2), r));
        add(
                "GeneratorExp",
                "expr",
                "expr elt, comprehension* generators",
                (f, r) -> new Expr.GeneratorExp(f.at(0), f.at(1), r));
        add("Await", "expr", "expr value", (f, r) -> new Expr.Await(f.at(0), r));
        add("Yield", "expr", "expr? value", (f, r) -> new Expr.Yield(f.at(0), r));
        add("YieldFrom", "expr", "expr value", (f, r) -> new Expr.YieldFrom(f.at(0), r));
        add(
                "Compare",
                "expr",
                "expr left, cmpop* ops, expr* comparators",
                (f, r) -> new Expr.Compare(f.at(0), f.at(1), f.at(2), r));
        add(
                "Call",
                "expr",
                "expr func, expr* args, keyword* keywords",
                (f, r) -> new Expr.Call(f.at(0), f.at(1), f.at(2), r));
        add(
                "FormattedValue",
                "expr",
                "expr value, int conversion, expr? format_spec",
                (f, r) -> new Expr.FormattedValue(f.at(0), f.at(1), f.at(2), r));
        add("JoinedStr", "expr", "expr* values", (f, r) -> new Expr.JoinedStr(f.at(0), r));
        add("Constant", "expr", "constant value, string? kind", (f, r) -> new Expr.Constant(f.at(0), f.at(1), r));
        add(
                "Attribute",
                "expr",
                "expr value, identifier attr, expr_context ctx",
                (f, r) -> new Expr.Attribute(f.at(0), f.at(1), f.at(2), r));
        add(
                "Subscript",
                "expr",
                "expr value, expr slice, expr_context ctx",
                (f, r) -> new Expr.Subscript(f.at(0), f.at(1), f.at(2), r));
        add("Starred", "expr", "expr value, expr_context ctx", (f, r) -> new Expr.Starred(f.at(0), f.at(1), r));
        add("Name", "expr", "identifier id, expr_context ctx", (f, r) -> new Expr.Name(f.at(0), f.at(1), r));
        add("List", "expr", "expr* elts, expr_context ctx", (f, r) -> new Expr.List(f.at(0), f.at(1), r));
        add("Tuple", "expr", "expr* elts, expr_context ctx", (f, r) -> new Expr.Tuple(f.at(0), f.at(1), r));
        add(
                "Slice",
                "expr",
                "expr? lower, expr? upper, expr? step",
                (f, r) -> new Expr.Slice(f.at(0), f.at(1), f.at(2), r));
    }

    private void addParts() {
        add(
                "comprehension",
                "comprehension",
                "expr target, expr iter, expr* ifs, int is_async",
                (f, r) -> new Comprehension(f.at(0), f.at(1), f.at(2), f.at(3)));
        add(
                "ExceptHandler",
                "excepthandler",
                "expr? type, identifier? name, stmt* body",
                (f, r) -> new ExceptHandler(f.at(0), f.at(1), f.at(2), r));
        add(
                "arguments",
                "arguments",
                "arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr*"
                        + " defaults",
                (f, r) -> new Arguments(f.at(0), f.at(1), f.at(2), f.at(3), f.at(4), f.at(5), f.at(6)));
        add(
                "arg",
                "arg",
                "identifier arg, expr? annotation, string? type_comment",
                (f, r) -> new Arg(f.at(0), f.at(1), f.at(2), r));
        add("keyword", "keyword", "identifier? arg, expr value", (f, r) -> new Keyword(f.at(0), f.at(1), r));
        add("alias", "alias", "identifier name, identifier? asname", (f, r) -> new Alias(f.at(0), f.at(1), r));
        add("withitem", "withitem", "expr context_expr, expr? optional_vars", (f, r) -> new WithItem(f.at(0), f.at(1)));
        add(
                "match_case",
                "match_case",
                "pattern pattern, expr? guard, stmt* body",
                (f, r) -> new MatchCase(f.at(0), f.at(1), f.at(2)));
        add("MatchValue", "pattern", "expr value", (f, r) -> new Pattern.MatchValue(f.at(0), r));
        add("MatchSingleton", "pattern", "constant value", (f, r) -> new Pattern.MatchSingleton(f.at(0), r));
        add("MatchSequence", "pattern", "pattern* patterns", (f, r) -> new Pattern.MatchSequence(f.at(0), r));
        add(
                "MatchMapping",
                "pattern",
                "expr* keys, pattern* patterns, identifier? rest",
                (f, r) -> new Pattern.MatchMapping(f.at(0), f.at(1), f.at(2), r));
        add(
                "MatchClass",
                "pattern",
                "expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns",
                (f, r) -> new Pattern.MatchClass(f.at(0), f.at(1), f.at(2), f.at(3), r));
        add("MatchStar", "pattern", "identifier? name", (f, r) -> new Pattern.MatchStar(f.at(0), r));
        add(
                "MatchAs",
                "pattern",
                "pattern? pattern, identifier? name",
                (f, r) -> new Pattern.MatchAs(f.at(0), f.at(1), r));
        add("MatchOr", "pattern", "pattern* patterns", (f, r) -> new Pattern.MatchOr(f.at(0), r));
        add("TypeIgnore", "type_ignore", "int lineno, string tag", (f, r) -> new TypeIgnore(f.at(0), f.at(1)));
    }
}
