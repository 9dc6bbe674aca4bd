package org.pyvm.runtime.internal;

import java.util.Set;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Configuration;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr} over the host's descriptors 0, 1 and 2. */
final class StandardStreams {
    private static final Set<String> PLAIN_LOCALES = Set.of("C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8");

    private StandardStreams() {}

    static void install(ThreadState thread, Configuration configuration) {
        importModule(thread, "encodings");
        PyObject io = importModule(thread, "io");
        thread.interpreter().builtins.put("open", Attributes.get(thread, io, "open"));
        PyDict sys = thread.interpreter().sys.dict();
        String encoding = "utf-8";
        String errors = usualErrors(thread, configuration);
        if (configuration.ioEncoding != null) {
            String[] parts = configuration.ioEncoding.split(":", 2);
            encoding = parts[0].isEmpty() ? encoding : parts[0];
            if (parts.length > 1 && !parts[1].isEmpty()) {
                errors = parts[1];
            } else if (!parts[0].isEmpty()) {
                errors = "strict";
            }
        }
        String[] names = {"stdin", "stdout", "stderr"};
        for (int fd = 0; fd < 3; fd++) {
            String streamErrors = fd == 2 ? "backslashreplace" : errors;
            PyObject stream = open(thread, io, fd, names[fd], encoding, streamErrors, configuration.unbuffered);
            sys.put("__" + names[fd] + "__", stream);
            sys.put(names[fd], stream);
        }
    }

    /** In the locales that name no language, as in UTF-8 mode, bytes that are no text get through (PEPs 538 and 540). */
    private static String usualErrors(ThreadState thread, Configuration configuration) {
        Environment environment = thread.interpreter().service(Host.class).environment();
        String locale = null;
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                locale = value;
                break;
            }
        }
        boolean plain = locale == null || PLAIN_LOCALES.contains(locale);
        return plain || configuration.flags.utf8Mode > 0 ? "surrogateescape" : "strict";
    }

    private static PyObject open(
            ThreadState thread, PyObject io, int fd, String name, String encoding, String errors, boolean unbuffered) {
        if (!isOpen(thread, fd)) {
            return Singletons.NONE;
        }
        boolean writing = fd > 0;
        // Without a buffer the raw file is used, and the text layer writes through it.
        boolean raw = unbuffered && writing;
        PyObject buffer = Calls.call(
                thread,
                Attributes.get(thread, io, "open"),
                new PyObject[] {PyInt.of(fd), PyStr.of(writing ? "wb" : "rb"), PyInt.of(raw ? 0 : -1), Singletons.FALSE
                },
                new PyStr[] {PyStr.intern("closefd")});
        PyObject rawFile = raw ? buffer : Attributes.get(thread, buffer, "raw");
        Attributes.set(thread, rawFile, PyStr.intern("name"), PyStr.of("<" + name + ">"));
        boolean terminal = Objects.isTrue(thread, Calls.callMethod(thread, rawFile, PyStr.intern("isatty")));
        boolean lineBuffering = fd == 2 || terminal && !raw;
        PyObject text = Calls.call(
                thread,
                Attributes.get(thread, io, "TextIOWrapper"),
                new PyObject[] {
                    buffer,
                    PyStr.of(encoding),
                    PyStr.of(errors),
                    PyStr.of("\n"),
                    PyBool.of(lineBuffering),
                    PyBool.of(raw)
                },
                new PyStr[] {
                    PyStr.intern("encoding"),
                    PyStr.intern("errors"),
                    PyStr.intern("newline"),
                    PyStr.intern("line_buffering"),
                    PyStr.intern("write_through")
                });
        Attributes.set(thread, text, PyStr.intern("mode"), PyStr.of(writing ? "w" : "r"));
        return text;
    }

    private static boolean isOpen(ThreadState thread, int fd) {
        try {
            thread.interpreter().service(Host.class).descriptors().get(fd);
            return true;
        } catch (HostException e) {
            return false;
        }
    }

    private static PyObject importModule(ThreadState thread, String name) {
        return Importing.importModule(thread, PyStr.of(name), Singletons.NONE, Singletons.NONE, 0);
    }

    /** Writes out what the streams still hold; a failure of stdout decides the exit status. */
    static boolean flush(ThreadState thread) {
        boolean ok = true;
        for (String name : new String[] {"stdout", "stderr"}) {
            PyObject stream = thread.interpreter().sys.dict().get(name);
            if (stream == null || stream == Singletons.NONE) {
                continue;
            }
            try {
                Calls.callMethod(thread, stream, PyStr.intern("flush"));
            } catch (PyErr e) {
                if (e.matches(Exceptions.VALUE_ERROR)) {
                    continue;
                }
                ok &= !name.equals("stdout");
            }
        }
        return ok;
    }
}
