package org.pyvm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.Safepoint;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;

/** What a parser relies on beyond the tokens themselves. */
class PythonTokenizerTest {
    @Test
    void tokensHaveTheRangesOfCPythonsParser() {
        // _tokenize.TokenizerIter gave these, with columns in bytes; INDENT and DEDENT have none there.
        assertEquals(
                "NAME 1:0-1:2, NUMBER 1:3-1:4, COLON 1:4-1:5, NEWLINE 1:5-1:5, INDENT 2:0-2:2, NAME 2:2-2:3,"
                        + " EQUAL 2:4-2:5, NUMBER 2:6-2:7, NEWLINE 2:8-2:11, DEDENT 4:0-4:0, STRING 4:0-5:4,"
                        + " NEWLINE 5:5-5:5, NAME 6:0-6:1, NEWLINE 6:1-6:1, ENDMARKER 6:2-6:2",
                ranges("if 1:\n  \u00e9 = 1 # c\n  #d\n'''a\n\u00e9''' \nb\n"));
    }

    @Test
    void surrogatePairsAreOneColumn() {
        assertEquals(
                "NAME 1:0-1:1, EQUAL 1:2-1:3, STRING 1:4-1:8, SEMI 1:8-1:9, NAME 1:10-1:11, NEWLINE 1:12-1:15, "
                        + "ENDMARKER 1:16-1:16",
                ranges("\ud835\udd18 = '\\\ud835\udd18'; x # \ud835\udd18\n"));
    }

    @Test
    void interactiveInputIsClosed() {
        assertEquals(
                "NAME NUMBER COLON NEWLINE INDENT NAME NEWLINE DEDENT NEWLINE ENDMARKER",
                kinds("if 1:\n  a", Mode.SINGLE, 0));
        assertEquals(
                "NAME NUMBER COLON NEWLINE INDENT NAME NEWLINE ENDMARKER",
                kinds("if 1:\n  a", Mode.SINGLE, CompilationContext.DONT_IMPLY_DEDENT));
        assertEquals("NAME NEWLINE NEWLINE ENDMARKER", kinds("a\n", Mode.SINGLE, 0));
    }

    @Test
    void anExpressionNeedsNoLineEnd() {
        assertEquals("NAME ENDMARKER", kinds("a", Mode.EVAL, 0));
        assertEquals("NAME NEWLINE ENDMARKER", kinds("a", Mode.FILE, 0));
    }

    @Test
    void theEndIsGivenAgain() {
        TokenStream tokens = stream("", Mode.SINGLE, 0);
        assertEquals(TokenKind.ENDMARKER, tokens.next().kind());
        assertEquals(TokenKind.ENDMARKER, tokens.next().kind());
    }

