package org.pyvm.modules.multibyte;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** The module {@code _multibytecodec}. */
@PythonModule("_multibytecodec")
public final class MultibyteCodecModule {
    @PythonConstant("MultibyteIncrementalEncoder")
    static final PyType INCREMENTAL_ENCODER = PyIncrementalEncoder.TYPE;

    @PythonConstant("MultibyteIncrementalDecoder")
    static final PyType INCREMENTAL_DECODER = PyIncrementalDecoder.TYPE;

    @PythonConstant("MultibyteStreamReader")
    static final PyType STREAM_READER = PyStreamReader.TYPE;

    @PythonConstant("MultibyteStreamWriter")
    static final PyType STREAM_WRITER = PyStreamWriter.TYPE;

    MultibyteCodecModule() {}

    /** In CPython for other modules in C, which hand over a capsule. */
    @PythonFunction("__create_codec(arg, /)")
    static PyObject createCodec(PyObject capsule) {
        throw PyErr.valueError("argument type invalid");
    }
}
