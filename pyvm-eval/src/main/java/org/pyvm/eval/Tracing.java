package org.pyvm.eval;

import java.util.Arrays;
import java.util.function.Supplier;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Opcodes;
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

    /**
     * A frame is entered, for the first time or again.
     *
     * @param thrown what is to be raised in it, or null
     * @return the same, or what the trace function has raised instead
     */
    static PyErr entered(ThreadState thread, Frame frame, PyErr thrown) {
        try {
            if (thread.interpreter().isInstrumented()) {
                Instruments.entered(thread, frame);
            }
            if (thread.tracing == 0) {
                if (thread.traceFunction() != null) {
                    told(frame, event(thread, frame, thread.traceFunction(), CALL, Singletons.NONE, true));
                }
                if (thread.profileFunction() != null) {
                    event(thread, frame, thread.profileFunction(), CALL, Singletons.NONE, false);
                }
            }
            return thrown;
        } catch (PyErr e) {
            return e;
        }
    }

    /** An exception leaves a frame. */
    static void left(ThreadState thread, Frame frame) {
        if (thread.interpreter().isInstrumented()) {
            Instruments.left(thread, frame);
        }
        tellReturn(thread, frame, Singletons.NONE);
    }

    /** A frame has returned or yielded. */
    static void returned(ThreadState thread, Frame frame, PyObject result) {
        if (thread.interpreter().isInstrumented()) {
            Instruments.returned(thread, frame, result);
        }
        tellReturn(thread, frame, result);
    }

    private static void tellReturn(ThreadState thread, Frame frame, PyObject result) {
        if (thread.tracing != 0) {
            return;
        }
        if (thread.traceFunction() != null && frame.trace != null) {
            fire(thread, frame, RETURN, result);
        }
        if (thread.profileFunction() != null) {
            event(thread, frame, thread.profileFunction(), RETURN, result, false);
        }
    }

    /**
     * Called before each instruction while {@link ThreadState#stepping}; the frame's {@code lastInstruction} is still the
     * one that ran before, and its stack is up to date.
     *
     * @return the offset to go on at: another one after an assignment to {@code f_lineno}
     */
    public static int beforeInstruction(ThreadState thread, Frame frame, int offset) {
        int previous = frame.lastInstruction;
        frame.lastInstruction = offset;
        if (thread.interpreter().isInstrumented()) {
            Instruments.before(thread, frame, previous, offset);
        }
        if (thread.traceFunction() != null && thread.tracing == 0 && frame.trace != null) {
            tellInstruction(thread, frame, previous, offset);
        }
        return frame.lastInstruction;
    }

    private static void tellInstruction(ThreadState thread, Frame frame, int previous, int offset) {
        if (frame.traceLines) {
            for (int line : linesReached(frame.code().code(), previous, offset)) {
                if (frame.trace == null || frame.lastInstruction != offset) {
                    break;
                }
                frame.eventLine = line;
                try {
                    fire(thread, frame, LINE, Singletons.NONE);
                } finally {
                    frame.eventLine = 0;
                }
            }
        }
        if (frame.traceOpcodes && frame.trace != null && thread.traceFunction() != null) {
            fire(thread, frame, OPCODE, Singletons.NONE);
        }
    }

    /**
     * The lines that line events tell of when control goes from one instruction to another (PEP 626).
     *
     * @param previous offset of the instruction that ran before, or -1
     */
    static int[] linesReached(CodeObject code, int previous, int offset) {
        int last = previous < 0 ? -1 : code.lineAt(previous);
        int[] passed = code.linesPassed(previous, offset);
        int[] lines = new int[passed.length + 1];
        int count = 0;
        for (int line : passed) {
            if (line != last) {
                lines[count++] = line;
                last = line;
            }
        }
        int line = code.lineAt(offset);
        if (line > 0 && (line != last || offset < previous && (code.code()[offset] & 0xFF) != Opcodes.YIELD_FROM)) {
            lines[count++] = line;
        }
        return Arrays.copyOf(lines, count);
    }

    /** Called when an exception has reached a frame. */
    static void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        if (thread.interpreter().isInstrumented()) {
            Instruments.raised(thread, frame, exception);
        }
        if (thread.traceFunction() == null || thread.tracing != 0 || frame.trace == null) {
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
        event(thread, caller, thread.profileFunction(), C_CALL, builtin, false);
        PyObject result;
        try {
            result = call.get();
        } catch (PyErr e) {
            if (thread.profileFunction() != null) {
                event(thread, caller, thread.profileFunction(), C_EXCEPTION, builtin, false);
            }
            throw e;
        }
        if (thread.profileFunction() != null) {
            event(thread, caller, thread.profileFunction(), C_RETURN, builtin, false);
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
        told(frame, event(thread, frame, frame.trace, what, argument, true));
    }

    /** What a trace function returns takes its place in the frame. */
    private static void told(Frame frame, PyObject local) {
        if (local != Singletons.NONE) {
            frame.trace = local;
        }
    }

    private static PyObject event(
            ThreadState thread, Frame frame, PyObject function, PyStr what, PyObject argument, boolean tracing) {
        thread.tracing++;
        frame.expose();
        try {
            return Calls.call(thread, function, frame, what, argument);
        } catch (PyErr e) {
            // As in CPython, a trace function that raises is switched off.
            if (tracing) {
                thread.setTraceFunction(null);
                frame.trace = null;
            } else {
                thread.setProfileFunction(null);
            }
            throw e;
        } finally {
            thread.tracing--;
        }
    }
}
