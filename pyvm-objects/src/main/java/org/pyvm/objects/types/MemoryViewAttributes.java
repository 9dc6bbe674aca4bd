package org.pyvm.objects.types;

import java.util.stream.IntStream;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;

/** What a memory view says about its memory, and views of it in other forms. */
final class MemoryViewAttributes {
    private static final int MOST_DIMENSIONS = 64;

    private MemoryViewAttributes() {}

    private static MemoryLayout layout(PyMemoryView self) {
        self.checkReleased();
        return self.layout();
    }

    private static PyTuple tuple(int[] numbers) {
        return PyTuple.of(IntStream.of(numbers).mapToObj(PyInt::of).toArray(PyObject[]::new));
    }

    @PythonGetter("obj")
    static PyObject object(PyMemoryView self) {
        self.checkReleased();
        return self.exporter();
    }

    @PythonGetter("nbytes")
    static int byteLength(PyMemoryView self) {
        return layout(self).byteLength();
    }

    @PythonGetter("readonly")
    static boolean isReadOnly(PyMemoryView self) {
        self.checkReleased();
        return self.isReadOnly();
    }

    @PythonGetter("itemsize")
    static int itemSize(PyMemoryView self) {
        return layout(self).itemSize();
    }

    @PythonGetter("format")
    static String format(PyMemoryView self) {
        return layout(self).format();
    }

    @PythonGetter("ndim")
    static int dimensions(PyMemoryView self) {
        return layout(self).dimensions();
    }

    @PythonGetter("shape")
    static PyObject shape(PyMemoryView self) {
        return tuple(layout(self).shape());
    }

    @PythonGetter("strides")
    static PyObject strides(PyMemoryView self) {
        return tuple(layout(self).strides());
    }

    @PythonGetter("suboffsets")
    static PyObject subOffsets(PyMemoryView self) {
        self.checkReleased();
        return PyTuple.EMPTY;
    }

    @PythonGetter("c_contiguous")
    static boolean isCContiguous(PyMemoryView self) {
        return layout(self).isCContiguous();
    }

    @PythonGetter("f_contiguous")
    static boolean isFContiguous(PyMemoryView self) {
        return layout(self).isFContiguous();
    }

    @PythonGetter("contiguous")
    static boolean isContiguous(PyMemoryView self) {
        return layout(self).isCContiguous() || layout(self).isFContiguous();
    }

    @PythonMethod("toreadonly($self, /)")
    static PyObject toReadOnly(PyMemoryView self) {
        return self.view(layout(self), true);
    }

    @PythonMethod("cast($self, /, format, shape=<unrepresentable>)")
    static PyObject cast(ThreadState thread, PyMemoryView self, String format, PyObject shape) {
        MemoryLayout layout = layout(self);
        if (!layout.isCContiguous()) {
            throw PyErr.typeError("memoryview: casts are restricted to C-contiguous views");
        }
        if ((shape != null || layout.dimensions() != 1) && layout.itemCount() == 0) {
            throw PyErr.typeError("memoryview: cannot cast view with zeros in shape or strides");
        }
        PyObject[] lengths = shape == null ? null : lengths(shape, layout);
        char target = BufferItem.nativeCharacter(format);
        if (target == 0) {
            throw PyErr.valueError("memoryview: destination format must be a native single character format prefixed"
                    + " with an optional '@'");
        }
        if (!BufferItem.isByte(layout.itemCharacter()) && !BufferItem.isByte(target)) {
            throw PyErr.typeError("memoryview: cannot cast between two non-byte formats");
        }
        int size = BufferItem.size(target);
        if (layout.byteLength() % size != 0) {
            throw PyErr.typeError("memoryview: length is not a multiple of itemsize");
        }
        int[] newShape = lengths == null
                ? new int[] {layout.byteLength() / size}
                : checkedShape(thread, lengths, size, layout.byteLength());
        return self.view(layout.cast(format, size, newShape), self.isReadOnly());
    }

    private static PyObject[] lengths(PyObject shape, MemoryLayout layout) {
        PyObject[] lengths;
        if (shape instanceof PyList list) {
            lengths = list.toArray();
        } else if (shape instanceof PyTuple tuple) {
            lengths = tuple.itemsUnsafe();
        } else {
            throw PyErr.typeError("shape must be a list or a tuple");
        }
        if (lengths.length > MOST_DIMENSIONS) {
            throw PyErr.valueError("memoryview: number of dimensions must not exceed %d", MOST_DIMENSIONS);
        }
        if (layout.dimensions() != 1 && lengths.length != 1) {
            throw PyErr.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
        return lengths;
    }

    private static int[] checkedShape(ThreadState thread, PyObject[] lengths, int size, int bytes) {
        int[] shape = new int[lengths.length];
        long product = size;
        for (int i = 0; i < shape.length; i++) {
            if (!(lengths[i] instanceof PyInt)) {
                throw PyErr.typeError("memoryview.cast(): elements of shape must be integers");
            }
            long length = Convert.toLong(thread, lengths[i]);
            if (length <= 0) {
                throw PyErr.valueError("memoryview.cast(): elements of shape must be integers > 0");
            }
            if (length > Long.MAX_VALUE / product) {
                throw PyErr.valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
            }
            product *= length;
            shape[i] = (int) Math.min(length, Integer.MAX_VALUE);
        }
        if (product != bytes) {
            throw PyErr.typeError("memoryview: product(shape) * itemsize != buffer size");
        }
        return shape;
    }
}
