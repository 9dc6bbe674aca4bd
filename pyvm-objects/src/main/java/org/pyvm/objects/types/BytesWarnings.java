package org.pyvm.objects.types;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;

/** The warnings that {@code -b} asks for, where bytes are taken for text. */
final class BytesWarnings {
    private BytesWarnings() {}

    /** {@code str(b'')}. @param what {@code a bytes} or {@code a bytearray} */
    static void onStr(ThreadState thread, String what) {
        if (thread.interpreter().bytesWarning()) {
            warn(thread, "str() on " + what + " instance");
        }
    }

    /** {@code b'' == ''}, and for bytes {@code b'' == 0}, which have come to {@code ==} as unequal kinds. */
    static void onComparison(ThreadState thread, String what, PyObject other, Comparison op) {
        if (!thread.interpreter().bytesWarning() || op != Comparison.EQ && op != Comparison.NE) {
            return;
        }
        if (other instanceof PyStr) {
            warn(thread, "Comparison between " + what + " and string");
        } else if (other instanceof PyInt && what.equals("bytes")) {
            warn(thread, "Comparison between bytes and int");
        }
    }

    private static void warn(ThreadState thread, String text) {
        Warnings.warn(thread, Exceptions.BYTES_WARNING, text, 1);
    }
}
