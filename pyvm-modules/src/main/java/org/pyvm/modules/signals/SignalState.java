package org.pyvm.modules.signals;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.pyvm.eval.Safepoint;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Signals;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;

/** What an interpreter does about signals. What is marked so is used by the host's threads, the rest under the interpreter's lock. */
final class SignalState implements Safepoint.Interrupts {
    static final int COUNT = 65;
    static final int SIGINT = 2;
    static final PyInt DEFAULT = PyInt.of(0);
    static final PyInt IGNORE = PyInt.of(1);

    private final InterpreterState interpreter;
    private final PyObject[] handlers = new PyObject[COUNT];
    private final Object monitor = new Object();
    /** A bit for each signal that has come and is not handled. Guarded by {@link #monitor}. */
    private long pending;
    /** A bit for each signal that has to wait. Guarded by {@link #monitor}. */
    private long blocked;

    private volatile int wakeupDescriptor = -1;

    private SignalState(InterpreterState interpreter) {
        this.interpreter = interpreter;
        java.util.Arrays.fill(handlers, DEFAULT);
        handlers[32] = null;
        handlers[33] = null;
        // As Python starts: a write to a closed pipe or beyond the size limit is an error, not the end.
        handlers[13] = IGNORE;
        handlers[25] = IGNORE;
    }

    static SignalState of(InterpreterState interpreter) {
        return interpreter.service(SignalState.class, () -> {
            SignalState state = new SignalState(interpreter);
            interpreter.setService(Safepoint.Interrupts.class, state);
            return state;
        });
    }

    Host host() {
        return interpreter.service(Host.class);
    }

    /** Null for a signal that nobody may handle. */
    PyObject handler(int signal) {
        return handlers[signal];
    }

    /** Says what a signal does. @throws HostException EINVAL when nothing may be said */
    PyObject setHandler(int signal, PyObject handler) {
        IntConsumer action = handler == DEFAULT ? Signals.DEFAULT : handler == IGNORE ? Signals.IGNORE : this::arrived;
        host().signals().handle(signal, action);
        PyObject before = handlers[signal];
        handlers[signal] = handler;
        return before;
    }

    int wakeupDescriptor() {
        return wakeupDescriptor;
    }

    void setWakeupDescriptor(int descriptor) {
        wakeupDescriptor = descriptor;
    }

    /** A signal has come: any thread. */
    private void arrived(int signal) {
        boolean mayAct;
        synchronized (monitor) {
            pending |= 1L << signal - 1;
            mayAct = (pending & ~blocked) != 0;
            monitor.notifyAll();
        }
        wake(signal);
        if (mayAct) {
            demand();
        }
    }

    private void demand() {
        interpreter.lock().requestAttention();
        interpreter.service(Blocking.MainThread.class, Blocking.MainThread::new).interrupt();
    }

    private void wake(int signal) {
        int descriptor = wakeupDescriptor;
        if (descriptor < 0) {
            return;
        }
        try {
            OpenFile file = host().descriptors().get(descriptor);
            file.write(new byte[] {(byte) signal}, 0, 1);
        } catch (HostException e) {
            // A full pipe wakes its reader all the same, and a closed one has none.
            return;
        }
    }

    @Override
    public void handle(ThreadState thread) {
        if (!Blocking.isMain(thread)) {
            return;
        }
        interpreter.lock().attentionPaid();
        for (int signal; (signal = take(-1L)) > 0; ) {
            run(thread, signal);
        }
    }

    /** The lowest pending signal among some that is not blocked, which then is no longer pending; 0 for none. */
    private int take(long among) {
        synchronized (monitor) {
            long ready = pending & ~blocked & among;
            if (ready == 0) {
                return 0;
            }
            long lowest = Long.lowestOneBit(ready);
            pending &= ~lowest;
            return Long.numberOfTrailingZeros(lowest) + 1;
        }
    }

    private void run(ThreadState thread, int signal) {
        PyObject handler = handlers[signal];
        if (handler == null || handler == DEFAULT || handler == IGNORE) {
            // It was changed after the signal had come.
            return;
        }
        PyObject frame = Singletons.NONE;
        if (thread.frame != null) {
            thread.frame.expose();
            frame = thread.frame;
        }
        try {
            Calls.call(thread, handler, PyInt.of(signal), frame);
        } catch (PyErr e) {
            synchronized (monitor) {
                if ((pending & ~blocked) != 0) {
                    interpreter.lock().requestAttention();
                }
            }
            throw e;
        }
    }

    long pending() {
        synchronized (monitor) {
            return pending & blocked;
        }
    }

    /** Changes which signals wait; answers those that did. */
    long setBlocked(ThreadState thread, long mask) {
        long before;
        synchronized (monitor) {
            before = blocked;
            // Nobody can hold up SIGKILL and SIGSTOP.
            blocked = mask & ~(1L << 8 | 1L << 18);
        }
        handle(thread);
        return before;
    }

    long blocked() {
        synchronized (monitor) {
            return blocked;
        }
    }

    /** Waits for one of some signals. @param nanos below 0 without limit @return 0 when the time is over */
    int await(ThreadState thread, long signals, long nanos) {
        long start = host().clock().monotonic();
        // While it waits, they come here and not to their handlers.
        for (int signal = 1; signal < COUNT; signal++) {
            if ((signals & 1L << signal - 1) != 0 && handlers[signal] == DEFAULT) {
                host().signals().handle(signal, this::arrived);
            }
        }
        while (true) {
            int[] taken = new int[1];
            boolean[] over = new boolean[1];
            Blocking.await(thread, () -> {
                synchronized (monitor) {
                    while ((pending & signals) == 0) {
                        long left = nanos < 0
                                ? Long.MAX_VALUE
                                : nanos - (host().clock().monotonic() - start);
                        if (left <= 0) {
                            over[0] = true;
                            return true;
                        }
                        TimeUnit.NANOSECONDS.timedWait(monitor, left);
                    }
                    long lowest = Long.lowestOneBit(pending & signals);
                    pending &= ~lowest;
                    taken[0] = Long.numberOfTrailingZeros(lowest) + 1;
                    return true;
                }
            });
            if (taken[0] != 0 || over[0]) {
                return taken[0];
            }
        }
    }

    /** Waits until any signal has been handled. */
    void pause(ThreadState thread) {
        long[] forever = {TimeUnit.DAYS.toNanos(10_000)};
        Blocking.await(thread, () -> {
            host().clock().sleep(forever[0]);
            return true;
        });
    }

    /** {@code signal.default_int_handler}. */
    static PyErr keyboardInterrupt() {
        return PyErr.of(Exceptions.KEYBOARD_INTERRUPT, new PyObject[0]);
    }
}
