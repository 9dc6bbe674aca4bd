package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;

/** {@code traceback}: one frame that an exception passed, outermost first. */
@PythonType(name = "traceback")
public final class PyTraceback extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "traceback", new PyTracebackExposed.SlotTable(), new PyTracebackExposed())
            .notSubclassable();

    private PyTraceback next;
    private final PyFrame frame;
    private final int lastInstruction;
    private final int line;

    /**
     * @param next the entry of the frame that was called, null at the place of the raise
     * @param lastInstruction offset in bytes
     * @param line 0 when there is none
     */
    public PyTraceback(PyTraceback next, PyFrame frame, int lastInstruction, int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        frame.expose();
        this.lastInstruction = lastInstruction;
        this.line = line;
    }

    public PyTraceback next() {
        return next;
    }

    /** Assignment to {@code tb_next}; the caller has checked for loops. */
    public void setNext(PyTraceback newNext) {
        next = newNext;
    }

    public PyFrame frame() {
        return frame;
    }

    public int lastInstruction() {
        return lastInstruction;
    }

    public int line() {
        return line;
    }

    @PythonNew("($cls, tb_next, tb_frame, tb_lasti, tb_lineno)")
    static PyObject make(ThreadState thread, PyType cls, PyObject next, PyObject frame, PyObject lasti, PyObject line) {
        if (next != Singletons.NONE && !(next instanceof PyTraceback)) {
            throw PyErr.typeError("expected traceback object or None, got '%T'", next);
        }
        if (!(frame instanceof PyFrame f)) {
            throw PyErr.typeError("TracebackType() argument 'tb_frame' must be frame, not %T", frame);
        }
        return new PyTraceback(
                next instanceof PyTraceback tb ? tb : null, f, (int) Numbers.toIndex(thread, lasti), (int)
                        Numbers.toIndex(thread, line));
    }

    @PythonGetter(value = "tb_frame", member = true)
    PyObject getFrame() {
        return frame;
    }

    @PythonGetter(value = "tb_lasti", member = true)
    int getLastInstruction() {
        return lastInstruction;
    }

    @PythonGetter("tb_lineno")
    int getLine() {
        return line;
    }

    @PythonGetter("tb_next")
    PyObject getNext() {
        return next == null ? Singletons.NONE : next;
    }

    @PythonSetter("tb_next")
    void setNextChecked(PyObject value) {
        if (value != Singletons.NONE && !(value instanceof PyTraceback)) {
            throw PyErr.typeError("expected traceback object, got '%T'", value);
        }
        PyTraceback chosen = value instanceof PyTraceback tb ? tb : null;
        for (PyTraceback tb = chosen; tb != null; tb = tb.next) {
            if (tb == this) {
                throw PyErr.valueError("traceback loop detected");
            }
        }
        next = chosen;
    }

    @PythonMethod("__dir__($self, /)")
    PyObject dir() {
        return PyList.of(
                PyStr.intern("tb_frame"), PyStr.intern("tb_next"), PyStr.intern("tb_lasti"), PyStr.intern("tb_lineno"));
    }
}
