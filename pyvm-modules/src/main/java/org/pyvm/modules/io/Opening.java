package org.pyvm.modules.io;

import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code open}: builds the layers that a mode asks for. */
final class Opening {
    private Opening() {}

    /** What {@code open} was asked for. */
    private record Mode(char kind, boolean updating, boolean binary) {
        static Mode parse(String mode) {
            char kind = 0;
            boolean several = false;
            boolean plus = false;
            boolean binary = false;
            boolean text = false;
            for (int i = 0; i < mode.length(); i++) {
                char c = mode.charAt(i);
                switch (c) {
                    case 'x', 'r', 'w', 'a' -> {
                        several |= kind != 0;
                        kind = c;
                    }
                    case '+' -> plus = true;
                    case 'b' -> binary = true;
                    case 't' -> text = true;
                    default -> throw invalid(mode);
                }
                if (mode.indexOf(c, i + 1) >= 0) {
                    throw invalid(mode);
                }
            }
            if (text && binary) {
                throw PyErr.valueError("can't have text and binary mode at once");
            }
            if (several || kind == 0) {
                throw PyErr.valueError("must have exactly one of create/read/write/append mode");
            }
            return new Mode(kind, plus, binary);
        }

        private static PyErr invalid(String mode) {
            return PyErr.valueError("invalid mode: '%s'", mode);
        }

        /** The mode of the raw file. */
        String raw() {
            return kind + (updating ? "+" : "");
        }
    }

    static PyObject open(
            ThreadState thread,
            PyObject file,
            String modeText,
            int buffering,
            String encoding,
            String errors,
            String newline,
            boolean closeFd,
            PyObject opener) {
        PyObject path = file instanceof PyInt ? file : path(thread, file);
        Mode mode = Mode.parse(modeText);
        if (mode.binary()) {
            checkBinary(encoding, errors, newline);
            if (buffering == 1) {
                Warnings.warn(
                        thread,
                        Exceptions.RUNTIME_WARNING,
                        "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be"
                                + " used",
                        1);
            }
        }
        PyObject raw = Calls.callArray(thread, FileIO.TYPE, path, PyStr.of(mode.raw()), PyBool.of(closeFd), opener);
        PyObject top = raw;
        try {
            boolean lineBuffering = false;
            long size = buffering;
            // Asked before the size: a terminal is line-buffered unless told otherwise.
            if (buffering < 0 && StreamCalls.isTrue(thread, raw, StreamCalls.ISATTY)) {
                size = -1;
                lineBuffering = true;
            }
            if (buffering == 1 && !mode.binary()) {
                size = -1;
                lineBuffering = true;
            }
            if (size < 0) {
                size = ((FileIO) raw).blockSize();
            }
            if (size == 0) {
                if (!mode.binary()) {
                    throw PyErr.valueError("can't have unbuffered text I/O");
                }
                return raw;
            }
            PyType type = mode.updating()
                    ? BufferedRandom.TYPE
                    : mode.kind() == 'r' ? BufferedReader.TYPE : BufferedWriter.TYPE;
            top = Calls.call(thread, type, raw, PyInt.of(size));
            ((FileIO) raw).setOutermost(top);
            if (mode.binary()) {
                return top;
            }
            top = Calls.callArray(
                    thread,
                    TextIOWrapper.TYPE,
                    top,
                    orNone(encoding),
                    orNone(errors),
                    orNone(newline),
                    PyBool.of(lineBuffering));
            ((FileIO) raw).setOutermost(top);
            Attributes.set(thread, top, StreamCalls.MODE, PyStr.of(modeText));
            return top;
        } catch (PyErr e) {
            closeAfter(thread, top, e);
            throw e;
        }
    }

    /** Closes what had been opened; a failure of that is raised with the first as its context. */
    private static void closeAfter(ThreadState thread, PyObject stream, PyErr failure) {
        try {
            StreamCalls.call(thread, stream, Names.CLOSE_NAME);
        } catch (PyErr second) {
            second.value().raisedWhileHandling(failure.value());
            throw second;
        }
    }

    private static PyObject path(ThreadState thread, PyObject file) {
        // A descriptor need not be an int.
        if (file.type().lookup(Names.FSPATH) == null && file.type().slots().has(org.pyvm.objects.Slot.NB_INDEX)) {
            return file;
        }
        return FileSystemPaths.fsPath(thread, file);
    }

    private static void checkBinary(String encoding, String errors, String newline) {
        if (encoding != null) {
            throw PyErr.valueError("binary mode doesn't take an encoding argument");
        }
        if (errors != null) {
            throw PyErr.valueError("binary mode doesn't take an errors argument");
        }
        if (newline != null) {
            throw PyErr.valueError("binary mode doesn't take a newline argument");
        }
    }

    private static PyObject orNone(String text) {
        return text == null ? Singletons.NONE : PyStr.of(text);
    }
}