    @Test
    void typeCommentsAreTokensOnlyWhenAskedFor() {
        String source = "x = 1 # type:  int\n# type: ignore[a]\ny = 2 # type: ignored\n  # type: ignore\n";
        assertEquals("NAME EQUAL NUMBER NEWLINE NAME EQUAL NUMBER NEWLINE ENDMARKER", kinds(source, Mode.FILE, 0));
        List<Token> tokens = all(stream(source, Mode.FILE, CompilationContext.TYPE_COMMENTS));
        assertEquals(
                "TYPE_COMMENT int 1:15, TYPE_IGNORE [a] 2:14, TYPE_COMMENT ignored 3:14, TYPE_IGNORE  4:16",
                tokens.stream()
                        .filter(token -> token.kind().name().startsWith("TYPE_"))
                        .map(token -> token.kind() + " " + token.text() + " " + token.line() + ":" + token.column())
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void aNumberRunIntoAKeywordWarns() {
        List<String> warnings = new ArrayList<>();
        var context = new CompilationContext(
                "f",
                Mode.FILE,
                0,
                Set.of(),
                Set.of(),
                0,
                (category, message, file, line) -> warnings.add(category + ":" + file + ":" + line + ":" + message),
                SourceDecoder.NONE,
                Safepoint.NONE);
        all(new PythonTokenizer().tokenize(SourceText.of("\n0x1for 1.if 2jor 5inx 1not\n"), context));
        assertEquals(
                List.of(
                        "SyntaxWarning:f:2:invalid hexadecimal literal",
                        "SyntaxWarning:f:2:invalid decimal literal",
                        "SyntaxWarning:f:2:invalid imaginary literal",
                        "SyntaxWarning:f:2:invalid decimal literal",
                        "SyntaxWarning:f:2:invalid decimal literal"),
                warnings);
    }

    @Test
    void reachedEndOnlyWhenTheEndWasLookedAt() {
        TokenStream name = stream("a", Mode.SINGLE, 0);
        name.next();
        assertTrue(name.reachedEnd());
        TokenStream string = stream("'a'", Mode.SINGLE, 0);
        string.next();
        assertFalse(string.reachedEnd());
        TokenStream line = stream("a\n", Mode.FILE, 0);
        line.next();
        line.next();
        assertFalse(line.reachedEnd());
        line.next();
        assertTrue(line.reachedEnd());
    }

    @Test
    void errorsAheadAreThoseThatTheTokenizerWords() {
        assertEquals("unmatched ')'", ahead("a b\n)\n", 1).getMessage());
        assertEquals("invalid decimal literal", ahead("a b\n1x\n", 1).getMessage());
        assertNull(ahead("a b\n", 1));
        // These the parser would have worded, had it come so far.
        assertNull(ahead("if a:\n    b\n  c\n", 1));
        assertNull(ahead("a \\ b\n", 1));
    }

    @Test
    void anOpenBracketCountsWhenItStandsBeforeTheError() {
        assertEquals("'(' was never closed", ahead("(\na b", 2).getMessage());
        assertNull(ahead("(a b", 1));
        assertEquals("'[' was never closed", ahead("x = [\n\\ b", 2).getMessage());
    }

    @Test
    void errorTextIsTheBufferOrAnEarlierLine() {
        TokenStream tokens = stream("a\nb = '''\n''' \\\n+ c", Mode.FILE, 0);
        all(tokens);
        assertEquals("a", tokens.errorText(1));
        assertEquals("b = '''", tokens.errorText(2));
        assertEquals("b = '''\n''' \\\n+ c\n", tokens.errorText(4));
    }

    @Test
    void addedOperatorsTakePartInTheLongestMatch() {
        TokenKind pipe = TokenKind.create("PIPE", "|>");
        TokenKind coalesce = TokenKind.create("COALESCE", "??=");
        TokenKind question = TokenKind.create("QUESTION", "?");
        var tokenizer = new PythonTokenizer(
                TokenAdditions.NONE.withOperator(question).withOperator(pipe).withOperator(coalesce));
        var context = CompilationContext.of("f", Mode.FILE);
        List<Token> tokens = all(tokenizer.tokenize(SourceText.of("a|>b|c|=d??=?==|>="), context));
        assertEquals(
                "NAME PIPE NAME VBAR NAME VBAREQUAL NAME COALESCE QUESTION EQEQUAL PIPE EQUAL NEWLINE ENDMARKER",
                tokens.stream().map(token -> token.kind().name()).collect(Collectors.joining(" ")));
        assertThrows(
                IllegalArgumentException.class,
                () -> TokenAdditions.NONE.withOperator(TokenKind.create("UNTIL", "until")));
        assertThrows(
                IllegalArgumentException.class, () -> TokenAdditions.NONE.withOperator(TokenKind.create("PLUS2", "+")));
    }

    @Test
    void addedSuffixesPrefixesAndCommentsMakeTokensOfTheirOwn() {
        TokenKind length = TokenKind.create("LENGTH", null);
        TokenKind template = TokenKind.create("TSTRING", null);
        var additions = TokenAdditions.NONE
                .withNumberSuffix("km", length)
                .withStringPrefix("t", template)
                .withComment(new TokenAdditions.CommentForm("//", null))
                .withComment(new TokenAdditions.CommentForm("/*", "*/"));
        var context = CompilationContext.of("f", Mode.FILE);
        String source = "x = 5km /* a\n b */ + 0x1fkm // rest\n  /* b */ // c\nt'a' t = 5in x\n";
        List<Token> tokens = all(new PythonTokenizer(additions).tokenize(SourceText.of(source), context));
        assertEquals(
                "NAME EQUAL LENGTH PLUS LENGTH NEWLINE TSTRING NAME EQUAL NUMBER NAME NAME NEWLINE ENDMARKER",
                tokens.stream().map(token -> token.kind().name()).collect(Collectors.joining(" ")));
        assertEquals("5km", tokens.get(2).text());
        assertEquals(2, tokens.get(3).line());
        for (String suffix : List.of("i", "inch", "e", "j", "5", "")) {
            assertThrows(
                    IllegalArgumentException.class, () -> TokenAdditions.NONE.withNumberSuffix(suffix, length), suffix);
        }
        assertThrows(IllegalArgumentException.class, () -> additions.withNumberSuffix("km", length));
        assertThrows(IllegalArgumentException.class, () -> TokenAdditions.NONE.withStringPrefix("Rb", template));
    }

    @Test
    void namesFollowUnicode14() {
        assertTrue(Unicode14.isNameStart(0x2118));
        assertFalse(Unicode14.isNameStart(0x37A));
        assertTrue(Unicode14.isNamePart(0xB7));
        // Unicode 15 and 16 made these letters.
        assertFalse(Unicode14.isNameStart(0x31350));
        assertFalse(Unicode14.isNameStart(0x1C89));
    }

    @Test
    void otherEncodingsGoByPythonsNames() {
        assertEquals("'\u20ac'", decoded("cp1252", 0x80));
        assertEquals("'\u20ac'", decoded("windows-1252", 0x80));
        assertEquals("'\u20ac'", decoded("L9", 0xA4));
        assertEquals("'\u0430'", decoded("KOI8-R", 0xC1));
        assertEquals("'\u3042'", decoded("shift_jis", 0x82, 0xA0));
        assertEquals("'\u00e9'", decoded("ISO-Latin-1-unix", 0xE9));
        assertEquals("'\u00e9'", decoded("UTF8", 0xC3, 0xA9));
    }

    @Test
    void anUnknownEncodingIsAskedOfTheContext() {
        var context = new CompilationContext(
                "f",
                Mode.FILE,
                0,
                Set.of(),
                Set.of(),
                0,
                CompilationContext.WarningSink.NONE,
                (encoding, bytes) -> encoding.equals("rot13") ? "x\r\n" : null,
                Safepoint.NONE);
        assertEquals(
                "x\n",
                SourceDecoding.ofBytes("# coding: rot13\nk\n".getBytes(), context)
                        .text());
    }

    private static String decoded(String encoding, int... bytes) {
        byte[] start = ("# coding: " + encoding + "\n'").getBytes();
        byte[] source = new byte[start.length + bytes.length + 1];
        System.arraycopy(start, 0, source, 0, start.length);
        for (int i = 0; i < bytes.length; i++) {
            source[start.length + i] = (byte) bytes[i];
        }
        source[source.length - 1] = '\'';
        var context = CompilationContext.of("f", Mode.FILE);
        assertEquals(
                SourceDecoding.ofBytes(source, context).text(),
                SourceDecoding.ofFile(source, context).text());
        return SourceDecoding.ofBytes(source, context).line(2);
    }

    private static CompileException ahead(String source, int line) {
        return stream(source, Mode.FILE, 0).errorAhead(line);
    }

    private static String kinds(String source, Mode mode, int flags) {
        return all(stream(source, mode, flags)).stream()
                .map(token -> token.kind().name())
                .collect(Collectors.joining(" "));
    }

    private static String ranges(String source) {
        return all(stream(source, Mode.FILE, 0)).stream()
                .map(token -> token.kind() + " " + token.line() + ":" + token.column() + "-" + token.endLine() + ":"
                        + token.endColumn())
                .collect(Collectors.joining(", "));
    }

    private static List<Token> all(TokenStream tokens) {
        List<Token> all = new ArrayList<>();
        do {
            all.add(tokens.next());
        } while (all.getLast().kind() != TokenKind.ENDMARKER);
        return all;
    }

    private static TokenStream stream(String source, Mode mode, int flags) {
        var context = new CompilationContext(
                "f",
                mode,
                0,
                Set.of(),
                Set.of(),
                flags,
                CompilationContext.WarningSink.NONE,
                SourceDecoder.NONE,
                Safepoint.NONE);
        return new PythonTokenizer().tokenize(SourceText.of(source), context);
    }
}
