package org.pyvm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.Safepoint;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;
import org.pyvm.tokenizer.CompilationContext.WarningIsError;

/** Every error, with the type, words, place and text that CPython 3.11 gave for the same source. */
class RefusedSourceTest {
    static Stream<List<String>> cases() throws IOException {
        return Cases.table("errors.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedAsByPython(List<String> fields) {
        var context = context(fields.get(0), Integer.parseInt(fields.get(1)));
        var error = assertThrows(
                CompileException.class, () -> readAll(source(fields.get(2), fields.get(3), context), context));
        assertEquals(String.join("|", fields.subList(4, 11)), describe(error));
    }

    private static CompilationContext context(String mode, int flags) {
        Mode kind = mode.equals("exec") ? Mode.FILE : mode.equals("eval") ? Mode.EVAL : Mode.SINGLE;
        return new CompilationContext(
                "f",
                kind,
                0,
                Set.of(),
                Set.of(),
                flags,
                (category, message, file, line) -> {
                    throw new WarningIsError();
                },
                SourceDecoder.NONE,
                Safepoint.NONE);
    }

    private static SourceText source(String kind, String text, CompilationContext context) {
        return switch (kind) {
            case "str" -> SourceDecoding.ofString(text, context);
            case "bytes" -> SourceDecoding.ofBytes(text.getBytes(StandardCharsets.ISO_8859_1), context);
            case "file" -> SourceDecoding.ofFile(text.getBytes(StandardCharsets.ISO_8859_1), context);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void readAll(SourceText source, CompilationContext context) {
        TokenStream tokens = new PythonTokenizer().tokenize(source, context);
        Token token = tokens.next();
        while (token.kind() != TokenKind.ENDMARKER) {
            token = tokens.next();
        }
    }

    /** In the form of the table: None where CPython has no value. */
    private static String describe(CompileException error) {
        SourceRange range = error.range();
        String place = "None|None|None|None";
        if (range != null) {
            boolean hasEnd = range.endLine() >= 0;
            place = range.line() + "|" + range.column() + "|"
                    + (hasEnd ? range.endLine() + "|" + range.endColumn() : "None|None");
        }
        String text = error.lineText() == null ? "None" : error.lineText();
        return error.exceptionName() + "|" + error.getMessage() + "|" + place + "|" + text;
    }
}
