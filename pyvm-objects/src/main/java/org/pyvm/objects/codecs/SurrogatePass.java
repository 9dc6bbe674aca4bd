package org.pyvm.objects.codecs;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** The error handler {@code surrogatepass}: UTF codecs encode and decode lone surrogates as if they were characters. */
final class SurrogatePass {
    /** How an encoding writes a code point below U+10000. */
    private enum Form {
        UTF_8(3),
        UTF_16_LE(2),
        UTF_16_BE(2),
        UTF_32_LE(4),
        UTF_32_BE(4);

        private final int size;

        Form(int size) {
            this.size = size;
        }

        private void write(ByteArrayOutputStream out, int c) {
            switch (this) {
                case UTF_8 -> {
                    out.write(0xE0 | c >> 12);
                    out.write(0x80 | c >> 6 & 0x3F);
                    out.write(0x80 | c & 0x3F);
                }
                case UTF_16_LE, UTF_32_LE -> {
                    out.write(c);
                    out.write(c >> 8);
                    out.writeBytes(new byte[size - 2]);
                }
                case UTF_16_BE, UTF_32_BE -> {
                    out.writeBytes(new byte[size - 2]);
                    out.write(c >> 8);
                    out.write(c);
                }
            }
        }

        private int read(byte[] bytes, int at) {
            int a = bytes[at] & 0xFF;
            int b = bytes[at + 1] & 0xFF;
            int c = size > 2 ? bytes[at + 2] & 0xFF : 0;
            int d = size > 3 ? bytes[at + 3] & 0xFF : 0;
            return switch (this) {
                case UTF_8 ->
                    (a & 0xF0) == 0xE0 && (b & 0xC0) == 0x80 && (c & 0xC0) == 0x80
                            ? (a & 0xF) << 12 | (b & 0x3F) << 6 | c & 0x3F
                            : 0;
                case UTF_16_LE, UTF_32_LE -> d << 24 | c << 16 | b << 8 | a;
                case UTF_16_BE -> a << 8 | b;
                case UTF_32_BE -> a << 24 | b << 16 | c << 8 | d;
            };
        }
    }

    private SurrogatePass() {}

    /** Null for an encoding that is no UTF. */
    private static Form form(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT).replace('-', '_');
        if (name.equals("cp_utf8")) {
            return Form.UTF_8;
        }
        if (!name.startsWith("utf")) {
            return null;
        }
        String rest = name.substring(3).startsWith("_") ? name.substring(4) : name.substring(3);
        return switch (rest) {
            case "8" -> Form.UTF_8;
            case "16", "16le", "16_le" -> Form.UTF_16_LE;
            case "16be", "16_be" -> Form.UTF_16_BE;
            case "32", "32le", "32_le" -> Form.UTF_32_LE;
            case "32be", "32_be" -> Form.UTF_32_BE;
            default -> null;
        };
    }

    static Replacement handle(UnicodeFailure failure) {
        Form form = form(failure.encoding());
        if (form == null) {
            return null;
        }
        return failure.isDecoding() ? decode(failure, form) : encode(failure, form);
    }

    private static Replacement encode(UnicodeFailure failure, Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = failure.start(); i < failure.end(); i++) {
            int c = failure.text().codePointAt(i);
            if (c < 0xD800 || c > 0xDFFF) {
                return null;
            }
            form.write(out, c);
        }
        return Replacement.of(out.toByteArray(), failure.end());
    }

    private static Replacement decode(UnicodeFailure failure, Form form) {
        byte[] bytes = failure.bytes();
        int at = failure.start();
        if (bytes.length - at < form.size) {
            return null;
        }
        int c = form.read(bytes, at);
        if (c < 0xD800 || c > 0xDFFF) {
            return null;
        }
        PyStr text = new StrBuilder().append(c).toPyStr();
        return Replacement.of(text, at + form.size);
    }
}
