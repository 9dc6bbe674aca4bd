package org.pyvm.modules.multibyte;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/** The encodings that an interpreter has asked for. */
final class Codings {
    private final CharacterTables tables = new CharacterTables();
    private final Map<String, Coding> codings = new HashMap<>();

    private Codings() {}

    /** A new codec for an encoding. @param encodings those that the module has */
    static PyObject codec(ThreadState thread, Set<String> encodings, PyObject name) {
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("encoding name must be a string.");
        }
        String encoding = text.toString();
        if (!encodings.contains(encoding)) {
            throw PyErr.of(Exceptions.LOOKUP_ERROR, "no such codec is supported.");
        }
        Codings all = thread.interpreter().service(Codings.class, Codings::new);
        return new PyMultibyteCodec(all.codings.computeIfAbsent(encoding, all::make));
    }

    private Coding make(String name) {
        if (name.startsWith("iso2022")) {
            return new Iso2022Coding(name, tables);
        }
        return switch (name) {
            case "hz" -> new HzCoding(name, tables.get("gb2312"));
            case "gb18030" -> new Gb18030Coding(name, tables.get(name));
            case "euc_kr" -> new EucKrCoding(name, tables.get(name));
            default -> new TableCoding(name, tables.get(name));
        };
    }
}
