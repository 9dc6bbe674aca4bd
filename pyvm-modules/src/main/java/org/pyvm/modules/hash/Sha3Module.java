package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyType;

/** The module {@code _sha3}. */
@PythonModule("_sha3")
public final class Sha3Module {
    @PythonConstant("sha3_224")
    static final PyType SHA3_224 = Sha3Hash.SHA3_224;

    @PythonConstant("sha3_256")
    static final PyType SHA3_256 = Sha3Hash.SHA3_256;

    @PythonConstant("sha3_384")
    static final PyType SHA3_384 = Sha3Hash.SHA3_384;

    @PythonConstant("sha3_512")
    static final PyType SHA3_512 = Sha3Hash.SHA3_512;

    @PythonConstant("shake_128")
    static final PyType SHAKE_128 = ShakeHash.SHAKE_128;

    @PythonConstant("shake_256")
    static final PyType SHAKE_256 = ShakeHash.SHAKE_256;

    @PythonConstant("implementation")
    static final String IMPLEMENTATION = "pyvm";

    Sha3Module() {}
}
