package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** The module {@code _md5}. */
@PythonModule("_md5")
public final class Md5Module {
    @PythonConstant("MD5Type")
    static final PyType MD5 = MessageHash.MD5;

    Md5Module() {}

    @PythonFunction("md5(string=<none>, *, usedforsecurity=True)")
    static PyObject md5(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return MessageHash.of(thread, MD5, string);
    }
}
