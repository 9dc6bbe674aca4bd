package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The module {@code _sha256}. */
@PythonModule("_sha256")
public final class Sha256Module {
    @PythonConstant("SHA224Type")
    static final PyType SHA224 = MessageHash.SHA224;

    @PythonConstant("SHA256Type")
    static final PyType SHA256 = MessageHash.SHA256;

    Sha256Module() {}

    @PythonFunction("sha224(string=<none>, *, usedforsecurity=True)")
    static PyObject sha224(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, SHA224, string);
    }

    @PythonFunction("sha256(string=<none>, *, usedforsecurity=True)")
    static PyObject sha256(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, SHA256, string);
    }
}
