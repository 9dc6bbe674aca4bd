package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/** The methods of {@code str} that look for text in it. */
final class StrSearch {
    private StrSearch() {}

    /** Position of the first occurrence that lies between two positions, or -1. */
    static int indexOf(PyStr text, PyStr sub, int start, int end) {
        if (end - start < sub.length()) {
            return -1;
        }
        String chars = text.bmp();
        if (chars != null) {
            return sub.bmp() == null ? -1 : chars.indexOf(sub.bmp(), start, end);
        }
        return indexOf(text.wide(), sub, start, end);
    }

    private static int indexOf(int[] text, PyStr sub, int start, int end) {
        int length = sub.length();
        if (length == 0) {
            return start;
        }
        int first = sub.codePointAt(0);
        for (int i = start; i <= end - length; i++) {
            if (text[i] == first && matches(text, i, sub)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(int[] text, int at, PyStr sub) {
        for (int i = sub.length() - 1; i >= 0; i--) {
            if (text[at + i] != sub.codePointAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Position of the last occurrence that lies between two positions, or -1. */
    static int lastIndexOf(PyStr text, PyStr sub, int start, int end) {
        int length = sub.length();
        if (end - start < length) {
            return -1;
        }
        String chars = text.bmp();
        if (chars != null) {
            int found = sub.bmp() == null ? -1 : chars.lastIndexOf(sub.bmp(), end - length);
            return found < start ? -1 : found;
        }
        for (int i = end - length; i >= start; i--) {
            if (matches(text.wide(), i, sub)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of occurrences that do not overlap, at most {@code most}. */
    static int count(PyStr text, PyStr sub, int start, int end, int most) {
        int length = sub.length();
        if (end - start < length) {
            return 0;
        }
        if (length == 0) {
            return Math.min(most, end - start + 1);
        }
        int count = 0;
        for (int at = start; count < most && (at = indexOf(text, sub, at, end)) >= 0; at += length) {
            count++;
        }
        return count;
    }

    /** Whether {@code sub} stands at a position. */
    static boolean regionMatches(PyStr text, int at, PyStr sub) {
        if (text.bmp() != null) {
            return sub.bmp() != null && text.bmp().startsWith(sub.bmp(), at);
        }
        return at + sub.length() <= text.length() && matches(text.wide(), at, sub);
    }

    private static PyStr sub(FindArguments arguments) {
        if (arguments.sub() instanceof PyStr text) {
            return text;
        }
        throw PyErr.typeError("must be str, not %T", arguments.sub());
    }

    private static int find(ThreadState thread, PyStr self, String function, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        int length = self.length();
        return indexOf(self, sub(arguments), arguments.start(length), arguments.end(length));
    }

    private static int findLast(ThreadState thread, PyStr self, String function, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        int length = self.length();
        return lastIndexOf(self, sub(arguments), arguments.start(length), arguments.end(length));
    }

    private static int found(int index) {
        if (index < 0) {
            throw PyErr.valueError("substring not found");
        }
        return index;
    }

    @PythonMethod(value = "find", raw = true)
    static PyObject find(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return PyInt.of(find(thread, self, "find", args, names));
    }

    @PythonMethod(value = "rfind", raw = true)
    static PyObject rfind(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return PyInt.of(findLast(thread, self, "rfind", args, names));
    }

    @PythonMethod(value = "index", raw = true)
    static PyObject index(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return PyInt.of(found(find(thread, self, "index", args, names)));
    }

    @PythonMethod(value = "rindex", raw = true)
    static PyObject rindex(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return PyInt.of(found(findLast(thread, self, "rindex", args, names)));
    }

    @PythonMethod(value = "count", raw = true)
    static PyObject count(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, "count", args, names);
        int length = self.length();
        return PyInt.of(count(self, sub(arguments), arguments.start(length), arguments.end(length), Integer.MAX_VALUE));
    }

    @PythonMethod(value = "startswith", raw = true)
    static PyObject startsWith(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return matchesTail(thread, self, "startswith", false, args, names);
    }

    @PythonMethod(value = "endswith", raw = true)
    static PyObject endsWith(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        return matchesTail(thread, self, "endswith", true, args, names);
    }

    private static PyObject matchesTail(
            ThreadState thread, PyStr self, String function, boolean atEnd, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        int start = arguments.start(self.length());
        int end = arguments.end(self.length());
        if (arguments.sub() instanceof PyTuple tuple) {
            for (int i = 0; i < tuple.size(); i++) {
                if (!(tuple.get(i) instanceof PyStr text)) {
                    throw PyErr.typeError("tuple for %s must only contain str, not %T", function, tuple.get(i));
                }
                if (matchesTail(self, text, start, end, atEnd)) {
                    return Singletons.TRUE;
                }
            }
            return Singletons.FALSE;
        }
        if (!(arguments.sub() instanceof PyStr text)) {
            throw PyErr.typeError("%s first arg must be str or a tuple of str, not %T", function, arguments.sub());
        }
        return PyBool.of(matchesTail(self, text, start, end, atEnd));
    }

    private static boolean matchesTail(PyStr self, PyStr part, int start, int end, boolean atEnd) {
        int last = end - part.length();
        return last >= start && regionMatches(self, atEnd ? last : start, part);
    }
}
