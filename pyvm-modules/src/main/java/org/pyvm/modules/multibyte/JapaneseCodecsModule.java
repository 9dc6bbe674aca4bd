package org.pyvm.modules.multibyte;

import java.util.Set;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The module {@code _codecs_jp}. */
@PythonModule("_codecs_jp")
public final class JapaneseCodecsModule {
    private static final Set<String> ENCODINGS =
            Set.of("shift_jis", "cp932", "euc_jp", "shift_jis_2004", "euc_jis_2004", "euc_jisx0213", "shift_jisx0213");

    JapaneseCodecsModule() {}

    @PythonFunction("getcodec(name, /)")
    static PyObject getCodec(ThreadState thread, PyObject name) {
        return Codings.codec(thread, ENCODINGS, name);
    }
}
