package org.pyvm.eval;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code sys.settrace} and {@code sys.setprofile}: which events a frame gives, and what their functions may do. */
public final class Tracing {
    /** What a trace function is told of; the first argument of a profiler's events too. */
    enum Event {
        CALL,
        LINE,
        RETURN,
        EXCEPTION,
        OPCODE,
        C_CALL,
        C_RETURN,
        C_EXCEPTION;

        private final PyStr spelled = PyStr.intern(name().toLowerCase(Locale.ROOT));
    }

    private static final int[] NO_LINES = {};

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
                    told(frame, event(thread, frame, thread.traceFunction(), Event.CALL, Singletons.NONE, true));
                }
                if (thread.profileFunction() != null) {
                    event(thread, frame, thread.profileFunction(), Event.CALL, Singletons.NONE, false);
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
        if (thread.traceFunction() != null && frame.traced().trace != null) {
            fire(thread, frame, Event.RETURN, result);
        }
        if (thread.profileFunction() != null) {
            event(thread, frame, thread.profileFunction(), Event.RETURN, result, false);
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
        boolean traced = thread.traceFunction() != null && thread.tracing == 0 && frame.traced().trace != null;
        boolean instrumented = thread.interpreter().isInstrumented();
        if (!traced && !instrumented) {
            return offset;
        }
        int[] lines = linesReached(frame, previous, offset);
        if (instrumented) {
            Instruments.before(thread, frame, lines, offset);
        }
        if (traced) {
            tellInstruction(thread, frame, offset, lines);
        }
        return frame.lastInstruction;
    }

    private static void tellInstruction(ThreadState thread, Frame frame, int offset, int[] lines) {
        if (frame.traced().traceLines) {
            for (int line : lines) {
                if (frame.traced().trace == null || frame.lastInstruction != offset) {
                    break;
                }
                frame.traced().eventLine = line;
                try {
                    fire(thread, frame, Event.LINE, Singletons.NONE);
                } finally {
                    frame.traced().eventLine = 0;
                }
            }
        }
        if (frame.traced().traceOpcodes && frame.traced().trace != null && thread.traceFunction() != null) {
            fire(thread, frame, Event.OPCODE, Singletons.NONE);
        }
    }

    /**
     * The lines that line events tell of when control goes from one instruction to another (PEP 626). An instruction
     * without a line counts to the one before it: CPython has a copy for each way that leads there.
     *
     * @param previous offset of the instruction that ran before, or -1
     */
    private static int[] linesReached(Frame frame, int previous, int offset) {
        CodeObject code = frame.code().code();
        int last = previous < 0 ? -1 : code.tracedLineAt(previous);
        if (previous >= 0 && last <= 0) {
            last = frame.traced().lastLine;
        }
        int[] passed = code.linesPassed(previous, offset);
        int line = code.tracedLineAt(offset);
        if (passed.length == 0 && line == last && offset >= previous) {
            frame.traced().lastLine = line;
            return NO_LINES;
        }
        int[] lines = new int[passed.length + 1];
        int count = 0;
        for (int other : passed) {
            if (other != last) {
                lines[count++] = other;
                last = other;
            }
        }
        if (line > 0 && (line != last || offset < previous && (code.code()[offset] & 0xFF) != Opcodes.YIELD_FROM)) {
            lines[count++] = line;
        }
        frame.traced().lastLine = line > 0 ? line : last;
        return Arrays.copyOf(lines, count);
    }

    /** Called when an exception has reached a frame. */
    static void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        if (thread.interpreter().isInstrumented()) {
            Instruments.raised(thread, frame, exception);
        }
        if (thread.traceFunction() == null || thread.tracing != 0 || frame.traced().trace == null) {
            return;
        }
        PyObject traceback = exception.traceback() == null ? Singletons.NONE : exception.traceback();
        fire(thread, frame, Event.EXCEPTION, PyTuple.of(exception.type(), exception, traceback));
    }

    /**
     * YIELD_FROM has come to the end of what it delegates to. CPython asks a coroutine by its {@code send} while there is a
     * trace function, which then hears of the StopIteration; a generator's end without a value is none.
     */
    public static void delegateEnded(ThreadState thread, Frame frame, PyObject iterator, PyObject sent) {
        if (thread.traceFunction() == null || thread.tracing != 0 || frame.traced().trace == null) {
            return;
        }
        PyObject result = thread.stopValue;
        boolean raises = iterator instanceof PyCoroutine
                || iterator instanceof PyAsyncGeneratorStep
                || iterator.type().isHeapType();
        if (raises || sent != Singletons.NONE || result != Singletons.NONE) {
            tellStop(thread, frame, result);
        }
    }

    /** FOR_ITER has come to the end: a trace function hears of a StopIteration that was raised, or has a value. */
    public static void iterationEnded(ThreadState thread, Frame frame, PyObject iterator) {
        if (thread.traceFunction() == null || thread.tracing != 0 || frame.traced().trace == null) {
            return;
        }
        PyObject result = iterator instanceof PyGenerator ? thread.stopValue : Singletons.NONE;
        if (result != Singletons.NONE || iterator.type().isHeapType()) {
            tellStop(thread, frame, result);
        }
    }

    private static void tellStop(ThreadState thread, Frame frame, PyObject result) {
        PyObject stop = result == Singletons.NONE
                ? Calls.call(thread, Exceptions.STOP_ITERATION)
                : Calls.call(thread, Exceptions.STOP_ITERATION, result);
        fire(thread, frame, Event.EXCEPTION, PyTuple.of(Exceptions.STOP_ITERATION, stop, Singletons.NONE));
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
        event(thread, caller, thread.profileFunction(), Event.C_CALL, builtin, false);
        PyObject result;
        try {
            result = call.get();
        } catch (PyErr e) {
            if (thread.profileFunction() != null) {
                event(thread, caller, thread.profileFunction(), Event.C_EXCEPTION, builtin, false);
            }
            throw e;
        }
        if (thread.profileFunction() != null) {
            event(thread, caller, thread.profileFunction(), Event.C_RETURN, builtin, false);
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

    private static void fire(ThreadState thread, Frame frame, Event what, PyObject argument) {
        told(frame, event(thread, frame, frame.traced().trace, what, argument, true));
    }

    /** What a trace function returns takes its place in the frame. */
    private static void told(Frame frame, PyObject local) {
        if (local != Singletons.NONE) {
            frame.traced().trace = local;
        }
    }

    private static PyObject event(
            ThreadState thread, Frame frame, PyObject function, Event what, PyObject argument, boolean tracing) {
        Object before = thread.tracedEvent;
        thread.tracedEvent = what;
        thread.tracing++;
        frame.expose();
        // Nothing built in changes variables.
        boolean seesLocals = !(function instanceof PyBuiltinFunction);
        try {
            if (seesLocals) {
                frame.locals(thread);
            }
            PyObject result = Calls.call(thread, function, frame, what.spelled, argument);
            if (seesLocals) {
                frame.storeLocals(thread);
            }
            return result;
        } catch (PyErr e) {
            // As in CPython, a trace function that raises is switched off.
            if (tracing) {
                thread.setTraceFunction(null);
                frame.traced().trace = null;
            } else {
                thread.setProfileFunction(null);
            }
            throw e;
        } finally {
            thread.tracing--;
            thread.tracedEvent = before;
        }
    }
}
