package org.pyvm.modules.sys;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** {@code sys.displayhook} and {@code sys.breakpointhook}. */
final class DisplayHook {
    private static final PyStr UNDERSCORE = PyStr.intern("_");

    private DisplayHook() {}

    /** Writes a value's repr to standard output and keeps the value as {@code _}. */
    static void show(ThreadState thread, PyObject value) {
        if (value == Singletons.NONE) {
            return;
        }
        PyDict builtins = thread.interpreter().builtins;
        builtins.put(UNDERSCORE, Singletons.NONE);
        PyObject out = thread.interpreter().sys.dict().get(Names.STDOUT_NAME);
        if (out == null || out == Singletons.NONE) {
            throw PyErr.runtimeError("lost sys.stdout");
        }
        PyStr text = Objects.repr(thread, value);
        try {
            Calls.callMethod(thread, out, Names.WRITE_NAME, text);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.UNICODE_ENCODE_ERROR)) {
                throw e;
            }
            writeEscaped(thread, out, text);
        }
        Calls.callMethod(thread, out, Names.WRITE_NAME, PyStr.of("\n"));
        builtins.put(UNDERSCORE, value);
    }

    /** For a terminal that cannot show a character. */
    private static void writeEscaped(ThreadState thread, PyObject out, PyStr text) {
        PyObject encoding = Attributes.get(thread, out, "encoding");
        PyObject bytes = Calls.callMethod(thread, text, PyStr.intern("encode"), encoding, PyStr.of("backslashreplace"));
        PyObject shown = Calls.callMethod(thread, bytes, PyStr.intern("decode"), encoding, PyStr.of("strict"));
        Calls.callMethod(thread, out, Names.WRITE_NAME, shown);
    }

    /** Calls what PYTHONBREAKPOINT names, by default {@code pdb.set_trace}. */
    static PyObject breakpoint(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject os = org.pyvm.modules.imports.Importing.importModule(
                thread, PyStr.of("os"), Singletons.NONE, Singletons.NONE, 0);
        PyObject chosen = Calls.callMethod(
                thread,
                Attributes.get(thread, os, "environ"),
                Names.GET_NAME,
                PyStr.of("PYTHONBREAKPOINT"),
                PyStr.EMPTY);
        String target = chosen.toString();
        if (target.equals("0")) {
            return Singletons.NONE;
        }
        if (target.isEmpty()) {
            target = "pdb.set_trace";
        }
        PyObject function = breakpointFunction(thread, target);
        if (function == null) {
            Warnings.warn(
                    thread,
                    Exceptions.RUNTIME_WARNING,
                    "Ignoring unimportable $PYTHONBREAKPOINT: \"" + target + "\"",
                    0);
            return Singletons.NONE;
        }
        return Calls.call(thread, function, args, names);
    }

    /** What a dotted name stands for; null when it cannot be imported. */
    private static PyObject breakpointFunction(ThreadState thread, String target) {
        int dot = target.lastIndexOf('.');
        String module = dot < 0 ? "builtins" : target.substring(0, dot);
        PyObject found;
        try {
            found = org.pyvm.modules.imports.Importing.importModule(
                    thread, PyStr.of(module), Singletons.NONE, org.pyvm.objects.types.PyTuple.of(PyStr.of("*")), 0);
        } catch (PyErr e) {
            // An empty module name is a ValueError.
            if (e.matches(Exceptions.IMPORT_ERROR) || dot == 0) {
                return null;
            }
            throw e;
        }
        return Attributes.getOrNull(thread, found, PyStr.of(target.substring(dot + 1)));
    }
}
