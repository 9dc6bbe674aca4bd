package org.pyvm.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Tokens may come from anywhere: here from a list. */
class ForeignTokensTest {
    private static final List<Token> TOKENS = List.of(
            new Token(TokenKind.NAME, "if", 1, 0, 1, 2),
            new Token(TokenKind.NAME, "x", 1, 3, 1, 4),
            new Token(TokenKind.COLON, "then", 1, 5, 1, 9),
            new Token(TokenKind.NEWLINE, "", 1, 9, 1, 9),
            new Token(TokenKind.INDENT, "begin", 2, 0, 2, 5),
            new Token(TokenKind.NAME, "pass", 3, 0, 3, 4),
            new Token(TokenKind.NEWLINE, "", 3, 4, 3, 4),
            new Token(TokenKind.DEDENT, "end", 4, 0, 4, 3),
            new Token(TokenKind.ENDMARKER, "", 5, 0, 5, 0));
    private static final SourceText SOURCE = SourceText.of("if x then\nbegin\npass\nend\n");

    private static ParseTree parse(List<Token> tokens) {
        Iterator<Token> iterator = tokens.iterator();
        return new GrammarParser().parse(SOURCE, iterator::next, Sources.context(Mode.FILE, 0));
    }

    @Test
    void kindsDecideNotSpelling() {
        ParseTree statement = parse(TOKENS).child(0);
        assertEquals("if_stmt", statement.symbol().name());
        assertEquals("pass_stmt", statement.child(3).child(2).child(0).symbol().name());
    }

    @Test
    void rangesLeaveOutLineEndsAndIndents() {
        assertEquals(3, parse(TOKENS).child(0).range().endLine());
        assertEquals(4, parse(TOKENS).child(0).range().endColumn());
    }

    @Test
    void errorsPointIntoTheForeignSource() {
        List<Token> withoutThen = new java.util.ArrayList<>(TOKENS);
        withoutThen.remove(2);
        var error = assertThrows(CompileException.class, () -> parse(withoutThen));
        assertEquals("expected ':'", error.getMessage());
        assertEquals("if x then", error.lineText().strip());
    }
}
