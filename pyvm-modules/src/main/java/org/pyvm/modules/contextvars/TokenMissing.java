package org.pyvm.modules.contextvars;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.PyStr;

/** The one value that stands for the old value of a variable that had none. */
@PythonType(name = "Token.MISSING")
final class TokenMissing extends PyObject {
    static final PyType TYPE = PyType.builtin(
                    "builtins", "Token.MISSING", new TokenMissingExposed.SlotTable(), new TokenMissingExposed())
            .notSubclassable();

    TokenMissing() {
        super(TYPE);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of("<Token.MISSING>");
    }
}
