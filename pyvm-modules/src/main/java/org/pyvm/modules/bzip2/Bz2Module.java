package org.pyvm.modules.bzip2;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyType;

/** The module {@code _bz2}. */
@PythonModule("_bz2")
public final class Bz2Module {
    @PythonConstant("BZ2Compressor")
    static final PyType COMPRESSOR = Bz2Compressor.TYPE;

    @PythonConstant("BZ2Decompressor")
    static final PyType DECOMPRESSOR = Bz2Decompressor.TYPE;

    Bz2Module() {}
}
