package org.pyvm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.tokenizer.CompilationContext.Mode;

class TokenListingTest {
    private static final CompilationContext CONTEXT = CompilationContext.of("f", Mode.FILE);

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        String[] blocks = Cases.file("listings.txt").split("(?m)^=== ");
        for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
            int title = block.indexOf('\n');
            int divider = block.indexOf("\n---\n");
            String source = block.substring(title + 1, divider + 1);
            cases.add(Arguments.of(block.substring(0, title), source, block.substring(divider + 5)));
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void listsWhatTokenizeLists(String title, String shown, String expected) {
        String source =
                shown.replace('␉', '\t').replace('␌', '\f').replace('␍', '\r').replace("␄\n", "");
        String listing = TokenListing.text(list(source));
        assertEquals(
                expected,
                listing.lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining()));
    }

    @Test
    void columnsOfTheListingArePadded() {
        assertEquals(
                "0,0-0,0:            ENCODING       'utf-8'        ",
                TokenListing.text(list("")).lines().findFirst().orElseThrow());
    }

    @Test
    void encodingIsTheDeclaredOne() {
        byte[] source = "# coding: latin-1\n'\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1);
        List<Token> tokens = new TokenListing(new PythonTokenizer()).tokens(source, CONTEXT);
        assertEquals("iso-8859-1", tokens.get(0).text());
        assertEquals("'\u00e9'", tokens.get(3).text());
    }

    @Test
    void jsonHasTypeStringAndRange() {
        String expected = """
            [
              {"type": "ENCODING", "string": "utf-8", "start": [0, 0], "end": [0, 0]},
              {"type": "STRING", "string": "\\"\\\\\\u00e9\\"", "start": [1, 0], "end": [1, 4]},
              {"type": "NEWLINE", "string": "\\n", "start": [1, 4], "end": [1, 5]},
              {"type": "ENDMARKER", "string": "", "start": [2, 0], "end": [2, 0]}
            ]
            """;
        assertEquals(expected, TokenListing.json(list("\"\\\u00e9\"\n")));
    }

    private static List<Token> list(String source) {
        return new TokenListing(new PythonTokenizer()).tokens(source.getBytes(StandardCharsets.UTF_8), CONTEXT);
    }
}
