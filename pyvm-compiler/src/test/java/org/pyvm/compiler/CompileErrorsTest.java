package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;

class CompileErrorsTest {
    static Stream<String> cases() {
        return Stream.of(Sources.file("errors.txt").split("(?m)^===\n"));
    }

    /** A source and, below the line, the warnings that CPython 3.11 gives, and the error or that there is none. */
    @ParameterizedTest
    @MethodSource("cases")
    void refusesAndWarnsAsCPythonDoes(String text) {
        String[] parts = text.split("(?m)^---\n");
        StringBuilder seen = new StringBuilder();
        CompilationContext context = Sources.context(
                Mode.FILE,
                0,
                0,
                (category, message, file, line) -> seen.append(category + ": " + message + " (" + line + ")\n"));
        try {
            Sources.compile(parts[0], context);
            seen.append("compiles\n");
        } catch (CompileException e) {
            String end = e.range().endColumn() == CompileException.NO_COLUMN
                    ? "None"
                    : String.valueOf(e.range().endColumn());
            seen.append(
                    e.exceptionName() + ": " + e.getMessage() + " (" + e.range().line() + ", "
                            + e.range().column() + ", " + e.range().endLine() + ", " + end + ")\n");
        }
        assertEquals(parts[1], seen.toString());
    }

    @Test
    void aWarningThatAFilterRaisesIsASyntaxError() {
        CompilationContext context = Sources.context(Mode.FILE, 0, 0, (category, message, file, line) -> {
            throw new CompilationContext.WarningIsError();
        });
        CompileException error =
                assertThrows(CompileException.class, () -> Sources.compile("if x:\n    1()\n", context));
        assertEquals("'int' object is not callable; perhaps you missed a comma?", error.getMessage());
        assertEquals(2, error.range().line());
        assertEquals(5, error.range().column());
    }
}
