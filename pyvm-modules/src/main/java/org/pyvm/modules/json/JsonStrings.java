package org.pyvm.modules.json;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** Reads the strings of one text. */
final class JsonStrings {
    private final PyStr text;
    /** One char a code point, or null when the text has non-BMP characters. */
    private final String bmp;

    private final int length;
    /** Whether control characters in a string are errors. */
    private final boolean strict;
    /** Keys that were read, by their hash: those of a list of records come again and again. */
    private PyStr[] keys;

    private int end;

    JsonStrings(PyStr text, boolean strict) {
        this.text = text;
        this.bmp = text.bmp();
        this.length = text.length();
        this.strict = strict;
    }

    /** One past the closing quote of what was read last. */
    int end() {
        return end;
    }

    /**
     * Reads a string.
     *
     * @param start one past the opening quote
     * @throws org.pyvm.objects.PyErr JSONDecodeError
     */
    PyStr read(ThreadState thread, int start) {
        int stop = plainEnd(start);
        if (stop < length && text.codePointAt(stop) == '"') {
            end = stop + 1;
            return text.substring(start, stop).exact();
        }
        return readEscaped(thread, start, stop);
    }

    /** As {@link #read}, but the same object for the same short text. */
    PyStr readKey(ThreadState thread, int start) {
        if (bmp != null) {
            int hash = 0;
            int stop = start;
            for (char c; stop < length && (c = bmp.charAt(stop)) != '"' && c != '\\' && c >= ' '; stop++) {
                hash = 31 * hash + c;
            }
            if (stop < length && bmp.charAt(stop) == '"') {
                end = stop + 1;
                return key(start, stop, hash);
            }
        }
        return read(thread, start);
    }

    private PyStr key(int start, int stop, int hash) {
        if (keys == null) {
            keys = new PyStr[256];
        }
        int at = (hash ^ hash >>> 8 ^ hash >>> 16) & keys.length - 1;
        PyStr known = keys[at];
        if (known != null && known.length() == stop - start && bmp.startsWith(known.bmp(), start)) {
            return known;
        }
        // One place for each hash: a key that comes again is nearly always found, one that does not costs nothing.
        return keys[at] = PyStr.ofBmp(bmp.substring(start, stop));
    }

    /** The first position from one on that is not a plain character of a string. */
    private int plainEnd(int from) {
        int i = from;
        if (bmp != null) {
            for (char c; i < length && (c = bmp.charAt(i)) != '"' && c != '\\' && (c >= ' ' || !strict); ) {
                i++;
            }
        } else {
            for (int c; i < length && (c = text.codePointAt(i)) != '"' && c != '\\' && (c >= ' ' || !strict); ) {
                i++;
            }
        }
        return i;
    }

    private PyStr readEscaped(ThreadState thread, int start, int firstStop) {
        StrBuilder out = new StrBuilder(Math.max(16, firstStop - start + 16));
        int from = start;
        int stop = firstStop;
        while (true) {
            if (stop >= length) {
                throw unterminated(thread, start);
            }
            out.append(text, from, stop);
            int c = text.codePointAt(stop);
            if (c == '"') {
                end = stop + 1;
                return out.toPyStr();
            }
            if (c != '\\') {
                throw JsonErrors.decode(thread, "Invalid control character at", text, stop);
            }
            from = readEscape(thread, start, stop, out);
            stop = plainEnd(from);
        }
    }

    private RuntimeException unterminated(ThreadState thread, int start) {
        return JsonErrors.decode(thread, "Unterminated string starting at", text, start - 1);
    }

    /** Appends what an escape means; answers the position behind it. */
    private int readEscape(ThreadState thread, int start, int backslash, StrBuilder out) {
        int at = backslash + 1;
        if (at >= length) {
            throw unterminated(thread, start);
        }
        int c = text.codePointAt(at);
        if (c == 'u') {
            return readUnit(thread, at, out);
        }
        int meaning = switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw JsonErrors.decode(thread, "Invalid \\escape", text, backslash);
        };
        out.append(meaning);
        return at + 1;
    }

    /** Reads {@code uXXXX}, and the second half of a surrogate pair when it follows. */
    private int readUnit(ThreadState thread, int at, StrBuilder out) {
        int unit = hex(thread, at);
        int next = at + 5;
        boolean pairMayFollow = unit >= 0xd800
                && unit <= 0xdbff
                && next + 6 < length
                && text.codePointAt(next) == '\\'
                && text.codePointAt(next + 1) == 'u';
        if (pairMayFollow) {
            int low = hex(thread, next + 1);
            if (low >= 0xdc00 && low <= 0xdfff) {
                out.append(Character.toCodePoint((char) unit, (char) low));
                return next + 6;
            }
        }
        out.append(unit);
        return next;
    }

    /** Four digits behind the u at a position; the string's end must still come. */
    private int hex(ThreadState thread, int at) {
        int value = 0;
        for (int i = at + 1; i < at + 5 && at + 5 < length; i++) {
            int c = text.codePointAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw invalidUnit(thread, at);
            }
            value = value << 4 | digit;
        }
        if (at + 5 >= length) {
            throw invalidUnit(thread, at);
        }
        return value;
    }

    private RuntimeException invalidUnit(ThreadState thread, int at) {
        return JsonErrors.decode(thread, "Invalid \\uXXXX escape", text, at);
    }
}
