package org.pyvm.modules.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pyvm.objects.types.PyStr;

class NewlineDecoderTest {
    private static String feed(NewlineDecoder decoder, String... pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            text.append(decoder.translate(PyStr.of(pieces[i]), i == pieces.length - 1));
        }
        return text.toString();
    }

    @Test
    void allLineEndsBecomeLineFeeds() {
        NewlineDecoder decoder = new NewlineDecoder(null, true);
        assertEquals("a\nb\nc\n", feed(decoder, "a\nb\rc\r\n"));
        assertEquals(NewlineDecoder.CR | NewlineDecoder.LF | NewlineDecoder.CRLF, decoder.newlinesSeen());
    }

    @Test
    void aLineEndCutInTwoIsOne() {
        NewlineDecoder decoder = new NewlineDecoder(null, true);
        assertEquals("a\nb", feed(decoder, "a\r", "\nb"));
        assertEquals(NewlineDecoder.CRLF, decoder.newlinesSeen());
    }

    @Test
    void withoutTranslationTextStaysAsItIs() {
        NewlineDecoder decoder = new NewlineDecoder(null, false);
        assertEquals("a\r\nb\r", feed(decoder, "a\r", "\nb\r"));
        assertEquals(NewlineDecoder.CR | NewlineDecoder.CRLF, decoder.newlinesSeen());
    }
}
