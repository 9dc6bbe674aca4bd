package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;

/** The methods of {@code str} that divide it. */
final class StrSplit {
    private StrSplit() {}

    @PythonMethod("split($self, /, sep=None, maxsplit=-1)")
    static PyObject split(PyStr self, PyObject separator, long most) {
        int splits = clamp(most);
        if (separator == Singletons.NONE) {
            return atSpace(self, splits);
        }
        PyStr sep = separator(separator);
        PyList parts = new PyList();
        int from = 0;
        for (int at; splits-- > 0 && (at = StrSearch.indexOf(self, sep, from, self.length())) >= 0; ) {
            parts.append(self.substring(from, at));
            from = at + sep.length();
        }
        parts.append(self.substring(from, self.length()));
        return parts;
    }

    @PythonMethod("rsplit($self, /, sep=None, maxsplit=-1)")
    static PyObject splitFromRight(PyStr self, PyObject separator, long most) {
        int splits = clamp(most);
        if (separator == Singletons.NONE) {
            return atSpaceFromRight(self, splits);
        }
        PyStr sep = separator(separator);
        PyList parts = new PyList();
        int end = self.length();
        for (int at; splits-- > 0 && (at = StrSearch.lastIndexOf(self, sep, 0, end)) >= 0; ) {
            parts.append(self.substring(at + sep.length(), end));
            end = at;
        }
        parts.append(self.substring(0, end));
        parts.reverse();
        return parts;
    }

    private static int clamp(long most) {
        return most < 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
    }

    private static PyStr separator(PyObject value) {
        if (!(value instanceof PyStr separator)) {
            throw PyErr.typeError("must be str or None, not %T", value);
        }
        if (separator.length() == 0) {
            throw PyErr.valueError("empty separator");
        }
        return separator;
    }

    private static PyList atSpace(PyStr self, int splits) {
        PyList parts = new PyList();
        int length = self.length();
        int i = 0;
        while (true) {
            while (i < length && CharacterTypes.isSpace(self.codePointAt(i))) {
                i++;
            }
            if (i == length) {
                return parts;
            }
            if (splits-- <= 0) {
                break;
            }
            int start = i;
            while (i < length && !CharacterTypes.isSpace(self.codePointAt(i))) {
                i++;
            }
            parts.append(self.substring(start, i));
        }
        // The rest keeps the space at its end.
        parts.append(self.substring(i, length));
        return parts;
    }

    private static PyList atSpaceFromRight(PyStr self, int splits) {
        PyList parts = new PyList();
        int end = self.length();
        while (true) {
            while (end > 0 && CharacterTypes.isSpace(self.codePointAt(end - 1))) {
                end--;
            }
            if (end == 0) {
                break;
            }
            int start = end;
            if (splits-- <= 0) {
                // The rest keeps the space before it.
                start = 0;
            } else {
                while (start > 0 && !CharacterTypes.isSpace(self.codePointAt(start - 1))) {
                    start--;
                }
            }
            parts.append(self.substring(start, end));
            if (splits < 0) {
                break;
            }
            end = start;
        }
        parts.reverse();
        return parts;
    }

    @PythonMethod("splitlines($self, /, keepends=False)")
    static PyObject splitLines(ThreadState thread, PyStr self, PyObject keepEnds) {
        return splitLines(self, Convert.toInt(thread, keepEnds) != 0);
    }

    private static PyList splitLines(PyStr self, boolean keepEnds) {
        PyList lines = new PyList();
        int length = self.length();
        for (int i = 0; i < length; ) {
            int start = i;
            while (i < length && !CharacterTypes.isLineBreak(self.codePointAt(i))) {
                i++;
            }
            int end = i;
            if (i < length) {
                i += self.codePointAt(i) == '\r' && i + 1 < length && self.codePointAt(i + 1) == '\n' ? 2 : 1;
            }
            lines.append(self.substring(start, keepEnds ? i : end));
        }
        return lines;
    }

    @PythonMethod("partition($self, sep, /)")
    static PyObject partition(PyStr self, PyObject separator) {
        PyStr sep = partitionSeparator(separator);
        int at = StrSearch.indexOf(self, sep, 0, self.length());
        return at < 0 ? PyTuple.of(self.exact(), PyStr.EMPTY, PyStr.EMPTY) : parts(self, at, sep);
    }

    @PythonMethod("rpartition($self, sep, /)")
    static PyObject partitionFromRight(PyStr self, PyObject separator) {
        PyStr sep = partitionSeparator(separator);
        int at = StrSearch.lastIndexOf(self, sep, 0, self.length());
        return at < 0 ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, self.exact()) : parts(self, at, sep);
    }

    private static PyTuple parts(PyStr self, int at, PyStr separator) {
        return PyTuple.of(self.substring(0, at), separator, self.substring(at + separator.length(), self.length()));
    }

    private static PyStr partitionSeparator(PyObject value) {
        if (!(value instanceof PyStr separator)) {
            throw PyErr.typeError("must be str, not %T", value);
        }
        if (separator.length() == 0) {
            throw PyErr.valueError("empty separator");
        }
        return separator;
    }
}
