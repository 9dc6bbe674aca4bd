package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** One object, some number of times or without end. */
@PythonType(name = "repeat", module = "itertools", parts = IterIsSelf.class)
public final class Repeat extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "repeat", new RepeatExposed.SlotTable(), new RepeatExposed());

    private final PyObject element;
    /** How often it is still to be given; negative for without end. */
    private long remaining;

    private Repeat(PyType cls, PyObject element, long remaining) {
        super(cls);
        this.element = element;
        this.remaining = remaining;
    }

    @PythonNew("($cls, object, times=<unrepresentable>)")
    static PyObject make(ThreadState thread, PyType cls, PyObject element, PyObject times) {
        return new Repeat(cls, element, times == null ? -1 : Math.max(0, Numbers.toLong(Numbers.index(thread, times))));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (remaining == 0) {
            return null;
        }
        if (remaining > 0) {
            remaining--;
        }
        return element;
    }

    @PythonMethod("__length_hint__($self, /)")
    long lengthHint() {
        if (remaining < 0) {
            throw PyErr.typeError("len() of unsized object");
        }
        return remaining;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder text = new StrBuilder().append(type().name()).append('(').append(Objects.repr(thread, element));
        if (remaining >= 0) {
            text.append(", ").append(Long.toString(remaining));
        }
        return text.append(')').toPyStr();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), remaining < 0 ? PyTuple.of(element) : PyTuple.of(element, PyInt.of(remaining)));
    }
}
