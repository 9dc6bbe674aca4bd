package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;

/** The methods of {@code bytes} and {@code bytearray} that divide them. */
final class BytesSplit {
    private BytesSplit() {}

    private static byte[] separator(ThreadState thread, PyObject value) {
        byte[] separator = BytesConversion.argument(thread, value);
        if (separator.length == 0) {
            throw PyErr.valueError("empty separator");
        }
        return separator;
    }

    private static int clamp(long most) {
        return most < 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
    }

    @PythonMethod("split($self, /, sep=None, maxsplit=-1)")
    static PyObject split(ThreadState thread, ByteSequence self, PyObject sep, long most) {
        int splits = clamp(most);
        PyList parts = new PyList();
        byte[] bytes = self.array();
        int size = self.size();
        if (sep == Singletons.NONE) {
            splitAtSpace(self, splits, parts);
            return parts;
        }
        byte[] separator = separator(thread, sep);
        int from = 0;
        for (int at; splits-- > 0 && (at = BytesSearch.indexOf(bytes, separator, from, size)) >= 0; ) {
            parts.append(self.part(from, at));
            from = at + separator.length;
        }
        parts.append(self.part(from, size));
        return parts;
    }

    private static void splitAtSpace(ByteSequence self, int splits, PyList parts) {
        byte[] bytes = self.array();
        int size = self.size();
        int i = 0;
        while (true) {
            while (i < size && BytesText.isSpace(bytes[i])) {
                i++;
            }
            if (i == size) {
                return;
            }
            int start = i;
            if (splits-- <= 0) {
                // The rest keeps the space at its end.
                parts.append(self.part(start, size));
                return;
            }
            while (i < size && !BytesText.isSpace(bytes[i])) {
                i++;
            }
            parts.append(self.part(start, i));
        }
    }

    @PythonMethod("rsplit($self, /, sep=None, maxsplit=-1)")
    static PyObject splitFromRight(ThreadState thread, ByteSequence self, PyObject sep, long most) {
        int splits = clamp(most);
        PyList parts = new PyList();
        int end = self.size();
        if (sep == Singletons.NONE) {
            splitAtSpaceFromRight(self, splits, parts);
        } else {
            byte[] separator = separator(thread, sep);
            for (int at; splits-- > 0 && (at = BytesSearch.lastIndexOf(self.array(), separator, 0, end)) >= 0; ) {
                parts.append(self.part(at + separator.length, end));
                end = at;
            }
            parts.append(self.part(0, end));
        }
        parts.reverse();
        return parts;
    }

    private static void splitAtSpaceFromRight(ByteSequence self, int splits, PyList parts) {
        byte[] bytes = self.array();
        int end = self.size();
        while (true) {
            while (end > 0 && BytesText.isSpace(bytes[end - 1])) {
                end--;
            }
            if (end == 0) {
                return;
            }
            if (splits-- <= 0) {
                // The rest keeps the space before it.
                parts.append(self.part(0, end));
                return;
            }
            int start = end;
            while (start > 0 && !BytesText.isSpace(bytes[start - 1])) {
                start--;
            }
            parts.append(self.part(start, end));
            end = start;
        }
    }

    @PythonMethod("splitlines($self, /, keepends=False)")
    static PyObject splitLines(ThreadState thread, ByteSequence self, PyObject keepEnds) {
        boolean keep = Convert.toInt(thread, keepEnds) != 0;
        PyList lines = new PyList();
        byte[] bytes = self.array();
        int size = self.size();
        for (int i = 0; i < size; ) {
            int start = i;
            while (i < size && bytes[i] != '\n' && bytes[i] != '\r') {
                i++;
            }
            int end = i;
            if (i < size) {
                i += bytes[i] == '\r' && i + 1 < size && bytes[i + 1] == '\n' ? 2 : 1;
            }
            lines.append(self.part(start, keep ? i : end));
        }
        return lines;
    }

    @PythonMethod("partition($self, sep, /)")
    static PyObject partition(ThreadState thread, ByteSequence self, PyObject sep) {
        byte[] separator = separator(thread, sep);
        int at = BytesSearch.indexOf(self.array(), separator, 0, self.size());
        if (at < 0) {
            PyObject empty = self.create(new byte[0]);
            return PyTuple.of(self.unchanged(), empty, self.create(new byte[0]));
        }
        return parts(self, at, sep, separator);
    }

    @PythonMethod("rpartition($self, sep, /)")
    static PyObject partitionFromRight(ThreadState thread, ByteSequence self, PyObject sep) {
        byte[] separator = separator(thread, sep);
        int at = BytesSearch.lastIndexOf(self.array(), separator, 0, self.size());
        if (at < 0) {
            PyObject empty = self.create(new byte[0]);
            return PyTuple.of(empty, self.create(new byte[0]), self.unchanged());
        }
        return parts(self, at, sep, separator);
    }

    private static PyTuple parts(ByteSequence self, int at, PyObject sep, byte[] separator) {
        PyObject middle = self instanceof PyBytes ? sep : self.create(separator.clone());
        return PyTuple.of(self.part(0, at), middle, self.part(at + separator.length, self.size()));
    }
}
