package org.pyvm.modules.signals;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** {@code _signal}. */
@PythonModule("_signal")
public final class SignalModule {
    private static final PyStructSequence.Definition SIGINFO = new PyStructSequence.Definition(
            "signal", "struct_siginfo", "si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band");

    @PythonConstant("struct_siginfo")
    static final PyObject SIGINFO_TYPE = SIGINFO.type();

    private static final int[] TIMER_SIGNALS = {14, 26, 27};

    private final InterpreterState interpreter;
    private final SignalState state;
    private PyObject intHandler;
    private PyType timerError;
    /** When each timer ends by the monotonic clock, 0 for off, and how often it then repeats. */
    private final long[] timerEnds = new long[3];

    private final long[] timerIntervals = new long[3];

    SignalModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
        this.state = SignalState.of(interpreter);
    }

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PyDict dict = module.dict();
        SignalNames.define(dict);
        intHandler = dict.get("default_int_handler");
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.intern("signal"));
        timerError = (PyType) Calls.call(
                thread, PyType.TYPE, PyStr.intern("itimer_error"), PyTuple.of(Exceptions.OS_ERROR), namespace);
        dict.put("ItimerError", timerError);
        if (state.handler(SignalState.SIGINT) == SignalState.DEFAULT) {
            try {
                state.setHandler(SignalState.SIGINT, intHandler);
            } catch (HostException e) {
                // A host without signals: nothing will come.
                return;
            }
        }
    }

    private static void checkRange(long number) {
        if (number < 1 || number >= SignalState.COUNT) {
            throw PyErr.valueError("signal number out of range");
        }
    }

    @PythonFunction("default_int_handler(signalnum, frame, /)")
    PyObject defaultIntHandler(int number, PyObject frame) {
        throw SignalState.keyboardInterrupt();
    }

    @PythonFunction("signal(signalnum, handler, /)")
    PyObject signal(ThreadState thread, int number, PyObject handler) {
        if (!Blocking.isMain(thread)) {
            throw PyErr.valueError("signal only works in main thread of the main interpreter");
        }
        checkRange(number);
        PyObject kept = handler;
        if (handler instanceof PyInt value && (value.longValue() == 0 || value.longValue() == 1)) {
            kept = value.longValue() == 0 ? SignalState.DEFAULT : SignalState.IGNORE;
        } else if (!Calls.isCallable(handler)) {
            throw PyErr.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        }
        Blocking.handleSignals(thread);
        try {
            PyObject before = state.setHandler(number, kept);
            return before == null ? Singletons.NONE : before;
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    @PythonFunction("getsignal(signalnum, /)")
    PyObject getSignal(int number) {
        checkRange(number);
        PyObject handler = state.handler(number);
        return handler == null ? Singletons.NONE : handler;
    }

    @PythonFunction("raise_signal(signalnum, /)")
    void raiseSignal(ThreadState thread, int number) {
        Blocking.call(thread, () -> {
            state.host().signals().raise(number);
            return null;
        });
        Blocking.handleSignals(thread);
    }

    @PythonFunction("strsignal(signalnum, /)")
    PyObject strsignal(int number) {
        checkRange(number);
        String text = SignalNames.describe(number);
        return text == null ? Singletons.NONE : PyStr.of(text);
    }

    @PythonFunction("siginterrupt(signalnum, flag, /)")
    void siginterrupt(ThreadState thread, int number, int flag) {
        checkRange(number);
        if (state.handler(number) == null) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
    }

    @PythonFunction("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)")
    int setWakeupFd(ThreadState thread, int descriptor, boolean warns) {
        if (!Blocking.isMain(thread)) {
            throw PyErr.valueError("set_wakeup_fd only works in main thread of the main interpreter");
        }
        if (descriptor != -1) {
            OpenFile file = Blocking.call(
                    thread, () -> interpreter.service(Host.class).descriptors().get(descriptor));
            if (file.isBlocking()) {
                throw PyErr.valueError("the fd %d must be in non-blocking mode", descriptor);
            }
        }
        int before = state.wakeupDescriptor();
        state.setWakeupDescriptor(descriptor < 0 ? -1 : descriptor);
        return before;
    }

    // Timers

    private PyErr timerError(ThreadState thread) {
        return new PyErr((PyBaseException)
                Calls.call(thread, timerError, PyInt.of(Errno.EINVAL.number()), PyStr.of(Errno.EINVAL.message())));
    }

    private long remaining(int which) {
        long now = state.host().clock().monotonic();
        long end = timerEnds[which];
        if (end == 0) {
            return 0;
        }
        if (end > now) {
            return end - now;
        }
        long interval = timerIntervals[which];
        return interval == 0 ? 0 : interval - (now - end) % interval;
    }

    private void start(ThreadState thread, int which, long nanos, long interval) {
        timerEnds[which] = nanos == 0 ? 0 : state.host().clock().monotonic() + nanos;
        timerIntervals[which] = interval;
        Blocking.call(thread, () -> {
            state.host().signals().alarm(TIMER_SIGNALS[which], nanos, interval);
            return null;
        });
    }

    @PythonFunction("alarm(seconds, /)")
    long alarm(ThreadState thread, int seconds) {
        long left = remaining(0);
        start(thread, 0, (seconds & 0xFFFFFFFFL) * 1_000_000_000L, 0);
        return (left + 999_999_999L) / 1_000_000_000L;
    }

    @PythonFunction("setitimer(which, seconds, interval=0.0, /)")
    PyObject setitimer(ThreadState thread, int which, PyObject seconds, PyObject interval) {
        double delay = Numbers.toDouble(thread, seconds);
        double period = Numbers.toDouble(thread, interval);
        if (which < 0 || which > 2 || delay < 0 || period < 0) {
            throw timerError(thread);
        }
        PyObject before = getitimer(thread, which);
        // At least a microsecond, the resolution of the timers: 0 means off.
        long nanos = delay == 0 ? 0 : Math.max(1000, (long) (delay * 1e9));
        start(thread, which, nanos, period == 0 ? 0 : Math.max(1000, (long) (period * 1e9)));
        return before;
    }

    @PythonFunction("getitimer(which, /)")
    PyObject getitimer(ThreadState thread, int which) {
        if (which < 0 || which > 2) {
            throw timerError(thread);
        }
        return PyTuple.of(PyFloat.of(remaining(which) / 1e9), PyFloat.of(timerIntervals[which] / 1e9));
    }

    // Masks and waiting

    private long toMask(ThreadState thread, PyObject signals) {
        long[] mask = new long[1];
        Iterators.forEach(thread, signals, item -> {
            PyInt number = Numbers.index(thread, item);
            if (!number.fitsLong() || number.longValue() < 1 || number.longValue() >= SignalState.COUNT) {
                throw PyErr.valueError("signal number %s out of range [1; %d]", number, SignalState.COUNT - 1);
            }
            mask[0] |= 1L << (int) number.longValue() - 1;
        });
        return mask[0];
    }

    private static PyObject toSet(ThreadState thread, long mask) {
        PySet set = PySet.of(thread, PyTuple.EMPTY);
        for (int signal = 1; signal < SignalState.COUNT; signal++) {
            if ((mask & 1L << signal - 1) != 0) {
                set.add(thread, PyInt.of(signal));
            }
        }
        return set;
    }

    @PythonFunction("pthread_sigmask(how, mask, /)")
    PyObject pthreadSigmask(ThreadState thread, int how, PyObject mask) {
        long signals = toMask(thread, mask);
        long before = state.blocked();
        long after = switch (how) {
            case 0 -> before | signals;
            case 1 -> before & ~signals;
            case 2 -> signals;
            default -> throw HostErrors.of(thread, Errno.EINVAL);
        };
        return toSet(thread, state.setBlocked(thread, after));
    }

    @PythonFunction("sigpending()")
    PyObject sigpending(ThreadState thread) {
        return toSet(thread, state.pending());
    }

    @PythonFunction("sigwait(sigset, /)")
    int sigwait(ThreadState thread, PyObject signals) {
        return state.await(thread, toMask(thread, signals), -1);
    }

    private PyObject info(int signal) {
        PyInt zero = PyInt.of(0);
        return SIGINFO.of(
                PyInt.of(signal),
                zero,
                zero,
                PyInt.of(state.host().processes().pid()),
                PyInt.of(state.host().processes().userId()),
                zero,
                zero);
    }

    @PythonFunction("sigwaitinfo(sigset, /)")
    PyObject sigwaitinfo(ThreadState thread, PyObject signals) {
        return info(state.await(thread, toMask(thread, signals), -1));
    }

    @PythonFunction("sigtimedwait(sigset, timeout, /)")
    PyObject sigtimedwait(ThreadState thread, PyObject signals, PyObject timeout) {
        double seconds = Numbers.toDouble(thread, timeout);
        if (seconds < 0) {
            throw PyErr.valueError("timeout must be non-negative");
        }
        int signal = state.await(thread, toMask(thread, signals), (long) Math.ceil(seconds * 1e9));
        return signal == 0 ? Singletons.NONE : info(signal);
    }

    @PythonFunction("pause()")
    void pause(ThreadState thread) {
        state.pause(thread);
    }

    @PythonFunction("pthread_kill(thread_id, signalnum, /)")
    void pthreadKill(ThreadState thread, long id, int number) {
        boolean known = interpreter.threads().stream().anyMatch(other -> other.id() == id);
        if (!known) {
            throw HostErrors.of(thread, Errno.ESRCH);
        }
        if (number != 0) {
            raiseSignal(thread, number);
        }
    }

    @PythonFunction("valid_signals()")
    PyObject validSignals(ThreadState thread) {
        return toSet(thread, ~(1L << 31 | 1L << 32));
    }
}
