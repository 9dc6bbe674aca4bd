package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.ExprContext;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;
import org.pyvm.tokenizer.CodePoints;

/** Variables: which opcode reaches a name is decided by where the symbol table says it lives. */
final class NameCodegen {
    private static final String DEBUG = "__debug__";
    /** The argument of COMPARE_OP. */
    private static final int IN = 6;

    private final CodeGenerator out;

    NameCodegen(CodeGenerator out) {
        this.out = out;
    }

    void access(String name, ExprContext use) {
        if (name.equals(DEBUG)) {
            forbidDebug(name, use);
            // A constant of the compilation, whatever builtins say.
            out.loadConstant(out.context().optimize() == 0);
            return;
        }
        Unit unit = out.unit();
        if (unit.dead > 0) {
            return;
        }
        String mangled = unit.mangle(name);
        Symbol.Kind kind = unit.scope.kindOf(mangled);
        if (unit.scope.is(Scope.Flag.SEES_CLASS)
                && use == ExprContext.LOAD
                && (kind == Symbol.Kind.FREE || kind == Symbol.Kind.GLOBAL_IMPLICIT)
                && !mangled.equals(Scope.CLASS_NAMESPACE)) {
            classFirst(mangled, kind);
        } else {
            access(mangled, kind, use);
        }
    }

    /** In an annotation scope: what the class around has bound so far goes before what is global or free. */
    private void classFirst(String mangled, Symbol.Kind kind) {
        BasicBlock elsewhere = out.newBlock();
        BasicBlock end = out.newBlock();
        out.loadConstant(CodePoints.of(mangled));
        access(Scope.CLASS_NAMESPACE, Symbol.Kind.FREE, ExprContext.LOAD);
        out.emit(COMPARE_OP, IN);
        out.emitJump(POP_JUMP_IF_FALSE, elsewhere);
        access(Scope.CLASS_NAMESPACE, Symbol.Kind.FREE, ExprContext.LOAD);
        out.loadConstant(CodePoints.of(mangled));
        out.emit(BINARY_SUBSCR);
        out.emitJump(JUMP_FORWARD, end);
        out.use(elsewhere);
        access(mangled, kind, ExprContext.LOAD);
        out.use(end);
    }

    private void access(String mangled, Symbol.Kind kind, ExprContext use) {
        Unit unit = out.unit();
        boolean function = unit.isFunction();
        switch (kind) {
            case FREE ->
                out.emit(
                        dereference(use, unit.scope.type()),
                        unit.cellVars.values().size() + unit.freeVars.indexOf(mangled));
            case CELL -> out.emit(dereference(use, unit.scope.type()), unit.cellVars.indexOf(mangled));
            case LOCAL -> {
                if (function) {
                    out.emit(fast(use), unit.varNames.indexOf(mangled));
                } else {
                    out.emit(named(use), unit.names.indexOf(mangled));
                }
            }
            case GLOBAL_IMPLICIT -> out.emit(function ? global(use) : named(use), unit.names.indexOf(mangled));
            case GLOBAL_EXPLICIT -> out.emit(global(use), unit.names.indexOf(mangled));
            case UNRESOLVED -> out.emit(named(use), unit.names.indexOf(mangled)); // __doc__, __module__ and the like
        }
    }

    void forbidDebug(String name, ExprContext use) {
        if (use != ExprContext.LOAD && name.equals(DEBUG)) {
            throw out.error(use == ExprContext.STORE ? "cannot assign to __debug__" : "cannot delete __debug__");
        }
    }

    private static int dereference(ExprContext use, Scope.Type type) {
        return switch (use) {
            case LOAD -> type == Scope.Type.CLASS ? LOAD_CLASSDEREF : LOAD_DEREF;
            case STORE -> STORE_DEREF;
            case DEL -> DELETE_DEREF;
        };
    }

    private static int fast(ExprContext use) {
        return switch (use) {
            case LOAD -> LOAD_FAST;
            case STORE -> STORE_FAST;
            case DEL -> DELETE_FAST;
        };
    }

    private static int global(ExprContext use) {
        return switch (use) {
            case LOAD -> LOAD_GLOBAL;
            case STORE -> STORE_GLOBAL;
            case DEL -> DELETE_GLOBAL;
        };
    }

    private static int named(ExprContext use) {
        return switch (use) {
            case LOAD -> LOAD_NAME;
            case STORE -> STORE_NAME;
            case DEL -> DELETE_NAME;
        };
    }
}
