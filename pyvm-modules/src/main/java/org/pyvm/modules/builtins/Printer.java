package org.pyvm.modules.builtins;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/** {@code print} and {@code input}. */
final class Printer {
    private static final PyStr SPACE = PyStr.intern(" ");
    private static final PyStr NEWLINE = PyStr.intern("\n");

    private Printer() {}

    static void print(ThreadState thread, PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
        PyObject target = file;
        if (target == Singletons.NONE) {
            target = thread.interpreter().sys.dict().get(Names.STDOUT_NAME);
            if (target == null) {
                throw PyErr.runtimeError("lost sys.stdout");
            }
            if (target == Singletons.NONE) {
                return;
            }
        }
        PyObject between = text(sep, SPACE, "sep");
        PyObject last = text(end, NEWLINE, "end");
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                write(thread, target, between);
            }
            write(thread, target, Objects.str(thread, args[i]));
        }
        write(thread, target, last);
        if (flush) {
            Calls.callMethod(thread, target, Names.FLUSH_NAME);
        }
    }

    private static PyObject text(PyObject given, PyStr fallback, String name) {
        if (given == Singletons.NONE) {
            return fallback;
        }
        if (given instanceof PyStr) {
            return given;
        }
        throw PyErr.typeError("%s must be None or a string, not %T", name, given);
    }

    private static void write(ThreadState thread, PyObject file, PyObject text) {
        Calls.callMethod(thread, file, Names.WRITE_NAME, text);
    }

    static PyObject input(ThreadState thread, PyObject prompt) {
        PyObject in = stream(thread, Names.STDIN_NAME);
        PyObject out = stream(thread, Names.STDOUT_NAME);
        PyObject err = stream(thread, Names.STDERR_NAME);
        flush(thread, err);
        PyStr shown = Objects.str(thread, prompt);
        if (shown.length() > 0) {
            write(thread, out, shown);
        }
        flush(thread, out);
        PyObject line = Calls.callMethod(thread, in, PyStr.intern("readline"));
        if (!(line instanceof PyStr text)) {
            throw PyErr.typeError("object.readline() returned non-string");
        }
        if (text.length() == 0) {
            throw PyErr.of(Exceptions.EOF_ERROR, "EOF when reading a line");
        }
        int end = text.length();
        if (text.codePointAt(end - 1) != '\n') {
            return text;
        }
        return PyStr.ofCodePoints(java.util.Arrays.copyOf(text.toCodePoints(), end - 1));
    }

    /** Programs put objects that can only write in the place of {@code sys.stdout}: that one cannot flush stops no input. */
    private static void flush(ThreadState thread, PyObject file) {
        PyObject method = Attributes.getOrNull(thread, file, Names.FLUSH_NAME);
        if (method == null) {
            return;
        }
        try {
            Calls.call(thread, method);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.EXCEPTION)) {
                throw e;
            }
        }
    }

    private static PyObject stream(ThreadState thread, PyStr name) {
        PyObject stream = thread.interpreter().sys.dict().get(name);
        if (stream == null || stream == Singletons.NONE) {
            throw PyErr.runtimeError("input(): lost sys.%s", name);
        }
        return stream;
    }
}
