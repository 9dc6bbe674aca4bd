package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code Union}: the base of the classes that are unions, whose fields are {@link PyCField}s. */
@PythonType(
        name = "Union",
        module = "_ctypes",
        doc = "The base of unions, whose classes say what is in them by _fields_.")
public final class PyUnion extends PyCData {
    public static final PyType TYPE =
            PyType.builtin("_ctypes", "Union", PyCData.TYPE, new PyUnionExposed.SlotTable(), new PyUnionExposed());

    static {
        TYPE.setType(Metatypes.UNION);
    }

    PyUnion(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return create(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        StructureFields.init(thread, this, args, names);
    }
}
