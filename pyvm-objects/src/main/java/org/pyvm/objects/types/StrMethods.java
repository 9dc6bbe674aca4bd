package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.protocol.Sequences;

/** The methods of {@code str} that put texts together, pad them, and take parts away. */
final class StrMethods {
    private StrMethods() {}

    @PythonMethod("encode($self, /, encoding='utf-8', errors='strict')")
    static PyObject encode(ThreadState thread, PyStr self, String encoding, String errors) {
        return Codecs.encode(thread, self, encoding, errors);
    }

    @PythonMethod("join($self, iterable, /)")
    static PyObject join(ThreadState thread, PyStr self, PyObject iterable) {
        PyObject[] items;
        int count;
        if (iterable.getClass() == PyList.class) {
            items = ((PyList) iterable).itemsUnsafe();
            count = ((PyList) iterable).size();
        } else {
            items = Sequences.fast(thread, iterable, "can only join an iterable");
            count = items.length;
        }
        return join(self, items, count);
    }

    /** {@code PyUnicode_Join} of the first items of an array. */
    static PyStr join(PyStr separator, PyObject[] items, int count) {
        if (count == 0) {
            return PyStr.EMPTY;
        }
        if (count == 1 && items[0].getClass() == PyStr.class) {
            return (PyStr) items[0];
        }
        long length = (long) separator.length() * (count - 1);
        for (int i = 0; i < count; i++) {
            if (!(items[i] instanceof PyStr text)) {
                throw PyErr.typeError("sequence item %d: expected str instance, %T found", i, items[i]);
            }
            length += text.length();
        }
        PyStr.checkLength(length);
        StrBuilder joined = new StrBuilder((int) length);
        boolean separated = separator.length() > 0;
        for (int i = 0; i < count; i++) {
            if (separated && i > 0) {
                joined.append(separator);
            }
            joined.append((PyStr) items[i]);
        }
        return joined.toPyStr();
    }

    @PythonMethod("replace($self, old, new, count=-1, /)")
    static PyObject replace(PyStr self, PyStr old, PyStr replacement, long count) {
        return replaceText(self, old, replacement, count);
    }

    static PyStr replaceText(PyStr self, PyStr old, PyStr replacement, long count) {
        int most = count < 0 ? Integer.MAX_VALUE : (int) Math.min(count, Integer.MAX_VALUE);
        if (most == 0 || old.sameText(replacement)) {
            return self.exact();
        }
        if (old.length() == 0) {
            return interleave(self, replacement, most);
        }
        int found = StrSearch.indexOf(self, old, 0, self.length());
        if (found < 0) {
            return self.exact();
        }
        if (most == Integer.MAX_VALUE && self.bmp() != null && replacement.bmp() != null) {
            return PyStr.ofBmp(self.bmp().replace(old.bmp(), replacement.bmp()));
        }
        StrBuilder out = new StrBuilder(self.length());
        int from = 0;
        do {
            out.append(self, from, found).append(replacement);
            PyStr.checkLength(out.length());
            from = found + old.length();
        } while (--most > 0 && (found = StrSearch.indexOf(self, old, from, self.length())) >= 0);
        return out.append(self, from, self.length()).toPyStr();
    }

    /** The replacement before every character, and behind the last one. */
    private static PyStr interleave(PyStr self, PyStr replacement, int most) {
        int length = self.length();
        int places = Math.min(most, length + 1);
        PyStr.checkLength(length + (long) replacement.length() * places);
        StrBuilder out = new StrBuilder(length + replacement.length() * places);
        for (int i = 0; i < places; i++) {
            out.append(replacement);
            if (i < length) {
                out.append(self.codePointAt(i));
            }
        }
        return places < length ? out.append(self, places, length).toPyStr() : out.toPyStr();
    }

    @PythonMethod("removeprefix($self, prefix, /)")
    static PyObject removePrefix(PyStr self, PyStr prefix) {
        return prefix.length() <= self.length() && StrSearch.regionMatches(self, 0, prefix)
                ? self.substring(prefix.length(), self.length())
                : self.exact();
    }

    @PythonMethod("removesuffix($self, suffix, /)")
    static PyObject removeSuffix(PyStr self, PyStr suffix) {
        int end = self.length() - suffix.length();
        return end >= 0 && StrSearch.regionMatches(self, end, suffix) ? self.substring(0, end) : self.exact();
    }

    @PythonMethod("strip($self, chars=None, /)")
    static PyObject strip(PyStr self, PyObject chars) {
        return strip(self, "strip", chars, true, true);
    }

