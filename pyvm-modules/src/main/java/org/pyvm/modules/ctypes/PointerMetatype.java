package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The methods of the metaclass of pointers. */
@PythonType(
        name = "PyCPointerType",
        module = "_ctypes",
        parts = {FromMemory.class, FromParam.class})
final class PointerMetatype {
    private PointerMetatype() {}

    @PythonMethod("set_type($self, type, /)")
    static void setType(ThreadState thread, PyType self, PyObject target) {
        SequenceTypes.setTarget(CTypeInfo.of(self), target);
        self.put(SequenceTypes.TYPE, target);
    }
}
