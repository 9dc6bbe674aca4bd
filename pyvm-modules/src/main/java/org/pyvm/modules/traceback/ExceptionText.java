package org.pyvm.modules.traceback;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/** The parts of an exception's last lines: name, message, notes. None of them ever raises. */
final class ExceptionText {
    private ExceptionText() {}

    static String str(ThreadState thread, PyObject object) {
        return Objects.str(thread, object).toString();
    }

    static String strOr(ThreadState thread, PyObject object, String otherwise) {
        try {
            return str(thread, object);
        } catch (PyErr e) {
            return otherwise;
        }
    }

    static String reprOr(ThreadState thread, PyObject object, String otherwise) {
        try {
            return Objects.repr(thread, object).toString();
        } catch (PyErr e) {
            return otherwise;
        }
    }

    /** The attribute, or null when getting it raises anything. */
    static PyObject attribute(ThreadState thread, PyObject object, PyStr name) {
        try {
            return Attributes.getOrNull(thread, object, name);
        } catch (PyErr e) {
            return null;
        }
    }

    /** The qualified name, behind its module unless that is {@code builtins} or {@code __main__}. */
    static String typeName(ThreadState thread, PyObject type) {
        PyObject module = attribute(thread, type, Names.MODULE);
        String prefix = "";
        if (!(module instanceof PyStr name)) {
            prefix = "<unknown>.";
        } else if (!name.is("builtins") && !name.is("__main__")) {
            prefix = name + ".";
        }
        PyObject qualName = type instanceof PyType ? attribute(thread, type, Names.QUALNAME) : null;
        return prefix + (qualName instanceof PyStr text ? text.toString() : "<unknown>");
    }

    /** Name, colon and message; the message is the exception itself but for a SyntaxError, where it is {@code msg}. */
    static String line(ThreadState thread, PyType type, PyObject message) {
        String name = typeName(thread, type);
        if (message == Singletons.NONE) {
            return name;
        }
        String text = strOr(thread, message, "<exception str() failed>");
        return text.isEmpty() ? name : name + ": " + text;
    }

    /** The lines of {@code __notes__}, each with its line end. */
    static String notes(ThreadState thread, PyObject notes, String margin) {
        if (!Sequences.isSequence(notes)) {
            return margin + reprOr(thread, notes, "<__notes__ repr() failed>") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (PyObject note : Sequences.toArray(thread, notes)) {
            String shown = strOr(thread, note, "<note str() failed>");
            for (String line : splitLines(shown)) {
                text.append(margin).append(line);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** With the line ends; an empty text has no line. */
    private static String[] splitLines(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\n)");
    }
}
