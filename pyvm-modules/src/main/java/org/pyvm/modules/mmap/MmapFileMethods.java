package org.pyvm.modules.mmap;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;

/** The methods of {@code mmap} that files have too: they move its position. */
final class MmapFileMethods {
    private MmapFileMethods() {}

    @PythonMethod("read($self, n=None, /)")
    static PyObject read(ThreadState thread, PyMmap self, PyObject count) {
        byte[] read = self.rest(count, thread);
        self.position += read.length;
        return PyBytes.of(read);
    }

    @PythonMethod("read_byte($self, /)")
    static PyObject readByte(PyMmap self) {
        if (self.position >= self.length()) {
            throw PyErr.valueError("read byte out of range");
        }
        return PyInt.of(self.open().get(self.position++) & 0xFF);
    }

    @PythonMethod("readline($self, /)")
    static PyObject readLine(PyMmap self) {
        byte[] line = self.line();
        self.position += line.length;
        return PyBytes.of(line);
    }

    @PythonMethod("write($self, data, /)")
    static PyObject write(PyMmap self, byte[] data) {
        self.writable();
        if (self.position > self.length() || self.length() - self.position < data.length) {
            throw PyErr.valueError("data out of range");
        }
        self.writable().put(self.position, data);
        self.position += data.length;
        return PyInt.of(data.length);
    }

    @PythonMethod("write_byte($self, byte, /)")
    static void writeByte(PyMmap self, int value) {
        if (value < 0) {
            throw PyErr.overflowError("unsigned byte integer is less than minimum");
        }
        if (value > 0xFF) {
            throw PyErr.overflowError("unsigned byte integer is greater than maximum");
        }
        self.writable();
        if (self.position >= self.length()) {
            throw PyErr.valueError("write byte out of range");
        }
        self.writable().put(self.position++, (byte) value);
    }

    @PythonMethod("seek($self, pos, whence=0, /)")
    static void seek(PyMmap self, long distance, int whence) {
        int size = self.length();
        long from = switch (whence) {
            case 0 -> 0;
            case 1 -> self.position;
            case 2 -> size;
            default -> throw PyErr.valueError("unknown seek type");
        };
        long to = from + distance;
        if (to < 0 || to > size || distance > size) {
            throw PyErr.valueError("seek out of range");
        }
        self.position = (int) to;
    }

    @PythonMethod("tell($self, /)")
    static int tell(PyMmap self) {
        self.open();
        return self.position;
    }
}
