package org.pyvm.modules.select;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/**
 * {@code select.epoll}, over a {@link Poll} that stays between the calls.
 *
 * <p>The host does not tell when something becomes ready that is ready already. So what is registered with {@code EPOLLET} is told
 * again, but not at once: a program that reads until there is nothing more finds nothing, and none waits for ever.
 */
@PythonType(name = "epoll", module = "select")
public final class PyEpoll extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "select", "epoll", new PyEpollExposed.SlotTable(), new PyEpollExposed())
            .notSubclassable();

    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int EDGE = 1 << 31;
    private static final int ONE_SHOT = 1 << 30;
    /** After which time an edge is told again. */
    private static final long PAUSE = 10_000_000;

    /** What is watched under a descriptor. */
    private static final class Entry {
        final OpenFile file;
        int mask;
        boolean disabled;
        int told;
        long toldAt;

        Entry(OpenFile file, int mask) {
            this.file = file;
            this.mask = mask;
        }

        int interest() {
            // POLLRDNORM and POLLWRNORM are other names of readable and writable.
            int bits = mask & 5 | (mask >> 6 & 1) | (mask >> 6 & 4);
            return disabled ? 0 : bits;
        }
    }

    /** What the epoll itself is as an open file: ready to read when something in it is ready. */
    private static final class EpollFile extends OpenFile {
        private final Poll poll = new Poll();
        private final Map<Integer, Entry> entries = new LinkedHashMap<>();

        EpollFile() {
            super(null);
        }

        @Override
        public FileStatus status() {
            return FileStatus.virtual(0600, 0, 0);
        }

        @Override
        public int readiness(org.pyvm.objects.host.Readiness.Watcher watcher) {
            try {
                if (!poll.await(0).isEmpty()) {
                    return 1;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (watcher != null) {
                Thread.ofVirtual().start(() -> {
                    try {
                        poll.await(PAUSE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    watcher.changed();
                });
            }
            return 0;
        }

        /** Watches a file for all that its descriptors are registered for. */
        synchronized void update(OpenFile file) {
            int interest = 0;
            boolean watched = false;
            for (Entry entry : entries.values()) {
                if (entry.file == file && !entry.disabled) {
                    interest |= entry.interest();
                    watched = true;
                }
            }
            if (watched) {
                poll.set(file, interest);
            } else {
                poll.remove(file);
            }
        }

        @Override
        protected void close() {
            poll.close();
        }
    }

    private final EpollFile file;
    private int descriptor;

    private PyEpoll(EpollFile file, int descriptor) {
        super(TYPE);
        this.file = file;
        this.descriptor = descriptor;
    }

    private static DescriptorTable table(ThreadState thread) {
        return thread.interpreter().service(Host.class).descriptors();
    }

    @PythonNew("($cls, sizehint=-1, flags=0)")
    static PyObject make(ThreadState thread, PyType cls, int sizeHint, int flags) {
        if (sizeHint < -1 || sizeHint == 0) {
            throw PyErr.valueError("negative sizehint");
        }
        if ((flags & ~CLOSE_ON_EXEC) != 0) {
            throw PyErr.of(org.pyvm.objects.types.Exceptions.OS_ERROR, "invalid flags");
        }
        EpollFile file = new EpollFile();
        return new PyEpoll(file, Blocking.call(thread, () -> table(thread).install(file)));
    }

    /** The epoll that is open under a descriptor. */
    @PythonClassMethod("fromfd($cls, fd, /)")
    static PyObject fromfd(ThreadState thread, PyType cls, int fd) {
        OpenFile open = SelectModule.openOrNull(thread, fd);
        return new PyEpoll(open instanceof EpollFile epoll ? epoll : new EpollFile(), fd);
    }

    private void requireOpen() {
        if (descriptor < 0) {
            throw PyErr.valueError("I/O operation on closed epoll object");
        }
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        int closing = descriptor;
        descriptor = -1;
        if (closing >= 0) {
            Blocking.call(thread, () -> {
                table(thread).close(closing);
                return null;
            });
        }
    }

    @PythonGetter("closed")
    boolean closed() {
        return descriptor < 0;
    }

    @PythonMethod("fileno($self, /)")
    int fileno() {
        requireOpen();
        return descriptor;
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter() {
        requireOpen();
        return this;
    }

    @PythonMethod("__exit__($self, exc_type=None, exc_value=None, exc_tb=None, /)")
    void exit(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        close(thread);
    }

    @PythonMethod("register($self, fd, eventmask=7)")
    void register(ThreadState thread, PyObject fd, long mask) {
        requireOpen();
        int number = Waiting.descriptor(thread, fd);
        change(thread, number, watched -> {
            if (watched == file) {
                throw new HostException(Errno.EINVAL);
            }
            if (!(watched instanceof EpollFile)
                    && (watched.status().is(FileStatus.REGULAR)
                            || watched.status().is(FileStatus.DIRECTORY))) {
                throw new HostException(Errno.EPERM);
            }
            Entry present = file.entries.get(number);
            if (present != null && present.file == watched) {
                throw new HostException(Errno.EEXIST);
            }
            file.entries.put(number, new Entry(watched, (int) mask));
        });
    }

    @PythonMethod("modify($self, fd, eventmask)")
    void modify(ThreadState thread, PyObject fd, long mask) {
        requireOpen();
        int number = Waiting.descriptor(thread, fd);
        change(thread, number, watched -> {
            Entry entry = present(number, watched);
            entry.mask = (int) mask;
            entry.disabled = false;
            entry.told = 0;
        });
    }

    @PythonMethod("unregister($self, fd)")
    void unregister(ThreadState thread, PyObject fd) {
        requireOpen();
        int number = Waiting.descriptor(thread, fd);
        change(thread, number, watched -> {
            present(number, watched);
            file.entries.remove(number);
        });
    }

    private Entry present(int number, OpenFile watched) {
        Entry entry = file.entries.get(number);
        if (entry == null || entry.file != watched) {
            throw new HostException(Errno.ENOENT);
        }
        return entry;
    }

    private void change(ThreadState thread, int number, java.util.function.Consumer<OpenFile> change) {
        try {
            OpenFile watched = Waiting.file(thread, number);
            synchronized (file) {
                change.accept(watched);
                file.update(watched);
            }
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    /** Pairs of descriptor and events. @param timeout seconds; None or below 0 without limit */
    @PythonMethod("poll($self, timeout=None, maxevents=-1)")
    PyObject poll(ThreadState thread, PyObject timeout, int most) {
        requireOpen();
        if (most < -1 || most == 0) {
            throw PyErr.valueError("maxevents must be greater than 0, got %d", most);
        }
        long nanos = Waiting.nanos(thread, timeout == null ? Singletons.NONE : timeout, 1e9);
        long start = Poll.now();
        while (true) {
            boolean paused = drop(thread);
            long left = nanos < 0 ? -1 : Math.max(0, nanos - (Poll.now() - start));
            // Paused edges would end a wait at once, so a short sleep stands for it.
            Map<OpenFile, Integer> ready = Waiting.await(thread, file.poll, paused ? 0 : left);
            PyList events = told(ready, most < 0 ? Integer.MAX_VALUE : most);
            if (events.size() > 0 || left == 0 || ready.isEmpty() && !paused) {
                return events;
            }
            long pause = left < 0 ? PAUSE : Math.min(left, PAUSE);
            Blocking.await(thread, () -> {
                java.util.concurrent.TimeUnit.NANOSECONDS.sleep(pause);
                return true;
            });
        }
    }

    /** Forgets what was closed, as Linux does; whether an edge was told a moment ago. */
    private boolean drop(ThreadState thread) {
        boolean paused = false;
        synchronized (file) {
            for (var entry : Map.copyOf(file.entries).entrySet()) {
                Entry watched = entry.getValue();
                if (SelectModule.openOrNull(thread, entry.getKey()) != watched.file) {
                    file.entries.remove(entry.getKey());
                    file.update(watched.file);
                }
                paused |= watched.told != 0 && Poll.now() - watched.toldAt < PAUSE;
            }
        }
        return paused;
    }

    private PyList told(Map<OpenFile, Integer> ready, int most) {
        PyList events = new PyList();
        long now = Poll.now();
        synchronized (file) {
            for (var watched : file.entries.entrySet()) {
                Entry entry = watched.getValue();
                int bits = ready.getOrDefault(entry.file, 0) & (entry.interest() | 24);
                if ((entry.mask & EDGE) != 0 && bits == entry.told && now - entry.toldAt < PAUSE) {
                    continue;
                }
                entry.told = (entry.mask & EDGE) == 0 ? 0 : bits;
                entry.toldAt = now;
                if (bits == 0 || entry.disabled || events.size() >= most) {
                    continue;
                }
                events.append(PyTuple.of(PyInt.of(watched.getKey()), PyInt.of(bits)));
                if ((entry.mask & ONE_SHOT) != 0) {
                    entry.disabled = true;
                    file.update(entry.file);
                }
            }
        }
        return events;
    }
}
