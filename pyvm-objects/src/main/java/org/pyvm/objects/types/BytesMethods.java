package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonStaticMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.ByteSink;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.protocol.Sequences;

/** The methods of {@code bytes} and {@code bytearray} that put bytes together, pad them, and take parts away. */
final class BytesMethods {
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private BytesMethods() {}

    static byte[] concat(byte[] a, int aSize, byte[] b, int bSize) {
        if ((long) aSize + bSize > LONGEST) {
            throw PyErr.memoryError();
        }
        byte[] both = Arrays.copyOf(a, aSize + bSize);
        System.arraycopy(b, 0, both, aSize, bSize);
        return both;
    }

    static byte[] repeat(byte[] bytes, int size, long count) {
        if (count <= 0 || size == 0) {
            return new byte[0];
        }
        if (count > LONGEST / size) {
            throw PyErr.memoryError();
        }
        byte[] all = new byte[(int) (size * count)];
        if (size == 1) {
            Arrays.fill(all, bytes[0]);
            return all;
        }
        for (int i = 0; i < all.length; i += size) {
            System.arraycopy(bytes, 0, all, i, size);
        }
        return all;
    }

    static byte[] slice(byte[] bytes, SliceBounds bounds) {
        if (bounds.step() == 1) {
            return bounds.count() == 0 ? new byte[0] : Arrays.copyOfRange(bytes, bounds.start(), bounds.stop());
        }
        byte[] slice = new byte[bounds.count()];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = bytes[bounds.at(i)];
        }
        return slice;
    }

    @PythonMethod("decode($self, /, encoding='utf-8', errors='strict')")
    static PyObject decode(ThreadState thread, ByteSequence self, String encoding, String errors) {
        return Codecs.decode(thread, exactArray(self), encoding, errors);
    }

    /** An array that holds the bytes and nothing else; not to be changed. */
    static byte[] exactArray(ByteSequence self) {
        return self.array().length == self.size() ? self.array() : Arrays.copyOf(self.array(), self.size());
    }

    @PythonMethod("join($self, iterable_of_bytes, /)")
    static PyObject join(ThreadState thread, ByteSequence self, PyObject iterable) {
        PyObject[] items = Sequences.fast(thread, iterable, "can only join an iterable");
        if (items.length == 1 && self instanceof PyBytes && items[0].getClass() == PyBytes.class) {
            return items[0];
        }
        ByteSink out = new ByteSink(items.length * 8);
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                out.write(self.array(), 0, self.size());
            }
            if (!items[i].type().slots().has(Slot.BF_GETBUFFER)) {
                throw PyErr.typeError("sequence item %d: expected a bytes-like object, %T found", i, items[i]);
            }
            out.write(BytesConversion.argument(thread, items[i]));
        }
        return self.create(out.toByteArray());
    }

    @PythonMethod("replace($self, old, new, count=-1, /)")
    static PyObject replace(ThreadState thread, ByteSequence self, PyObject oldBytes, PyObject newBytes, long count) {
        byte[] old = BytesConversion.argument(thread, oldBytes);
        byte[] replacement = BytesConversion.argument(thread, newBytes);
        long most = count < 0 ? Long.MAX_VALUE : count;
        byte[] bytes = self.array();
        int size = self.size();
        ByteSink out = new ByteSink(size);
        int from = 0;
        if (old.length == 0) {
            for (int i = 0; i <= size && most-- > 0; i++) {
                out.write(replacement);
                if (i < size) {
                    out.write(bytes[i]);
                    from = i + 1;
                }
            }
        } else {
            for (int at; most-- > 0 && (at = BytesSearch.indexOf(bytes, old, from, size)) >= 0; ) {
                out.write(bytes, from, at - from);
                out.write(replacement);
                from = at + old.length;
            }
        }
        if (out.size() == 0 && from == 0) {
            return self.unchanged();
        }
        out.write(bytes, from, size - from);
        return self.create(out.toByteArray());
    }

    @PythonMethod("removeprefix($self, prefix, /)")
    static PyObject removePrefix(ThreadState thread, ByteSequence self, PyObject value) {
        byte[] prefix = BytesConversion.argument(thread, value);
        boolean starts =
                prefix.length <= self.size() && BytesSearch.indexOf(self.array(), prefix, 0, prefix.length) == 0;
        return self.part(starts ? prefix.length : 0, self.size());
    }

    @PythonMethod("removesuffix($self, suffix, /)")
    static PyObject removeSuffix(ThreadState thread, ByteSequence self, PyObject value) {
        byte[] suffix = BytesConversion.argument(thread, value);
        int end = self.size() - suffix.length;
        boolean ends = end >= 0 && BytesSearch.indexOf(self.array(), suffix, end, self.size()) == end;
        return self.part(0, ends ? end : self.size());
    }

    @PythonMethod("strip($self, bytes=None, /)")
    static PyObject strip(ThreadState thread, ByteSequence self, PyObject bytes) {
        return strip(thread, self, bytes, true, true);
    }

    @PythonMethod("lstrip($self, bytes=None, /)")
    static PyObject stripLeft(ThreadState thread, ByteSequence self, PyObject bytes) {
        return strip(thread, self, bytes, true, false);
    }

    @PythonMethod("rstrip($self, bytes=None, /)")
    static PyObject stripRight(ThreadState thread, ByteSequence self, PyObject bytes) {
        return strip(thread, self, bytes, false, true);
    }

    private static PyObject strip(ThreadState thread, ByteSequence self, PyObject chars, boolean left, boolean right) {
        byte[] set = chars == Singletons.NONE ? null : BytesConversion.argument(thread, chars);
        byte[] bytes = self.array();
        int start = 0;
        int end = self.size();
        while (left && start < end && isStripped(set, bytes[start])) {
            start++;
        }
        while (right && end > start && isStripped(set, bytes[end - 1])) {
            end--;
        }
        return self.part(start, end);
    }

    private static boolean isStripped(byte[] set, byte b) {
        if (set == null) {
            return BytesText.isSpace(b);
        }
        for (byte other : set) {
            if (other == b) {
                return true;
            }
        }
        return false;
    }

    @PythonMethod("center($self, width, fillchar=b' ', /)")
    static PyObject center(ByteSequence self, long width, PyObject fill) {
        byte c = fillByte("center", fill);
        long margin = width - self.size();
        long left = margin / 2 + (margin & width & 1);
        return margin <= 0 ? self.unchanged() : pad(self, left, margin - left, c);
    }

    @PythonMethod("ljust($self, width, fillchar=b' ', /)")
    static PyObject justifyLeft(ByteSequence self, long width, PyObject fill) {
        return pad(self, 0, width - self.size(), fillByte("ljust", fill));
    }

    @PythonMethod("rjust($self, width, fillchar=b' ', /)")
    static PyObject justifyRight(ByteSequence self, long width, PyObject fill) {
        return pad(self, width - self.size(), 0, fillByte("rjust", fill));
    }

    private static byte fillByte(String function, PyObject fill) {
        if (fill instanceof ByteSequence bytes && bytes.size() == 1) {
            return bytes.array()[0];
        }
        throw PyErr.typeError("%s() argument 2 must be a byte string of length 1, not %T", function, fill);
    }

    private static PyObject pad(ByteSequence self, long left, long right, byte fill) {
        if (left <= 0 && right <= 0) {
            return self.unchanged();
        }
        if (left + right + self.size() > LONGEST) {
            throw PyErr.memoryError();
        }
        byte[] padded = new byte[(int) (left + self.size() + right)];
        Arrays.fill(padded, fill);
        System.arraycopy(self.array(), 0, padded, (int) left, self.size());
        return self.create(padded);
    }

    @PythonMethod("zfill($self, width, /)")
    static PyObject zeroFill(ByteSequence self, long width) {
        long fill = width - self.size();
        if (fill <= 0) {
            return self.unchanged();
        }
        if (width > LONGEST) {
            throw PyErr.memoryError();
        }
        byte[] filled = new byte[(int) width];
        Arrays.fill(filled, 0, (int) fill, (byte) '0');
        System.arraycopy(self.array(), 0, filled, (int) fill, self.size());
        byte first = filled.length > fill ? filled[(int) fill] : 0;
        if (first == '+' || first == '-') {
            filled[(int) fill] = '0';
            filled[0] = first;
        }
        return self.create(filled);
    }

    @PythonMethod("expandtabs($self, /, tabsize=8)")
    static PyObject expandTabs(ByteSequence self, int tabSize) {
        ByteSink out = new ByteSink(self.size() + 32);
        int column = 0;
        for (int i = 0; i < self.size(); i++) {
            byte b = self.array()[i];
            if (b == '\t') {
                int spaces = tabSize > 0 ? tabSize - column % tabSize : 0;
                if ((long) out.size() + spaces > LONGEST) {
                    throw PyErr.overflowError("result too long");
                }
                byte[] blank = new byte[spaces];
                Arrays.fill(blank, (byte) ' ');
                out.write(blank);
                column += spaces;
            } else {
                out.write(b);
                column = b == '\n' || b == '\r' ? 0 : column + 1;
            }
        }
        return self.create(out.toByteArray());
    }

    @PythonMethod("translate($self, table, /, delete=b'')")
    static PyObject translate(ThreadState thread, ByteSequence self, PyObject table, PyObject delete) {
        byte[] mapping = table == Singletons.NONE ? null : BytesConversion.argument(thread, table);
        if (mapping != null && mapping.length != 256) {
            throw PyErr.valueError("translation table must be 256 characters long");
        }
        boolean[] deleted = new boolean[256];
        for (byte b : BytesConversion.argument(thread, delete)) {
            deleted[b & 0xFF] = true;
        }
        byte[] out = new byte[self.size()];
        int size = 0;
        boolean changed = false;
        for (int i = 0; i < out.length; i++) {
            int b = self.array()[i] & 0xFF;
            if (deleted[b]) {
                changed = true;
            } else {
                out[size] = mapping == null ? (byte) b : mapping[b];
                changed |= out[size++] != (byte) b;
            }
        }
        return changed ? self.create(Arrays.copyOf(out, size)) : self.unchanged();
    }

    @PythonStaticMethod("maketrans(frm, to, /)")
    static PyObject makeTable(ThreadState thread, PyObject from, PyObject to) {
        byte[] source = BytesConversion.argument(thread, from);
        byte[] target = BytesConversion.argument(thread, to);
        if (source.length != target.length) {
            throw PyErr.valueError("maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < source.length; i++) {
            table[source[i] & 0xFF] = target[i];
        }
        return PyBytes.of(table);
    }
}
