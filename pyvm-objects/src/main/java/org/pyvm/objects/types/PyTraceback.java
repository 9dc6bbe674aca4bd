package org.pyvm.objects.types;

import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code traceback}: one frame that an exception passed, outermost first. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "traceback", new Slots(), null).notSubclassable();

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
}
