package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** The steps of class statements (chapter 11 of the book). */
final class ClassTrace implements Instrument {
    private final TraceLog log;

    ClassTrace(TraceLog log) {
        this.log = log;
    }

    @Override
    public void building(ThreadState thread, PyStr name, ClassStep step, PyObject value) {
        if (!log.wants((Frame) thread.frame)) {
            return;
        }
        String what = ShortRepr.of(thread, value);
        String text = switch (step) {
            case BASES -> "class " + name + ", bases " + what;
            case METACLASS -> "  metaclass: " + what;
            case NAMESPACE -> "  namespace: " + what;
            case BODY -> "  body has run: " + keys(value, what);
            case CLASS -> "  metaclass called: " + what;
        };
        log.tell(
                thread,
                text,
                "class",
                field("name", name),
                field("step", step.name().toLowerCase(java.util.Locale.ROOT)),
                field("value", what));
    }

    private static String keys(PyObject namespace, String otherwise) {
        if (!(namespace instanceof PyDict dict)) {
            return otherwise;
        }
        StringBuilder keys = new StringBuilder();
        for (int at = dict.nextEntry(0); at >= 0; at = dict.nextEntry(at + 1)) {
            keys.append(keys.isEmpty() ? "" : ", ").append(dict.keyAt(at));
        }
        return keys.toString();
    }
}
