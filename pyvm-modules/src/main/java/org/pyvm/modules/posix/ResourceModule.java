package org.pyvm.modules.posix;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** {@code resource}. A Java process cannot read or change its limits: all are said to be infinite, and stay so. */
@PythonModule("resource")
public final class ResourceModule {
    private static final PyStructSequence.Definition USAGE = new PyStructSequence.Definition(
            "resource",
            "struct_rusage",
            "ru_utime",
            "ru_stime",
            "ru_maxrss",
            "ru_ixrss",
            "ru_idrss",
            "ru_isrss",
            "ru_minflt",
            "ru_majflt",
            "ru_nswap",
            "ru_inblock",
            "ru_oublock",
            "ru_msgsnd",
            "ru_msgrcv",
            "ru_nsignals",
            "ru_nvcsw",
            "ru_nivcsw");

    @PythonConstant("struct_rusage")
    static final PyObject USAGE_TYPE = USAGE.type();

    @PythonConstant("error")
    static final PyObject ERROR = Exceptions.OS_ERROR;

    private static final String NUMBERS = "RLIMIT_AS 9 RLIMIT_CORE 4 RLIMIT_CPU 0 RLIMIT_DATA 2 RLIMIT_FSIZE 1"
            + " RLIMIT_MEMLOCK 8 RLIMIT_MSGQUEUE 12 RLIMIT_NICE 13 RLIMIT_NOFILE 7 RLIMIT_NPROC 6 RLIMIT_OFILE 7"
            + " RLIMIT_RSS 5 RLIMIT_RTPRIO 14 RLIMIT_RTTIME 15 RLIMIT_SIGPENDING 11 RLIMIT_STACK 3"
            + " RLIM_INFINITY -1 RUSAGE_CHILDREN -1 RUSAGE_SELF 0 RUSAGE_THREAD 1";

    private static final int OPEN_FILES = 7;
    /** What the descriptor table holds at most. */
    private static final long MOST_FILES = 1 << 20;

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    private static void check(int resource) {
        if (resource < 0 || resource > 15) {
            throw PyErr.valueError("invalid resource specified");
        }
    }

    @PythonFunction("getrlimit(resource, /)")
    PyObject getrlimit(int resource) {
        check(resource);
        PyInt limit = PyInt.of(resource == OPEN_FILES ? MOST_FILES : -1);
        return PyTuple.of(limit, limit);
    }

    @PythonFunction("setrlimit(resource, limits, /)")
    void setrlimit(ThreadState thread, int resource, PyObject limits) {
        check(resource);
        PyObject[] pair = Sequences.toArray(thread, limits);
        if (pair.length != 2) {
            throw PyErr.valueError("expected a tuple of 2 integers");
        }
        long current = resource == OPEN_FILES ? MOST_FILES : -1;
        if (Convert.toLong(thread, pair[0]) != current || Convert.toLong(thread, pair[1]) != current) {
            throw HostErrors.of(thread, Errno.ENOSYS);
        }
    }

    @PythonFunction("getpagesize()")
    int getpagesize() {
        return 4096;
    }

    @PythonFunction("getrusage(who, /)")
    PyObject getrusage(ThreadState thread, int who) {
        Host host = thread.interpreter().service(Host.class);
        double used = switch (who) {
            case 0 -> host.clock().processTime() / 1e9;
            case 1 -> host.clock().threadTime() / 1e9;
            case -1 -> 0;
            default -> throw PyErr.valueError("invalid who parameter");
        };
        PyObject[] fields = new PyObject[16];
        java.util.Arrays.fill(fields, PyInt.of(0));
        fields[0] = PyFloat.of(used);
        fields[1] = PyFloat.of(0);
        Runtime runtime = Runtime.getRuntime();
        fields[2] = PyInt.of((runtime.totalMemory() - runtime.freeMemory()) / 1024);
        return USAGE.of(fields);
    }
}
