package org.pyvm.objects.codecs;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** UTF-32. */
public final class Utf32 {
    private Utf32() {}

    private static int unit(byte[] bytes, int at, boolean big) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        int d = bytes[at + 3] & 0xFF;
        return big ? a << 24 | b << 16 | c << 8 | d : d << 24 | c << 16 | b << 8 | a;
    }

    /** @param isFinal whether an incomplete character at the end is an error, and not left for the next call */
    public static Decoded decode(ThreadState thread, byte[] bytes, String errors, ByteOrder order, boolean isFinal) {
        int i = 0;
        ByteOrder found = order;
        if (order == ByteOrder.MARKED && bytes.length >= 4) {
            int mark = unit(bytes, 0, false);
            if (mark == 0xFEFF || mark == 0xFFFE0000) {
                found = mark == 0xFEFF ? ByteOrder.LITTLE : ByteOrder.BIG;
                i = 4;
            }
        }
        boolean big = found.isBig();
        StrBuilder out = new StrBuilder(bytes.length / 4);
        DecodeErrors handler = new DecodeErrors(thread, big ? "utf-32-be" : "utf-32-le", errors, bytes);
        while (i < bytes.length) {
            if (i + 4 > bytes.length) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, bytes.length, "truncated data");
                bytes = handler.input();
                continue;
            }
            int c = unit(bytes, i, big);
            if (c >= 0 && c <= Character.MAX_CODE_POINT && (c < 0xD800 || c > 0xDFFF)) {
                out.append(c);
                i += 4;
                continue;
            }
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            i = handler.handle(
                    out,
                    i,
                    i + 4,
                    surrogate
                            ? "code point in surrogate code point range(0xd800, 0xe000)"
                            : "code point not in range(0x110000)");
            bytes = handler.input();
        }
        return new Decoded(out.toPyStr(), i, found);
    }

    private static void write(ByteSink out, int c, boolean big) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(c >>> (big ? 24 - shift : shift));
        }
    }

    public static byte[] encode(ThreadState thread, PyStr text, String errors, ByteOrder order) {
        boolean big = order.isBig();
        int length = text.length();
        ByteSink out = new ByteSink(length * 4 + 4);
        if (order == ByteOrder.MARKED) {
            write(out, 0xFEFF, false);
        }
        EncodeErrors handler = null;
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            if (c < 0xD800 || c > 0xDFFF) {
                write(out, c, big);
                i++;
                continue;
            }
            if (handler == null) {
                String name = order == ByteOrder.MARKED ? "utf-32" : big ? "utf-32-be" : "utf-32-le";
                handler = new EncodeErrors(thread, name, errors, text);
            }
            Replacement replacement = handler.handle(i, i + 1, "surrogates not allowed");
            WideUnits.check(handler, replacement, 4, i);
            if (replacement.bytes() != null) {
                out.write(replacement.bytes());
            } else {
                for (int j = 0; j < replacement.text().length(); j++) {
                    write(out, replacement.text().codePointAt(j), big);
                }
            }
            i = replacement.position();
        }
        return out.toByteArray();
    }
}
