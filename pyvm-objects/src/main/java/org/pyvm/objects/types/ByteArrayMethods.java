package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;

/** The methods of {@code bytearray} that change it. */
final class ByteArrayMethods {
    private static final byte[] NONE = {};

    private ByteArrayMethods() {}

    @PythonMethod("append($self, item, /)")
    static void append(ThreadState thread, PyByteArray self, PyObject item) {
        self.appendAll(new byte[] {PyByteArray.byteArgument(thread, item)});
    }

    @PythonMethod("clear($self, /)")
    static void clear(PyByteArray self) {
        self.replace(0, self.size(), NONE, 0);
    }

    @PythonMethod("copy($self, /)")
    static PyObject copy(PyByteArray self) {
        return self.unchanged();
    }

    @PythonMethod("extend($self, iterable_of_ints, /)")
    static void extend(ThreadState thread, PyByteArray self, PyObject iterable) {
        if (iterable.type().slots().has(Slot.BF_GETBUFFER)) {
            self.appendAll(BytesConversion.argument(thread, iterable));
            return;
        }
        if (!iterable.type().slots().has(Slot.TP_ITER)
                && !iterable.type().slots().has(Slot.SQ_ITEM)) {
            throw PyErr.typeError("can't extend bytearray with %T", iterable);
        }
        self.appendAll(BytesConversion.ofIterable(thread, iterable, "byte"));
    }

    @PythonMethod("insert($self, index, item, /)")
    static void insert(ThreadState thread, PyByteArray self, long index, PyObject item) {
        byte b = PyByteArray.byteArgument(thread, item);
        int size = self.size();
        int at = Math.clamp(index < 0 ? index + size : index, 0, size);
        self.replace(at, at, new byte[] {b}, 1);
    }

    @PythonMethod("pop($self, index=-1, /)")
    static PyObject pop(PyByteArray self, long index) {
        if (self.size() == 0) {
            throw PyErr.indexError("pop from empty bytearray");
        }
        long at = index < 0 ? index + self.size() : index;
        if (at < 0 || at >= self.size()) {
            throw PyErr.indexError("pop index out of range");
        }
        int value = self.array()[(int) at] & 0xFF;
        self.replace((int) at, (int) at + 1, NONE, 0);
        return PyInt.of(value);
    }

    @PythonMethod("remove($self, value, /)")
    static void remove(ThreadState thread, PyByteArray self, PyObject value) {
        byte b = PyByteArray.byteArgument(thread, value);
        int at = BytesSearch.indexOf(self.array(), new byte[] {b}, 0, self.size());
        if (at < 0) {
            throw PyErr.valueError("value not found in bytearray");
        }
        self.replace(at, at + 1, NONE, 0);
    }

    @PythonMethod("reverse($self, /)")
    static void reverse(PyByteArray self) {
        for (int i = 0, j = self.size() - 1; i < j; i++, j--) {
            byte low = self.array()[i];
            self.set(i, self.array()[j]);
            self.set(j, low);
        }
    }

    @PythonMethod(value = "__alloc__", raw = true)
    static PyObject allocated(PyByteArray self, PyObject[] args, PyStr[] names) {
        return PyInt.of(self.allocated());
    }

    @PythonMethod("__reduce__($self, /)")
    static PyObject reduce(ThreadState thread, PyByteArray self) {
        return reduce(thread, self, 2);
    }

    @PythonMethod("__reduce_ex__($self, proto=0, /)")
    static PyObject reduceEx(ThreadState thread, PyByteArray self, int protocol) {
        return reduce(thread, self, protocol);
    }

    private static PyObject reduce(ThreadState thread, PyByteArray self, int protocol) {
        PyObject state = ObjectReduce.state(thread, self, false);
        PyTuple args;
        if (self.size() == 0) {
            args = PyTuple.EMPTY;
        } else if (protocol < 3) {
            String chars = new String(self.array(), 0, self.size(), java.nio.charset.StandardCharsets.ISO_8859_1);
            args = PyTuple.of(PyStr.ofBmp(chars), PyStr.of("latin-1"));
        } else {
            args = PyTuple.of(PyBytes.of(self.toByteArray()));
        }
        return PyTuple.of(self.type(), args, state);
    }
}
