package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The module {@code _sha1}. */
@PythonModule("_sha1")
public final class Sha1Module {
    @PythonConstant("SHA1Type")
    static final PyType SHA1 = MessageHash.SHA1;

    Sha1Module() {}

    @PythonFunction("sha1(string=<none>, *, usedforsecurity=True)")
    static PyObject sha1(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, SHA1, string);
    }
}
