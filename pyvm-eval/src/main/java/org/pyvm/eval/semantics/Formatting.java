package org.pyvm.eval.semantics;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

/** f-strings. */
public final class Formatting {
    private Formatting() {}

    /** @param spec null for none; @param conversion 0 none, 1 str, 2 repr, 3 ascii */
    @Semantics("FORMAT_VALUE")
    public static PyObject formatValue(ThreadState thread, PyObject value, PyObject spec, int conversion) {
        PyObject converted = switch (conversion & 3) {
            case 1 -> Objects.str(thread, value);
            case 2 -> Objects.repr(thread, value);
            case 3 -> Objects.ascii(thread, value);
            default -> value;
        };
        if (spec == null && converted.getClass() == PyStr.class) {
            return converted;
        }
        return Objects.format(thread, converted, spec == null ? PyStr.EMPTY : (PyStr) spec);
    }
}
