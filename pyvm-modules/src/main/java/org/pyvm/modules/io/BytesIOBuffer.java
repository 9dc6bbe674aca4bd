package org.pyvm.modules.io;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code _io._BytesIOBuffer}: what the memory view of {@link BytesIO#getBuffer} is a view of. */
@PythonType(name = "_BytesIOBuffer", module = "_io")
public final class BytesIOBuffer extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_io", "_BytesIOBuffer", new BytesIOBufferExposed.SlotTable(), new BytesIOBufferExposed())
            .notSubclassable();

    private final BytesIO file;

    BytesIOBuffer(BytesIO file) {
        super(TYPE);
        this.file = file;
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(ThreadState thread, int flags) {
        return file.memory(this);
    }
}
