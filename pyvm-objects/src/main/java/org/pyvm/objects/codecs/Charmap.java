package org.pyvm.objects.codecs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** Encodings that a table describes: {@code charmap_encode} and {@code charmap_decode}. */
public final class Charmap {
    private static final String NAME = "charmap";
    private static final String UNDEFINED = "character maps to <undefined>";
    /** What stands in a table for no character. */
    private static final int NO_CHARACTER = 0xFFFE;

    private Charmap() {}

    /** @param mapping a str of the characters by byte, or anything with items by byte */
    public static PyStr decode(ThreadState thread, byte[] bytes, String errors, PyObject mapping) {
        StrBuilder out = new StrBuilder(bytes.length);
        DecodeErrors handler = new DecodeErrors(thread, NAME, errors, bytes);
        PyStr table = mapping.getClass() == PyStr.class ? (PyStr) mapping : null;
        for (int i = 0; i < bytes.length; ) {
            int b = bytes[i] & 0xFF;
            boolean defined;
            if (table != null) {
                int c = b < table.length() ? table.codePointAt(b) : NO_CHARACTER;
                defined = c != NO_CHARACTER;
                if (defined) {
                    out.append(c);
                }
            } else {
                defined = decodeByte(thread, b, mapping, out);
            }
            if (defined) {
                i++;
            } else {
                i = handler.handle(out, i, i + 1, UNDEFINED);
                bytes = handler.input();
            }
        }
        return out.toPyStr();
    }

    private static PyObject look(ThreadState thread, PyObject mapping, int key) {
        try {
            return Objects.getItem(thread, mapping, PyInt.of(key));
        } catch (PyErr e) {
            if (e.matches(Exceptions.LOOKUP_ERROR)) {
                return Singletons.NONE;
            }
            throw e;
        }
    }

    /** Whether the byte stands for a character. */
    private static boolean decodeByte(ThreadState thread, int b, PyObject mapping, StrBuilder out) {
        PyObject found = look(thread, mapping, b);
        if (found == Singletons.NONE) {
            return false;
        }
        if (found instanceof PyInt number) {
            if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > Character.MAX_CODE_POINT) {
                throw PyErr.typeError("character mapping must be in range(0x110000)");
            }
            if (number.longValue() == NO_CHARACTER) {
                return false;
            }
            out.append((int) number.longValue());
            return true;
        }
        if (found instanceof PyStr text) {
            if (text.length() == 1 && text.codePointAt(0) == NO_CHARACTER) {
                return false;
            }
            out.append(text);
            return true;
        }
        throw PyErr.typeError("character mapping must return integer, None or str");
    }

    /** @param mapping a {@link PyEncodingMap}, or anything with items by code point */
    public static byte[] encode(ThreadState thread, PyStr text, String errors, PyObject mapping) {
        ByteSink out = new ByteSink(text.length());
        EncodeErrors handler = null;
        for (int i = 0; i < text.length(); ) {
            if (encodeCharacter(thread, text.codePointAt(i), mapping, out)) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && !encodeCharacter(thread, text.codePointAt(end), mapping, new ByteSink(0))) {
                end++;
            }
            if (handler == null) {
                handler = new EncodeErrors(thread, NAME, errors, text);
            }
            Replacement replacement = handler.handle(i, end, UNDEFINED);
            if (replacement.bytes() != null) {
                out.write(replacement.bytes());
            } else {
                for (int j = 0; j < replacement.text().length(); j++) {
                    if (!encodeCharacter(thread, replacement.text().codePointAt(j), mapping, out)) {
                        throw handler.error(i, end, UNDEFINED);
                    }
                }
            }
            i = replacement.position();
        }
        return out.toByteArray();
    }

    /** Whether the character has bytes. */
    private static boolean encodeCharacter(ThreadState thread, int c, PyObject mapping, ByteSink out) {
        if (mapping instanceof PyEncodingMap map) {
            int b = map.get(c);
            if (b < 0) {
                return false;
            }
            out.write(b);
            return true;
        }
        PyObject found = look(thread, mapping, c);
        if (found == Singletons.NONE) {
            return false;
        }
        if (found instanceof PyInt number) {
            if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
                throw PyErr.typeError("character mapping must be in range(256)");
            }
            out.write((int) number.longValue());
            return true;
        }
        if (found instanceof PyBytes bytes) {
            out.write(bytes.bytesUnsafe());
            return true;
        }
        throw PyErr.typeError("character mapping must return integer, bytes or None, not %T", found);
    }
}
