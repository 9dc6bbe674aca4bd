package org.pyvm.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.tokenizer.CompileException;

/** Long chains are loops; deep nesting ends where CPython's does. */
class LargeInputTest {
    private static final GrammarParser PARSER = new GrammarParser();

    @ParameterizedTest
    @ValueSource(strings = {".b", "+1", "()", "[0]", ",a", "=a", " and a", " < a", " if a else a,a"})
    void longChainsParse(String link) {
        Sources.parse(PARSER, "a" + link.repeat(100_000) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".b", "+1", "()", "=a", " and a"})
    void errorsBehindLongChainsAreFound(String link) {
        String source = "a" + link.repeat(20_000) + " c\n";
        var error = assertThrows(CompileException.class, () -> Sources.parse(PARSER, source));
        assertEquals("invalid syntax", error.getMessage());
        assertEquals(source.length() - 1, error.range().column());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ", "-", "1 if 1 else ", "lambda: ", "2 ** "})
    void deepNestingIsAMemoryError(String prefix) {
        Sources.parse(PARSER, prefix.repeat(2_900) + "1\n");
        var error = assertThrows(CompileException.class, () -> Sources.parse(PARSER, prefix.repeat(50_000) + "1\n"));
        assertEquals("MemoryError", error.exceptionName());
    }

    @Test
    void elifsNestInCPython() {
        Sources.parse(PARSER, "if x: pass\n" + "elif x: pass\n".repeat(5_900));
        var error = assertThrows(
                CompileException.class, () -> Sources.parse(PARSER, "if x: pass\n" + "elif x: pass\n".repeat(100_000)));
        assertEquals("MemoryError", error.exceptionName());
    }

    /** Each of them is read twice, once as items in parentheses; an error inside must not double that at every level. */
    @Test
    void nestedChoicesStayLinear() {
        var source = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            source.repeat(" ", i).append("with (a, b):\n");
        }
        source.repeat(" ", 90).append("pass pass\n");
        assertThrows(CompileException.class, () -> Sources.parse(PARSER, source.toString()));
    }

    @Test
    void twoHundredBracketsAreTheMost() {
        Sources.parse(PARSER, "(".repeat(200) + "1" + ")".repeat(200) + "\n");
        var error = assertThrows(CompileException.class, () -> Sources.parse(PARSER, "(".repeat(10_000)));
        assertEquals("too many nested parentheses", error.getMessage());
    }
}
