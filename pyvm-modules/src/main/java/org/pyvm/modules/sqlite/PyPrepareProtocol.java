package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyStr;

/** {@code sqlite3.PrepareProtocol}: stands for the use as a parameter, where objects are adapted. */
@PythonType(
        name = "PrepareProtocol",
        module = "sqlite3",
        doc = "What an object that becomes a parameter is adapted to.")
final class PyPrepareProtocol extends PyAttributed {
    static final PyType TYPE = PyType.builtin(
            "sqlite3", "PrepareProtocol", new PyPrepareProtocolExposed.SlotTable(), new PyPrepareProtocolExposed());

    private PyPrepareProtocol(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyPrepareProtocol(cls);
    }

    /** Whatever it is given means nothing. */
    @PythonInit(raw = true)
    void init(PyObject[] args, PyStr[] names) {}
}
