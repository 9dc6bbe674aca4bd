package org.pyvm.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Operator;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** Trees as deep as CPython takes them pass, deeper ones are a RecursionError; on a stack of 4 MB. */
class DepthTest {
    private static final SourceRange RANGE = new SourceRange(1, 0, 1, 1);
    private static final Expr X = new Expr.Name("x", ExprContext.LOAD, RANGE);

    /** {@code x + x + ... + x}. */
    private static Stmt sum(int terms) {
        Expr sum = X;
        for (int i = 1; i < terms; i++) {
            sum = new Expr.BinOp(sum, Operator.ADD, X, RANGE);
        }
        return new Stmt.ExprStmt(sum, RANGE);
    }

    /** {@code if x: pass}, {@code elif x: pass}, ... */
    private static Stmt branches(int count) {
        List<Stmt> orelse = List.of();
        for (int i = 0; i < count; i++) {
            orelse = List.of(new Stmt.If(X, List.of(new Stmt.Pass(RANGE)), orelse, RANGE));
        }
        return orelse.getFirst();
    }

    private static Stmt lambdas(int count) {
        Arguments none = new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());
        Expr lambda = X;
        for (int i = 0; i < count; i++) {
            lambda = new Expr.Lambda(none, lambda, RANGE);
        }
        return new Stmt.ExprStmt(lambda, RANGE);
    }

    private static SymbolTable build(Stmt statement) throws InterruptedException {
        AtomicReference<SymbolTable> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable build = () -> result.set(new TwoPassSymbolTableBuilder()
                .build(
                        new Mod.Module(List.of(statement), List.of()),
                        CompilationContext.of("<test>", CompilationContext.Mode.FILE)));
        Thread thread = new Thread(null, build, "deep", 4 << 20);
        thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
        assertEquals(null, failure.get());
        return result.get();
    }

    private static void assertTooDeep(Stmt statement) {
        CompileException error = assertThrows(CompileException.class, () -> build(statement));
        assertEquals("RecursionError", error.exceptionName());
        assertEquals("maximum recursion depth exceeded during compilation", error.getMessage());
    }

    @Test
    void longSums() throws InterruptedException {
        assertEquals(Symbol.Kind.GLOBAL_IMPLICIT, build(sum(2_999)).top().kindOf("x"));
        assertTooDeep(sum(3_000));
    }

    @Test
    void longChainsOfElif() throws InterruptedException {
        assertEquals(Symbol.Kind.GLOBAL_IMPLICIT, build(branches(2_999)).top().kindOf("x"));
        assertTooDeep(branches(3_001));
    }

    @Test
    void deeplyNestedFunctions() throws InterruptedException {
        assertEquals(1, build(lambdas(2_998)).top().children().size());
        assertTooDeep(lambdas(3_000));
    }
}
