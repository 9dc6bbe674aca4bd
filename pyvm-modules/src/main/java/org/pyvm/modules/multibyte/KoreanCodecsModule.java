package org.pyvm.modules.multibyte;

import java.util.Set;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The module {@code _codecs_kr}. */
@PythonModule("_codecs_kr")
public final class KoreanCodecsModule {
    private static final Set<String> ENCODINGS = Set.of("euc_kr", "cp949", "johab");

    KoreanCodecsModule() {}

    @PythonFunction("getcodec(name, /)")
    static PyObject getCodec(ThreadState thread, PyObject name) {
        return Codings.codec(thread, ENCODINGS, name);
    }
}
