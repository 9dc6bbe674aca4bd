package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyStr;

/** What arrays of {@code c_wchar} have beside others: they are a text. */
@PythonType(name = "Array", module = "_ctypes")
final class WideArrayMembers {
    private WideArrayMembers() {}

    @PythonGetter("value")
    static PyObject value(PyArray self) {
        return PyArray.textBeforeZero(self.block.segment(), self.offset, (int) (self.size / WideText.SIZE));
    }

    @PythonSetter(value = "value", deletable = true)
    static void setValue(PyArray self, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("can't delete attribute");
        }
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("unicode string expected instead of %T instance", value);
        }
        long room = self.size / WideText.SIZE;
        if (text.length() > room) {
            throw PyErr.valueError("string too long");
        }
        WideText.write(text, self.block.segment(), self.offset, room);
    }
}
