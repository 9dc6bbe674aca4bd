package org.pyvm.objects;

import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** What a traceback and {@code sys._getframe} need of a frame; the frame that runs is in the evaluation module. */
public abstract class PyFrame extends PyObject {
    private PyFrame back;
    private boolean exposed;

    protected PyFrame(PyType type) {
        super(type);
    }

    /** {@code f_code}. */
    public abstract PyCode code();

    /** {@code f_lasti}: offset in bytes of the instruction that runs or ran last, -1 before the first. */
    public abstract int lastInstruction();

    /** {@code f_lineno}; 0 when there is none. */
    public abstract int line();

    /** {@code f_globals}. */
    public abstract PyDict globals();

    /** {@code f_builtins}. */
    public abstract PyDict builtins();

    /** {@code f_locals}: in a function a snapshot that is brought up to date at each call. */
    public abstract PyObject locals(ThreadState thread);

    /** {@code f_back}: the caller's frame, null for the outermost and for a suspended generator. */
    public final PyFrame back() {
        return back;
    }

    public final void setBack(PyFrame caller) {
        back = caller;
        if (exposed && caller != null) {
            // A generator's frame that is resumed.
            caller.expose();
        }
    }

    /**
     * Python code gets hold of the frame, and by {@code f_back} of its callers: none of them may be used for another call.
     */
    public final void expose() {
        for (PyFrame frame = this; frame != null && !frame.exposed; frame = frame.back) {
            frame.exposed = true;
        }
    }

    /** Whether {@link #expose} was called. */
    public final boolean isExposed() {
        return exposed;
    }

    /** The value of the first parameter, or null: what {@code super()} takes as its object. */
    public abstract PyObject firstArgument();

    /** The cell of a free variable, e.g. {@code __class__}, or null. */
    public abstract PyObject freeVariableCell(PyStr name);

    /** {@code frame.clear()}. */
    public abstract void clear(ThreadState thread);
}
