package org.pyvm.modules.multiprocessing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;

/** POSIX's semaphores with names, by the C library: Java has none that another process can see. */
final class NamedSemaphore {
    /** O_CREAT and O_EXCL of Linux, and what an owner may do. */
    private static final int CREATE_NEW = 0x40 | 0x80;

    private static final int OWNER = 0600;
    /** Python's signals do not break a call of C off, so none waits longer than this without looking for them. */
    private static final long SLICE = 50_000_000;

    private final NativeCalls calls;
    private final long handle;

    private NamedSemaphore(NativeCalls calls, long handle) {
        this.calls = calls;
        this.handle = handle;
    }

    private static NativeCalls calls(ThreadState thread) {
        return thread.interpreter()
                .service(
                        NativeCalls.class,
                        () -> new NativeCalls(thread.interpreter()
                                .service(Host.class)
                                .natives()
                                .open(NativeCalls.C_LIBRARY)));
    }

    private static byte[] text(String name) {
        return (name + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /** @throws HostException EEXIST when the name is taken */
    static NamedSemaphore create(ThreadState thread, String name, int value) {
        NativeCalls calls = calls(thread);
        return new NamedSemaphore(calls, calls.callPointer("sem_open", text(name), CREATE_NEW, OWNER, value));
    }

    /** One that there is. @throws HostException ENOENT when there is none of this name */
    static NamedSemaphore open(ThreadState thread, String name) {
        NativeCalls calls = calls(thread);
        return new NamedSemaphore(calls, calls.callPointer("sem_open", text(name), 0));
    }

    /** One that is open in this process. */
    static NamedSemaphore ofHandle(ThreadState thread, long handle) {
        return new NamedSemaphore(calls(thread), handle);
    }

    /** Takes a name away; who has the semaphore open goes on. */
    static void unlink(ThreadState thread, String name) {
        calls(thread).call("sem_unlink", (Object) text(name));
    }

    long handle() {
        return handle;
    }

    int value() {
        byte[] value = new byte[Integer.BYTES];
        calls.call("sem_getvalue", handle, value);
        // Some systems tell by a negative number how many wait.
        return Math.max(0, ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt());
    }

    boolean tryAcquire() {
        return counts("sem_trywait", handle);
    }

    /** Waits without the interpreter's lock; handlers of signals run meanwhile. @param nanos -1 for ever */
    boolean acquire(ThreadState thread, long nanos) {
        Clock clock = thread.interpreter().service(Host.class).clock();
        long start = clock.monotonic();
        while (true) {
            long left = nanos < 0 ? SLICE : nanos - (clock.monotonic() - start);
            long slice = Math.clamp(left, 0, SLICE);
            if (Blocking.orFail(thread, () -> counts("sem_timedwait", handle, time(clock.time() + slice)))) {
                return true;
            }
            if (left <= slice && nanos >= 0) {
                return false;
            }
            Blocking.handleSignals(thread);
        }
    }

    /** {@code struct timespec} of 64 bits. */
    private static byte[] time(long nanos) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(nanos / 1_000_000_000)
                .putLong(nanos % 1_000_000_000)
                .array();
    }

    /** False when it would have to wait, or to wait longer. */
    private boolean counts(String function, Object... arguments) {
        try {
            calls.call(function, arguments);
            return true;
        } catch (HostException e) {
            if (e.errno() == Errno.EAGAIN.number() || e.errno() == Errno.ETIMEDOUT.number()) {
                return false;
            }
            throw e;
        }
    }

    void release() {
        calls.call("sem_post", handle);
    }

    void close() {
        calls.call("sem_close", handle);
    }
}
