package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;

/** The functions of {@code posix} about users and groups, process groups, sessions and priorities. */
final class PosixIdentity {
    private static final long ID_MAX = 0xFFFFFFFFL;
    private static final int GROUPS_MAX = 65_536;

    private PosixIdentity() {}

    private static int call(ThreadState thread, String name, Object... arguments) {
        return Blocking.call(thread, () -> LibC.of(thread).call(name, arguments));
    }

    /** A user's or group's number; -1 stands for none. */
    static int id(ThreadState thread, String what, PyObject value) {
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("%s should be integer, not %T", what, value);
        }
        BigInteger number = Numbers.index(thread, value).bigValue();
        if (number.compareTo(BigInteger.ONE.negate()) < 0) {
            throw PyErr.overflowError("%s is less than minimum", what);
        }
        if (number.compareTo(BigInteger.valueOf(ID_MAX)) > 0) {
            // What fits 64 bits and not 32 is told as too small by CPython, whose check comes too late.
            boolean fitsLong = number.bitLength() < Long.SIZE;
            throw PyErr.overflowError(fitsLong ? "%s is less than minimum" : "%s is greater than maximum", what);
        }
        return number.intValue();
    }

    // Users and groups

    @PythonFunction("setuid(uid, /)")
    static void setuid(ThreadState thread, PyObject uid) {
        call(thread, "setuid", id(thread, "uid", uid));
    }

    @PythonFunction("seteuid(euid, /)")
    static void seteuid(ThreadState thread, PyObject euid) {
        call(thread, "seteuid", id(thread, "uid", euid));
    }

    @PythonFunction("setgid(gid, /)")
    static void setgid(ThreadState thread, PyObject gid) {
        call(thread, "setgid", id(thread, "gid", gid));
    }

    @PythonFunction("setegid(egid, /)")
    static void setegid(ThreadState thread, PyObject egid) {
        call(thread, "setegid", id(thread, "gid", egid));
    }

    @PythonFunction("setreuid(ruid, euid, /)")
    static void setreuid(ThreadState thread, PyObject ruid, PyObject euid) {
        call(thread, "setreuid", id(thread, "uid", ruid), id(thread, "uid", euid));
    }

    @PythonFunction("setregid(rgid, egid, /)")
    static void setregid(ThreadState thread, PyObject rgid, PyObject egid) {
        call(thread, "setregid", id(thread, "gid", rgid), id(thread, "gid", egid));
    }

    @PythonFunction("setresuid(ruid, euid, suid, /)")
    static void setresuid(ThreadState thread, PyObject ruid, PyObject euid, PyObject suid) {
        call(thread, "setresuid", id(thread, "uid", ruid), id(thread, "uid", euid), id(thread, "uid", suid));
    }

    @PythonFunction("setresgid(rgid, egid, sgid, /)")
    static void setresgid(ThreadState thread, PyObject rgid, PyObject egid, PyObject sgid) {
        call(thread, "setresgid", id(thread, "gid", rgid), id(thread, "gid", egid), id(thread, "gid", sgid));
    }

    @PythonFunction("getgroups()")
    static PyObject getgroups(ThreadState thread) {
        try (Arena arena = Arena.ofConfined()) {
            int count = call(thread, "getgroups", 0, MemorySegment.NULL);
            MemorySegment groups = arena.allocate(JAVA_INT, Math.max(count, 1));
            return list(groups, call(thread, "getgroups", count, groups));
        }
    }

    @PythonFunction("setgroups(groups, /)")
    static void setgroups(ThreadState thread, PyObject groups) {
        if (!Sequences.isSequence(groups)) {
            throw PyErr.typeError("setgroups argument must be a sequence");
        }
        PyObject[] items = Sequences.toArray(thread, groups);
        if (items.length > GROUPS_MAX) {
            throw PyErr.valueError("too many groups");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ids = arena.allocate(JAVA_INT, Math.max(items.length, 1));
            for (int i = 0; i < items.length; i++) {
                if (!(items[i] instanceof PyInt)) {
                    throw PyErr.typeError("groups must be integers");
                }
                ids.setAtIndex(JAVA_INT, i, id(thread, "gid", items[i]));
            }
            call(thread, "setgroups", (long) items.length, ids);
        }
    }

    @PythonFunction("getgrouplist(user, group, /)")
    static PyObject getgrouplist(ThreadState thread, PyObject user, PyObject group) {
        String name = PathArgument.text(thread, user);
        int gid = id(thread, "gid", group);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment groups = arena.allocate(JAVA_INT, GROUPS_MAX);
            count.set(JAVA_INT, 0, GROUPS_MAX);
            call(thread, "getgrouplist", LibC.text(arena, name), gid, groups, count);
            return list(groups, count.get(JAVA_INT, 0));
        }
    }

    @PythonFunction("initgroups(username, gid, /)")
    static void initgroups(ThreadState thread, PyObject username, PyObject gid) {
        String name = PathArgument.text(thread, username);
        int group = id(thread, "gid", gid);
        try (Arena arena = Arena.ofConfined()) {
            call(thread, "initgroups", LibC.text(arena, name), group);
        }
    }

    private static PyObject list(MemorySegment ids, int count) {
        List<PyObject> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(PyInt.of(ids.getAtIndex(JAVA_INT, i) & ID_MAX));
        }
        return PyList.of(numbers.toArray(PyObject[]::new));
    }

    // Process groups and sessions

    @PythonFunction("getpgid(pid)")
    static int getpgid(ThreadState thread, int pid) {
        return call(thread, "getpgid", pid);
    }

    @PythonFunction("getpgrp()")
    static int getpgrp(ThreadState thread) {
        return call(thread, "getpgid", 0);
    }

    @PythonFunction("setpgid(pid, pgrp, /)")
    static void setpgid(ThreadState thread, int pid, int group) {
        call(thread, "setpgid", pid, group);
    }

    @PythonFunction("setpgrp()")
    static void setpgrp(ThreadState thread) {
        call(thread, "setpgid", 0, 0);
    }

    @PythonFunction("getsid(pid, /)")
    static int getsid(ThreadState thread, int pid) {
        return call(thread, "getsid", pid);
    }

    @PythonFunction("setsid()")
    static void setsid(ThreadState thread) {
        call(thread, "setsid");
    }

    // Priorities

    @PythonFunction("getpriority(which, who)")
    static int getpriority(ThreadState thread, int which, int who) {
        // The library's function may give -1 for a priority; the system call gives 20 minus the priority.
        return 20
                - (int) Blocking.call(
                                thread,
                                () -> LibC.of(thread)
                                        .callLong("syscall", getpriorityNumber(), (long) which, (long) who))
                        .longValue();
    }

    private static long getpriorityNumber() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> 140L;
            case "aarch64", "riscv64" -> 141L;
            default -> throw new HostException(Errno.ENOSYS);
        };
    }

    @PythonFunction("setpriority(which, who, priority)")
    static void setpriority(ThreadState thread, int which, int who, int priority) {
        call(thread, "setpriority", which, who, priority);
    }

    /** Of this thread, as Linux has it, and of those that it starts. */
    @PythonFunction("nice(increment, /)")
    static int nice(ThreadState thread, int increment) {
        int wanted = Math.clamp((long) getpriority(thread, 0, 0) + increment, -20, 19);
        setpriority(thread, 0, 0, wanted);
        return getpriority(thread, 0, 0);
    }
}
