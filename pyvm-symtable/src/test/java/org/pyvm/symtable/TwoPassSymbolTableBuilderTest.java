package org.pyvm.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.Safepoint;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;
import org.pyvm.tokenizer.CompilationContext.WarningSink;
import org.pyvm.tokenizer.CompileException;

class TwoPassSymbolTableBuilderTest {
    /** Each file is a source and, below the line, the dump; its flags were compared with those of CPython 3.11. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "annotations",
                "annotations_as_text",
                "classes",
                "closures",
                "comprehensions",
                "globals",
                "imports",
                "match",
                "parameters",
                "statements",
                "walrus"
            })
    void givesEachNameItsPlace(String feature) throws IOException {
        String[] parts = Sources.file(feature + ".txt").split("(?m)^----\n");
        assertEquals(parts[1], SymbolTableDump.text(Sources.table(parts[0])));
    }

    @Test
    void dumpsAsJson() throws IOException {
        String source = Sources.file("closures.txt").split("(?m)^----\n")[0];
        assertEquals(
                Sources.file("closures.json").strip(),
                SymbolTableDump.json(Sources.table(source)).strip());
    }

    static Stream<List<String>> refused() throws IOException {
        return Sources.file("errors.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatPythonRefuses(List<String> fields) {
        String source = fields.getFirst().replace("\\n", "\n").replace("\\\\", "\\");
        CompileException error = assertThrows(CompileException.class, () -> Sources.table(source));
        String endColumn = error.range().endColumn() == CompileException.NO_COLUMN
                ? "None"
                : String.valueOf(error.range().endColumn());
        assertEquals(
                String.join("|", fields.subList(1, 7)),
                String.join(
                        "|",
                        error.exceptionName(),
                        error.getMessage(),
                        String.valueOf(error.range().line()),
                        String.valueOf(error.range().column()),
                        String.valueOf(error.range().endLine()),
                        endColumn));
    }

    @Test
    void theBooksClosureHasTheBooksNumbers() {
        SymbolTable table = Sources.table("""
            def make_counter():
                count = 0
                def counter():
                    nonlocal count
                    count += 1
                    return count
                return counter
            """);
        Scope outer = table.top().children().getFirst();
        assertEquals(2050, table.top().symbol("make_counter").flags());
        assertEquals(10242, outer.symbol("count").flags());
        assertEquals(2066, outer.symbol("counter").flags());
        assertEquals(8218, outer.children().getFirst().symbol("count").flags());
    }

    @Test
    void aScopeIsFoundByItsNode() {
        Mod.Module module = (Mod.Module) Sources.parse("def f(): pass\nx = 1\n");
        SymbolTable table = new TwoPassSymbolTableBuilder().build(module, Sources.CONTEXT);
        Stmt function = module.body().getFirst();
        assertSame(table.top(), table.scopeOf(module));
        assertSame(table.top().children().getFirst(), table.scopeOf(function));
        assertFalse(table.hasScope(module.body().get(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> table.scopeOf(module.body().get(1)));
    }

    @Test
    void futuresOfTheContextAndOfTheModuleAreInForce() {
        CompilationContext context = new CompilationContext(
                "<test>",
                Mode.FILE,
                0,
                Set.of("annotations"),
                Set.of(),
                0,
                WarningSink.NONE,
                SourceDecoder.NONE,
                Safepoint.NONE);
        Mod module = Sources.parse("\n\nfrom __future__ import division, barry_as_FLUFL\nx: unseen\n");
        SymbolTable table = new TwoPassSymbolTableBuilder().build(module, context);
        assertEquals(Set.of("annotations", "barry_as_FLUFL"), table.futures());
        assertEquals(3, table.lastFutureLine());
        assertEquals(Symbol.Kind.UNRESOLVED, table.top().kindOf("unseen"));
    }

    @Test
    void aModuleThatAwaitsIsACoroutineWhereThatIsAllowed() {
        CompilationContext context = new CompilationContext(
                "<test>",
                Mode.FILE,
                0,
                Set.of(),
                Set.of(),
                CompilationContext.TOP_LEVEL_AWAIT,
                WarningSink.NONE,
                SourceDecoder.NONE,
                Safepoint.NONE);
        Mod module = Sources.parse("async for x in y: pass\n");
        TwoPassSymbolTableBuilder builder = new TwoPassSymbolTableBuilder();
        assertTrue(builder.build(module, context).top().is(Scope.Flag.COROUTINE));
        assertFalse(builder.build(module, Sources.CONTEXT).top().is(Scope.Flag.COROUTINE));
    }
}
