package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.tokenizer.CompilationContext;

/** Each file is a source and, below the line, the listing of its code. */
class DisassemblyTest {
    private static final Disassembler DISASSEMBLER = new Disassembler(InstructionSet.python());

    /** Recorded from {@code dis} of CPython 3.6.15, addresses left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignments",
                "calls",
                "conditions",
                "constants",
                "displays",
                "extended",
                "fizzbuzz",
                "functions",
                "imports",
                "loops",
                "scopes",
                "strings",
                "trying"
            })
    void isThatOfCPython36(String feature) {
        check("disassembly36/" + feature, feature + ".py");
    }

    /** What 3.6 does not have, or does in a way that a program for 3.11 would notice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertions",
                "asynchronous",
                "conditions",
                "displays",
                "exception_groups",
                "finally_continue",
                "imports",
                "match",
                "walrus"
            })
    void usesOurOpcodesWhere311Differs(String feature) {
        check("disassembly/" + feature, feature + ".py");
    }

    private static void check(String resource, String fileName) {
        String[] parts = Sources.file(resource + ".txt").split("(?m)^----\n");
        CompilationContext context = CompilationContext.of(fileName, CompilationContext.Mode.FILE);
        assertEquals(parts[1], DISASSEMBLER.listAll(Sources.compile(parts[0], context)));
    }
}
