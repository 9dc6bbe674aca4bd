package org.pyvm.runtime.internal;

import org.pyvm.modules.sys.SysModule.TracebackPrinter;
import org.pyvm.modules.traceback.ErrorOutput;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What becomes of an exception that a program lets through: {@code PyErr_Print}. */
public final class UncaughtErrors {
    private UncaughtErrors() {}

    /** Shows it. @return the exit status for SystemExit, -1 for all others */
    public static int report(ThreadState thread, PyErr error, boolean inspect) {
        PyBaseException value = error.value();
        if (error.matches(Exceptions.SYSTEM_EXIT) && !inspect) {
            return exitStatus(thread, value);
        }
        PyObject traceback = value.traceback() == null ? Singletons.NONE : value.traceback();
        PyDict sys = thread.interpreter().sys.dict();
        sys.put("last_type", value.type());
        sys.put("last_value", value);
        sys.put("last_traceback", traceback);
        PyObject hook = sys.get("excepthook");
        if (hook == null) {
            output(thread).write("sys.excepthook is missing\n");
            show(thread, value);
            return -1;
        }
        try {
            Calls.call(thread, hook, value.type(), value, traceback);
        } catch (PyErr failure) {
            if (failure.matches(Exceptions.SYSTEM_EXIT) && !inspect) {
                return exitStatus(thread, failure.value());
            }
            output(thread).write("Error in sys.excepthook:\n");
            show(thread, failure.value());
            output(thread).write("\nOriginal exception was:\n");
            show(thread, value);
        }
        return -1;
    }

    private static void show(ThreadState thread, PyBaseException value) {
        thread.interpreter()
                .service(TracebackPrinter.class)
                .print(thread, value, value.traceback() == null ? Singletons.NONE : value.traceback());
    }

    /** Nowhere when {@code sys.stderr} is None. */
    private static ErrorOutput output(ThreadState thread) {
        PyObject file = thread.interpreter().sys.dict().get(Names.STDERR_NAME);
        return ErrorOutput.to(thread, file == Singletons.NONE ? null : file);
    }

    private static int exitStatus(ThreadState thread, PyBaseException value) {
        PyObject code = Attributes.getOrNull(thread, value, PyStr.intern("code"));
        if (code == null) {
            code = value;
        }
        if (code == Singletons.NONE) {
            return 0;
        }
        if (code instanceof PyInt number) {
            try {
                return (int) org.pyvm.objects.protocol.Numbers.toLong(number) & 0xFF;
            } catch (PyErr e) {
                // As C's conversion of what is too big.
                return 0xFF;
            }
        }
        ErrorOutput out = output(thread);
        out.write(Objects.str(thread, code) + "\n");
        out.flush();
        return 1;
    }
}
