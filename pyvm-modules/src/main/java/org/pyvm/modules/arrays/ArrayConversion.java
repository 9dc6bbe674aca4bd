package org.pyvm.modules.arrays;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.BytesConversion;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Arrays from and to bytes, text, lists, files and pickles. */
final class ArrayConversion {
    private static final int BLOCK = 64 * 1024;
    private static final PyStr READ = PyStr.intern("read");
    private static final PyStr WRITE = PyStr.intern("write");
    private static final PyStr DICT = PyStr.intern("__dict__");

    private ArrayConversion() {}

    @PythonMethod("tolist($self, /)")
    static PyObject toList(PyArray self) {
        PyObject[] items = new PyObject[self.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = self.at(i);
        }
        return PyList.of(items);
    }

    /** All or nothing: an item that does not fit leaves the array as it was. */
    @PythonMethod("fromlist($self, list, /)")
    static void fromList(ThreadState thread, PyArray self, PyObject list) {
        if (!(list instanceof PyList items)) {
            throw PyErr.typeError("arg must be list");
        }
        ItemKind kind = self.kind();
        int count = items.size();
        byte[] bytes = new byte[count * kind.size()];
        for (int i = 0; i < count; i++) {
            kind.put(bytes, i * kind.size(), kind.bits(thread, items.get(i)));
            if (items.size() != count) {
                throw PyErr.runtimeError("list changed size during iteration");
            }
        }
        self.appendBytes(bytes);
    }

    @PythonMethod("tobytes($self, /)")
    static PyObject toBytes(PyArray self) {
        return PyBytes.of(self.toByteArray());
    }

    @PythonMethod("frombytes($self, buffer, /)")
    static void fromBytes(ThreadState thread, PyArray self, PyObject buffer) {
        if (!buffer.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", buffer);
        }
        self.appendBytes(BytesConversion.argument(thread, buffer).clone());
    }

    @PythonMethod("tounicode($self, /)")
    static PyObject toUnicode(PyArray self) {
        if (self.kind() != ItemKind.CHARACTER) {
            throw PyErr.valueError("tounicode() may only be called on unicode type arrays");
        }
        byte[] bytes = self.toByteArray();
        int[] codePoints = new int[self.size()];
        for (int i = 0; i < codePoints.length; i++) {
            int at = i * 4;
            codePoints[i] = bytes[at] & 0xFF
                    | (bytes[at + 1] & 0xFF) << 8
                    | (bytes[at + 2] & 0xFF) << 16
                    | (bytes[at + 3] & 0xFF) << 24;
            if (!Character.isValidCodePoint(codePoints[i])) {
                throw PyErr.valueError(
                        "character U+%s is not in range [U+0000; U+10ffff]", Integer.toHexString(codePoints[i]));
            }
        }
        return PyStr.ofCodePoints(codePoints);
    }

    @PythonMethod("fromunicode($self, ustr, /)")
    static void fromUnicode(PyArray self, PyStr ustr) {
        if (self.kind() != ItemKind.CHARACTER) {
            throw PyErr.valueError("fromunicode() may only be called on unicode type arrays");
        }
        byte[] bytes = new byte[ustr.length() * 4];
        for (int i = 0; i < ustr.length(); i++) {
            self.kind().put(bytes, i * 4, ustr.codePointAt(i));
        }
        self.appendBytes(bytes);
    }

    @PythonMethod("fromfile($self, f, n, /)")
    static void fromFile(ThreadState thread, PyArray self, PyObject f, long n) {
        if (n < 0) {
            throw PyErr.valueError("negative count");
        }
        if (n > Integer.MAX_VALUE / self.kind().size()) {
            throw PyErr.memoryError();
        }
        long wanted = n * self.kind().size();
        PyObject data = Calls.callMethod(thread, f, READ, PyInt.of(wanted));
        if (!(data instanceof PyBytes bytes)) {
            throw PyErr.typeError("read() didn't return bytes");
        }
        self.appendBytes(bytes.toByteArray());
        if (bytes.size() != wanted) {
            throw PyErr.of(Exceptions.EOF_ERROR, "read() didn't return enough bytes");
        }
    }

    @PythonMethod("tofile($self, f, /)")
    static void toFile(ThreadState thread, PyArray self, PyObject f) {
        byte[] bytes = self.toByteArray();
        for (int start = 0; start < bytes.length; start += BLOCK) {
            int end = Math.min(bytes.length, start + BLOCK);
            Calls.callMethod(thread, f, WRITE, PyBytes.of(Arrays.copyOfRange(bytes, start, end)));
        }
    }

    @PythonMethod("__reduce_ex__($self, value, /)")
    static PyObject reduce(ThreadState thread, PyArray self, PyObject value) {
        if (!(value instanceof PyInt)) {
            throw PyErr.typeError("__reduce_ex__ argument should be an integer");
        }
        PyObject state = Attributes.getOrNull(thread, self, DICT);
        PyObject dict = state == null ? Singletons.NONE : state;
        if (Numbers.toIndex(thread, value) < 3) {
            PyTuple args = PyTuple.of(self.kind().code(), toList(self));
            return PyTuple.of(self.type(), args, dict);
        }
        PyObject array = thread.interpreter().modules.get("array");
        PyObject reconstructor = Attributes.get(thread, array, "_array_reconstructor");
        PyObject number = PyInt.of(MachineFormat.numberOf(self.kind()));
        PyTuple args = PyTuple.of(self.type(), self.kind().code(), number, toBytes(self));
        return PyTuple.of(reconstructor, args, dict);
    }
}
