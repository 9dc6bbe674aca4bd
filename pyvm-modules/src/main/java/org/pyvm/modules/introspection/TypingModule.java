package org.pyvm.modules.introspection;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;

/** The module {@code _typing}: a function that costs nothing and is no descriptor, for {@code typing.NewType}'s kin. */
@PythonModule("_typing")
public final class TypingModule {
    @PythonFunction("_idfunc(x, /)")
    static PyObject identity(PyObject x) {
        return x;
    }
}
