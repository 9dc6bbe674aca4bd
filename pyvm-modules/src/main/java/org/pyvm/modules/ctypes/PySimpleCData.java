package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

/** {@code _SimpleCData}: a number, a character or an address. */
@PythonType(name = "_SimpleCData", module = "_ctypes", doc = "The base of numbers, characters and addresses of C.")
public final class PySimpleCData extends PyCData {
    public static final PyType TYPE = PyType.builtin(
            "_ctypes", "_SimpleCData", PyCData.TYPE, new PySimpleCDataExposed.SlotTable(), new PySimpleCDataExposed());

    static {
        TYPE.setType(Metatypes.SIMPLE);
    }

    PySimpleCData(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return create(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        int given = Arguments.positionalCount(args, names);
        Arguments.checkCount("__init__", given, 0, 1);
        if (given == 1) {
            setValue(thread, args[0]);
        }
    }

    @PythonGetter("value")
    PyObject value(ThreadState thread) {
        CTypeInfo info = info();
        return SimpleValues.get(thread, info.code, info.swapped, block.segment(), offset);
    }

    @PythonSetter(value = "value", deletable = true)
    void setValue(ThreadState thread, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("can't delete attribute");
        }
        CTypeInfo info = info();
        keep(thread, 0, SimpleValues.set(thread, info.code, info.swapped, block.segment(), offset, value));
    }

    @Override
    @PythonMethod("__ctypes_from_outparam__($self, /)")
    PyObject fromOutParameter(ThreadState thread) {
        return CTypeInfo.isPlain(type()) ? value(thread) : this;
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        for (byte b : toByteArray()) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (type().base() != TYPE) {
            return PyStr.of("<" + type().name() + " object at " + Identity.address(this) + ">");
        }
        return PyStr.of(type().name() + "(" + Objects.repr(thread, value(thread)) + ")");
    }
}
