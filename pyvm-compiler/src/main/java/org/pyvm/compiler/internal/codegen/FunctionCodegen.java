package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Node;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.CodeObject;
import org.pyvm.symtable.Scope;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** Functions and lambdas: what is evaluated where they are defined, and their own code. */
final class FunctionCodegen {
    private static final int DEFAULTS = 1;
    private static final int KEYWORD_DEFAULTS = 2;
    private static final int ANNOTATIONS = 4;
    private static final int CLOSURE = 8;

    private final CodeGenerator out;
    private final AssignmentCodegen annotations;

    FunctionCodegen(CodeGenerator out) {
        this.out = out;
        this.annotations = new AssignmentCodegen(out);
    }

    void function(Stmt.FunctionDef node) {
        out.expressions(node.decoratorList());
        value(node);
        decorate(node.decoratorList());
        out.name(node.name(), ExprContext.STORE);
    }

    void asyncFunction(Stmt.AsyncFunctionDef node) {
        out.expressions(node.decoratorList());
        value(node);
        decorate(node.decoratorList());
        out.name(node.name(), ExprContext.STORE);
    }

    /** Leaves the function without its decorators. */
    void value(Stmt.FunctionDef node) {
        make(node, node.name(), node.args(), node.body(), node.decoratorList(), node.returns(), Unit.Kind.FUNCTION);
    }

    /** Leaves the function without its decorators. */
    void value(Stmt.AsyncFunctionDef node) {
        make(
                node,
                node.name(),
                node.args(),
                node.body(),
                node.decoratorList(),
                node.returns(),
                Unit.Kind.ASYNC_FUNCTION);
    }

    private void make(
            Stmt node,
            String name,
            Arguments parameters,
            List<Stmt> body,
            List<Expr> decorators,
            Expr returns,
            Unit.Kind kind) {
        forbidDebug(parameters);
        int firstLine = decorators.isEmpty()
                ? node.range().line()
                : decorators.getFirst().range().line();
        int flags = defaults(parameters);
        if (annotations(parameters, returns)) {
            flags |= ANNOTATIONS;
        }
        out.enter(node, kind, name, null, firstLine);
        Expr.Constant docstring = out.context().optimize() < 2 ? docstring(body) : null;
        // The first constant is the docstring, or None.
        out.unit().constants.indexOf(docstring == null ? SpecialConstant.NONE : docstring.value());
        count(parameters);
        out.statements(docstring == null ? body : body.subList(1, body.size()));
        String qualName = out.unit().qualName;
        CodeObject code = out.leave(true);
        makeFunction(code, flags, qualName);
    }

    /** A function that a plugin's node opens. */
    void function(Node opener, Unit.Kind kind, String name, Arguments parameters, Runnable body) {
        forbidDebug(parameters);
        out.enter(opener, kind, name, null, opener.range().line());
        // No docstring.
        out.unit().constants.indexOf(SpecialConstant.NONE);
        count(parameters);
        out.at(opener.range());
        body.run();
        String qualName = out.unit().qualName;
        makeFunction(out.leave(true), 0, qualName);
    }

    /** Calls the decorators, which lie on the stack below the function or class. */
    void decorate(List<Expr> decorators) {
        SourceRange range = out.unit().range;
        for (int i = decorators.size() - 1; i >= 0; i--) {
            out.at(decorators.get(i).range());
            out.emit(CALL_FUNCTION, 1);
        }
        out.at(range);
    }

    void lambda(Expr.Lambda node) {
        forbidDebug(node.args());
        int flags = defaults(node.args());
        out.enter(node, Unit.Kind.LAMBDA, "<lambda>", null, node.range().line());
        // None is the first constant, lest a lambda have a docstring.
        out.unit().constants.indexOf(SpecialConstant.NONE);
        count(node.args());
        out.expression(node.body());
        boolean generator = out.unit().scope.is(Scope.Flag.GENERATOR);
        if (!generator) {
            out.at(node.range());
            out.emit(RETURN_VALUE);
        }
        String qualName = out.unit().qualName;
        CodeObject code = out.leave(!generator);
        makeFunction(code, flags, qualName);
    }