    @PythonMethod("lstrip($self, chars=None, /)")
    static PyObject stripLeft(PyStr self, PyObject chars) {
        return strip(self, "lstrip", chars, true, false);
    }

    @PythonMethod("rstrip($self, chars=None, /)")
    static PyObject stripRight(PyStr self, PyObject chars) {
        return strip(self, "rstrip", chars, false, true);
    }

    private static PyStr strip(PyStr self, String function, PyObject chars, boolean left, boolean right) {
        if (chars != Singletons.NONE && !(chars instanceof PyStr)) {
            throw PyErr.typeError("%s arg must be None or str", function);
        }
        PyStr set = chars instanceof PyStr text ? text : null;
        int start = 0;
        int end = self.length();
        while (left && start < end && isStripped(set, self.codePointAt(start))) {
            start++;
        }
        while (right && end > start && isStripped(set, self.codePointAt(end - 1))) {
            end--;
        }
        return self.substring(start, end);
    }

    private static boolean isStripped(PyStr set, int c) {
        if (set == null) {
            return CharacterTypes.isSpace(c);
        }
        if (set.bmp() != null) {
            return c < 0x10000 && set.bmp().indexOf((char) c) >= 0;
        }
        for (int other : set.wide()) {
            if (other == c) {
                return true;
            }
        }
        return false;
    }

    @PythonMethod("center($self, width, fillchar=' ', /)")
    static PyObject center(PyStr self, long width, PyObject fill) {
        int c = fillCharacter(fill);
        long margin = width - self.length();
        if (margin <= 0) {
            return self.exact();
        }
        long left = margin / 2 + (margin & width & 1);
        return pad(self, left, margin - left, c);
    }

    @PythonMethod("ljust($self, width, fillchar=' ', /)")
    static PyObject justifyLeft(PyStr self, long width, PyObject fill) {
        return pad(self, 0, width - self.length(), fillCharacter(fill));
    }

    @PythonMethod("rjust($self, width, fillchar=' ', /)")
    static PyObject justifyRight(PyStr self, long width, PyObject fill) {
        return pad(self, width - self.length(), 0, fillCharacter(fill));
    }

    private static int fillCharacter(PyObject fill) {
        if (!(fill instanceof PyStr text)) {
            throw PyErr.typeError("The fill character must be a unicode character, not %T", fill);
        }
        if (text.length() != 1) {
            throw PyErr.typeError("The fill character must be exactly one character long");
        }
        return text.codePointAt(0);
    }

    static PyStr pad(PyStr self, long left, long right, int fill) {
        if (left <= 0 && right <= 0) {
            return self.exact();
        }
        if (left > Integer.MAX_VALUE - 16 || right > Integer.MAX_VALUE - 16) {
            throw PyErr.overflowError("padded string is too long");
        }
        PyStr.checkLength(self.length() + left + right);
        return new StrBuilder(self.length() + (int) (left + right))
                .repeat(fill, (int) left)
                .append(self)
                .repeat(fill, (int) right)
                .toPyStr();
    }

    @PythonMethod("zfill($self, width, /)")
    static PyObject zeroFill(PyStr self, long width) {
        long fill = width - self.length();
        if (fill <= 0) {
            return self.exact();
        }
        if (self.length() > 0 && (self.codePointAt(0) == '+' || self.codePointAt(0) == '-')) {
            PyStr digits = pad(self.substring(1, self.length()), fill, 0, '0');
            return PyStr.ofCodePoint(self.codePointAt(0)).concat(digits);
        }
        return pad(self, fill, 0, '0');
    }

    @PythonMethod("expandtabs($self, /, tabsize=8)")
    static PyObject expandTabs(PyStr self, int tabSize) {
        if (StrSearch.indexOf(self, PyStr.ofCodePoint('\t'), 0, self.length()) < 0) {
            return self.exact();
        }
        StrBuilder out = new StrBuilder(self.length() + 32);
        long column = 0;
        for (int i = 0; i < self.length(); i++) {
            int c = self.codePointAt(i);
            if (c == '\t') {
                if (tabSize > 0) {
                    int spaces = tabSize - (int) (column % tabSize);
                    if ((long) out.length() + spaces > Integer.MAX_VALUE - 16) {
                        throw PyErr.overflowError("new string is too long");
                    }
                    out.repeat(' ', spaces);
                    column += spaces;
                }
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toPyStr();
    }
}
