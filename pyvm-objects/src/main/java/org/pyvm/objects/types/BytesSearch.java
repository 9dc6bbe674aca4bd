package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;

/** The methods of {@code bytes} and {@code bytearray} that look for bytes in them. */
final class BytesSearch {
    private BytesSearch() {}

    private static boolean matches(byte[] bytes, int at, byte[] sub) {
        for (int i = sub.length - 1; i >= 0; i--) {
            if (bytes[at + i] != sub[i]) {
                return false;
            }
        }
        return true;
    }

    /** Position of the first occurrence that lies between two positions, or -1. */
    static int indexOf(byte[] bytes, byte[] sub, int start, int end) {
        if (end - start < sub.length) {
            return -1;
        }
        if (sub.length == 0) {
            return start;
        }
        byte first = sub[0];
        for (int i = start, last = end - sub.length; i <= last; i++) {
            if (bytes[i] == first && matches(bytes, i, sub)) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the last occurrence that lies between two positions, or -1. */
    static int lastIndexOf(byte[] bytes, byte[] sub, int start, int end) {
        for (int i = end - sub.length; i >= start; i--) {
            if (matches(bytes, i, sub)) {
                return i;
            }
        }
        return -1;
    }

    static boolean contains(ThreadState thread, ByteSequence self, PyObject value) {
        byte[] sub = value.type().slots().has(Slot.NB_INDEX)
                ? BytesConversion.soughtArgument(thread, value)
                : BytesConversion.argument(thread, value);
        return indexOf(self.array(), sub, 0, self.size()) >= 0;
    }

    private static int find(ThreadState thread, ByteSequence self, String function, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        byte[] sub = BytesConversion.soughtArgument(thread, arguments.sub());
        int size = self.size();
        return indexOf(self.array(), sub, arguments.start(size), arguments.end(size));
    }

    private static int findLast(
            ThreadState thread, ByteSequence self, String function, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        byte[] sub = BytesConversion.soughtArgument(thread, arguments.sub());
        int size = self.size();
        return lastIndexOf(self.array(), sub, arguments.start(size), arguments.end(size));
    }

    private static PyObject found(int index) {
        if (index < 0) {
            throw PyErr.valueError("subsection not found");
        }
        return PyInt.of(index);
    }

    @PythonMethod(value = "find", raw = true)
    static PyObject find(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return PyInt.of(find(thread, self, "find", args, names));
    }

    @PythonMethod(value = "rfind", raw = true)
    static PyObject rfind(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return PyInt.of(findLast(thread, self, "rfind", args, names));
    }

    @PythonMethod(value = "index", raw = true)
    static PyObject index(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return found(find(thread, self, "index", args, names));
    }

    @PythonMethod(value = "rindex", raw = true)
    static PyObject rindex(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return found(findLast(thread, self, "rindex", args, names));
    }

    @PythonMethod(value = "count", raw = true)
    static PyObject count(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, "count", args, names);
        byte[] sub = BytesConversion.soughtArgument(thread, arguments.sub());
        int start = arguments.start(self.size());
        int end = arguments.end(self.size());
        if (sub.length == 0) {
            return PyInt.of(end < start ? 0 : end - start + 1);
        }
        int count = 0;
        for (int at = start; (at = indexOf(self.array(), sub, at, end)) >= 0; at += sub.length) {
            count++;
        }
        return PyInt.of(count);
    }

    @PythonMethod(value = "startswith", raw = true)
    static PyObject startsWith(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return matchesTail(thread, self, "startswith", false, args, names);
    }

    @PythonMethod(value = "endswith", raw = true)
    static PyObject endsWith(ThreadState thread, ByteSequence self, PyObject[] args, PyStr[] names) {
        return matchesTail(thread, self, "endswith", true, args, names);
    }

    private static PyObject matchesTail(
            ThreadState thread, ByteSequence self, String function, boolean atEnd, PyObject[] args, PyStr[] names) {
        FindArguments arguments = FindArguments.parse(thread, function, args, names);
        if (arguments.sub() instanceof PyTuple tuple) {
            for (int i = 0; i < tuple.size(); i++) {
                byte[] part = BytesConversion.argument(thread, tuple.get(i));
                if (matchesTail(self, part, arguments, atEnd)) {
                    return Singletons.TRUE;
                }
            }
            return Singletons.FALSE;
        }
        if (!arguments.sub().type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("%s first arg must be bytes or a tuple of bytes, not %T", function, arguments.sub());
        }
        return PyBool.of(matchesTail(self, BytesConversion.argument(thread, arguments.sub()), arguments, atEnd));
    }

    private static boolean matchesTail(ByteSequence self, byte[] part, FindArguments arguments, boolean atEnd) {
        int start = arguments.start(self.size());
        int last = arguments.end(self.size()) - part.length;
        return last >= start && matches(self.array(), atEnd ? last : start, part);
    }
}
