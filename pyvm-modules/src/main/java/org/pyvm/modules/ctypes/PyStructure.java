package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code Structure}: the base of the classes that are structures, whose fields are {@link PyCField}s. */
@PythonType(
        name = "Structure",
        module = "_ctypes",
        doc = "The base of structures, whose classes say what is in them by _fields_.")
public final class PyStructure extends PyCData {
    public static final PyType TYPE = PyType.builtin(
            "_ctypes", "Structure", PyCData.TYPE, new PyStructureExposed.SlotTable(), new PyStructureExposed());

    static {
        TYPE.setType(Metatypes.STRUCTURE);
    }

    PyStructure(PyType type) {
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
