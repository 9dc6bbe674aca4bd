package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} about scheduling. Linux schedules threads: 0 is the one that calls. */
final class PosixScheduling {
    private static final PyStr PRIORITY = PyStr.intern("sched_priority");
    /** Processors that a mask has room for, as glibc's {@code cpu_set_t} times eight. */
    private static final int PROCESSORS = 8192;

    private PosixScheduling() {}

    private static int call(ThreadState thread, String name, Object... arguments) {
        return Blocking.call(thread, () -> LibC.of(thread).call(name, arguments));
    }

    @PythonFunction("sched_get_priority_max(policy)")
    static int schedGetPriorityMax(ThreadState thread, int policy) {
        return call(thread, "sched_get_priority_max", policy);
    }

    @PythonFunction("sched_get_priority_min(policy)")
    static int schedGetPriorityMin(ThreadState thread, int policy) {
        return call(thread, "sched_get_priority_min", policy);
    }

    @PythonFunction("sched_getscheduler(pid, /)")
    static int schedGetScheduler(ThreadState thread, int pid) {
        return call(thread, "sched_getscheduler", pid);
    }

    @PythonFunction("sched_setscheduler(pid, policy, param, /)")
    static void schedSetScheduler(ThreadState thread, int pid, int policy, PyObject param) {
        try (Arena arena = Arena.ofConfined()) {
            call(thread, "sched_setscheduler", pid, policy, parameters(arena, thread, param));
        }
    }

    @PythonFunction("sched_getparam(pid, /)")
    static PyObject schedGetParam(ThreadState thread, int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocate(JAVA_INT);
            call(thread, "sched_getparam", pid, priority);
            return PosixMachine.SCHED_PARAM.of(PyInt.of(priority.get(JAVA_INT, 0)));
        }
    }

    @PythonFunction("sched_setparam(pid, param, /)")
    static void schedSetParam(ThreadState thread, int pid, PyObject param) {
        try (Arena arena = Arena.ofConfined()) {
            call(thread, "sched_setparam", pid, parameters(arena, thread, param));
        }
    }

    private static MemorySegment parameters(Arena arena, ThreadState thread, PyObject param) {
        return arena.allocateFrom(JAVA_INT, priority(thread, param));
    }

    /** What a {@code sched_param} says. */
    static int priority(ThreadState thread, PyObject param) {
        if (param.type() != PosixMachine.SCHED_PARAM.type()) {
            throw PyErr.typeError("must have a sched_param object");
        }
        long priority = Convert.toLong(thread, Attributes.get(thread, param, PRIORITY));
        if (priority != (int) priority) {
            throw PyErr.overflowError("sched_priority out of range");
        }
        return (int) priority;
    }

    @PythonFunction("sched_rr_get_interval(pid, /)")
    static double schedRrGetInterval(ThreadState thread, int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment interval = arena.allocate(JAVA_LONG, 2);
            call(thread, "sched_rr_get_interval", pid, interval);
            return interval.get(JAVA_LONG, 0) + interval.getAtIndex(JAVA_LONG, 1) * 1e-9;
        }
    }

    @PythonFunction("sched_getaffinity(pid, /)")
    static PyObject schedGetAffinity(ThreadState thread, int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(PROCESSORS / 8, Long.BYTES);
            LibC.of(thread).call("sched_getaffinity", pid, (long) PROCESSORS / 8, mask);
            List<PyObject> numbers = new ArrayList<>();
            for (int i = 0; i < PROCESSORS; i++) {
                if ((mask.get(JAVA_BYTE, i / 8) >> i % 8 & 1) != 0) {
                    numbers.add(PyInt.of(i));
                }
            }
            return set(thread, numbers);
        } catch (HostException e) {
            if (pid != 0 || e.errno() == Errno.EINVAL.number()) {
                throw HostErrors.of(thread, e);
            }
            // A host without native code tells how many there are.
            int count = thread.interpreter().service(Host.class).machine().processors();
            List<PyObject> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(PyInt.of(i));
            }
            return set(thread, numbers);
        }
    }

    private static PyObject set(ThreadState thread, List<PyObject> numbers) {
        return PySet.of(thread, PyTuple.of(numbers.toArray(PyObject[]::new)));
    }

    @PythonFunction("sched_setaffinity(pid, mask, /)")
    static void schedSetAffinity(ThreadState thread, int pid, PyObject mask) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bits = arena.allocate(PROCESSORS / 8, Long.BYTES);
            for (PyObject item : Sequences.toArray(thread, mask)) {
                if (!(item instanceof PyInt)) {
                    throw PyErr.typeError("expected an iterator of ints, but iterator yielded %R", item.type());
                }
                long number = Convert.toLong(thread, item);
                if (number < 0) {
                    throw PyErr.valueError("negative CPU number");
                }
                if (number > Integer.MAX_VALUE - 1) {
                    throw PyErr.overflowError("CPU number too large");
                }
                if (number < PROCESSORS) {
                    long at = number / 8;
                    bits.set(JAVA_BYTE, at, (byte) (bits.get(JAVA_BYTE, at) | 1 << number % 8));
                }
            }
            call(thread, "sched_setaffinity", pid, (long) PROCESSORS / 8, bits);
        }
    }
}
