package org.pyvm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void byteColumnsAreThoseOfTheEncodedLine() {
        var random = new Random(1);
        int[] alphabet = {'a', 'b', ' ', 0xE9, 0x20AC, 0x1D518, '\n'};
        var text = new StringBuilder("a");
        for (int i = 0; i < 3000; i++) {
            // Long lines and short ones: a line end is rare in the first half.
            text.appendCodePoint(alphabet[random.nextInt(i < 1500 ? 6 : 7)]);
        }
        SourceText source = SourceText.of(text.toString());
        for (int line = 1; line <= source.lineCount(); line++) {
            String content = source.line(line);
            int points = content.codePointCount(0, content.length());
            for (int column = 0; column <= points; column++) {
                String before = content.substring(0, content.offsetByCodePoints(0, column));
                assertEquals(before.getBytes(StandardCharsets.UTF_8).length, source.utf8Column(line, column));
            }
        }
    }

    @Test
    void columnsBehindTheTextCountOneEach() {
        assertEquals(4, SourceText.of("\u00e9a").utf8Column(1, 3));
        assertEquals(3, SourceText.of("aaa").utf8Column(1, 3));
    }

    @Test
    void bytesThatAreNoUtf8AreOneByteEach() {
        byte[] source = {'#', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, (byte) 0xFE, 'x'};
        SourceText text = SourceDecoding.ofBytes(source, CompilationContext.of("f", CompilationContext.Mode.FILE));
        assertEquals(6, text.utf8Column(1, 5));
        assertEquals("#\u00e9\udcff\udcfex", text.text());
    }

    @Test
    void linesAreFoundByIndex() {
        SourceText source = SourceText.of("a\n\nbc");
        assertEquals(3, source.lineCount());
        assertEquals("", source.line(2));
        assertEquals("bc", source.line(3));
        assertEquals("", source.line(4));
        assertEquals(1, source.lineOf(1));
        assertEquals(2, source.lineOf(2));
        assertEquals(3, source.lineOf(4));
    }
}
