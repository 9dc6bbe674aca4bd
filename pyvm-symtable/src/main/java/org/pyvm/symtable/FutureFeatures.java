package org.pyvm.symtable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.ast.Alias;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/**
 * The {@code from __future__ import}s at the head of a module.
 *
 * @param names the features that still change something in 3.11 ({@code annotations}, {@code barry_as_FLUFL}), those of
 *     the context included
 * @param lastLine line of the last such import, 0 when there is none
 */
public record FutureFeatures(Set<String> names, int lastLine) {
    /** Features that became part of the language: allowed, without effect. */
    private static final Set<String> MANDATORY = Set.of(
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "generator_stop");

    private static final Set<String> OPTIONAL = Set.of("annotations", "barry_as_FLUFL");

    public FutureFeatures {
        names = Set.copyOf(names);
    }

    /**
     * Reads the imports that stand before any other statement but the docstring.
     *
     * @throws CompileException for a feature that does not exist
     */
    public static FutureFeatures of(Mod module, CompilationContext context) {
        List<Stmt> body = switch (module) {
            case Mod.Module file -> file.body();
            case Mod.Interactive interactive -> interactive.body();
            case Mod.Expression expression -> List.of();
            case Mod.FunctionType type -> List.of();
        };
        Set<String> names = new TreeSet<>(context.futures());
        int lastLine = 0;
        boolean done = false;
        int line = 0;
        for (Stmt statement : isDocstring(body) ? body.subList(1, body.size()) : body) {
            // Behind the first other statement only the rest of its line is of interest.
            if (done && statement.range().line() > line) {
                break;
            }
            line = statement.range().line();
            if (!isFutureImport(statement)) {
                done = true;
                continue;
            }
            SourceRange range = statement.range();
            if (done) {
                throw error(
                        "from __future__ imports must occur at the beginning of the file",
                        range,
                        range.column(),
                        context);
            }
            for (Alias alias : ((Stmt.ImportFrom) statement).names()) {
                check(alias.name(), range, context);
                if (OPTIONAL.contains(alias.name())) {
                    names.add(alias.name());
                }
            }
            lastLine = line;
        }
        return new FutureFeatures(names, lastLine);
    }

    /** Like CPython 3.11, does not look at the number of leading dots. */
    private static boolean isFutureImport(Stmt statement) {
        return statement instanceof Stmt.ImportFrom imported && "__future__".equals(imported.module());
    }

    private static boolean isDocstring(List<Stmt> body) {
        return !body.isEmpty()
                && body.getFirst() instanceof Stmt.ExprStmt first
                && first.value() instanceof Expr.Constant constant
                && constant.value() instanceof CodePoints;
    }

    private static void check(String feature, SourceRange range, CompilationContext context) {
        if (MANDATORY.contains(feature) || OPTIONAL.contains(feature)) {
            return;
        }
        String message = feature.equals("braces") ? "not a chance" : "future feature " + feature + " is not defined";
        throw error(message, range, range.column() + 1, context);
    }

    private static CompileException error(String message, SourceRange range, int column, CompilationContext context) {
        return new CompileException(
                "SyntaxError",
                message,
                context.fileName(),
                new SourceRange(range.line(), column, range.line(), CompileException.NO_COLUMN),
                null);
    }
}
