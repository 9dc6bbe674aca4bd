package org.pyvm.eval;

import java.util.function.Supplier;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code sys.settrace} and {@code sys.setprofile}: which events a frame gives, and what their functions may do. */
public final class Tracing {
    private static final PyStr CALL = PyStr.intern("call");
    private static final PyStr LINE = PyStr.intern("line");
    private static final PyStr RETURN = PyStr.intern("return");
    private static final PyStr EXCEPTION = PyStr.intern("exception");
    private static final PyStr OPCODE = PyStr.intern("opcode");
    private static final PyStr C_CALL = PyStr.intern("c_call");
    private static final PyStr C_RETURN = PyStr.intern("c_return");
    private static final PyStr C_EXCEPTION = PyStr.intern("c_exception");

    private Tracing() {}

    /** How a strategy runs a frame. */
    @FunctionalInterface
    public interface Body {
        PyObject run(ThreadState thread, Frame frame, PyErr thrown);
    }

    /** Runs a frame between its call and return events. */
    public static PyObject call(ThreadState thread, Frame frame, PyErr thrown, Body body) {
        if (thread.tracing == 0) {
            if (thread.traceFunction != null) {
                PyObject local = event(thread, frame, thread.traceFunction, CALL, Singletons.NONE, true);
                frame.trace = local == Singletons.NONE ? null : local;
            }
            if (thread.profileFunction != null) {
                event(thread, frame, thread.profileFunction, CALL, Singletons.NONE, false);
            }
        }
        frame.tracedLine = -1;
        PyObject result;
        try {
            result = body.run(thread, frame, thrown);
        } catch (PyErr e) {
            returned(thread, frame, Singletons.NONE);
            throw e;
        }
        returned(thread, frame, result);
        return result;
    }

    private static void returned(ThreadState thread, Frame frame, PyObject result) {
        if (thread.tracing != 0) {
            return;
        }
        if (thread.traceFunction != null && frame.trace != null) {
            event(thread, frame, frame.trace, RETURN, result, true);
        }
        if (thread.profileFunction != null) {
            event(thread, frame, thread.profileFunction, RETURN, result, false);
        }
    }

    /**
     * Called before each instruction while a trace function is set.
     *
     * @return the offset to go on at: another one after an assignment to {@code f_lineno}
     */
    public static int beforeInstruction(ThreadState thread, Frame frame, int offset) {
        if (thread.tracing != 0 || frame.trace == null) {
            return offset;
        }
        CodeObject code = frame.code().code();
        int line = code.lineAt(offset);
        boolean backward = offset < frame.tracedOffset;
        if (frame.traceLines && line > 0 && (line != frame.tracedLine || backward)) {
            frame.tracedLine = line;
            fire(thread, frame, LINE, Singletons.NONE);
        }
        frame.tracedOffset = offset;
        if (frame.traceOpcodes && frame.trace != null) {
            fire(thread, frame, OPCODE, Singletons.NONE);
        }
        return offset;
    }

    /** Called when an exception has reached a frame. */
    public static void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        if (thread.traceFunction == null || thread.tracing != 0 || frame.trace == null) {
            return;
        }
        PyObject traceback = exception.traceback() == null ? Singletons.NONE : exception.traceback();
        fire(thread, frame, EXCEPTION, PyTuple.of(exception.type(), exception, traceback));
    }

    /** A call that an instruction makes while there is a profiler: one of a built-in function is told to it. */
    public static PyObject profiledCall(ThreadState thread, PyObject callable, PyObject[] args, PyStr[] names) {
        return profiled(thread, callable, args, () -> Calls.call(thread, callable, args, names));
    }

    /** The same for a call with keywords in a dictionary. */
    public static PyObject profiledCallWithDict(
            ThreadState thread, PyObject callable, PyObject[] args, PyDict keywords) {
        return profiled(thread, callable, args, () -> Calls.callWithDict(thread, callable, args, keywords));
    }

    private static PyObject profiled(ThreadState thread, PyObject callable, PyObject[] args, Supplier<PyObject> call) {
        PyObject builtin = builtin(thread, callable, args);
        if (builtin == null || thread.tracing != 0) {
            return call.get();
        }
        Frame caller = (Frame) thread.frame;
        event(thread, caller, thread.profileFunction, C_CALL, builtin, false);
        PyObject result;
        try {
            result = call.get();
        } catch (PyErr e) {
            if (thread.profileFunction != null) {
                event(thread, caller, thread.profileFunction, C_EXCEPTION, builtin, false);
            }
            throw e;
        }
        if (thread.profileFunction != null) {
            event(thread, caller, thread.profileFunction, C_RETURN, builtin, false);
        }
        return result;
    }

    /** What the events of a call are about; null for what is not built in, and for types. */
    private static PyObject builtin(ThreadState thread, PyObject callable, PyObject[] args) {
        if (callable instanceof PyBuiltinFunction) {
            return callable;
        }
        boolean unbound = callable instanceof PyMethodDescriptor && args.length > 0;
        return unbound ? callable.type().slots().descrGet(thread, callable, args[0], args[0].type()) : null;
    }

    private static void fire(ThreadState thread, Frame frame, PyStr what, PyObject argument) {
        PyObject local = event(thread, frame, frame.trace, what, argument, true);
        if (local != Singletons.NONE) {
            frame.trace = local;
        }
    }

    private static PyObject event(
            ThreadState thread, Frame frame, PyObject function, PyStr what, PyObject argument, boolean tracing) {
        thread.tracing++;
        try {
            return Calls.call(thread, function, frame, what, argument);
        } catch (PyErr e) {
            // As in CPython, a trace function that raises is switched off.
            if (tracing) {
                thread.traceFunction = null;
                frame.trace = null;
            } else {
                thread.profileFunction = null;
            }
            throw e;
        } finally {
            thread.tracing--;
        }
    }
}
