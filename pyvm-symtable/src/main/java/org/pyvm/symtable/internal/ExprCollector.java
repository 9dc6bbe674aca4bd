package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_LOCAL;
import static org.pyvm.symtable.Symbol.DEF_PARAM;
import static org.pyvm.symtable.Symbol.USE;

import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.PluginExpr;
import org.pyvm.symtable.Scope;
import org.pyvm.tokenizer.SourceRange;

/** Collects the names of expressions. The order of the visits is CPython's: it decides the order of symbols and errors. */
final class ExprCollector {
    private final BlockStack blocks;
    private final PluginCollector plugins;

    ExprCollector(BlockStack blocks, PluginCollector plugins) {
        this.blocks = blocks;
        this.plugins = plugins;
    }

    /** Null elements (the key of {@code **mapping}, a missing default) are skipped. */
    void visitAll(List<Expr> expressions) {
        for (int i = 0, size = expressions.size(); i < size; i++) {
            visit(expressions.get(i));
        }
    }

    void visitKeywords(List<Keyword> keywords) {
        for (Keyword keyword : keywords) {
            visit(keyword.value());
        }
    }

    /** Null is none. */
    void visit(Expr expression) {
        if (expression == null) {
            return;
        }
        blocks.descend();
        switch (expression) {
            case Expr.Name name -> visitName(name);
            case Expr.Constant constant -> {}
            case Expr.Attribute attribute -> visit(attribute.value());
            case Expr.Call call -> {
                visit(call.func());
                visitAll(call.args());
                visitKeywords(call.keywords());
            }
            case Expr.BinOp operation -> {
                visit(operation.left());
                visit(operation.right());
            }
            case Expr.UnaryOp operation -> visit(operation.operand());
            case Expr.BoolOp operation -> visitAll(operation.values());
            case Expr.Compare comparison -> {
                visit(comparison.left());
                visitAll(comparison.comparators());
            }
            case Expr.Subscript subscript -> {
                visit(subscript.value());
                visit(subscript.slice());
            }
            case Expr.Slice slice -> {
                visit(slice.lower());
                visit(slice.upper());
                visit(slice.step());
            }
            case Expr.Starred starred -> visit(starred.value());
            case Expr.Tuple tuple -> visitAll(tuple.elts());
            case Expr.List list -> visitAll(list.elts());
            case Expr.Set set -> visitAll(set.elts());
            case Expr.Dict dict -> {
                visitAll(dict.keys());
                visitAll(dict.values());
            }
            case Expr.JoinedStr string -> visitAll(string.values());
            case Expr.FormattedValue field -> {
                visit(field.value());
                visit(field.formatSpec());
            }
            case Expr.IfExp conditional -> {
                visit(conditional.test());
                visit(conditional.body());
                visit(conditional.orelse());
            }
            case Expr.NamedExpr named -> visitNamed(named);
            case Expr.Lambda lambda -> visitLambda(lambda);
            case Expr.ListComp list ->
                visitComprehension(list, Scope.Comprehension.LIST, "listcomp", list.generators(), null, list.elt());
            case Expr.SetComp set ->
                visitComprehension(set, Scope.Comprehension.SET, "setcomp", set.generators(), null, set.elt());
            case Expr.DictComp dict ->
                visitComprehension(
                        dict, Scope.Comprehension.DICT, "dictcomp", dict.generators(), dict.value(), dict.key());
            case Expr.GeneratorExp generator ->
                visitComprehension(
                        generator,
                        Scope.Comprehension.GENERATOR,
                        "genexpr",
                        generator.generators(),
                        null,
                        generator.elt());
            case Expr.Yield yield -> visitYield(yield, yield.value());
            case Expr.YieldFrom yield -> visitYield(yield, yield.value());
            case Expr.Await await -> {
                refuseInAnnotation("await expression", await.range());
                visit(await.value());
                blocks.current().flags.add(Scope.Flag.COROUTINE);
            }
            case PluginExpr plugin -> plugins.collect(plugin);
        }
        blocks.ascend();
    }

    private void visitName(Expr.Name name) {
        boolean load = name.ctx() == ExprContext.LOAD;
        blocks.add(name.id(), load ? USE : DEF_LOCAL, name.range());
        if (load && name.id().equals("super") && blocks.current().type == Scope.Type.FUNCTION) {
            // super() without arguments finds its class in the cell __class__.
            blocks.add("__class__", USE, name.range());
        }
    }