    /** The docstring that a body begins with, or null. */
    static Expr.Constant docstring(List<Stmt> body) {
        return !body.isEmpty()
                        && body.getFirst() instanceof Stmt.ExprStmt first
                        && first.value() instanceof Expr.Constant constant
                        && constant.value() instanceof CodePoints
                ? constant
                : null;
    }

    /** Emits what makes a function from code, with the cells of its free variables. */
    void makeFunction(CodeObject code, int flags, String qualName) {
        int allFlags = flags;
        if (!code.freeVars().isEmpty()) {
            Unit unit = out.unit();
            for (String name : code.freeVars()) {
                // A class body may know the name as local and as free: the closure wants the cell.
                int cell = unit.cellVars.find(name);
                out.emit(LOAD_CLOSURE, cell >= 0 ? cell : unit.cellVars.values().size() + unit.freeVars.indexOf(name));
            }
            out.emit(BUILD_TUPLE, code.freeVars().size());
            allFlags |= CLOSURE;
        }
        out.loadConstant(code);
        out.loadConstant(CodePoints.of(qualName));
        out.emit(MAKE_FUNCTION, allFlags);
    }

    private void count(Arguments parameters) {
        Unit unit = out.unit();
        unit.posOnlyArgCount = parameters.posonlyargs().size();
        unit.argCount = parameters.args().size() + unit.posOnlyArgCount;
        unit.kwOnlyArgCount = parameters.kwonlyargs().size();
    }

    private int defaults(Arguments parameters) {
        int flags = 0;
        if (!parameters.defaults().isEmpty()) {
            if (DisplayCodegen.allConstant(parameters.defaults())) {
                // They become one constant, but each line of them is still reported.
                parameters.defaults().forEach(each -> out.markLine(each.range()));
            }
            out.expressions(parameters.defaults());
            out.emit(BUILD_TUPLE, parameters.defaults().size());
            flags |= DEFAULTS;
        }
        List<Object> names = new ArrayList<>(0);
        for (int i = 0; i < parameters.kwonlyargs().size(); i++) {
            Expr value = parameters.kwDefaults().get(i);
            if (value != null) {
                names.add(mangled(parameters.kwonlyargs().get(i).arg()));
                out.expression(value);
            }
        }
        if (!names.isEmpty()) {
            out.loadConstant(List.copyOf(names));
            out.emit(BUILD_CONST_KEY_MAP, names.size());
            flags |= KEYWORD_DEFAULTS;
        }
        return flags;
    }

    /** Positional-only parameters come after the other positional ones, as in CPython 3.11. */
    private boolean annotations(Arguments parameters, Expr returns) {
        List<Object> names = new ArrayList<>(0);
        parameters.args().forEach(each -> annotation(each, names));
        parameters.posonlyargs().forEach(each -> annotation(each, names));
        annotation(parameters.vararg(), names);
        parameters.kwonlyargs().forEach(each -> annotation(each, names));
        annotation(parameters.kwarg(), names);
        if (returns != null) {
            annotation("return", returns, names);
        }
        if (names.isEmpty()) {
            return false;
        }
        out.loadConstant(List.copyOf(names));
        out.emit(BUILD_CONST_KEY_MAP, names.size());
        return true;
    }

    private void annotation(Arg parameter, List<Object> names) {
        if (parameter != null && parameter.annotation() != null) {
            annotation(parameter.arg(), parameter.annotation(), names);
        }
    }

    private void annotation(String name, Expr annotation, List<Object> names) {
        if (annotation instanceof Expr.Starred starred && !out.annotationsAreStrings()) {
            // *args: *Ts is what Ts yields when iterated, alone.
            out.expression(starred.value());
            out.emit(UNPACK_SEQUENCE, 1);
        } else {
            annotations.annotation(annotation);
        }
        names.add(mangled(name));
    }

    private CodePoints mangled(String name) {
        return CodePoints.of(out.unit().mangle(name));
    }

    private void forbidDebug(Arguments parameters) {
        parameters.posonlyargs().forEach(this::forbidDebug);
        parameters.args().forEach(this::forbidDebug);
        forbidDebug(parameters.vararg());
        parameters.kwonlyargs().forEach(this::forbidDebug);
        forbidDebug(parameters.kwarg());
    }

    private void forbidDebug(Arg parameter) {
        if (parameter != null) {
            out.forbidDebug(parameter.arg(), ExprContext.STORE);
        }
    }
}
