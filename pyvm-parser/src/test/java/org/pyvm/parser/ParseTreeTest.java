package org.pyvm.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.SourceDecoding;

/** A file holds a source and, behind a line of dashes, its tree. */
class ParseTreeTest {
    private static final String LINE = "----\n";

    @ParameterizedTest
    @ValueSource(strings = {"expressions", "statements", "patterns", "calls"})
    void shortTreesLeaveOutNodesOfOneChild(String name) throws IOException {
        String[] parts = Sources.read("trees/" + name + ".txt").split(LINE);
        assertEquals(parts[1], TreeDump.byName(Sources.parse(new GrammarParser(), parts[0])));
    }

    /** The numbers were printed by CPython 3.6's {@code parser} module. */
    @ParameterizedTest
    @ValueSource(strings = {"hello", "classes", "control", "expressions", "definitions"})
    void fullTreesHaveTheNumbersOfPython36(String name) throws IOException {
        String[] parts = Sources.read("numbers36/" + name + ".txt").split(LINE);
        CompilationContext context = Sources.context(Mode.FILE, 0);
        ParseTree tree = Sources.parse(new GrammarParser(Grammar.python(), true), parts[0], context);
        assertEquals(parts[1], TreeDump.byNumber36(tree, SourceDecoding.ofString(parts[0], context)) + "\n");
    }
}
