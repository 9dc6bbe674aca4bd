package org.pyvm.plugins.typeparams;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.Node;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.TokenKind;

/** {@code def first[T](items: list[T]) -> T}, {@code class Box[T]:} and {@code type Pair[T] = tuple[T, T]}, after PEP 695. */
@AutoService(PyvmPlugin.class)
public final class TypeParamsPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        grammar("""
            funcdef: ... | 'def' NAME type_params parameters ['->' test] ':' [TYPE_COMMENT | NEWLINE TYPE_COMMENT] suite
            classdef: ... | 'class' NAME type_params ['(' [arglist] ')'] ':' suite
            small_stmt: type_stmt | ...
            type_stmt: "type" NAME [type_params] '=' test
            type_params: '[' type_param (',' type_param)* [','] ']'
            type_param!: ['*' | '**'] NAME [type_bound]
            type_bound: ':' test
            """);
        helpers(TypeParam.MODULE);
        lowering("type_stmt", TypeParamsPlugin::alias);
        for (String rule : List.of("funcdef", "async_funcdef", "async_stmt", "classdef", "decorated")) {
            lowering(rule, TypeParamsPlugin::definition);
        }
        node(TypeParam.class, TypeParam::collect, TypeParam::generate, "{stars}{name}{bound:: %}");
        node(TypeAlias.class, TypeAlias::collect, TypeAlias::generate, "type {name}{type_params:[%]} = {value}");
        node(Generic.class, Generic.TYPE, Generic::collect, Generic::generate, "@pyvm_typeparams.unparse");
    }

    private static Node alias(ParseTree tree, Lowering lower) {
        ParseTree name = tree.child(1);
        ParseTree parameters = tree.child(2);
        return new TypeAlias(
                new Expr.Name(lower.identifier(name), ExprContext.STORE, lower.range(name)),
                parameters.isRule("type_params") ? parameters(parameters, lower) : List.of(),
                lower.expression(tree.child(tree.childCount() - 1)),
                lower.range(tree));
    }

    /** Python makes what it knows of a definition; the brackets are found beside. */
    private static Node definition(ParseTree tree, Lowering lower) {
        Node made = lower.python(tree);
        ParseTree definition = tree;
        while (!definition.isRule("funcdef") && !definition.isRule("classdef")) {
            if (definition.isTerminal()) {
                return made;
            }
            definition = definition.child(definition.childCount() - 1);
        }
        ParseTree parameters = definition.child(2);
        return parameters.isRule("type_params") ? Generic.of(parameters(parameters, lower), (Stmt) made) : made;
    }

    private static List<Expr> parameters(ParseTree tree, Lowering lower) {
        List<Expr> made = new ArrayList<>();
        for (int i = 1; i < tree.childCount() - 1; i += 2) {
            made.add(parameter(tree.child(i), lower));
        }
        return List.copyOf(made);
    }

    private static Expr parameter(ParseTree tree, Lowering lower) {
        boolean plain = tree.child(0).isToken(TokenKind.NAME);
        String stars = plain ? "" : tree.child(0).token().text();
        ParseTree last = tree.child(tree.childCount() - 1);
        Expr bound = last.isRule("type_bound") ? lower.expression(last.child(1)) : null;
        if (bound != null && !plain) {
            String what = bound instanceof Expr.Tuple ? "constraints" : "bound";
            String of = stars.equals("*") ? "TypeVarTuple" : "ParamSpec";
            throw lower.error("cannot use " + what + " with " + of, last);
        }
        return new TypeParam(stars, lower.identifier(tree.child(plain ? 0 : 1)), bound, lower.range(tree));
    }
}
