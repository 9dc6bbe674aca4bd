package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code str_iterator}: the characters of a string. */
@PythonType(name = "str_iterator", module = "builtins")
public final class PyStrIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "str_iterator", new PyStrIteratorExposed.SlotTable(), new PyStrIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyStr text;

    private int index;

    public PyStrIterator(PyStr text) {
        super(TYPE);
        this.text = text;
    }

    /** The next character, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next() {
        PyStr source = text;
        if (source == null) {
            return null;
        }
        if (index < source.length()) {
            return PyStr.ofCodePoint(source.codePointAt(index++));
        }
        text = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return text == null ? 0 : text.length() - index;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return text == null ? IteratorPickles.iter(thread, PyStr.EMPTY) : IteratorPickles.iter(thread, text, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (text != null) {
            index = Math.clamp(position, 0, text.length());
        }
    }
}
