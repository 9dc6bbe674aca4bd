package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Audits;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * {@code _CData}: data of a C type. It lies somewhere in a block that it has for itself, or shares with the structure or array that
 * it is part of, or that is all memory, for data that C has made.
 */
@PythonType(name = "_CData", module = "_ctypes", doc = "The base of all data of C types.")
public class PyCData extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_ctypes", "_CData", new PyCDataExposed.SlotTable(), new PyCDataExposed());

    private static final PyStr DICT = PyStr.intern("__dict__");
    private static final PyStr UPDATE = PyStr.intern("update");

    Block block;
    long offset;
    /** Bytes of the data: more than the type says after {@code resize}. */
    long size;
    /** What it is part of; null for data that is nobody's part. */
    PyCData container;
    /** Its place there. */
    long index;
    /** What must live as long as the memory: null, an object, or a dictionary. Only for data that is nobody's part. */
    PyObject kept;

    PyCData(PyType type) {
        super(type);
    }

    // Making

    /** An instance whose data lies somewhere. */
    private static PyCData make(PyType type, CTypeInfo info, Block block, long offset) {
        info.isFinal = true;
        PyCData data = switch (info.kind) {
            case SIMPLE -> new PySimpleCData(type);
            case STRUCTURE -> new PyStructure(type);
            case UNION -> new PyUnion(type);
            case ARRAY -> new PyArray(type);
            case POINTER -> new PyPointer(type);
            case FUNCTION -> new PyCFuncPtr(type);
        };
        data.block = block;
        data.offset = offset;
        data.size = info.size;
        return data;
    }

    /** New data, all zeros. */
    static PyCData create(PyType type) {
        CTypeInfo info = CTypeInfo.of(type);
        return make(type, info, Block.ofSize(info.size), 0);
    }

    /** Data that is part of other data. */
    static PyCData part(PyType type, CTypeInfo info, PyCData container, long index, Block block, long offset) {
        PyCData data = make(type, info, block, offset);
        data.container = container;
        data.index = index;
        return data;
    }

    static PyCData at(ThreadState thread, PyType type, Block block, long offset) {
        CTypeInfo info = CTypeInfo.of(type);
        Audits.report(thread, "ctypes.cdata", PyInt.of(offset));
        return make(type, info, block, offset);
    }

    /** New data with a copy of some bytes. */
    static PyCData copyOf(PyType type, MemorySegment memory, long at) {
        PyCData data = create(type);
        MemorySegment.copy(memory, at, data.block.segment(), data.offset, data.size);
        return data;
    }

    /** What Python code gets for a value that native code gave. @param value a Long, Double, Float or the segment of a structure */
    static PyObject fromNative(ThreadState thread, PyType type, Object value) {
        CTypeInfo info = CTypeInfo.of(type);
        MemorySegment memory;
        if (value instanceof MemorySegment structure) {
            memory = structure;
        } else {
            memory = MemorySegment.ofArray(new byte[Math.toIntExact(Math.max(Long.BYTES, info.size))]);
            long bits = switch (value) {
                case Double number -> Double.doubleToRawLongBits(number);
                case Float number -> Float.floatToRawIntBits(number) & 0xFFFFFFFFL;
                default -> (long) value;
            };
            SimpleValues.setBits(memory, 0, Long.BYTES, false, bits);
        }
        return info.code != null && CTypeInfo.isPlain(type)
                ? SimpleValues.get(thread, info.code, info.swapped, memory, 0)
                : copyOf(type, memory, 0);
    }

    // Memory

    CTypeInfo info() {
        return CTypeInfo.of(this);
    }

    long address(CtypesState state) {
        return block.address(state.mirrors) + offset;
    }

    byte[] toByteArray() {
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment.copy(block.segment(), JAVA_BYTE, offset, bytes, 0, bytes.length);
        return bytes;
    }

    long pointer() {
        return block.segment().get(JAVA_LONG_UNALIGNED, offset);
    }

    void setPointer(long address) {
        block.segment().set(JAVA_LONG_UNALIGNED, offset, address);
    }

    /** The value of a part: an object of Python for simple types, an instance that shares the memory for others. */
    PyObject get(ThreadState thread, PyType type, CTypeInfo partInfo, long partIndex, long at) {
        return get(thread, type, partInfo, partIndex, block, at);
    }

    PyObject get(ThreadState thread, PyType type, CTypeInfo partInfo, long partIndex, Block where, long at) {
        if (partInfo.code != null && CTypeInfo.isPlain(type)) {
            return SimpleValues.get(thread, partInfo.code, partInfo.swapped, where.segment(), at);
        }
        return part(type, partInfo, this, partIndex, where, at);
    }

    void set(ThreadState thread, PyType type, CTypeInfo partInfo, long partIndex, long at, PyObject value) {
        set(thread, type, partInfo, partIndex, block, at, value);
    }

    void set(
            ThreadState thread, PyType type, CTypeInfo partInfo, long partIndex, Block where, long at, PyObject value) {
        keep(thread, partIndex, store(thread, type, partInfo, where, at, value));
    }

    /** @return what must live as long as the memory, or null */
    private static PyObject store(
            ThreadState thread, PyType type, CTypeInfo info, Block where, long at, PyObject value) {
        if (info.code != null && !(value instanceof PyCData)) {
            return SimpleValues.set(thread, info.code, info.swapped, where.segment(), at, value);
        }
        if (!(value instanceof PyCData source)) {
            return storeValue(thread, type, info, where, at, value);
        }
        if (Objects.isInstance(thread, source, type)) {
            MemorySegment.copy(source.block.segment(), source.offset, where.segment(), at, info.size);
            return source.keptByOwner();
        }
        if (info.kind == CTypeInfo.Kind.POINTER && source instanceof PyArray) {
            if (source.info().target != info.target) {
                throw incompatible(source, type);
            }
            // The array too must live, and not only what its items point to.
            PyObject keptByOwner = source.keptByOwner();
            where.segment().set(JAVA_LONG_UNALIGNED, at, source.address(CtypesState.of(thread)));
            return PyTuple.of(keptByOwner == null ? Singletons.NONE : keptByOwner, source);
        }
        throw incompatible(source, type);
    }

    private static PyErr incompatible(PyObject value, PyType type) {
        return PyErr.typeError("incompatible types, %T instance instead of %s instance", value, type.name());
    }

    private static PyObject storeValue(
            ThreadState thread, PyType type, CTypeInfo info, Block where, long at, PyObject value) {
        if (value instanceof PyTuple arguments) {
            PyObject made;
            try {
                made = Calls.callArray(thread, type, arguments.toArray());
            } catch (PyErr e) {
                throw PyErr.runtimeError(
                        "(%s) %s: %s", type.name(), e.value().type().name(), Objects.str(thread, e.value()));
            }
            return store(thread, type, info, where, at, made);
        }
        if (value == Singletons.NONE && info.kind == CTypeInfo.Kind.POINTER) {
            where.segment().set(JAVA_LONG_UNALIGNED, at, 0L);
            return null;
        }
        throw PyErr.typeError("expected %s instance, got %T", type.name(), value);
    }

    // Keeping alive

    private PyCData owner() {
        PyCData owner = this;
        while (owner.container != null) {
            owner = owner.container;
        }
        return owner;
    }

    /** What the memory keeps alive, as {@code _objects} of the outermost data; null for nothing. */
    PyObject keptByOwner() {
        PyCData owner = owner();
        if (owner.kept == null && owner.info().length > 0) {
            owner.kept = new PyDict();
        }
        return owner.kept;
    }

    /** Keeps an object alive, in place of what was kept for the same part. @param object null for nothing */
    void keep(ThreadState thread, long partIndex, PyObject object) {
        if (object == null || object == Singletons.NONE) {
            return;
        }
        PyCData owner = owner();
        if (owner.info().length == 0) {
            owner.kept = object;
            return;
        }
        StringBuilder key = new StringBuilder(Integer.toHexString((int) partIndex));
        for (PyCData data = this; data.container != null; data = data.container) {
            key.append(':').append(Integer.toHexString((int) data.index));
        }
        ((PyDict) keptByOwner()).put(thread, PyStr.of(key.toString()), object);
    }

    // What Python sees

    @PythonGetter(value = "_objects", member = true)
    PyObject objects() {
        return kept == null ? Singletons.NONE : kept;
    }

    @PythonGetter(value = "_b_base_", member = true)
    PyObject base() {
        return container == null ? Singletons.NONE : container;
    }

    @PythonGetter(value = "_b_needsfree_", member = true)
    int needsFree() {
        return ownsMemory() ? 1 : 0;
    }

    boolean ownsMemory() {
        return container == null && offset == 0 && !block.isLent();
    }

    @SlotMethod(Slot.TP_HASH)
    long hash() {
        throw PyErr.typeError("unhashable type");
    }

    @PythonMethod("__ctypes_from_outparam__($self, /)")
    PyObject fromOutParameter(ThreadState thread) {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (info().hasPointer) {
            throw PyErr.valueError("ctypes objects containing pointers cannot be pickled");
        }
        PyObject state = PyTuple.of(Attributes.get(thread, this, DICT), PyBytes.of(toByteArray()));
        return PyTuple.of(CtypesState.of(thread).unpickle, PyTuple.of(type(), state));
    }

    @PythonMethod("__setstate__($self, dict, data, /)")
    void setState(ThreadState thread, PyObject attributes, byte[] data) {
        if (!(attributes instanceof PyDict)) {
            throw PyErr.typeError("argument 1 must be dict, not %T", attributes);
        }
        MemorySegment.copy(data, 0, block.segment(), JAVA_BYTE, offset, (int) Math.min(data.length, size));
        Calls.callMethod(thread, Attributes.get(thread, this, DICT), UPDATE, attributes);
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        return new DataBuffer(this);
    }
}
