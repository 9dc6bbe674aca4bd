package org.pyvm.objects.codecs;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** UTF-7 (RFC 2152): stretches of other characters than ASCII are UTF-16 in base 64, between {@code +} and {@code -}. */
public final class Utf7 {
    private static final String NAME = "utf7";
    private static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    private static boolean isDirect(int c) {
        return c <= 'z' && c >= ' ' && c != '+' && c != '\\'
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= '{' && c <= '}';
    }

    private static boolean isBase64(int c) {
        return c > 0 && c < 0x80 && BASE_64.indexOf(c) >= 0;
    }

    /** State of the decoder. */
    private static final class Shift {
        private boolean active;
        private long buffer;
        private int bits;
        private int surrogate;

        void begin() {
            active = true;
            buffer = 0;
            bits = 0;
            surrogate = 0;
        }

        void add(StrBuilder out, int c) {
            buffer = buffer << 6 | BASE_64.indexOf(c);
            bits += 6;
            if (bits < 16) {
                return;
            }
            bits -= 16;
            int unit = (int) (buffer >> bits);
            buffer &= (1L << bits) - 1;
            if (surrogate != 0) {
                boolean pair = unit >= 0xDC00 && unit <= 0xDFFF;
                out.append(pair ? Character.toCodePoint((char) surrogate, (char) unit) : surrogate);
                surrogate = 0;
                if (pair) {
                    return;
                }
            }
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                surrogate = unit;
            } else {
                out.append(unit);
            }
        }

        /** What is wrong with the end of a stretch, or null. */
        String leftOver() {
            if (bits >= 6) {
                return "partial character in base64 sequence";
            }
            return bits > 0 && buffer != 0 ? "non-zero padding bits in base64 sequence" : null;
        }

        boolean isIncomplete() {
            return surrogate != 0 || bits >= 6 || bits > 0 && buffer != 0;
        }
    }

    /** @param isFinal whether a stretch that is not closed is an error, and not left for the next call */
    public static Decoded decode(ThreadState thread, byte[] bytes, String errors, boolean isFinal) {
        DecodeErrors handler = new DecodeErrors(thread, NAME, errors, bytes);
        StrBuilder out = new StrBuilder(bytes.length);
        Shift shift = new Shift();
        int i = 0;
        int shiftStart = 0;
        PyStr before = PyStr.EMPTY;
        while (true) {
            while (i < bytes.length) {
                int c = bytes[i] & 0xFF;
                String problem = null;
                if (shift.active) {
                    if (isBase64(c)) {
                        shift.add(out, c);
                        i++;
                        continue;
                    }
                    shift.active = false;
                    problem = shift.leftOver();
                    if (problem == null) {
                        if (shift.surrogate != 0 && c < 0x80 && c != '+') {
                            out.append(shift.surrogate);
                        }
                        shift.surrogate = 0;
                        if (c == '-') {
                            i++;
                        }
                        continue;
                    }
                } else if (c == '+') {
                    shiftStart = i++;
                    int next = i < bytes.length ? bytes[i] : 'A';
                    if (next == '-') {
                        i++;
                        out.append('+');
                        continue;
                    }
                    if (isBase64(next)) {
                        before = isFinal ? PyStr.EMPTY : out.toPyStr();
                        shift.begin();
                        continue;
                    }
                    i--;
                    i++;
                    problem = "ill-formed sequence";
                } else if (c < 0x80) {
                    out.append(c);
                    i++;
                    continue;
                } else {
                    shiftStart = i;
                    problem = "unexpected special character";
                }
                i = handler.handle(out, shiftStart, i + 1, problem);
                bytes = handler.input();
            }
            if (!shift.active || !isFinal) {
                break;
            }
            shift.active = false;
            if (shift.isIncomplete()) {
                i = handler.handle(out, shiftStart, bytes.length, "unterminated shift sequence");
                bytes = handler.input();
            }
        }
        return shift.active ? new Decoded(before, shiftStart) : new Decoded(out.toPyStr(), i);
    }

    public static byte[] encode(PyStr text) {
        ByteSink out = new ByteSink(text.length() * 2);
        boolean shifted = false;
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (isDirect(c)) {
                if (shifted) {
                    if (bits > 0) {
                        out.write(BASE_64.charAt((int) (buffer << 6 - bits & 0x3F)));
                        bits = 0;
                    }
                    shifted = false;
                    if (isBase64(c) || c == '-') {
                        out.write('-');
                    }
                }
                out.write(c);
                continue;
            }
            if (!shifted) {
                out.write('+');
                if (c == '+') {
                    out.write('-');
                    continue;
                }
                shifted = true;
                buffer = 0;
            }
            if (c >= 0x10000) {
                buffer = buffer << 32 | (long) Character.highSurrogate(c) << 16 | Character.lowSurrogate(c);
                bits += 32;
            } else {
                buffer = buffer << 16 | c;
                bits += 16;
            }
            for (; bits >= 6; bits -= 6) {
                out.write(BASE_64.charAt((int) (buffer >> bits - 6 & 0x3F)));
            }
        }
        if (bits > 0) {
            out.write(BASE_64.charAt((int) (buffer << 6 - bits & 0x3F)));
        }
        if (shifted) {
            out.write('-');
        }
        return out.toByteArray();
    }
}
