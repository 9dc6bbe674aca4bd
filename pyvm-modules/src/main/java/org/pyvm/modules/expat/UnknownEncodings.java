package org.pyvm.modules.expat;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.types.PyStr;

/** Encodings that the parser does not know itself: it asks Python's codecs what each byte means. */
public final class UnknownEncodings {
    private UnknownEncodings() {}

    /** The character of each of the 256 bytes, -1 for none. @throws PyErr when there is no such encoding of single bytes */
    public static int[] characters(ThreadState thread, String name) {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        PyStr decoded = Codecs.decode(thread, all, name, "replace");
        if (decoded.length() != all.length) {
            throw PyErr.valueError("multi-byte encodings are not supported");
        }
        int[] characters = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            int c = decoded.codePointAt(i);
            characters[i] = c == 0xFFFD ? -1 : c;
        }
        return characters;
    }
}
