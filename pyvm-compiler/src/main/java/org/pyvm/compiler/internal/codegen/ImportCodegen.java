package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Alias;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CodePoints;

/** Imports. */
final class ImportCodegen {
    private final CodeGenerator out;
    private final int futureLine;

    /** @param futureLine line of the last future import at the head of the module, or 0 */
    ImportCodegen(CodeGenerator out, int futureLine) {
        this.out = out;
        this.futureLine = futureLine;
    }

    void importStatement(Stmt.Import node) {
        for (Alias alias : node.names()) {
            out.loadConstant(0L);
            out.loadConstant(SpecialConstant.NONE);
            out.emitName(IMPORT_NAME, alias.name());
            int dot = alias.name().indexOf('.');
            if (alias.asname() != null) {
                importAs(alias.name(), dot, alias.asname());
            } else {
                out.name(dot < 0 ? alias.name() : alias.name().substring(0, dot), ExprContext.STORE);
            }
        }
    }

    /**
     * IMPORT_NAME has left the first part of a dotted name; the others are found in turn. By IMPORT_FROM, not by LOAD_ATTR
     * as in 3.6: a module that is still being imported is no attribute of its package yet.
     */
    private void importAs(String name, int firstDot, String asName) {
        if (firstDot < 0) {
            out.name(asName, ExprContext.STORE);
            return;
        }
        int start = firstDot + 1;
        int dot = name.indexOf('.', start);
        while (dot >= 0) {
            out.emitRawName(IMPORT_FROM, name.substring(start, dot));
            out.emit(ROT_TWO);
            out.emit(POP_TOP);
            start = dot + 1;
            dot = name.indexOf('.', start);
        }
        out.emitRawName(IMPORT_FROM, name.substring(start));
        out.name(asName, ExprContext.STORE);
        out.emit(POP_TOP);
    }

    void importFrom(Stmt.ImportFrom node) {
        if ("__future__".equals(node.module()) && node.range().line() > futureLine) {
            throw out.error("from __future__ imports must occur at the beginning of the file");
        }
        List<Object> names = new ArrayList<>(node.names().size());
        for (Alias alias : node.names()) {
            names.add(CodePoints.of(alias.name()));
        }
        out.loadConstant((long) node.level());
        out.loadConstant(List.copyOf(names));
        out.emitName(IMPORT_NAME, node.module() == null ? "" : node.module());
        for (Alias alias : node.names()) {
            if (alias.name().equals("*")) {
                out.emit(IMPORT_STAR);
                return;
            }
            out.emitName(IMPORT_FROM, alias.name());
            out.name(alias.asname() != null ? alias.asname() : alias.name(), ExprContext.STORE);
        }
        out.emit(POP_TOP);
    }
}
