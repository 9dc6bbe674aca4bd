package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.CodeObject;
import org.pyvm.symtable.Scope;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** Class definitions, and the bodies of classes and modules. */
final class ClassCodegen {
    private final CodeGenerator out;

    ClassCodegen(CodeGenerator out) {
        this.out = out;
    }

    /** {@code name = __build_class__(function of the body, name, *bases, **keywords)}. */
    void classDef(Stmt.ClassDef node) {
        out.expressions(node.decoratorList());
        value(node);
        out.functions().decorate(node.decoratorList());
        out.name(node.name(), ExprContext.STORE);
    }

    /** Leaves the class without its decorators. */
    void value(Stmt.ClassDef node) {
        List<Expr> decorators = node.decoratorList();
        int firstLine = decorators.isEmpty()
                ? node.range().line()
                : decorators.getFirst().range().line();
        out.enter(node, Unit.Kind.CLASS, node.name(), node.name(), firstLine);
        out.at(new SourceRange(firstLine, 0, firstLine, 0));
        Unit unit = out.unit();
        unit.startLine(firstLine);
        out.name("__name__", ExprContext.LOAD);
        out.name("__module__", ExprContext.STORE);
        out.loadConstant(CodePoints.of(unit.qualName));
        out.name("__qualname__", ExprContext.STORE);
        keepNamespace(unit);
        body(node.body());
        out.at(null);
        if (unit.scope.is(Scope.Flag.NEEDS_CLASS_CLOSURE)) {
            out.emit(LOAD_CLOSURE, unit.cellVars.find("__class__"));
            out.emit(DUP_TOP);
            out.name("__classcell__", ExprContext.STORE);
        } else {
            out.loadConstant(SpecialConstant.NONE);
        }
        out.emit(RETURN_VALUE);
        CodeObject code = out.leave(true);
        out.emit(LOAD_BUILD_CLASS);
        out.functions().makeFunction(code, 0, node.name());
        out.loadConstant(CodePoints.of(node.name()));
        out.calls().arguments(2, node.bases(), node.keywords());
    }

    /** What annotation scopes in the class ask for the names that it binds. */
    private void keepNamespace(Unit unit) {
        if (unit.scope.is(Scope.Flag.NEEDS_CLASS_NAMESPACE)) {
            out.expression(new HelperName("builtins", "locals", new SourceRange(unit.firstLine, 0, unit.firstLine, 0)));
            out.emit(CALL_FUNCTION, 0);
            out.emit(STORE_DEREF, unit.cellVars.find(Scope.CLASS_NAMESPACE));
        }
    }

    /** The statements of a class or module, its docstring and its annotations. */
    void body(List<Stmt> body) {
        if (body.isEmpty()) {
            return;
        }
        Unit unit = out.unit();
        if (unit.kind == Unit.Kind.MODULE) {
            out.at(body.getFirst().range());
            unit.startLine(body.getFirst().range().line());
        }
        if (Annotations.occurIn(body)) {
            out.emit(SETUP_ANNOTATIONS);
        }
        Expr.Constant docstring = out.context().optimize() < 2 ? FunctionCodegen.docstring(body) : null;
        if (docstring == null) {
            out.statements(body);
            return;
        }
        out.expression(docstring);
        out.at(null);
        out.name("__doc__", ExprContext.STORE);
        out.statements(body.subList(1, body.size()));
    }
}
