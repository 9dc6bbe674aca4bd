package org.pyvm.modules.etree;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * What is put into a queue while a tree is built.
 *
 * @param append the queue's method
 * @param start the name of the event, as the program gave it; null, as with the others, when it is not wanted
 */
record TreeEvents(
        PyObject append,
        PyObject start,
        PyObject end,
        PyObject startNamespace,
        PyObject endNamespace,
        PyObject comment,
        PyObject instruction) {
    static final TreeEvents NONE = new TreeEvents(null, null, null, null, null, null, null);

    private static final PyStr END = PyStr.intern("end");

    /** @param names a sequence, or None for the ends of elements */
    static TreeEvents read(ThreadState thread, PyObject append, PyObject names) {
        if (names == Singletons.NONE) {
            return new TreeEvents(append, null, END, null, null, null, null);
        }
        TreeEvents events = new TreeEvents(append, null, null, null, null, null, null);
        for (PyObject name : Sequences.fast(thread, names, "events must be a sequence")) {
            String text = name instanceof PyStr word
                    ? word.toString()
                    : name instanceof PyBytes bytes
                            ? new String(bytes.toByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                            : null;
            if (text == null) {
                throw PyErr.valueError("invalid events sequence");
            }
            events = events.with(text, name);
        }
        return events;
    }

    private TreeEvents with(String event, PyObject name) {
        return switch (event) {
            case "start" -> new TreeEvents(append, name, end, startNamespace, endNamespace, comment, instruction);
            case "end" -> new TreeEvents(append, start, name, startNamespace, endNamespace, comment, instruction);
            case "start-ns" -> new TreeEvents(append, start, end, name, endNamespace, comment, instruction);
            case "end-ns" -> new TreeEvents(append, start, end, startNamespace, name, comment, instruction);
            case "comment" -> new TreeEvents(append, start, end, startNamespace, endNamespace, name, instruction);
            case "pi" -> new TreeEvents(append, start, end, startNamespace, endNamespace, comment, name);
            default -> throw PyErr.valueError("unknown event '%s'", event);
        };
    }

    /** @param event its name, or null when nobody wants to know */
    void report(ThreadState thread, PyObject event, PyObject subject) {
        if (event != null) {
            Calls.call(thread, append, PyTuple.of(event, subject));
        }
    }
}
