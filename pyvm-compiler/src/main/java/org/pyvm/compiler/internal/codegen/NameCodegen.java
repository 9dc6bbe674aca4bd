package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.ExprContext;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;

/** Variables: which opcode reaches a name is decided by where the symbol table says it lives. */
final class NameCodegen {
    private static final String DEBUG = "__debug__";

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
        boolean function = unit.isFunction();
        Symbol.Kind kind = unit.scope.kindOf(mangled);
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
