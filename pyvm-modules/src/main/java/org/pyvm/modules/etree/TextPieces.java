package org.pyvm.modules.etree;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/**
 * Text that came in several pieces. They are joined when the text is asked for, since only then may one learn that something among them
 * was no text. No program ever sees this list.
 */
final class TextPieces extends PyList {
    TextPieces(PyObject first, PyObject second) {
        append(first);
        append(second);
    }

    PyStr join(ThreadState thread) {
        StrBuilder all = new StrBuilder();
        for (int i = 0; i < size(); i++) {
            if (!(get(i) instanceof PyStr piece)) {
                throw PyErr.typeError("sequence item %d: expected str instance, %T found", i, get(i));
            }
            all.append(piece);
        }
        return all.toPyStr();
    }
}
