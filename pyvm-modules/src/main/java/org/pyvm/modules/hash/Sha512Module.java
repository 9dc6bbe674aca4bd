package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The module {@code _sha512}. */
@PythonModule("_sha512")
public final class Sha512Module {
    @PythonConstant("SHA384Type")
    static final PyType SHA384 = MessageHash.SHA384;

    @PythonConstant("SHA512Type")
    static final PyType SHA512 = MessageHash.SHA512;

    Sha512Module() {}

    @PythonFunction("sha384(string=<none>, *, usedforsecurity=True)")
    static PyObject sha384(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, SHA384, string);
    }

    @PythonFunction("sha512(string=<none>, *, usedforsecurity=True)")
    static PyObject sha512(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, SHA512, string);
    }
}
