package org.pyvm.modules.select;

import java.util.Map;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What {@code select} and {@code poll} share: descriptors of Python objects, times, and the wait itself. */
final class Waiting {
    private static final PyStr FILENO = PyStr.intern("fileno");

    private Waiting() {}

    /** The descriptor of an int or of an object with {@code fileno()}. */
    static int descriptor(ThreadState thread, PyObject file) {
        if (file instanceof PyInt number) {
            return checked(number);
        }
        PyObject method = Attributes.getOrNull(thread, file, FILENO);
        if (method == null) {
            throw PyErr.typeError("argument must be an int, or have a fileno() method.");
        }
        if (!(Calls.call(thread, method) instanceof PyInt number)) {
            throw PyErr.typeError("fileno() returned a non-integer");
        }
        return checked(number);
    }

    private static int checked(PyInt number) {
        long value = number.fitsLong() ? number.longValue() : -1;
        if (value < 0) {
            throw PyErr.valueError("file descriptor cannot be a negative integer (%s)", number);
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** The open file of a descriptor. @throws org.pyvm.objects.host.HostException EBADF */
    static OpenFile file(ThreadState thread, int descriptor) {
        return thread.interpreter().service(Host.class).descriptors().get(descriptor);
    }

    /** Nanoseconds; -1 for None. @param unit nanoseconds of one */
    static long nanos(ThreadState thread, PyObject timeout, double unit) {
        if (timeout == Singletons.NONE) {
            return -1;
        }
        double value = Numbers.toDouble(thread, timeout);
        return value < 0 ? -1 : (long) Math.ceil(value * unit);
    }

    /** Waits without the interpreter lock; a signal's handler may raise, else the wait goes on for what is left (PEP 475). */
    static Map<OpenFile, Integer> await(ThreadState thread, Poll poll, long nanos) {
        long start = Poll.now();
        while (true) {
            long left = nanos < 0 ? nanos : Math.max(0, nanos - (Poll.now() - start));
            try {
                return Blocking.once(thread, () -> {
                    try {
                        return poll.await(left);
                    } catch (InterruptedException e) {
                        throw new HostException(Errno.EINTR);
                    }
                });
            } catch (HostException e) {
                if (e.errno() != Errno.EINTR.number()) {
                    throw HostErrors.of(thread, e);
                }
                Blocking.handleSignals(thread);
            }
        }
    }
}
