package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyBytes;

/** What arrays of {@code c_char} have beside others: they are bytes. */
@PythonType(name = "Array", module = "_ctypes")
final class CharArrayMembers {
    private CharArrayMembers() {}

    @PythonGetter("value")
    static PyObject value(PyArray self) {
        return PyBytes.of(PyArray.bytesBeforeZero(self.block.segment(), self.offset, self.size));
    }

    @PythonSetter(value = "value", deletable = true)
    static void setValue(PyArray self, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("can't delete attribute");
        }
        if (!(value instanceof PyBytes bytes)) {
            throw PyErr.typeError("bytes expected instead of %T instance", value);
        }
        if (bytes.size() > self.size) {
            throw PyErr.valueError("byte string too long");
        }
        MemorySegment memory = self.block.segment();
        MemorySegment.copy(bytes.array(), 0, memory, JAVA_BYTE, self.offset, bytes.size());
        if (bytes.size() < self.size) {
            memory.set(JAVA_BYTE, self.offset + bytes.size(), (byte) 0);
        }
    }

    @PythonGetter("raw")
    static PyObject raw(PyArray self) {
        return PyBytes.of(self.toByteArray());
    }

    @PythonSetter(value = "raw", deletable = true)
    static void setRaw(ThreadState thread, PyArray self, PyObject value) {
        if (value == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        byte[] bytes = Convert.toByteArray(thread, value);
        if (bytes.length > self.size) {
            throw PyErr.valueError("byte string too long");
        }
        MemorySegment.copy(bytes, 0, self.block.segment(), JAVA_BYTE, self.offset, bytes.length);
    }
}
