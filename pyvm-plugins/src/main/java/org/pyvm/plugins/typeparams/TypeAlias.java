package org.pyvm.plugins.typeparams;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginStmt;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.symtable.NameCollector;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** {@code type name[type_params] = value}. The value is a function, called when it is asked for. */
@NodeFields("expr name, expr* type_params, expr value")
record TypeAlias(Expr.Name name, List<Expr> typeParams, Expr value, SourceRange range) implements PluginStmt {
    void collect(NameCollector names) {
        Scopes.forbid(value, "a type alias", names);
        names.visit(name);
        names.annotationScope(this, Scopes.scopeOf(name.id()), Arguments.NONE, () -> {
            Scopes.collect(typeParams, names);
            names.annotationScope(name, name.id(), Arguments.NONE, () -> names.visit(value));
        });
    }

    void generate(CodeEmitter out) {
        out.annotationScope(this, Scopes.scopeOf(name.id()), Arguments.NONE, () -> {
            out.expression(new HelperName(TypeParam.MODULE, "TypeAliasType", range));
            out.loadConstant(CodePoints.of(name.id()));
            typeParams.forEach(out::expression);
            out.emit(BUILD_TUPLE, typeParams.size());
            Scopes.lazily(name, name.id(), value, out);
            out.emit(CALL_FUNCTION, 3);
            out.emit(RETURN_VALUE);
        });
        out.emit(CALL_FUNCTION, 0);
        out.name(name.id(), ExprContext.STORE);
    }
}
