package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyTuple;

/** The items of which the selector is true. */
@PythonType(name = "compress", module = "itertools", parts = IterIsSelf.class)
public final class Compress extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "compress", new CompressExposed.SlotTable(), new CompressExposed());

    private final PyObject data;
    private final PyObject selectors;

    private Compress(PyType cls, PyObject data, PyObject selectors) {
        super(cls);
        this.data = data;
        this.selectors = selectors;
    }

    @PythonNew("($cls, data, selectors)")
    static PyObject make(ThreadState thread, PyType cls, PyObject data, PyObject selectors) {
        PyObject iterator = Iterators.iter(thread, data);
        return new Compress(cls, iterator, Iterators.iter(thread, selectors));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        while (true) {
            PyObject item = Iterators.next(thread, data);
            PyObject selector = item == null ? null : Iterators.next(thread, selectors);
            if (selector == null) {
                return null;
            }
            if (Objects.isTrue(thread, selector)) {
                return item;
            }
        }
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(data, selectors));
    }
}
