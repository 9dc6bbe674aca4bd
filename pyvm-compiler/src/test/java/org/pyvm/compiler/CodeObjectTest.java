package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.WarningSink;
import org.pyvm.tokenizer.SourceRange;

class CodeObjectTest {
    @Test
    void aFunctionKeepsItsParametersInCPythonsOrder() {
        CodeObject code = Sources.nested(Sources.compile("""
            @deco
            def f(a, /, b, *args, c, **kwargs):
                d = e
                return lambda: (b, args)
            """));
        assertEquals(2, code.argCount());
        assertEquals(1, code.posOnlyArgCount());
        assertEquals(1, code.kwOnlyArgCount());
        assertEquals(5, code.parameterCount());
        assertEquals(List.of("a", "b", "c", "args", "kwargs", "d"), code.varNames());
        assertEquals(List.of("args", "b"), code.cellVars());
        assertArrayEquals(new int[] {3, 1}, code.cellToArguments());
        assertEquals(1, code.firstLine());
        assertEquals("f", code.name());
        assertEquals("f.<locals>.<lambda>", Sources.nested(code).qualName());
        assertEquals(List.of("args", "b"), Sources.nested(code).freeVars());
    }

    /** The figures are {@code co_flags} of CPython 3.11. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def f(): pass | 3",
                "def f(*a, **k): pass | 15",
                "def f(): yield | 35",
                "async def f(): pass | 131",
                "async def f(): yield | 515",
                "class C: pass | 0",
                "lambda: 1 | 3",
                "[x for x in y] | 3",
                "(x for x in y) | 35",
                "def f():\\n def g(): pass | 3"
            })
    void flagsAreThoseOf311(String source, int flags) {
        assertEquals(
                flags,
                Sources.nested(Sources.compile(source.replace("\\n", "\n") + "\n"))
                        .flags());
    }

    @Test
    void futureFeaturesMarkEveryCodeObject() {
        CodeObject code = Sources.compile("from __future__ import annotations\ndef f(): pass\n");
        assertTrue(code.has(CodeFlags.FUTURE_ANNOTATIONS));
        assertTrue(Sources.nested(code).has(CodeFlags.FUTURE_ANNOTATIONS));
    }

    @Test
    void topLevelAwaitMakesAModuleACoroutine() {
        CompilationContext context =
                Sources.context(Mode.FILE, 0, CompilationContext.TOP_LEVEL_AWAIT, WarningSink.NONE);
        assertTrue(Sources.compile("await x\n", context).has(CodeFlags.COROUTINE));
        assertEquals(0, Sources.compile("x\n", context).flags());
        assertTrue(Sources.compile("[await x for x in y]\n", context).has(CodeFlags.COROUTINE));
    }

    @Test
    void theFirstConstantIsTheDocstringOrNone() {
        CodeObject with = Sources.nested(Sources.compile("def f():\n 'doc'\n return 1\n"));
        assertEquals(CodePoints.of("doc"), with.constants().getFirst());
        CodeObject without = Sources.nested(Sources.compile("def f(): return 1\n"));
        assertEquals(SpecialConstant.NONE, without.constants().getFirst());
        CodeObject stripped = Sources.nested(
                Sources.compile("def f():\n 'doc'\n return 1\n", Sources.context(Mode.FILE, 2, 0, WarningSink.NONE)));
        assertEquals(SpecialConstant.NONE, stripped.constants().getFirst());
    }

    @Test
    void optimizingDropsAssertionsAndDecidesDebug() {
        CompilationContext optimize = Sources.context(Mode.FILE, 1, 0, WarningSink.NONE);
        CodeObject code = Sources.compile("assert x\nif __debug__: y\nz = __debug__\n", optimize);
        assertEquals(List.of("z"), code.names());
        assertEquals(List.of(false, SpecialConstant.NONE), code.constants());
    }

    @Test
    void anExpressionIsReturned() {
        CodeObject code = Sources.compile("a + 1", CompilationContext.of("<test>", Mode.EVAL));
        assertEquals("LOAD_NAME LOAD_CONST BINARY_ADD RETURN_VALUE", names(code));
    }

    @Test
    void valuesOfInteractiveStatementsAreShown() {
        CompilationContext single = CompilationContext.of("<test>", Mode.SINGLE);
        assertEquals("LOAD_NAME PRINT_EXPR LOAD_CONST RETURN_VALUE", names(Sources.compile("a\n", single)));
        CodeObject loop = Sources.compile("for a in b: a\n", single);
        assertTrue(names(loop).contains("PRINT_EXPR"));
        CodeObject function = Sources.nested(Sources.compile("def f(): a\n\n", single));
        assertEquals("LOAD_GLOBAL POP_TOP LOAD_CONST RETURN_VALUE", names(function));
    }

    @Test
    void instructionsKnowTheirPlaceInTheSource() {
        CodeObject code = Sources.compile("x = (é +\n     f(b))\n");
        assertEquals(new SourceRange(1, 5, 1, 7), code.positionAt(0));
        assertEquals(new SourceRange(2, 5, 2, 6), code.positionAt(2));
        assertEquals(new SourceRange(2, 5, 2, 9), code.positionAt(6));
        assertEquals(new SourceRange(1, 5, 2, 9), code.positionAt(8));
        assertEquals(2, code.lineAt(6));
        assertNull(code.positionAt(code.code().length));
    }

    @Test
    void aCopyDiffersOnlyInWhatIsReplaced() {
        CodeObject code = Sources.compile("x = 1\n");
        CodeObject copy = code.toBuilder().withName("other").withFirstLine(7).build();
        assertEquals("other", copy.name());
        assertEquals(7, copy.firstLine());
        assertArrayEquals(code.code(), copy.code());
        assertEquals(code.constants(), copy.constants());
        assertArrayEquals(code.lineTable(), copy.lineTable());
        assertEquals(code.positionAt(0), copy.positionAt(0));
    }

    private static String names(CodeObject code) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < code.code().length; i += 2) {
            names.append(names.isEmpty() ? "" : " ")
                    .append(InstructionSet.python()
                            .opcode(code.code()[i] & 0xFF)
                            .name());
        }
        return names.toString();
    }
}
