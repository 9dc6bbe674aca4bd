package org.pyvm.modules.signals;

import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;

/** Linux's signals by number and name. */
final class SignalNames {
    /** Names and texts in turn, from signal 1 on. */
    private static final String[] SIGNALS = {
        "SIGHUP",
        "Hangup",
        "SIGINT",
        "Interrupt",
        "SIGQUIT",
        "Quit",
        "SIGILL",
        "Illegal instruction",
        "SIGTRAP",
        "Trace/breakpoint trap",
        "SIGABRT",
        "Aborted",
        "SIGBUS",
        "Bus error",
        "SIGFPE",
        "Floating point exception",
        "SIGKILL",
        "Killed",
        "SIGUSR1",
        "User defined signal 1",
        "SIGSEGV",
        "Segmentation fault",
        "SIGUSR2",
        "User defined signal 2",
        "SIGPIPE",
        "Broken pipe",
        "SIGALRM",
        "Alarm clock",
        "SIGTERM",
        "Terminated",
        "SIGSTKFLT",
        "Stack fault",
        "SIGCHLD",
        "Child exited",
        "SIGCONT",
        "Continued",
        "SIGSTOP",
        "Stopped (signal)",
        "SIGTSTP",
        "Stopped",
        "SIGTTIN",
        "Stopped (tty input)",
        "SIGTTOU",
        "Stopped (tty output)",
        "SIGURG",
        "Urgent I/O condition",
        "SIGXCPU",
        "CPU time limit exceeded",
        "SIGXFSZ",
        "File size limit exceeded",
        "SIGVTALRM",
        "Virtual timer expired",
        "SIGPROF",
        "Profiling timer expired",
        "SIGWINCH",
        "Window changed",
        "SIGIO",
        "I/O possible",
        "SIGPWR",
        "Power failure",
        "SIGSYS",
        "Bad system call"
    };

    private SignalNames() {}

    static void define(PyDict dict) {
        dict.put("SIG_DFL", SignalState.DEFAULT);
        dict.put("SIG_IGN", SignalState.IGNORE);
        dict.put("SIG_BLOCK", PyInt.of(0));
        dict.put("SIG_UNBLOCK", PyInt.of(1));
        dict.put("SIG_SETMASK", PyInt.of(2));
        for (int i = 0; i < SIGNALS.length; i += 2) {
            dict.put(SIGNALS[i], PyInt.of(i / 2 + 1));
        }
        dict.put("SIGCLD", PyInt.of(17));
        dict.put("SIGIOT", PyInt.of(6));
        dict.put("SIGPOLL", PyInt.of(29));
        dict.put("SIGRTMIN", PyInt.of(34));
        dict.put("SIGRTMAX", PyInt.of(64));
        dict.put("NSIG", PyInt.of(SignalState.COUNT));
        dict.put("ITIMER_REAL", PyInt.of(0));
        dict.put("ITIMER_VIRTUAL", PyInt.of(1));
        dict.put("ITIMER_PROF", PyInt.of(2));
    }

    /** What {@code strsignal} says, or null. */
    static String describe(int number) {
        if (number * 2 - 1 < SIGNALS.length) {
            return SIGNALS[number * 2 - 1];
        }
        return number >= 34 ? "Real-time signal " + (number - 34) : null;
    }
}
