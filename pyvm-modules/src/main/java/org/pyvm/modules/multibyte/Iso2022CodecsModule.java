package org.pyvm.modules.multibyte;

import java.util.Set;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The module {@code _codecs_iso2022}. */
@PythonModule("_codecs_iso2022")
public final class Iso2022CodecsModule {
    private static final Set<String> ENCODINGS = Set.of(
            "iso2022_kr",
            "iso2022_jp",
            "iso2022_jp_1",
            "iso2022_jp_2",
            "iso2022_jp_2004",
            "iso2022_jp_3",
            "iso2022_jp_ext");

    Iso2022CodecsModule() {}

    @PythonFunction("getcodec(name, /)")
    static PyObject getCodec(ThreadState thread, PyObject name) {
        return Codings.codec(thread, ENCODINGS, name);
    }
}
