package org.pyvm.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenKind;

class GrammarTest {
    private static final String UNLESS = """
        compound_stmt: ... | unless_stmt
        unless_stmt: 'unless' test ':' suite ['else' ':' suite]
        """;

    @Test
    void pythonsGrammarHasNoProblems() throws IOException {
        assertEquals(
                Grammar.python().toString(),
                Grammar.of(Sources.read("python.grammar")).toString());
    }

    @Test
    void keywordsFollowFromQuotedWords() {
        Set<String> keywords = Grammar.python().keywords();
        assertEquals(35, keywords.size());
        assertTrue(keywords.containsAll(Set.of("None", "async", "while")));
        assertEquals(Set.of("_", "case", "match"), Grammar.python().softKeywords());
        assertTrue(Grammar.python().with(UNLESS).keywords().contains("unless"));
    }

    @Test
    void aGrammarReadsBackAsItself() {
        assertEquals(
                Grammar.python().toString(),
                Grammar.of(Grammar.python().toString()).toString());
    }

    @Test
    void everythingWrongIsReportedWithItsLine() {
        var error = assertThrows(GrammarException.class, () -> Grammar.python().with("""
            compound_stmt: ... | nowhere
            sum: sum '+' NAME | NAME
            first: second NAME
            second: [NUMBER] first
            empty: [NAME]
            looping: NUMBER ([NAME])*
            strange: '<=>' NOTOKEN
            soft: "while" NAME
            test: NAME
            fresh: ... | NAME
            """));
        assertEquals(
                List.of("line 9: rule test is defined already; to add to it write test: ... | ..."),
                error.problems().stream().map(Object::toString).toList());
        error = assertThrows(GrammarException.class, () -> Grammar.python().with("""
            compound_stmt: ... | nowhere
            sum: sum '+' NAME | NAME
            first: second NAME
            second: [NUMBER] first
            empty: [NAME]
            looping: NUMBER ([NAME])*
            strange: '<=>' NOTOKEN
            soft: "while" NAME
            fresh: ... | NAME
            """));
        assertEquals(
                """
                line 1: neither a rule nor a kind of token is named nowhere
                line 7: no kind of token is written '<=>'
                line 7: neither a rule nor a kind of token is named NOTOKEN
                line 8: 'while' is a keyword and a soft keyword
                line 9: rule fresh has no alternatives yet that ... could stand for
                line 2: rule sum begins with itself: sum > sum
                line 3: rule first begins with itself: first > second > first
                line 5: rule empty may match nothing; write [empty] where it is used
                line 6: rule looping repeats what may match nothing: [NAME]*\
                """,
                String.join(
                        "\n", error.problems().stream().map(Object::toString).toList()));
    }

    @Test
    void badNotationIsReportedForEachRule() {
        var error = assertThrows(GrammarException.class, () -> Grammar.of("""
            a: (NAME
            b NAME
            c: | NAME
            d: NAME)
            e: 'x
            f: NAME
            """));
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                error.problems().stream().map(GrammarException.Problem::line).toList());
    }

    @Test
    void addedAlternativesAreTriedInTheirPlace() {
        Grammar base = Grammar.of("file_input: one NEWLINE ENDMARKER\none: NAME NAME | other\nother: NUMBER");
        Grammar behind = base.with("one: ... | pair\npair: NAME NAME");
        Grammar before = base.with("one: pair | ...\npair: NAME NAME");
        assertEquals(
                "one",
                Sources.parse(new GrammarParser(behind), "a b")
                        .child(0)
                        .symbol()
                        .name());
        assertEquals(
                "pair",
                Sources.parse(new GrammarParser(before), "a b")
                        .child(0)
                        .symbol()
                        .name());
    }

    @Test
    void derivedGrammarsShareSymbols() {
        Grammar derived = Grammar.python().with(UNLESS);
        assertSame(Grammar.python().rule("if_stmt"), derived.rule("if_stmt"));
        assertSame(Grammar.python().terminal(TokenKind.NAME), derived.terminal(TokenKind.NAME));
        int last = Grammar.python().rules().getLast().index();
        assertEquals(last + 1, derived.rule("unless_stmt").index());
    }

    @Test
    void newStatementsParseAndTheirErrorsAreFound() {
        var parser = new GrammarParser(Grammar.python().with(UNLESS));
        ParseTree tree = Sources.parse(parser, "def f(x):\n unless x: y\n else: z\n");
        assertTrue(TreeDump.byName(tree).contains("unless_stmt"));
        assertEquals(
                "invalid syntax. Perhaps you forgot a comma?",
                assertThrows(CompileException.class, () -> Sources.parse(parser, "unless x:\n y\n f(a b)\n"))
                        .getMessage());
        assertEquals(
                "invalid syntax. Perhaps you forgot a comma?",
                assertThrows(CompileException.class, () -> Sources.parse(parser, "if x:\n unless y:\n  z\n f(a b)\n"))
                        .getMessage());
        assertEquals(
                "expected ':'",
                assertThrows(CompileException.class, () -> Sources.parse(parser, "unless x y: z\n"))
                        .getMessage());
    }

    @Test
    void newOperatorsComeWithTheirTokens() {
        TokenKind pipe = TokenKind.create("PIPE", "|>");
        Grammar grammar =
                Grammar.python().with("namedexpr_test: pipe_expr | ...\npipe_expr: or_test ('|>' or_test)+", pipe);
        var context = Sources.context(org.pyvm.tokenizer.CompilationContext.Mode.FILE, 0);
        SourceText source = SourceText.of("if a |> b: pass\nif c: pass\n");
        ParseTree tree = new GrammarParser(grammar)
                .parse(
                        source,
                        new PythonTokenizer(TokenAdditions.NONE.withOperator(pipe)).tokenize(source, context),
                        context);
        assertEquals("pipe_expr", tree.child(0).child(1).symbol().name());
        assertEquals("NAME", tree.child(1).child(1).symbol().name());
    }
}
