package org.pyvm.objects.codecs;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** UTF-16. */
public final class Utf16 {
    private Utf16() {}

    private static int unit(byte[] bytes, int at, boolean big) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        return big ? a << 8 | b : b << 8 | a;
    }

    /** @param isFinal whether an incomplete character at the end is an error, and not left for the next call */
    public static Decoded decode(ThreadState thread, byte[] bytes, String errors, ByteOrder order, boolean isFinal) {
        int i = 0;
        ByteOrder found = order;
        if (order == ByteOrder.MARKED && bytes.length >= 2) {
            int mark = unit(bytes, 0, false);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                found = mark == 0xFEFF ? ByteOrder.LITTLE : ByteOrder.BIG;
                i = 2;
            }
        }
        boolean big = found.isBig();
        StrBuilder out = new StrBuilder(bytes.length / 2);
        DecodeErrors handler = new DecodeErrors(thread, big ? "utf-16-be" : "utf-16-le", errors, bytes);
        while (i < bytes.length) {
            if (i + 1 == bytes.length) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, bytes.length, "truncated data");
                bytes = handler.input();
                continue;
            }
            int c = unit(bytes, i, big);
            if (c < 0xD800 || c > 0xDFFF) {
                out.append(c);
                i += 2;
                continue;
            }
            if (c >= 0xDC00) {
                i = handler.handle(out, i, i + 2, "illegal encoding");
            } else if (i + 3 >= bytes.length) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, bytes.length, "unexpected end of data");
            } else {
                int low = unit(bytes, i + 2, big);
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    out.append(Character.toCodePoint((char) c, (char) low));
                    i += 4;
                    continue;
                }
                i = handler.handle(out, i, i + 2, "illegal UTF-16 surrogate");
            }
            bytes = handler.input();
        }
        return new Decoded(out.toPyStr(), i, found);
    }

    private static void write(ByteSink out, int unit, boolean big) {
        out.write(big ? unit >> 8 : unit);
        out.write(big ? unit : unit >> 8);
    }

    public static byte[] encode(ThreadState thread, PyStr text, String errors, ByteOrder order) {
        boolean big = order.isBig();
        int length = text.length();
        ByteSink out = new ByteSink(length * 2 + 2);
        if (order == ByteOrder.MARKED) {
            write(out, 0xFEFF, false);
        }
        EncodeErrors handler = null;
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            if (c >= 0x10000) {
                write(out, Character.highSurrogate(c), big);
                write(out, Character.lowSurrogate(c), big);
                i++;
            } else if (c < 0xD800 || c > 0xDFFF) {
                write(out, c, big);
                i++;
            } else {
                if (handler == null) {
                    String name = order == ByteOrder.MARKED ? "utf-16" : big ? "utf-16-be" : "utf-16-le";
                    handler = new EncodeErrors(thread, name, errors, text);
                }
                Replacement replacement = handler.handle(i, i + 1, "surrogates not allowed");
                WideUnits.check(handler, replacement, 2, i);
                if (replacement.bytes() != null) {
                    out.write(replacement.bytes());
                } else {
                    for (int j = 0; j < replacement.text().length(); j++) {
                        write(out, replacement.text().codePointAt(j), big);
                    }
                }
                i = replacement.position();
            }
        }
        return out.toByteArray();
    }
}
