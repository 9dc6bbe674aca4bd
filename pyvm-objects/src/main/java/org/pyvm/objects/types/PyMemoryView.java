package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/**
 * {@code memoryview}: the memory of another object, seen as items in dimensions. Views that are made of a view share one
 * {@link Memory}, which gives the buffer back when the last of them is released.
 */
@PythonType(
        name = "memoryview",
        module = "builtins",
        parts = {MemoryViewItems.class, MemoryViewAttributes.class})
public final class PyMemoryView extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "memoryview", new PyMemoryViewExposed.SlotTable(), new PyMemoryViewExposed())
            .notSubclassable()
            .weakReferenceable()
            .withPattern(PyType.PatternKind.SEQUENCE);

    /** A buffer that views share. */
    static final class Memory {
        private final PyBuffer buffer;
        private int views;

        Memory(PyBuffer buffer) {
            this.buffer = buffer;
        }

        PyBuffer buffer() {
            return buffer;
        }
    }

    private final Memory memory;
    private final MemoryLayout layout;
    private final boolean readOnly;
    /** Buffers of this view that others hold. */
    private int exports;

    private boolean released;
    /** Null until computed. */
    private Long hash;

    PyMemoryView(Memory memory, MemoryLayout layout, boolean readOnly) {
        super(TYPE);
        this.memory = memory;
        this.layout = layout;
        this.readOnly = readOnly;
        memory.views++;
    }

    /** A view of an object's memory. @throws PyErr TypeError when the object has none */
    public static PyMemoryView of(ThreadState thread, PyObject object) {
        if (object instanceof PyMemoryView view) {
            view.checkReleased();
            return new PyMemoryView(view.memory, view.layout, view.readOnly);
        }
        if (!object.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("memoryview: a bytes-like object is required, not '%T'", object);
        }
        PyBuffer buffer = object.type().slots().buffer(thread, object, PyBuffer.FULL_RO);
        return of(buffer);
    }

    /** A view of a buffer, which it gives back when it is released. */
    public static PyMemoryView of(PyBuffer buffer) {
        MemoryLayout layout = MemoryLayout.contiguous(buffer.format(), buffer.itemSize(), buffer.shape());
        return new PyMemoryView(new Memory(buffer), layout, buffer.isReadOnly());
    }

    @PythonNew("($cls, object)")
    static PyObject make(ThreadState thread, PyType cls, PyObject object) {
        return of(thread, object);
    }

    MemoryLayout layout() {
        return layout;
    }

    PyObject exporter() {
        return memory.buffer.exporter();
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** A view of the same memory. */
    PyMemoryView view(MemoryLayout newLayout, boolean asReadOnly) {
        return new PyMemoryView(memory, newLayout, asReadOnly);
    }

    void checkReleased() {
        if (released) {
            throw PyErr.valueError("operation forbidden on released memoryview object");
        }
    }

    /** Bytes of the memory from an offset on. */
    byte[] read(int offset, int count) {
        byte[] bytes = new byte[count];
        memory.buffer.read(offset, bytes, 0, count);
        return bytes;
    }

    void write(int offset, byte[] bytes) {
        memory.buffer.write(offset, bytes, 0, bytes.length);
    }

    /** The items' bytes in C order. */
    byte[] toByteArray() {
        if (layout.isCContiguous()) {
            return read(layout.offset(), layout.byteLength());
        }
        byte[] bytes = new byte[layout.byteLength()];
        int[] at = {0};
        layout.forEachItem(offset -> {
            memory.buffer.read(offset, bytes, at[0], layout.itemSize());
            at[0] += layout.itemSize();
        });
        return bytes;
    }

    @PythonMethod("release($self, /)")
    void release() {
        if (released) {
            return;
        }
        if (exports > 0) {
            throw PyErr.bufferError("memoryview has %d exported buffer%s", exports, exports == 1 ? "" : "s");
        }
        released = true;
        if (--memory.views == 0) {
            memory.buffer.release();
        }
    }

    @PythonMethod(value = "__enter__", raw = true)
    PyObject enter(PyObject[] args, PyStr[] names) {
        checkReleased();
        return this;
    }

    @PythonMethod(value = "__exit__", raw = true)
    PyObject exit(PyObject[] args, PyStr[] names) {
        release();
        return Singletons.NONE;
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        checkReleased();
        if ((flags & PyBuffer.WRITABLE) != 0 && readOnly) {
            throw PyErr.bufferError("memoryview: underlying buffer is not writable");
        }
        if (!layout.isCContiguous()) {
            boolean strided = (flags & PyBuffer.STRIDES) == PyBuffer.STRIDES;
            boolean wantsC = (flags & PyBuffer.C_CONTIGUOUS) == PyBuffer.C_CONTIGUOUS;
            if (!strided || wantsC) {
                throw PyErr.bufferError("memoryview: underlying buffer is not C-contiguous");
            }
            if ((flags & PyBuffer.F_CONTIGUOUS) == PyBuffer.F_CONTIGUOUS && !layout.isFContiguous()) {
                throw PyErr.bufferError("memoryview: underlying buffer is not Fortran contiguous");
            }
            if ((flags & PyBuffer.ANY_CONTIGUOUS) == PyBuffer.ANY_CONTIGUOUS && !layout.isFContiguous()) {
                throw PyErr.bufferError("memoryview: underlying buffer is not contiguous");
            }
        }
        exports++;
        return new MemoryViewBuffer(this, memory.buffer, layout, readOnly, () -> exports--);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.ofBmp((released ? "<released memory at " : "<memory at ") + Identity.address(this) + ">");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        if (hash == null) {
            checkReleased();
            if (!readOnly) {
                throw PyErr.valueError("cannot hash writable memoryview object");
            }
            if (!BufferItem.isByte(layout.itemCharacter())) {
                throw PyErr.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
            }
            // A view of something mutable is as little hashable as that.
            Objects.hash(thread, exporter());
            byte[] bytes = toByteArray();
            hash = StringHash.of(bytes, bytes.length);
        }
        return hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equal;
        if (released || other instanceof PyMemoryView view && view.released) {
            equal = this == other;
        } else if (!other.type().slots().has(Slot.BF_GETBUFFER)) {
            return Singletons.NOT_IMPLEMENTED;
        } else {
            PyMemoryView that = of(thread, other);
            equal = MemoryViewItems.equal(thread, this, that);
            that.release();
        }
        return PyBool.of(equal == (op == Comparison.EQ));
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        checkReleased();
        if (layout.dimensions() == 0) {
            throw PyErr.typeError("0-dim memory has no length");
        }
        return layout.shape()[0];
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        checkReleased();
        if (layout.dimensions() == 0) {
            throw PyErr.typeError("invalid indexing of 0-dim memory");
        }
        MemoryViewItems.character(this);
        if (layout.dimensions() > 1) {
            throw PyErr.of(Exceptions.NOT_IMPLEMENTED_ERROR, "multi-dimensional sub-views are not implemented");
        }
        return new PyMemoryIterator(this);
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        return MemoryViewItems.item(this, index);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        return MemoryViewItems.subscript(thread, this, key);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        MemoryViewItems.store(thread, this, key, value);
    }

    @Override
    public String toString() {
        return "<memory of " + Arrays.toString(layout.shape()) + ">";
    }
}
