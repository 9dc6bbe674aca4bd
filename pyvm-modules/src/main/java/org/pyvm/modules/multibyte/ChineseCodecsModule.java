package org.pyvm.modules.multibyte;

import java.util.Set;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The module {@code _codecs_cn}. */
@PythonModule("_codecs_cn")
public final class ChineseCodecsModule {
    private static final Set<String> ENCODINGS = Set.of("gb2312", "gbk", "gb18030", "hz");

    ChineseCodecsModule() {}

    @PythonFunction("getcodec(name, /)")
    static PyObject getCodec(ThreadState thread, PyObject name) {
        return Codings.codec(thread, ENCODINGS, name);
    }
}
