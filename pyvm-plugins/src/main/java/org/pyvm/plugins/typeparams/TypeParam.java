package org.pyvm.plugins.typeparams;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginExpr;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.symtable.NameCollector;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** {@code T}, {@code T: bound}, {@code *Ts} or {@code **P}: makes the object, binds the name to it, and is its value. */
@NodeFields("string stars, identifier name, expr? bound")
record TypeParam(String stars, String name, Expr bound, SourceRange range) implements PluginExpr {
    static final String MODULE = "pyvm_typeparams";

    void collect(NameCollector names) {
        names.bind(name, range);
        if (bound != null) {
            Scopes.forbid(bound, bound instanceof Expr.Tuple ? "a TypeVar constraint" : "a TypeVar bound", names);
            names.annotationScope(this, name, Arguments.NONE, () -> names.visit(bound));
        }
    }

    /** The bound is a function, called when it is asked for. */
    void generate(CodeEmitter out) {
        out.expression(new HelperName(MODULE, "make", range));
        out.loadConstant(CodePoints.of(stars + name));
        if (bound != null) {
            out.loadConstant(bound instanceof Expr.Tuple);
            Scopes.lazily(this, name, bound, out);
        }
        out.emit(CALL_FUNCTION, bound == null ? 1 : 3);
        out.emit(DUP_TOP);
        out.name(name, ExprContext.STORE);
    }
}
