package org.pyvm.modules.sockets;

import java.util.function.Function;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;

/**
 * Runs one operation of a socket within its time limit. A socket with a limit does not block: the operation is tried, and
 * tried again when the socket is ready, until it succeeds or the time is over. A signal does not lengthen the time (PEP 475).
 */
final class SocketTimeout {
    private static final double LONGEST_SECONDS = 9_223_372_036.0;

    private final ThreadState thread;
    private final long timeout;
    private final long deadline;

    /** Starts the clock. @param timeout nanoseconds; 0 not to wait, -1 to wait for ever */
    SocketTimeout(ThreadState thread, long timeout) {
        this.thread = thread;
        this.timeout = timeout;
        this.deadline = timeout > 0 ? clock(thread).monotonic() + timeout : 0;
    }

    private static Clock clock(ThreadState thread) {
        return thread.interpreter().service(Host.class).clock();
    }

    /** Nanoseconds of an argument: a number of seconds, or None for no limit. */
    static long nanos(ThreadState thread, PyObject seconds) {
        if (seconds == Singletons.NONE) {
            return SocketState.BLOCKING;
        }
        double value = seconds instanceof PyFloat number
                ? number.value()
                : Numbers.index(thread, seconds).doubleValue();
        if (Double.isNaN(value)) {
            throw PyErr.valueError("Invalid value NaN (not a number)");
        }
        if (value >= LONGEST_SECONDS) {
            throw PyErr.overflowError("timestamp out of range for platform time_t");
        }
        if (value < 0) {
            throw PyErr.valueError("Timeout value out of range");
        }
        return (long) Math.ceil(value * 1e9);
    }

    /** The limit as Python code sees it. */
    static PyObject toPython(long nanos) {
        return nanos < 0 ? Singletons.NONE : PyFloat.of(nanos / 1e9);
    }

    /** The open socket of a descriptor. */
    static OpenSocket socket(ThreadState thread, int fd) {
        OpenFile file = thread.interpreter().service(Host.class).descriptors().get(fd);
        if (file instanceof OpenSocket socket) {
            return socket;
        }
        throw new HostException(Errno.ENOTSOCK);
    }

    /** Makes the call, and makes it again as long as the socket is not ready and there is time. */
    <T> T run(int fd, int readiness, Function<OpenSocket, T> call) {
        while (true) {
            try {
                return Blocking.orFail(thread, () -> call.apply(socket(thread, fd)));
            } catch (HostException e) {
                if (e.errno() != Errno.EAGAIN.number() || timeout <= 0) {
                    throw HostErrors.of(thread, e);
                }
            }
            if (!await(fd, readiness)) {
                throw timedOut();
            }
        }
    }

    /** Waits until the socket is ready; false when the time is over first. */
    boolean await(int fd, int readiness) {
        try (Poll poll = new Poll()) {
            return Blocking.call(thread, () -> {
                poll.set(socket(thread, fd), readiness);
                long left =
                        timeout < 0 ? -1 : Math.max(0, deadline - clock(thread).monotonic());
                try {
                    return !poll.await(left).isEmpty();
                } catch (InterruptedException e) {
                    throw new HostException(Errno.EINTR);
                }
            });
        }
    }

    static PyErr timedOut() {
        return PyErr.of(Exceptions.TIMEOUT_ERROR, "timed out");
    }
}
