package org.pyvm.modules.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.posix.PosixConstants;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.host.Readiness;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyTuple;

/** {@code select}: {@code select}, {@code poll} and {@code epoll}. */
@PythonModule("select")
public final class SelectModule {
    @PythonConstant("error")
    static final PyObject ERROR = Exceptions.OS_ERROR;

    @PythonConstant("POLLIN")
    static final int POLLIN = 1;

    @PythonConstant("POLLPRI")
    static final int POLLPRI = 2;

    @PythonConstant("POLLOUT")
    static final int POLLOUT = 4;

    @PythonConstant("POLLERR")
    static final int POLLERR = 8;

    @PythonConstant("POLLHUP")
    static final int POLLHUP = 16;

    @PythonConstant("POLLNVAL")
    static final int POLLNVAL = 32;

    @PythonConstant("PIPE_BUF")
    static final int PIPE_BUF = 4096;

    @PythonConstant("epoll")
    static final PyObject EPOLL = PyEpoll.TYPE;

    private static final String NUMBERS = "POLLRDNORM 64 POLLRDBAND 128 POLLWRNORM 256 POLLWRBAND 512 POLLMSG 1024"
            + " POLLRDHUP 8192 EPOLLIN 1 EPOLLPRI 2 EPOLLOUT 4 EPOLLERR 8 EPOLLHUP 16 EPOLLRDNORM 64 EPOLLRDBAND 128"
            + " EPOLLWRNORM 256 EPOLLWRBAND 512 EPOLLMSG 1024 EPOLLRDHUP 8192 EPOLLEXCLUSIVE 268435456"
            + " EPOLLONESHOT 1073741824 EPOLLET 2147483648 EPOLL_CLOEXEC 524288";

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    @PythonFunction("poll()")
    PyObject poll() {
        return new PyPoll();
    }

    static OpenFile openOrNull(ThreadState thread, int descriptor) {
        var descriptors = thread.interpreter().service(Host.class).descriptors();
        return descriptors.isOpen(descriptor) ? descriptors.get(descriptor) : null;
    }

    /** Lists of those that are ready. @param timeout seconds; None without limit */
    @PythonFunction("select(rlist, wlist, xlist, timeout=None, /)")
    PyObject select(ThreadState thread, PyObject rlist, PyObject wlist, PyObject xlist, PyObject timeout) {
        if (timeout != Singletons.NONE && org.pyvm.objects.protocol.Numbers.toDouble(thread, timeout) < 0) {
            throw PyErr.valueError("timeout must be non-negative");
        }
        Watched readers = Watched.of(thread, rlist);
        Watched writers = Watched.of(thread, wlist);
        Watched.of(thread, xlist);
        try (Poll poll = new Poll()) {
            for (OpenFile file : readers.files) {
                poll.set(file, Readiness.READ | (writers.files.contains(file) ? Readiness.WRITE : 0));
            }
            for (OpenFile file : writers.files) {
                poll.set(file, Readiness.WRITE | (readers.files.contains(file) ? Readiness.READ : 0));
            }
            Map<OpenFile, Integer> ready = Waiting.await(thread, poll, Waiting.nanos(thread, timeout, 1e9));
            int ended = Readiness.HANG_UP | Readiness.ERROR;
            return PyTuple.of(
                    readers.chosen(ready, Readiness.READ | ended),
                    writers.chosen(ready, Readiness.WRITE | Readiness.ERROR),
                    new PyList());
        }
    }

    /** Objects of one argument of {@code select}, and their files. */
    private record Watched(List<PyObject> objects, List<OpenFile> files) {
        /** Takes a sequence, which may lose items while they tell their descriptors. */
        static Watched of(ThreadState thread, PyObject sequence) {
            Watched watched = new Watched(new ArrayList<>(), new ArrayList<>());
            if (sequence instanceof PyList list) {
                for (int i = 0; i < list.size(); i++) {
                    watched.add(thread, list.get(i));
                }
            } else {
                for (PyObject object : Sequences.fast(thread, sequence, "arguments 1-3 must be sequences")) {
                    watched.add(thread, object);
                }
            }
            return watched;
        }

        private void add(ThreadState thread, PyObject object) {
            files.add(Waiting.file(thread, Waiting.descriptor(thread, object)));
            objects.add(object);
        }

        PyList chosen(Map<OpenFile, Integer> ready, int bits) {
            PyList list = new PyList();
            for (int i = 0; i < files.size(); i++) {
                if ((ready.getOrDefault(files.get(i), 0) & bits) != 0) {
                    list.append(objects.get(i));
                }
            }
            return list;
        }
    }
}
