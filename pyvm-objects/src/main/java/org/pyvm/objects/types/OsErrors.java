package org.pyvm.objects.types;

import java.util.Map;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** OSError: which subclass an errno stands for (PEP 3151), its fields and text. */
final class OsErrors {
    private static final PyStr ERRNO = PyStr.intern("errno");
    private static final PyStr STRERROR = PyStr.intern("strerror");
    private static final PyStr FILENAME = PyStr.intern("filename");
    private static final PyStr FILENAME2 = PyStr.intern("filename2");
    private static final PyStr CHARACTERS_WRITTEN = PyStr.intern("characters_written");

    /** Linux's error numbers. */
    private static final Map<Long, PyType> BY_ERRNO = Map.ofEntries(
            Map.entry(1L, Exceptions.PERMISSION_ERROR),
            Map.entry(2L, Exceptions.FILE_NOT_FOUND_ERROR),
            Map.entry(3L, Exceptions.PROCESS_LOOKUP_ERROR),
            Map.entry(4L, Exceptions.INTERRUPTED_ERROR),
            Map.entry(10L, Exceptions.CHILD_PROCESS_ERROR),
            Map.entry(11L, Exceptions.BLOCKING_IO_ERROR),
            Map.entry(13L, Exceptions.PERMISSION_ERROR),
            Map.entry(17L, Exceptions.FILE_EXISTS_ERROR),
            Map.entry(20L, Exceptions.NOT_A_DIRECTORY_ERROR),
            Map.entry(21L, Exceptions.IS_A_DIRECTORY_ERROR),
            Map.entry(32L, Exceptions.BROKEN_PIPE_ERROR),
            Map.entry(103L, Exceptions.CONNECTION_ABORTED_ERROR),
            Map.entry(104L, Exceptions.CONNECTION_RESET_ERROR),
            Map.entry(108L, Exceptions.BROKEN_PIPE_ERROR),
            Map.entry(110L, Exceptions.TIMEOUT_ERROR),
            Map.entry(111L, Exceptions.CONNECTION_REFUSED_ERROR),
            Map.entry(114L, Exceptions.BLOCKING_IO_ERROR),
            Map.entry(115L, Exceptions.BLOCKING_IO_ERROR));

    private OsErrors() {}

    /** The type that {@code OSError(errno, text, ...)} makes. */
    static PyType typeFor(PyObject[] args) {
        if (args.length < 2 || args.length > 5 || !(args[0] instanceof PyInt errno) || !errno.fitsLong()) {
            return Exceptions.OS_ERROR;
        }
        return BY_ERRNO.getOrDefault(errno.longValue(), Exceptions.OS_ERROR);
    }

    /** Sets the fields; arguments behind the second are then no arguments of the exception. */
    static void fill(PyBaseException self, PyObject[] args) {
        self.setArgs(PyTuple.of(args));
        if (args.length < 2 || args.length > 5) {
            return;
        }
        self.setField(ERRNO, args[0]);
        self.setField(STRERROR, args[1]);
        if (args.length > 2 && args[2] != Singletons.NONE) {
            if (self.type() == Exceptions.BLOCKING_IO_ERROR && args[2] instanceof PyInt) {
                self.setField(CHARACTERS_WRITTEN, args[2]);
                return;
            }
            self.setField(FILENAME, args[2]);
            if (args.length == 5 && args[4] != Singletons.NONE) {
                self.setField(FILENAME2, args[4]);
            }
            self.setArgs(PyTuple.of(args[0], args[1]));
        }
    }

    /** Null when the exception was not made from a number and a text. */
    static PyStr text(ThreadState thread, PyBaseException self) {
        PyObject errno = self.field(ERRNO);
        PyObject text = self.field(STRERROR);
        PyObject file = self.field(FILENAME);
        PyObject file2 = self.field(FILENAME2);
        String start = "[Errno " + show(thread, errno) + "] " + show(thread, text);
        if (file != null) {
            String files = ": " + Objects.repr(thread, file);
            return PyStr.of(start + files + (file2 == null ? "" : " -> " + Objects.repr(thread, file2)));
        }
        return errno != null && text != null ? PyStr.of(start) : null;
    }

    private static PyStr show(ThreadState thread, PyObject value) {
        return Objects.str(thread, value == null ? Singletons.NONE : value);
    }

    static PyTuple reduceArgs(PyBaseException self) {
        PyTuple args = self.args();
        PyObject file = self.field(FILENAME);
        if (args.size() != 2 || file == null) {
            return args;
        }
        PyObject file2 = self.field(FILENAME2);
        return file2 == null
                ? PyTuple.of(args.get(0), args.get(1), file)
                : PyTuple.of(args.get(0), args.get(1), file, Singletons.NONE, file2);
    }
}
