package org.pyvm.plugins.typeparams;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginStmt;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.symtable.NameCollector;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/**
 * A function or class with type parameters. Their scope is a function around the definition, called at once, which gets the
 * default values and gives the function or class: decorators and default values stand outside, annotations and bases inside.
 *
 * @param definition as it was written
 * @param inner as it stands in the scope: default values are the scope's parameters, a class has one base more
 */
record Generic(List<Expr> typeParams, Stmt definition, Stmt inner) implements PluginStmt {
    static final NodeType TYPE = NodeType.plugin(
            "Generic", "stmt", "expr* type_params, stmt definition", (values, range) -> of(values.at(0), values.at(1)));
    /** Where the scope keeps what the definition needs; no program can spell these. */
    private static final String PARAMETERS = ".type_params";

    private static final String DEFAULT = ".default";

    static Generic of(List<Expr> typeParams, Stmt definition) {
        List<Object> fields = new ArrayList<>(definition.fields());
        SourceRange range = definition.range();
        if (definition instanceof Stmt.ClassDef written) {
            List<Expr> bases = new ArrayList<>(written.bases());
            Expr value = new Expr.Name(PARAMETERS, ExprContext.LOAD, range);
            Expr generic = new HelperName(TypeParam.MODULE, "generic", range);
            bases.add(new Expr.Call(generic, List.of(value), List.of(), range));
            fields.set(1, bases);
            List<Stmt> body = new ArrayList<>(written.body());
            boolean documented = body.getFirst() instanceof Stmt.ExprStmt first
                    && first.value() instanceof Expr.Constant constant
                    && constant.value() instanceof CodePoints;
            Expr target = new Expr.Name("__type_params__", ExprContext.STORE, range);
            body.add(documented ? 1 : 0, new Stmt.Assign(List.of(target), value, null, range));
            fields.set(3, body);
        } else {
            fields.set(1, withDefaultsOfScope((Arguments) fields.get(1)));
        }
        return new Generic(typeParams, definition, (Stmt) definition.nodeType().make(fields, range));
    }

    private static Arguments withDefaultsOfScope(Arguments written) {
        int[] next = {0};
        List<Expr> keywordDefaults = new ArrayList<>();
        List<Expr> defaults =
                written.defaults().stream().map(each -> ofScope(each, next)).toList();
        written.kwDefaults().forEach(each -> keywordDefaults.add(each == null ? null : ofScope(each, next)));
        List<Object> fields = new ArrayList<>(written.fields());
        fields.set(4, keywordDefaults);
        fields.set(6, defaults);
        return (Arguments) written.nodeType().make(fields, null);
    }

    private static Expr ofScope(Expr value, int[] next) {
        return new Expr.Name(DEFAULT + next[0]++, ExprContext.LOAD, value.range());
    }

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public SourceRange range() {
        return definition.range();
    }

    @Override
    public List<Object> fields() {
        return List.of(typeParams, definition);
    }

    private String name() {
        return (String) definition.fields().getFirst();
    }

    private List<Expr> decorators() {
        return switch (definition) {
            case Stmt.ClassDef type -> type.decoratorList();
            case Stmt.FunctionDef function -> function.decoratorList();
            default -> ((Stmt.AsyncFunctionDef) definition).decoratorList();
        };
    }

    /** In the order of their evaluation. */
    private List<Expr> defaults() {
        return definition.fields().get(1) instanceof Arguments written
                ? Stream.concat(written.defaults().stream(), written.kwDefaults().stream())
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private Arguments scopeParameters() {
        List<Arg> parameters = new ArrayList<>();
        defaults().forEach(each -> parameters.add(new Arg(DEFAULT + parameters.size(), null, null, each.range())));
        return new Arguments(List.of(), parameters, null, List.of(), List.of(), null, List.of());
    }

    void collect(NameCollector names) {
        names.bind(name(), range());
        names.visitAll(decorators());
        names.visitAll(defaults());
        names.annotationScope(this, Scopes.scopeOf(name()), scopeParameters(), () -> {
            Scopes.collect(typeParams, names);
            // Annotations, or bases and keywords: not the body, nor the decorators.
            inner.children().stream()
                    .filter(child -> !(child instanceof Stmt) && !decorators().contains(child))
                    .forEach(child -> Scopes.forbid(child, "the definition of a generic", names));
            names.bind(PARAMETERS, range());
            names.definition(inner);
        });
    }

    void generate(CodeEmitter out) {
        decorators().forEach(out::expression);
        out.annotationScope(this, Scopes.scopeOf(name()), scopeParameters(), () -> generateScope(out));
        defaults().forEach(out::expression);
        out.emit(CALL_FUNCTION, defaults().size());
        for (Expr decorator : decorators().reversed()) {
            out.at(decorator.range());
            out.emit(CALL_FUNCTION, 1);
        }
        out.at(range());
        out.name(name(), ExprContext.STORE);
    }

    private void generateScope(CodeEmitter out) {
        typeParams.forEach(out::expression);
        out.emit(BUILD_TUPLE, typeParams.size());
        out.name(PARAMETERS, ExprContext.STORE);
        out.definition(inner);
        if (!(inner instanceof Stmt.ClassDef)) {
            out.emit(DUP_TOP);
            out.name(PARAMETERS, ExprContext.LOAD);
            out.emit(ROT_TWO);
            out.emitName(STORE_ATTR, "__type_params__");
        }
        out.emit(RETURN_VALUE);
    }
}
