package org.pyvm.modules.ctypes;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;

/**
 * What is done when native code calls a callback. It knows nothing of the native function itself, which would otherwise keep
 * itself alive.
 */
final class CallbackBody {
    private final CtypesState state;
    private final PyObject callable;
    private final PyType[] arguments;
    /** Null for nothing, or for an {@code int} that Python code does not give. */
    private final PyType result;

    private final Object nothing;
    private final boolean usesErrno;

    CallbackBody(
            CtypesState state,
            PyObject callable,
            PyType[] arguments,
            PyType result,
            FunctionDescriptor descriptor,
            int flags) {
        this.state = state;
        this.callable = callable;
        this.arguments = arguments;
        this.result = result;
        this.usesErrno = (flags & FunctionTypes.USE_ERRNO) != 0;
        this.nothing = descriptor
                .returnLayout()
                .map(layout -> layout instanceof ValueLayout.OfDouble
                        ? (Object) 0.0
                        : layout instanceof ValueLayout.OfFloat ? (Object) 0.0f : (Object) 0L)
                .orElse(null);
    }

    /** Called by native code, on any thread. Throws nothing. */
    Object run(Object[] values) {
        InterpreterLock lock = state.interpreter.lock();
        ThreadState before = ThreadState.current();
        ThreadState thread = before;
        boolean foreign = before == null || before.interpreter() != state.interpreter;
        boolean acquired = false;
        try {
            if (!lock.isHeld()) {
                lock.acquire();
                acquired = true;
            }
            if (foreign) {
                // The thread is none of Python's: it gets a state for as long as the call takes.
                thread = state.interpreter.newThread();
                ThreadState.attach(thread);
            }
            state.mirrors.copyOut();
            Object given = call(thread, values);
            state.mirrors.copyIn();
            return given;
        } catch (Throwable e) {
            state.callbackFailures.keep(e);
            return nothing;
        } finally {
            if (foreign && thread != before) {
                state.interpreter.endThread(thread);
                ThreadState.attach(before);
            }
            if (acquired) {
                lock.release();
            }
        }
    }

    private Object call(ThreadState thread, Object[] values) {
        PyObject given;
        try {
            if (usesErrno) {
                state.errnos.enterCallback();
            }
            PyObject[] args = new PyObject[values.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = PyCData.fromNative(thread, arguments[i], values[i]);
            }
            given = Calls.callArray(thread, callable, args);
        } catch (PyErr e) {
            Unraisable.report(thread, e, "Exception ignored on calling ctypes callback function", callable);
            return nothing;
        } finally {
            if (usesErrno) {
                state.errnos.leaveCallback();
            }
        }
        if (result == null) {
            return nothing;
        }
        try {
            return result(thread, given);
        } catch (PyErr e) {
            Unraisable.report(
                    thread, e, "Exception ignored on converting result of ctypes callback function", callable);
            return nothing;
        }
    }

    private Object result(ThreadState thread, PyObject given) {
        CTypeInfo info = CTypeInfo.of(result);
        MemorySegment memory = MemorySegment.ofArray(new byte[SimpleCode.LONG_DOUBLE_SIZE]);
        PyObject kept = SimpleValues.set(thread, info.code, info.swapped, memory, 0, given);
        if (kept != null) {
            // Nobody knows for how long native code uses it.
            state.leaked.add(kept);
            if (info.code.letter() != 'O') {
                Warnings.warn(thread, Exceptions.RUNTIME_WARNING, "memory leak in callback function.", 1);
            }
        }
        long bits = SimpleValues.bits(memory, 0, Math.min(Long.BYTES, info.code.size()), false);
        return switch (nothing) {
            case Double number -> Double.longBitsToDouble(bits);
            case Float number -> Float.intBitsToFloat((int) bits);
            default -> SimpleValues.extended(info.code, bits);
        };
    }
}
