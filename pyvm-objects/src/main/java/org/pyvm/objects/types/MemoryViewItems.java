package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;

/** Reading and writing the items of a memory view, by index, by slice and all of them. */
final class MemoryViewItems {
    private MemoryViewItems() {}

    private static PyErr notImplemented(String message) {
        return PyErr.of(Exceptions.NOT_IMPLEMENTED_ERROR, message);
    }

    /** The native character of the format. @throws PyErr NotImplementedError for a format that views cannot read */
    static char character(PyMemoryView view) {
        char c = view.layout().itemCharacter();
        if (c == 0) {
            throw notImplemented(
                    "memoryview: unsupported format " + view.layout().format());
        }
        return c;
    }

    private static PyObject at(PyMemoryView view, int offset) {
        char c = character(view);
        return BufferItem.unpack(c, view.read(offset, view.layout().itemSize()), 0);
    }

    /** The item at an index of a one-dimensional view. */
    static PyObject item(PyMemoryView view, long index) {
        view.checkReleased();
        character(view);
        MemoryLayout layout = view.layout();
        if (layout.dimensions() == 0) {
            throw PyErr.typeError("invalid indexing of 0-dim memory");
        }
        if (layout.dimensions() > 1) {
            throw notImplemented("multi-dimensional sub-views are not implemented");
        }
        return at(view, offset(layout, layout.offset(), 0, index));
    }

