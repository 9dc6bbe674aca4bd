package org.pyvm.modules.io;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** What {@code _io} keeps in an interpreter, used under its lock. */
public final class IoState {
    private PyType unsupportedOperation;
    /** Writers that hold bytes which are not written yet: kept alive, and flushed at the end, as nobody else may be. */
    private final Set<Flushable> pending = new LinkedHashSet<>();

    private final ReferenceQueue<PyObject> lost = new ReferenceQueue<>();
    private final Set<OpenDescriptor> descriptors = new HashSet<>();
    private final DroppedFiles written;

    /** A stream with output that has not left it. */
    interface Flushable {
        void flushAtExit(ThreadState thread);

        /** Whether its file closes it when both are dropped. */
        boolean isClosedByFile();
    }

    /** The descriptor that a file or socket is to close. */
    public static final class OpenDescriptor extends PhantomReference<PyObject> {
        private final int number;
        /** Of a file that is written to; null for others. */
        private final String path;

        OpenDescriptor(PyObject file, ReferenceQueue<PyObject> queue, int number, String path) {
            super(file, queue);
            this.number = number;
            this.path = path;
        }
    }

    public static IoState of(ThreadState thread) {
        return thread.interpreter().service(IoState.class, () -> new IoState(DroppedFiles.of(thread)));
    }

    private IoState(DroppedFiles written) {
        this.written = written;
    }

    /** {@code io.UnsupportedOperation}, which derives from two built-in types and so is made in each interpreter. */
    PyType unsupportedOperation(ThreadState thread) {
        if (unsupportedOperation == null) {
            PyDict namespace = new PyDict();
            namespace.put("__module__", PyStr.intern("_io"));
            unsupportedOperation = (PyType) Calls.call(
                    thread,
                    PyType.TYPE,
                    PyStr.intern("UnsupportedOperation"),
                    PyTuple.of(Exceptions.OS_ERROR, Exceptions.VALUE_ERROR),
                    namespace);
        }
        return unsupportedOperation;
    }

    /** The error of a stream that cannot do what it was asked. */
    static PyErr unsupported(ThreadState thread, String message) {
        PyType type = of(thread).unsupportedOperation(thread);
        return new PyErr((PyBaseException) Calls.call(thread, type, PyStr.of(message)));
    }

    void addPending(Flushable stream) {
        if (!stream.isClosedByFile()) {
            pending.add(stream);
        }
    }

    void removePending(Flushable stream) {
        pending.remove(stream);
    }

    /** Writes out what streams still hold when the interpreter ends. */
    public static void flushAll(ThreadState thread) {
        IoState state = thread.interpreter().serviceOrNull(IoState.class);
        if (state == null) {
            return;
        }
        for (Flushable stream : List.copyOf(state.pending)) {
            stream.flushAtExit(thread);
        }
        state.pending.clear();
    }

    /** Remembers a descriptor, to be closed when the program has lost the file. */
    public OpenDescriptor watch(PyObject file, int number) {
        return watch(file, number, null);
    }

    /** @param path of a file that is open for writing, else null */
    OpenDescriptor watch(PyObject file, int number, String path) {
        OpenDescriptor reference = new OpenDescriptor(file, lost, number, path);
        descriptors.add(reference);
        if (path != null) {
            written.add(path);
        }
        return reference;
    }

    public void forget(OpenDescriptor reference) {
        reference.clear();
        remove(reference);
    }

    private boolean remove(OpenDescriptor reference) {
        boolean known = descriptors.remove(reference);
        if (known && reference.path != null) {
            written.remove(reference.path);
        }
        return known;
    }

    /** Closes the descriptors of files that nobody can reach any more. */
    public void closeLost(ThreadState thread) {
        List<OpenDescriptor> found = new ArrayList<>();
        for (Object reference; (reference = lost.poll()) != null; ) {
            found.add((OpenDescriptor) reference);
        }
        DescriptorTable table = thread.interpreter().service(Host.class).descriptors();
        for (OpenDescriptor reference : found) {
            if (remove(reference)) {
                closeQuietly(table, reference.number);
            }
        }
    }

    private static void closeQuietly(DescriptorTable table, int number) {
        if (table.isOpen(number)) {
            try {
                table.close(number);
            } catch (HostException e) {
                // As CPython's finalizer of a file: the program is past hearing of it.
                return;
            }
        }
    }
}