    private void visitNamed(Expr.NamedExpr named) {
        refuseInAnnotation("named expression", named.range());
        if (blocks.current().iterableDepth > 0) {
            throw blocks.error(
                    "assignment expression cannot be used in a comprehension iterable expression", named.range());
        }
        if (blocks.current().isComprehension()) {
            blocks.bindOutsideComprehensions((Expr.Name) named.target());
        }
        visit(named.value());
        visit(named.target());
    }

    private void visitLambda(Expr.Lambda lambda) {
        visitDefaults(lambda.args());
        blocks.enter(Scope.Type.FUNCTION, "lambda", lambda, lambda.range());
        visitParameters(lambda.args());
        visit(lambda.body());
        blocks.exit();
    }

    /** Defaults belong to the block around the function. */
    void visitDefaults(Arguments parameters) {
        visitAll(parameters.defaults());
        visitAll(parameters.kwDefaults());
    }

    void visitParameters(Arguments parameters) {
        addParameters(parameters.posonlyargs());
        addParameters(parameters.args());
        addParameters(parameters.kwonlyargs());
        if (parameters.vararg() != null) {
            addParameter(parameters.vararg());
            blocks.current().flags.add(Scope.Flag.VARARGS);
        }
        if (parameters.kwarg() != null) {
            addParameter(parameters.kwarg());
            blocks.current().flags.add(Scope.Flag.VARKEYWORDS);
        }
    }

    private void addParameters(List<Arg> parameters) {
        for (Arg parameter : parameters) {
            addParameter(parameter);
        }
    }

    private void addParameter(Arg parameter) {
        blocks.add(parameter.arg(), DEF_PARAM, parameter.range());
    }

    /** {@code value} is that of a dict comprehension, else null. */
    private void visitComprehension(
            Expr node, Scope.Comprehension kind, String name, List<Comprehension> clauses, Expr value, Expr element) {
        Comprehension outermost = clauses.getFirst();
        // The first iterable is evaluated outside and comes in as the parameter .0.
        visitIterable(outermost);
        blocks.enter(Scope.Type.FUNCTION, name, node, node.range());
        Block block = blocks.current();
        block.comprehension = kind;
        if (outermost.isAsync()) {
            block.flags.add(Scope.Flag.COROUTINE);
        }
        blocks.add(".0", DEF_PARAM, block.range);
        visitTarget(outermost);
        visitAll(outermost.ifs());
        for (Comprehension clause : clauses.subList(1, clauses.size())) {
            visitTarget(clause);
            visitIterable(clause);
            visitAll(clause.ifs());
            if (clause.isAsync()) {
                block.flags.add(Scope.Flag.COROUTINE);
            }
        }
        visit(value);
        visit(element);
        boolean generator = kind == Scope.Comprehension.GENERATOR;
        if (generator) {
            block.flags.add(Scope.Flag.GENERATOR);
        }
        blocks.exit();
        if (block.is(Scope.Flag.COROUTINE) && !generator) {
            // It is awaited where it stands.
            blocks.current().flags.add(Scope.Flag.COROUTINE);
        }
    }

    private void visitTarget(Comprehension clause) {
        Block block = blocks.current();
        block.inIterationTarget = true;
        visit(clause.target());
        block.inIterationTarget = false;
    }

    private void visitIterable(Comprehension clause) {
        Block block = blocks.current();
        block.iterableDepth++;
        visit(clause.iter());
        block.iterableDepth--;
    }

    private void visitYield(Expr yield, Expr value) {
        refuseInAnnotation("yield expression", yield.range());
        visit(value);
        Block block = blocks.current();
        block.flags.add(Scope.Flag.GENERATOR);
        String place = switch (block.comprehension) {
            case NONE -> null;
            case LIST -> "list comprehension";
            case SET -> "set comprehension";
            case DICT -> "dict comprehension";
            case GENERATOR -> "generator expression";
        };
        if (place != null) {
            throw blocks.error("'yield' inside " + place, yield.range());
        }
    }

    private void refuseInAnnotation(String what, SourceRange range) {
        if (blocks.current().annotation) {
            throw blocks.error("'" + what + "' can not be used within an annotation", range);
        }
    }
}
