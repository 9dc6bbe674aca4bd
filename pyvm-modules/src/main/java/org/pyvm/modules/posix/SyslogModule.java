package org.pyvm.modules.posix;

import java.lang.foreign.Arena;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code syslog}: the system's log, by the C library. The log is the process's, and so is its name in there. */
@PythonModule("syslog")
public final class SyslogModule {
    private static final String NUMBERS =
            "LOG_EMERG 0 LOG_ALERT 1 LOG_CRIT 2 LOG_ERR 3 LOG_WARNING 4 LOG_NOTICE 5 LOG_INFO 6 LOG_DEBUG 7"
                    + " LOG_PID 1 LOG_CONS 2 LOG_ODELAY 4 LOG_NDELAY 8 LOG_NOWAIT 16 LOG_PERROR 32 LOG_KERN 0 LOG_USER 8"
                    + " LOG_MAIL 16 LOG_DAEMON 24 LOG_AUTH 32 LOG_SYSLOG 40 LOG_LPR 48 LOG_NEWS 56 LOG_UUCP 64 LOG_CRON 72"
                    + " LOG_AUTHPRIV 80 LOG_LOCAL0 128 LOG_LOCAL1 136 LOG_LOCAL2 144 LOG_LOCAL3 152 LOG_LOCAL4 160"
                    + " LOG_LOCAL5 168 LOG_LOCAL6 176 LOG_LOCAL7 184";
    private static final int USER = 8;
    private static final int INFORMATION = 6;
    private static final String WRONG_ARGUMENTS = "[priority,] message string";

    /** Holds the name for as long as the library refers to it; null while the log is closed. */
    private Arena opened;

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    /** Without a name that of the program. */
    @PythonFunction("openlog(ident=<unrepresentable>, logoption=0, facility=8)")
    void openlog(ThreadState thread, PyObject ident, int logoption, int facility) {
        String name;
        if (ident == null) {
            name = programName(thread);
        } else if (ident instanceof PyStr text) {
            name = PathArgument.text(thread, text);
        } else if (ident == Singletons.NONE) {
            throw PyErr.typeError("openlog() argument 1 must be str, not None");
        } else {
            throw PyErr.typeError("openlog() argument 1 must be str, not %T", ident);
        }
        Arena arena = Arena.ofAuto();
        Blocking.call(thread, () -> {
            if (name == null) {
                LibC.of(thread).run("openlog", 0L, logoption, facility);
            } else {
                LibC.of(thread).run("openlog", LibC.text(arena, name), logoption, facility);
            }
            return null;
        });
        opened = arena;
    }

    /** The last part of the program's path; null, for the C library's own idea of it, where there is none. */
    private static String programName(ThreadState thread) {
        if (!(thread.interpreter().sys.dict().get("argv") instanceof PyList arguments)
                || arguments.size() == 0
                || !(arguments.get(0) instanceof PyStr path)
                || path.length() == 0) {
            return null;
        }
        String text = path.toString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    @PythonFunction(value = "syslog(priority, message, /)", raw = true)
    PyObject syslog(ThreadState thread, PyObject[] args, PyStr[] names) {
        boolean prioritized = args.length == 2 && args[0].type().isSubtypeOf(PyInt.TYPE);
        if (names != null && names.length > 0) {
            throw PyErr.typeError("syslog.syslog() takes no keyword arguments");
        }
        if (args.length != 1 && !prioritized || !(args[args.length - 1] instanceof PyStr message)) {
            throw PyErr.typeError(WRONG_ARGUMENTS);
        }
        int priority = prioritized ? Convert.toInt(thread, args[0]) : INFORMATION;
        if (opened == null) {
            openlog(thread, null, 0, USER);
        }
        // The message ends at a zero, as C's does.
        String text = message.toString();
        int end = text.indexOf('\0');
        Blocking.call(thread, () -> {
            try (Arena arena = Arena.ofConfined()) {
                LibC.of(thread)
                        .run(
                                "syslog",
                                priority,
                                LibC.text(arena, "%s"),
                                LibC.text(arena, end < 0 ? text : text.substring(0, end)));
            }
            return null;
        });
        return Singletons.NONE;
    }

    @PythonFunction("closelog()")
    void closelog(ThreadState thread) {
        if (opened != null) {
            Blocking.call(thread, () -> {
                LibC.of(thread).run("closelog");
                return null;
            });
            opened = null;
        }
    }

    @PythonFunction("setlogmask(maskpri, /)")
    int setlogmask(ThreadState thread, int maskpri) {
        return Blocking.call(thread, () -> LibC.of(thread).call("setlogmask", maskpri));
    }

    @PythonFunction("LOG_MASK(pri, /)")
    int mask(int pri) {
        return 1 << pri;
    }

    @PythonFunction("LOG_UPTO(pri, /)")
    int upTo(int pri) {
        return (1 << pri + 1) - 1;
    }
}
