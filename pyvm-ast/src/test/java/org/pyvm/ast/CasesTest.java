package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources with what CPython made of them. */
class CasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "numbers",
                "strings",
                "fstrings",
                "operators",
                "displays",
                "primaries",
                "targets",
                "functions",
                "statements",
                "match",
                "positions",
                "type_comments"
            })
    void areAsCPythonRecordedThem(String file) throws IOException {
        String[] cases = read("cases/" + file + ".txt").split("\n====\n");
        assertAll(Stream.of(cases).flatMap(text -> {
            int header = text.indexOf('\n');
            int dashes = text.indexOf("\n----\n");
            String source = dashes == header ? "" : text.substring(header + 1, dashes);
            String expected = text.substring(dashes + "\n----\n".length());
            String options = text.substring(0, header);
            return Stream.of(
                    () -> assertEquals(expected, Stages.SHORT_TREES.outcome(options, source), source),
                    () -> assertEquals(expected, Stages.FULL_TREES.outcome(options, source), source + " [full]"));
        }));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = CasesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
