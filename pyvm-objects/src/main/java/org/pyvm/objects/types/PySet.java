package org.pyvm.objects.types;

import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code set}. */
public class PySet extends PyAttributed {
    public static final PyType TYPE = PyType.builtin("builtins", "set", new Slots(), null);

    private final PyDict items = new PyDict();

    public PySet() {
        super(TYPE);
    }

    public final void add(ThreadState thread, PyObject item) {
        items.put(thread, item, item);
    }
}
