package org.pyvm.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** Every message, with the type, words, place and text that CPython 3.11 gave for the same source. */
class SyntaxErrorTest {
    private static final GrammarParser SHORT_TREES = new GrammarParser();
    private static final GrammarParser FULL_TREES = new GrammarParser(Grammar.python(), true);

    static Stream<List<String>> cases() throws IOException {
        return Sources.read("errors.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(SyntaxErrorTest::unescape)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedAsByPython(List<String> fields) {
        var context = Sources.context(mode(fields.get(0)), Integer.parseInt(fields.get(1)));
        String expected = String.join("|", fields.subList(3, fields.size()));
        assertEquals(expected, outcome(SHORT_TREES, fields.get(2), context));
        assertEquals(expected, outcome(FULL_TREES, fields.get(2), context));
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "exec" -> Mode.FILE;
            case "eval" -> Mode.EVAL;
            case "single" -> Mode.SINGLE;
            case "func_type" -> Mode.FUNC_TYPE;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String outcome(GrammarParser parser, String source, CompilationContext context) {
        try {
            Sources.parse(parser, source, context);
            return "ok";
        } catch (CompileException e) {
            SourceRange range = e.range();
            String place = range == null
                    ? "None|None|None|None"
                    : range.line() + "|" + range.column() + "|" + range.endLine() + "|" + range.endColumn();
            return e.exceptionName() + "|" + e.getMessage() + "|" + place + "|" + e.lineText();
        }
    }

    private static String unescape(String field) {
        var out = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                char escaped = field.charAt(++i);
                c = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
            }
            out.append(c);
        }
        return out.toString();
    }
}
