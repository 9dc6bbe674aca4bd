package org.pyvm.modules.io;

import java.util.Locale;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.SingleByte;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.types.PyStr;

/** The encodings that need no look-up in the codec registry. */
enum TextEncoding {
    UTF_8,
    ASCII,
    LATIN_1;

    /** The encoding of a name, or null when it must be looked up. */
    static TextEncoding named(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8" -> UTF_8;
            case "ascii", "us-ascii" -> ASCII;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> LATIN_1;
            default -> null;
        };
    }

    byte[] encode(ThreadState thread, PyStr text, String errors) {
        return switch (this) {
            case UTF_8 -> Utf8.encode(thread, text, errors);
            case ASCII -> SingleByte.encodeAscii(thread, text, errors);
            case LATIN_1 -> SingleByte.encodeLatin1(thread, text, errors);
        };
    }
}
