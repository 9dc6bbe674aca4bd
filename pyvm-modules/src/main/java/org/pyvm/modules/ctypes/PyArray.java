package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.SliceBounds;

/** {@code Array}: items of one type behind each other. */
@PythonType(name = "Array", module = "_ctypes", doc = "The base of arrays: items of one C type behind each other.")
public final class PyArray extends PyCData {
    public static final PyType TYPE =
            PyType.builtin("_ctypes", "Array", PyCData.TYPE, new PyArrayExposed.SlotTable(), new PyArrayExposed());

    static {
        TYPE.setType(Metatypes.ARRAY);
    }

    PyArray(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return create(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        int given = Arguments.positionalCount(args, names);
        for (int i = 0; i < given; i++) {
            setItem(thread, i, args[i]);
        }
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return info().length;
    }

    private long checked(long index) {
        if (index < 0 || index >= info().length) {
            throw PyErr.indexError("invalid index");
        }
        return index;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(ThreadState thread, long index) {
        CTypeInfo info = info();
        CTypeInfo item = CTypeInfo.orNull(info.target);
        return get(thread, info.target, item, checked(index), offset + index * item.size);
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void setItem(ThreadState thread, long index, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("Array does not support item deletion");
        }
        CTypeInfo info = info();
        CTypeInfo item = CTypeInfo.orNull(info.target);
        set(thread, info.target, item, checked(index), offset + index * item.size, value);
    }

    private long fromEnd(long index) {
        return index < 0 ? index + info().length : index;
    }

    static boolean isIndex(PyObject key) {
        return key.type().slots().has(Slot.NB_INDEX);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (isIndex(key)) {
            return item(thread, fromEnd(Numbers.toIndex(thread, key)));
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("indices must be integers");
        }
        SliceBounds bounds = slice.bounds(thread, length());
        CTypeInfo info = info();
        CTypeInfo item = CTypeInfo.orNull(info.target);
        return slice(thread, info, block, offset + bounds.start() * item.size, bounds.step(), bounds.count(), i -> {
            return item(thread, bounds.at(i));
        });
    }

    /** Gives one item of a slice. */
    @FunctionalInterface
    interface Items {
        PyObject get(int number);
    }

    /** Some items: bytes or a text if they are characters, else a list. */
    static PyObject slice(ThreadState thread, CTypeInfo info, Block block, long at, long step, int count, Items items) {
        if (info.targets('c')) {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = block.segment().get(JAVA_BYTE, at + i * step);
            }
            return PyBytes.of(bytes);
        }
        if (info.targets('u')) {
            int[] characters = new int[count];
            for (int i = 0; i < count; i++) {
                characters[i] = WideText.text(block.segment(), at + i * step * WideText.SIZE, 1)
                        .codePointAt(0);
            }
            return PyStr.ofCodePoints(characters);
        }
        PyList list = PyList.withCapacity(count);
        for (int i = 0; i < count; i++) {
            list.append(items.get(i));
        }
        return list;
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void setSubscript(ThreadState thread, PyObject key, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("Array does not support item deletion");
        }
        if (isIndex(key)) {
            setItem(thread, fromEnd(Numbers.toIndex(thread, key)), value);
            return;
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("indices must be integer");
        }
        SliceBounds bounds = slice.bounds(thread, length());
        if (Objects.length(thread, value) != bounds.count()) {
            throw PyErr.valueError("Can only assign sequence of same size");
        }
        for (int i = 0; i < bounds.count(); i++) {
            setItem(thread, bounds.at(i), Sequences.getItem(thread, value, i));
        }
    }

    // Arrays of characters, which fields show as texts

    static byte[] bytesBeforeZero(MemorySegment memory, long at, long most) {
        int length = 0;
        while (length < most && memory.get(JAVA_BYTE, at + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        MemorySegment.copy(memory, JAVA_BYTE, at, bytes, 0, length);
        return bytes;
    }

    static PyObject textBeforeZero(MemorySegment memory, long at, int most) {
        return WideText.text(memory, at, WideText.length(memory, at, most));
    }

    static void setFieldBytes(MemorySegment memory, long at, long room, PyObject value) {
        if (!(value instanceof PyBytes bytes)) {
            throw PyErr.typeError("expected bytes, %T found", value);
        }
        // As CPython counts them: without a zero at the end.
        int length = 0;
        while (length < bytes.size() && bytes.get(length) != 0) {
            length++;
        }
        if (length > room) {
            throw PyErr.valueError("bytes too long (%d, maximum length %d)", length, room);
        }
        MemorySegment.copy(bytes.array(), 0, memory, JAVA_BYTE, at, length);
        if (length < room) {
            memory.set(JAVA_BYTE, at + length, (byte) 0);
        }
    }

    static void setFieldText(MemorySegment memory, long at, long room, PyObject value) {
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("unicode string expected instead of %T instance", value);
        }
        if (text.length() > room) {
            throw PyErr.valueError("string too long (%d, maximum length %d)", text.length(), room);
        }
        WideText.write(text, memory, at, room);
    }
}
