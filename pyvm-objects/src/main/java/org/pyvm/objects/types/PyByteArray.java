package org.pyvm.objects.types;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code bytearray}. */
public class PyByteArray extends PyAttributed {
    public static final PyType TYPE = PyType.builtin("builtins", "bytearray", new Slots(), null);

    public PyByteArray() {
        super(TYPE);
    }

    /** A fresh array. */
    public final byte[] toByteArray() {
        return new byte[0];
    }
}
