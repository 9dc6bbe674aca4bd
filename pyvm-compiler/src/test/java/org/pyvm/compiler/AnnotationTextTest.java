package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationTextTest {
    static Stream<String> cases() {
        return Sources.file("annotations.txt").lines();
    }

    /** An annotation, and its text in {@code __annotations__} of CPython 3.11. */
    @ParameterizedTest
    @MethodSource("cases")
    void annotationsAreKeptAsCPythonWritesThem(String line) {
        String[] fields = line.split("  ->  ");
        CodeObject code = Sources.compile("from __future__ import annotations\nx: " + fields[0] + "\n");
        // After level, names and module of the import come the annotation's text and None.
        assertEquals(fields[1], code.constants().get(2).toString());
    }
}
