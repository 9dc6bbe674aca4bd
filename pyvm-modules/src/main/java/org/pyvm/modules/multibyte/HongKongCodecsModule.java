package org.pyvm.modules.multibyte;

import java.util.Set;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The module {@code _codecs_hk}. */
@PythonModule("_codecs_hk")
public final class HongKongCodecsModule {
    private static final Set<String> ENCODINGS = Set.of("big5hkscs");

    HongKongCodecsModule() {}

    @PythonFunction("getcodec(name, /)")
    static PyObject getCodec(ThreadState thread, PyObject name) {
        return Codings.codec(thread, ENCODINGS, name);
    }
}
