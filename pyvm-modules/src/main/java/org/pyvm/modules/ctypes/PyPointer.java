package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;

/** {@code _Pointer}: the address of data of some type. */
@PythonType(name = "_Pointer", module = "_ctypes", doc = "The base of pointers: the address of data of one C type.")
public final class PyPointer extends PyCData {
    public static final PyType TYPE = PyType.builtin(
            "_ctypes", "_Pointer", PyCData.TYPE, new PyPointerExposed.SlotTable(), new PyPointerExposed());

    static {
        TYPE.setType(Metatypes.POINTER);
    }

    PyPointer(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        CTypeInfo info = CTypeInfo.orNull(cls);
        if (info == null || info.target == null) {
            throw PyErr.typeError("Cannot create instance: has no _type_");
        }
        return create(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        int given = Arguments.positionalCount(args, names);
        Arguments.checkCount("POINTER", given, 0, 1);
        if (given == 1) {
            setContents(thread, args[0]);
        }
    }

    private long target(ThreadState thread) {
        long address = pointer();
        if (address == 0) {
            throw PyErr.valueError("NULL pointer access");
        }
        CtypesState.of(thread).checkAddress(address);
        return address;
    }

    @PythonGetter("contents")
    PyObject contents(ThreadState thread) {
        CTypeInfo info = info();
        return part(info.target, CTypeInfo.of(info.target), this, 0, CtypesState.of(thread).everywhere, target(thread));
    }

    @PythonSetter(value = "contents", deletable = true)
    void setContents(ThreadState thread, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("Pointer does not support item deletion");
        }
        CTypeInfo info = info();
        if (!(value instanceof PyCData data)) {
            throw PyErr.typeError("expected %s instead of %T", info.target.name(), value);
        }
        setPointer(data.address(CtypesState.of(thread)));
        keep(thread, 1, data);
        keep(thread, 0, data.keptByOwner());
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return pointer() != 0;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(ThreadState thread, long index) {
        long address = target(thread);
        CTypeInfo info = info();
        CTypeInfo item = CTypeInfo.of(info.target);
        return get(thread, info.target, item, index, CtypesState.of(thread).everywhere, address + index * item.size);
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void setItem(ThreadState thread, long index, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("Pointer does not support item deletion");
        }
        long address = target(thread);
        CTypeInfo info = info();
        CTypeInfo item = CTypeInfo.of(info.target);
        Block everywhere = CtypesState.of(thread).everywhere;
        set(thread, info.target, item, index, everywhere, address + index * item.size, value);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (PyArray.isIndex(key)) {
            return item(thread, Numbers.toIndex(thread, key));
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("Pointer indices must be integer");
        }
        // It has no length, so that all depends on what is given.
        long step = slice.step() == Singletons.NONE ? 1 : Numbers.toIndex(thread, slice.step());
        if (step == 0) {
            throw PyErr.valueError("slice step cannot be zero");
        }
        if (slice.start() == Singletons.NONE && step < 0) {
            throw PyErr.valueError("slice start is required for step < 0");
        }
        long start = slice.start() == Singletons.NONE ? 0 : Numbers.toIndex(thread, slice.start());
        if (slice.stop() == Singletons.NONE) {
            throw PyErr.valueError("slice stop is required");
        }
        long stop = Numbers.toIndex(thread, slice.stop());
        long count = step > 0 ? Math.max(0, (stop - start - 1) / step + 1) : Math.max(0, (stop - start + 1) / step + 1);
        if (step > 0 && start >= stop || step < 0 && start <= stop) {
            count = 0;
        }
        CTypeInfo info = info();
        long at = count == 0 ? 0 : target(thread) + start * CTypeInfo.of(info.target).size;
        Block everywhere = CtypesState.of(thread).everywhere;
        return PyArray.slice(
                thread, info, everywhere, at, step, Math.toIntExact(count), i -> item(thread, start + i * step));
    }
}
