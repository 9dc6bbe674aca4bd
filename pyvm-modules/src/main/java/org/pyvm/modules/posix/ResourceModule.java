package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** {@code resource}: the process's, so that limits and usage are the JVM's too. */
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

    private static final int LIMITS = 16;
    private static final int USAGE_LONGS = 18;
    private static final int INVALID = 22;
    private static final int NOT_PERMITTED = 1;

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    /** The process's limit, which is set when {@code limits} are given. @param pid 0 for this process @return what it was */
    private static PyObject limit(ThreadState thread, int pid, int resource, PyObject limits) {
        if (resource < 0 || resource >= LIMITS) {
            throw PyErr.valueError("invalid resource specified");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment before = arena.allocate(JAVA_LONG, 2);
            MemorySegment wanted = limits == null ? MemorySegment.NULL : pair(arena, thread, limits);
            Blocking.orFail(thread, () -> LibC.of(thread).call("prlimit", pid, resource, wanted, before));
            return PyTuple.of(PyInt.of(before.getAtIndex(JAVA_LONG, 0)), PyInt.of(before.getAtIndex(JAVA_LONG, 1)));
        } catch (HostException e) {
            throw switch (e.errno()) {
                case INVALID -> PyErr.valueError("current limit exceeds maximum limit");
                case NOT_PERMITTED ->
                    pid == 0 ? PyErr.valueError("not allowed to raise maximum limit") : HostErrors.of(thread, e);
                default -> HostErrors.of(thread, e);
            };
        }
    }

    private static MemorySegment pair(Arena arena, ThreadState thread, PyObject limits) {
        PyObject[] pair = Sequences.toArray(thread, limits);
        if (pair.length != 2) {
            throw PyErr.valueError("expected a tuple of 2 integers");
        }
        MemorySegment copy = arena.allocate(JAVA_LONG, 2);
        for (int i = 0; i < 2; i++) {
            copy.setAtIndex(JAVA_LONG, i, Convert.toLong(thread, Numbers.index(thread, pair[i])));
        }
        return copy;
    }

    @PythonFunction("getrlimit(resource, /)")
    PyObject getrlimit(ThreadState thread, int resource) {
        return limit(thread, 0, resource, null);
    }

    @PythonFunction("setrlimit(resource, limits, /)")
    void setrlimit(ThreadState thread, int resource, PyObject limits) {
        limit(thread, 0, resource, limits);
    }

    @PythonFunction("prlimit(pid, resource, limits=<unrepresentable>, /)")
    PyObject prlimit(ThreadState thread, int pid, int resource, PyObject limits) {
        return limit(thread, pid, resource, limits);
    }

    @PythonFunction("getpagesize()")
    int getpagesize(ThreadState thread) {
        return Blocking.call(thread, () -> LibC.of(thread).call("getpagesize"));
    }

    @PythonFunction("getrusage(who, /)")
    PyObject getrusage(ThreadState thread, int who) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(JAVA_LONG, USAGE_LONGS);
            Blocking.orFail(thread, () -> LibC.of(thread).call("getrusage", who, usage));
            return usageOf(usage.toArray(JAVA_LONG));
        } catch (HostException e) {
            throw e.errno() == INVALID ? PyErr.valueError("invalid who parameter") : HostErrors.of(thread, e);
        }
    }

    /** @param numbers {@code struct rusage}: two times in seconds and microseconds, and counts; null for nothing known */
    static PyObject usageOf(long[] numbers) {
        if (numbers == null) {
            return usageOf(new long[USAGE_LONGS]);
        }
        PyObject[] fields = new PyObject[USAGE_LONGS - 2];
        fields[0] = PyFloat.of(numbers[0] + numbers[1] * 1e-6);
        fields[1] = PyFloat.of(numbers[2] + numbers[3] * 1e-6);
        for (int i = 2; i < fields.length; i++) {
            fields[i] = PyInt.of(numbers[i + 2]);
        }
        return USAGE.of(fields);
    }
}
