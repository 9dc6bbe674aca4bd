package org.pyvm.objects.codecs;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** The encodings {@code unicode_escape} and {@code raw_unicode_escape}: Latin-1 with the escapes of string literals. */
public final class UnicodeEscape {
    private static final String HEX = "0123456789abcdef";

    private final byte[] original;
    private final boolean raw;
    private final boolean isFinal;
    private final DecodeErrors handler;
    private final StrBuilder out;
    private byte[] bytes;
    private int at;
    /** What the escape that has just been read lacks, or null. */
    private String problem;
    /** Whether more bytes could mend the problem. */
    private boolean incomplete;

    private int firstInvalidEscape = -1;

    private UnicodeEscape(ThreadState thread, byte[] bytes, String errors, boolean raw, boolean isFinal) {
        this.original = bytes;
        this.bytes = bytes;
        this.raw = raw;
        this.isFinal = isFinal;
        this.out = new StrBuilder(bytes.length);
        this.handler = new DecodeErrors(thread, raw ? "rawunicodeescape" : "unicodeescape", errors, bytes);
    }

    /** Decodes {@code unicode_escape}; warns of escapes that do not exist. */
    public static Decoded decode(ThreadState thread, byte[] bytes, String errors, boolean isFinal) {
        UnicodeEscape decoder = new UnicodeEscape(thread, bytes, errors, false, isFinal);
        Decoded decoded = decoder.decode();
        if (decoder.firstInvalidEscape >= 0) {
            warnOfInvalid(thread, bytes, decoder.firstInvalidEscape);
        }
        return decoded;
    }

    /** @param at where the first escape that is none, or whose octal number is too large, goes on behind its backslash */
    static void warnOfInvalid(ThreadState thread, byte[] bytes, int at) {
        boolean octal = bytes[at] >= '4' && bytes[at] <= '7';
        String escape = new String(bytes, at, octal ? 3 : 1, StandardCharsets.ISO_8859_1);
        Warnings.warn(
                thread,
                Exceptions.DEPRECATION_WARNING,
                (octal ? "invalid octal escape sequence '\\" : "invalid escape sequence '\\") + escape + "'",
                1);
    }

    /** Decodes {@code raw_unicode_escape}. */
    public static Decoded decodeRaw(ThreadState thread, byte[] bytes, String errors, boolean isFinal) {
        return new UnicodeEscape(thread, bytes, errors, true, isFinal).decode();
    }

    private Decoded decode() {
        while (at < bytes.length) {
            int c = bytes[at++] & 0xFF;
            if (c != '\\' || raw && isFinal && at == bytes.length) {
                out.append(c);
                continue;
            }
            int start = at - 1;
            problem = null;
            incomplete = false;
            if (at == bytes.length) {
                incomplete("\\ at end of string");
            } else if (raw) {
                rawEscape();
            } else {
                escape();
            }
            if (problem != null) {
                if (incomplete && !isFinal) {
                    return new Decoded(out.toPyStr(), start);
                }
                at = handler.handle(out, start, at, problem);
                bytes = handler.input();
            }
        }
        return new Decoded(out.toPyStr(), at);
    }

    private void incomplete(String message) {
        problem = message;
        incomplete = true;
    }

    private void rawEscape() {
        int c = bytes[at++] & 0xFF;
        switch (c) {
            case 'u' -> hex(4, "truncated \\uXXXX escape");
            case 'U' -> hex(8, "truncated \\UXXXXXXXX escape");
            default -> out.append('\\').append(c);
        }
    }

    private void escape() {
        int c = bytes[at++] & 0xFF;
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 'v' -> out.append(0x0B);
            case 'a' -> out.append(0x07);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
            case 'x' -> hex(2, "truncated \\xXX escape");
            case 'u' -> hex(4, "truncated \\uXXXX escape");
            case 'U' -> hex(8, "truncated \\UXXXXXXXX escape");
            case 'N' -> named();
            default -> {
                noteInvalid(at - 1);
                out.append('\\').append(c);
            }
        }
    }

    private void noteInvalid(int position) {
        if (firstInvalidEscape < 0 && bytes == original) {
            firstInvalidEscape = position;
        }
    }

    private void octal(int first) {
        int start = at - 1;
        int value = first - '0';
        for (int i = 0; i < 2 && at < bytes.length && bytes[at] >= '0' && bytes[at] <= '7'; i++) {
            value = value * 8 + bytes[at++] - '0';
        }
        if (value > 0xFF) {
            noteInvalid(start);
        }
        out.append(value);
    }

    private void hex(int count, String truncated) {
        long value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at == bytes.length) {
                incomplete(truncated);
                return;
            }
            int digit = bytes[at] < 0 ? -1 : Character.digit(bytes[at], 16);
            if (digit < 0) {
                problem = truncated;
                return;
            }
            value = value << 4 | digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            problem = raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
        } else {
            out.append((int) value);
        }
    }

    private void named() {
        String malformed = "malformed \\N character escape";
        if (at == bytes.length) {
            incomplete(malformed);
            return;
        }
        if (bytes[at] != '{') {
            problem = malformed;
            return;
        }
        int start = ++at;
        while (at < bytes.length && bytes[at] != '}') {
            at++;
        }
        if (at == bytes.length) {
            incomplete(malformed);
            return;
        }
        if (at == start) {
            problem = malformed;
            return;
        }
        String name = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        at++;
        int c = CharacterNames.find(name);
        if (c < 0) {
            problem = "unknown Unicode character name";
        } else {
            out.append(c);
        }
    }

    private static void hex(ByteSink sink, char kind, int digits, int c) {
        sink.write('\\');
        sink.write(kind);
        for (int shift = digits * 4 - 4; shift >= 0; shift -= 4) {
            sink.write(HEX.charAt(c >> shift & 0xF));
        }
    }

    /** Encodes {@code unicode_escape}. */
    public static byte[] encode(PyStr text) {
        ByteSink sink = new ByteSink(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            switch (c) {
                case '\\' -> sink.writeLatin1("\\\\");
                case '\t' -> sink.writeLatin1("\\t");
                case '\n' -> sink.writeLatin1("\\n");
                case '\r' -> sink.writeLatin1("\\r");
                default -> {
                    if (c >= ' ' && c < 0x7F) {
                        sink.write(c);
                    } else if (c < 0x100) {
                        hex(sink, 'x', 2, c);
                    } else {
                        wide(sink, c);
                    }
                }
            }
        }
        return sink.toByteArray();
    }

    /** Encodes {@code raw_unicode_escape}. */
    public static byte[] encodeRaw(PyStr text) {
        ByteSink sink = new ByteSink(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c < 0x100) {
                sink.write(c);
            } else {
                wide(sink, c);
            }
        }
        return sink.toByteArray();
    }

    private static void wide(ByteSink sink, int c) {
        if (c < 0x10000) {
            hex(sink, 'u', 4, c);
        } else {
            hex(sink, 'U', 8, c);
        }
    }
}
