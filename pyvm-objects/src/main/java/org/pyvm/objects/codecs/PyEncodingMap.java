package org.pyvm.objects.codecs;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyStr;

/** {@code EncodingMap}: the bytes of an encoding by character, which {@code charmap_build} makes of its decoding table. */
@PythonType(name = "EncodingMap", module = "builtins")
public final class PyEncodingMap extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "EncodingMap", new PyEncodingMapExposed.SlotTable(), new PyEncodingMapExposed())
            .notSubclassable();

    private static final int PAGE = 256;

    /** Bytes by the high and the low part of the code point, -1 for none; most pages are absent. */
    private final short[][] pages = new short[0x10000 / PAGE][];

    private int pageCount;

    /** @param table 256 characters of the BMP, by byte */
    PyEncodingMap(PyStr table) {
        super(TYPE);
        for (int b = 255; b >= 0; b--) {
            int c = table.codePointAt(b);
            if (c == 0xFFFE) {
                continue;
            }
            if (pages[c / PAGE] == null) {
                pages[c / PAGE] = new short[PAGE];
                Arrays.fill(pages[c / PAGE], (short) -1);
                pageCount++;
            }
            pages[c / PAGE][c % PAGE] = (short) b;
        }
    }

    /** Whether a table has the form that such a map needs; for another one a dict is made. */
    public static boolean fits(PyStr table) {
        if (table.length() != 256 || table.bmp() == null || table.codePointAt(0) != 0) {
            return false;
        }
        for (int i = 1; i < 256; i++) {
            if (table.codePointAt(i) == 0) {
                return false;
            }
        }
        return true;
    }

    public static PyEncodingMap of(PyStr table) {
        return new PyEncodingMap(table);
    }

    /** The byte of a character, or -1. */
    int get(int c) {
        short[] page = c < 0x10000 ? pages[c / PAGE] : null;
        return page == null ? -1 : page[c % PAGE];
    }

    @PythonMethod("size($self, /)")
    int size() {
        return 16 + pageCount * PAGE;
    }
}
