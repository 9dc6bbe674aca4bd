package org.pyvm.modules.builtins;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** Decodes source files whose encoding only Python's codec registry knows. */
final class SourceEncodings {
    private SourceEncodings() {}

    /** The text, or null when there is no such codec. */
    static String decode(ThreadState thread, String encoding, byte[] bytes) {
        PyObject codecs = thread.interpreter().modules.get("_codecs");
        if (codecs == null) {
            return null;
        }
        try {
            PyObject decoder = Attributes.get(thread, codecs, "decode");
            PyObject text = Calls.call(thread, decoder, PyBytes.of(bytes), PyStr.of(encoding));
            return text instanceof PyStr str ? str.toString() : null;
        } catch (PyErr e) {
            if (e.matches(org.pyvm.objects.types.Exceptions.LOOKUP_ERROR)) {
                return null;
            }
            throw e;
        }
    }
}