    /** Moves an offset along one dimension. */
    private static int offset(MemoryLayout layout, int from, int dimension, long index) {
        int length = layout.shape()[dimension];
        long at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            throw PyErr.indexError("index out of bounds on dimension %d", dimension + 1);
        }
        return from + (int) at * layout.strides()[dimension];
    }

    private static boolean isIndex(PyObject key) {
        return key.type().slots().has(Slot.NB_INDEX);
    }

    private static boolean all(PyObject key, boolean slices) {
        if (!(key instanceof PyTuple tuple)) {
            return false;
        }
        for (int i = 0; i < tuple.size(); i++) {
            PyObject part = tuple.get(i);
            if (slices ? !(part instanceof PySlice) : !isIndex(part)) {
                return false;
            }
        }
        return !slices || tuple.size() > 0;
    }

    static PyObject subscript(ThreadState thread, PyMemoryView view, PyObject key) {
        view.checkReleased();
        MemoryLayout layout = view.layout();
        if (layout.dimensions() == 0) {
            if (key instanceof PyTuple tuple && tuple.size() == 0) {
                return at(view, layout.offset());
            }
            if (key == Singletons.ELLIPSIS) {
                return view;
            }
            throw PyErr.typeError("invalid indexing of 0-dim memory");
        }
        if (isIndex(key)) {
            return item(view, Numbers.toIndex(thread, key));
        }
        if (key instanceof PySlice slice) {
            return view.view(layout.slice(slice.bounds(thread, layout.shape()[0])), view.isReadOnly());
        }
        if (all(key, false)) {
            return at(view, offset(thread, view, (PyTuple) key));
        }
        if (all(key, true)) {
            throw notImplemented("multi-dimensional slicing is not implemented");
        }
        throw PyErr.typeError("memoryview: invalid slice key");
    }

    private static int offset(ThreadState thread, PyMemoryView view, PyTuple indices) {
        character(view);
        MemoryLayout layout = view.layout();
        if (indices.size() < layout.dimensions()) {
            throw notImplemented("sub-views are not implemented");
        }
        if (indices.size() > layout.dimensions()) {
            throw PyErr.typeError(
                    "cannot index %d-dimension view with %d-element tuple", layout.dimensions(), indices.size());
        }
        int at = layout.offset();
        for (int i = 0; i < indices.size(); i++) {
            at = offset(layout, at, i, Numbers.toIndex(thread, indices.get(i)));
        }
        view.checkReleased(); // which an index may have done
        return at;
    }

    /** @param value null deletes, which is refused */
    static void store(ThreadState thread, PyMemoryView view, PyObject key, PyObject value) {
        view.checkReleased();
        char c = character(view);
        if (view.isReadOnly()) {
            throw PyErr.typeError("cannot modify read-only memory");
        }
        if (value == null) {
            throw PyErr.typeError("cannot delete memory");
        }
        MemoryLayout layout = view.layout();
        int at;
        if (layout.dimensions() == 0) {
            if (key != Singletons.ELLIPSIS && !(key instanceof PyTuple tuple && tuple.size() == 0)) {
                throw PyErr.typeError("invalid indexing of 0-dim memory");
            }
            at = layout.offset();
        } else if (isIndex(key)) {
            if (layout.dimensions() > 1) {
                throw notImplemented("sub-views are not implemented");
            }
            at = offset(layout, layout.offset(), 0, Numbers.toIndex(thread, key));
        } else if (key instanceof PySlice slice && layout.dimensions() == 1) {
            storeSlice(thread, view, slice, value);
            return;
        } else if (all(key, false)) {
            at = offset(thread, view, (PyTuple) key);
        } else if (key instanceof PySlice || all(key, true)) {
            throw notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
        } else {
            throw PyErr.typeError("memoryview: invalid slice key");
        }
        byte[] packed = BufferItem.pack(thread, c, value);
        // Making bytes of the value may have run Python code that released the view.
        view.checkReleased();
        view.write(at, packed);
    }

    private static void storeSlice(ThreadState thread, PyMemoryView view, PySlice slice, PyObject value) {
        if (!value.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", value);
        }
        PyMemoryView source = PyMemoryView.of(thread, value);
        MemoryLayout target =
                view.layout().slice(slice.bounds(thread, view.layout().shape()[0]));
        view.checkReleased(); // which a bound may have done
        MemoryLayout layout = source.layout();
        boolean same = layout.dimensions() == 1
                && layout.shape()[0] == target.shape()[0]
                && layout.itemSize() == target.itemSize()
                && plain(layout.format()).equals(plain(target.format()));
        if (!same) {
            source.release();
            throw PyErr.valueError("memoryview assignment: lvalue and rvalue have different structures");
        }
        byte[] bytes = source.toByteArray();
        source.release();
        if (target.isCContiguous()) {
            view.write(target.offset(), bytes);
            return;
        }
        int size = target.itemSize();
        for (int i = 0; i < target.shape()[0]; i++) {
            view.write(target.offsetOf(i), Arrays.copyOfRange(bytes, i * size, (i + 1) * size));
        }
    }

    private static String plain(String format) {
        return format.startsWith("@") ? format.substring(1) : format;
    }

    /** Whether two views have the same shape and equal items. */
    static boolean equal(ThreadState thread, PyMemoryView a, PyMemoryView b) {
        if (!Arrays.equals(a.layout().shape(), b.layout().shape())) {
            return false;
        }
        char x = a.layout().itemCharacter();
        char y = b.layout().itemCharacter();
        byte[] left = a.toByteArray();
        byte[] right = b.toByteArray();
        boolean integral = x != 'f' && x != 'd' && x != '?';
        if (x == y && x != 0 && integral) {
            return Arrays.equals(left, right);
        }
        if (x == 0 || y == 0) {
            // What cannot be read is only equal to the same bytes in the same format.
            return plain(a.layout().format()).equals(plain(b.layout().format())) && Arrays.equals(left, right);
        }
        for (int i = 0; i < a.layout().itemCount(); i++) {
            PyObject v = BufferItem.unpack(x, left, i * a.layout().itemSize());
            PyObject w = BufferItem.unpack(y, right, i * b.layout().itemSize());
            if (!Comparisons.equal(thread, v, w)) {
                return false;
            }
        }
        return true;
    }

    @PythonMethod("tolist($self, /)")
    static PyObject toList(PyMemoryView self) {
        self.checkReleased();
        character(self);
        return list(self, 0, self.layout().offset());
    }

    private static PyObject list(PyMemoryView view, int dimension, int offset) {
        MemoryLayout layout = view.layout();
        if (dimension == layout.dimensions()) {
            return at(view, offset);
        }
        PyObject[] items = new PyObject[layout.shape()[dimension]];
        for (int i = 0; i < items.length; i++) {
            items[i] = list(view, dimension + 1, offset + i * layout.strides()[dimension]);
        }
        return PyList.of(items);
    }

    @PythonMethod("tobytes($self, /, order='C')")
    static PyObject toBytes(PyMemoryView self, PyObject order) {
        self.checkReleased();
        boolean fortran = false;
        if (order != Singletons.NONE) {
            if (!(order instanceof PyStr text)) {
                throw PyErr.typeError("tobytes() argument 'order' must be str or None, not %T", order);
            }
            switch (text.toString()) {
                case "C" -> {}
                case "F" -> fortran = true;
                case "A" -> fortran = self.layout().isFContiguous();
                default -> throw PyErr.valueError("order must be 'C', 'F' or 'A'");
            }
        }
        return PyBytes.of(fortran ? inFortranOrder(self) : self.toByteArray());
    }

    private static byte[] inFortranOrder(PyMemoryView view) {
        MemoryLayout layout = view.layout();
        int size = layout.itemSize();
        byte[] bytes = new byte[layout.byteLength()];
        for (int i = 0; i < layout.itemCount(); i++) {
            int rest = i;
            int at = layout.offset();
            for (int d = 0; d < layout.dimensions(); d++) {
                at += rest % layout.shape()[d] * layout.strides()[d];
                rest /= layout.shape()[d];
            }
            System.arraycopy(view.read(at, size), 0, bytes, i * size, size);
        }
        return bytes;
    }

    @PythonMethod("hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)")
    static PyObject hex(ThreadState thread, PyMemoryView self, PyObject separator, int bytesPerSeparator) {
        self.checkReleased();
        byte[] bytes = self.toByteArray();
        return BytesHex.hex(thread, bytes, bytes.length, separator, bytesPerSeparator);
    }
}
