package org.pyvm.modules.traceback;

import org.pyvm.modules.sys.SysModule.TracebackPrinter;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTraceback;

/** What {@code sys.excepthook} and {@code sys.unraisablehook} do unless a program replaces them. Stateless. */
public final class TracebackWriter implements TracebackPrinter {
    @Override
    public void print(ThreadState thread, PyObject value, PyObject traceback) {
        PyObject file = thread.interpreter().sys.dict().get(Names.STDERR_NAME);
        if (file == Singletons.NONE) {
            return;
        }
        printTo(thread, ErrorOutput.to(thread, file), value, traceback);
    }

    /** What is printed of an exception: its traceback, causes and members, and its message. */
    public static String format(ThreadState thread, PyObject value) {
        StringBuilder text = new StringBuilder();
        try {
            new ExceptionChain(thread, new ErrorOutput.ToText(text)).print(value);
        } catch (PyErr e) {
            // As when it is printed: a chain that is too long ends where it became so.
            text.append("lost sys.stderr\n");
        }
        return text.toString();
    }

    /** Writes an exception with its traceback, causes and members. */
    static void printTo(ThreadState thread, ErrorOutput out, PyObject value, PyObject traceback) {
        if (value instanceof PyBaseException exception
                && traceback instanceof PyTraceback given
                && exception.traceback() == null) {
            exception.setTraceback(given);
        }
        try {
            new ExceptionChain(thread, out).print(value);
        } catch (PyErr e) {
            // The stream refuses, or the chain is too long: there is nowhere left to complain but the descriptor.
            ErrorOutput.toDescriptor(thread).write("lost sys.stderr\n");
        }
        out.flush();
    }

    @Override
    public void printUnraisable(ThreadState thread, PyObject unraisable) {
        PyObject file = thread.interpreter().sys.dict().get(Names.STDERR_NAME);
        if (file == Singletons.NONE) {
            return;
        }
        ErrorOutput out = ErrorOutput.to(thread, file);
        PyObject message = field(thread, unraisable, "err_msg");
        PyObject object = field(thread, unraisable, "object");
        if (object != Singletons.NONE) {
            String lead =
                    message == Singletons.NONE ? "Exception ignored in: " : ExceptionText.str(thread, message) + ": ";
            out.write(lead + ExceptionText.reprOr(thread, object, "<object repr() failed>") + "\n");
        } else if (message != Singletons.NONE) {
            out.write(ExceptionText.str(thread, message) + ":\n");
        }
        if (field(thread, unraisable, "exc_traceback") instanceof PyTraceback traceback) {
            new TracebackLines(thread, out).print(traceback, "", "", TracebackLines.HEADER);
        }
        PyObject type = field(thread, unraisable, "exc_type");
        if (type == Singletons.NONE) {
            return;
        }
        PyObject value = field(thread, unraisable, "exc_value");
        String text = ExceptionText.typeName(thread, type);
        if (value != Singletons.NONE) {
            text += ": " + ExceptionText.strOr(thread, value, "<exception str() failed>");
        }
        out.write(text + "\n");
        out.flush();
    }

    private static PyObject field(ThreadState thread, PyObject unraisable, String name) {
        return Attributes.get(thread, unraisable, PyStr.intern(name));
    }
}
