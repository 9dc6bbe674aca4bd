package org.pyvm.modules.posix;

import java.util.List;
import java.util.Map;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Machine;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} about the machine, the environment variables, and constants of the system. */
final class PosixMachine {
    static final PyStructSequence.Definition UNAME = new PyStructSequence.Definition(
            "posix", "uname_result", "sysname", "nodename", "release", "version", "machine");
    static final PyStructSequence.Definition TIMES = new PyStructSequence.Definition(
            "posix", "times_result", "user", "system", "children_user", "children_system", "elapsed");
    static final PyStructSequence.Definition SCHED_PARAM =
            new PyStructSequence.Definition("posix", "sched_param", "sched_priority").ofArguments();

    /** {@code _SC_OPEN_MAX}. */
    private static final int OPEN_FILES = 4;

    private PosixMachine() {}

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    @PythonFunction("uname()")
    static PyObject uname(ThreadState thread) {
        Machine.Name name = Blocking.call(thread, () -> host(thread).machine().name());
        return UNAME.of(
                PyStr.of(name.sysname()),
                PyStr.of(name.nodename()),
                PyStr.of(name.release()),
                PyStr.of(name.version()),
                PyStr.of(name.machine()));
    }

    @PythonFunction("times()")
    static PyObject times(ThreadState thread) {
        // The host tells processor time as one figure; that of ended children it does not tell.
        double user = host(thread).clock().processTime() / 10_000_000 / 100.0;
        double elapsed = host(thread).clock().monotonic() / 10_000_000 / 100.0;
        PyFloat zero = PyFloat.of(0);
        return TIMES.of(PyFloat.of(user), zero, zero, zero, PyFloat.of(elapsed));
    }

    @PythonFunction("cpu_count()")
    static int cpuCount(ThreadState thread) {
        return host(thread).machine().processors();
    }

    @PythonFunction("getloadavg()")
    static PyObject getLoadAverage(ThreadState thread) {
        double[] load = Blocking.call(thread, () -> host(thread).machine().loadAverage());
        return PyTuple.of(PyFloat.of(load[0]), PyFloat.of(load[1]), PyFloat.of(load[2]));
    }

    @PythonFunction("sched_yield()")
    static void schedYield(ThreadState thread) {
        thread.interpreter().lock().released(() -> {
            Thread.yield();
            return null;
        });
    }

    @PythonFunction("urandom(size, /)")
    static PyObject urandom(ThreadState thread, long size) {
        if (size < 0) {
            throw PyErr.valueError("negative argument not allowed");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw PyErr.memoryError();
        }
        byte[] bytes = new byte[(int) size];
        Blocking.call(thread, () -> {
            host(thread).entropy().fill(bytes);
            return null;
        });
        return PyBytes.of(bytes);
    }

    @PythonFunction("getrandom(size, flags=0)")
    static PyObject getrandom(ThreadState thread, long size, int flags) {
        if (size < 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        return urandom(thread, size);
    }

    @PythonFunction("strerror(code, /)")
    static PyObject strerror(int code) {
        return PyStr.of(code == 0 ? "Success" : new HostException(code, null, null).strerror());
    }

    /** {@code posix.environ}: names and values as bytes. */
    static PyDict environ(ThreadState thread) {
        PyDict result = new PyDict();
        for (Map.Entry<String, String> variable :
                host(thread).environment().variables().entrySet()) {
            result.put(
                    thread,
                    PyBytes.of(FileSystemPaths.toBytes(variable.getKey())),
                    PyBytes.of(FileSystemPaths.toBytes(variable.getValue())));
        }
        return result;
    }

    @PythonFunction("putenv(name, value, /)")
    static void putenv(ThreadState thread, PyObject name, PyObject value) {
        String key = PathArgument.text(thread, name);
        String text = PathArgument.text(thread, value);
        if (key.indexOf('=') >= 0) {
            throw PyErr.valueError("illegal environment variable name");
        }
        Blocking.call(thread, () -> {
            if (key.isEmpty()) {
                throw new HostException(Errno.EINVAL);
            }
            host(thread).environment().set(key, text);
            return null;
        });
    }

    @PythonFunction("unsetenv(name, /)")
    static void unsetenv(ThreadState thread, PyObject name) {
        String key = PathArgument.text(thread, name);
        Blocking.call(thread, () -> {
            if (key.isEmpty() || key.indexOf('=') >= 0) {
                throw new HostException(Errno.EINVAL);
            }
            host(thread).environment().unset(key);
            return null;
        });
    }

    @PythonFunction("fspath(path)")
    static PyObject fspath(ThreadState thread, PyObject path) {
        return FileSystemPaths.fsPath(thread, path);
    }

    @PythonFunction("getlogin()")
    static PyObject getlogin(ThreadState thread) {
        for (String name : List.of("LOGNAME", "USER")) {
            String user = host(thread).environment().get(name);
            if (user != null) {
                return PyStr.of(user);
            }
        }
        throw HostErrors.of(thread, Errno.ENXIO);
    }

    @PythonFunction("ctermid()")
    static PyObject ctermid() {
        return PyStr.of("/dev/tty");
    }

    private static long device(PyObject device) {
        if (!(device instanceof PyInt number)) {
            throw PyErr.typeError("an integer is required");
        }
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative int to unsigned");
        }
        if (number.bigValue().bitLength() > Long.SIZE) {
            throw PyErr.overflowError("int too big to convert");
        }
        return number.bigValue().longValue();
    }

    @PythonFunction("major(device, /)")
    static long major(PyObject device) {
        long number = device(device);
        return 0xFFFFFFFFL & (number >>> 8 & 0xFFF | number >>> 32 & ~0xFFFL);
    }

    @PythonFunction("minor(device, /)")
    static long minor(PyObject device) {
        long number = device(device);
        return 0xFFFFFFFFL & (number & 0xFF | number >>> 12 & 0xFFFFFF00L);
    }

    @PythonFunction("makedev(major, minor, /)")
    static long makedev(int majorNumber, int minorNumber) {
        long major = Integer.toUnsignedLong(majorNumber);
        long minor = Integer.toUnsignedLong(minorNumber);
        return (major & 0xFFF) << 8 | (major & ~0xFFFL) << 32 | minor & 0xFF | (minor & ~0xFFL) << 12;
    }

    /** The numbers that programs ask for often; the C library tells the others. */
    @PythonFunction("sysconf(name, /)")
    static long sysconf(ThreadState thread, PyObject name) {
        int number = PosixConstants.configurationName(thread, name, PosixConstants.SYSCONF);
        return switch (number) {
            case 0 -> 2_097_152;
            case 2 -> 100;
            case 3 -> 65_536;
            case OPEN_FILES -> openFiles(thread);
            case 30 -> 4096;
            case 60 -> 1024;
            case 83, 84 -> host(thread).machine().processors();
            default -> Blocking.call(thread, () -> system(thread, number));
        };
    }

    /** What a process that is started may have open; where the C library is not to be had, what the interpreter may. */
    private static long openFiles(ThreadState thread) {
        try {
            return Blocking.orFail(thread, () -> system(thread, OPEN_FILES));
        } catch (HostException e) {
            return 1 << 20;
        }
    }

    private static long system(ThreadState thread, int number) {
        try {
            return LibC.of(thread).callLong("sysconf", number);
        } catch (HostException e) {
            // -1 is also what has no limit; errno is set for what is no name only.
            if (e.errno() == Errno.EINVAL.number() || e.errno() == Errno.EPERM.number()) {
                throw e;
            }
            return -1;
        }
    }
}
