package org.pyvm.modules.views;

import org.pyvm.eval.PyFunction;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Values as a trace shows them: short, without addresses, and without running a program's own {@code __repr__}. */
final class ShortRepr {
    private static final int ITEMS = 4;
    private static final int CHARACTERS = 40;

    private ShortRepr() {}

    static String of(ThreadState thread, PyObject value) {
        return of(thread, value, 0);
    }

    private static String of(ThreadState thread, PyObject value, int depth) {
        return switch (value) {
            case null -> "NULL";
            case PyType type -> "<class '" + type.name() + "'>";
            case PyFunction function -> "<function " + function.qualName() + ">";
            case PyCode code -> "<code " + code.qualName() + ">";
            case PyTuple tuple
            when tuple.type() == PyTuple.TYPE ->
                items(thread, "(", tuple.toArray(), tuple.size() == 1 ? ",)" : ")", depth);
            case PyList list when list.type() == PyList.TYPE -> items(thread, "[", list.toArray(), "]", depth);
            case PyDict dict when dict.type() == PyDict.TYPE -> items(thread, dict, depth);
            case PyInt ignored -> plain(thread, value);
            case PyFloat ignored -> plain(thread, value);
            case PyStr ignored -> plain(thread, value);
            case PyBytes ignored -> plain(thread, value);
            case PyBuiltinFunction ignored -> plain(thread, value);
            default ->
                value == Singletons.NONE || value == Singletons.NOT_IMPLEMENTED || value == Singletons.ELLIPSIS
                        ? plain(thread, value)
                        : "<" + value.type().name() + " object>";
        };
    }

    /** What a type of Python's own says; an instance of a class may say anything. */
    private static String plain(ThreadState thread, PyObject value) {
        if (value.type().isHeapType()) {
            return "<" + value.type().name() + " object>";
        }
        String text;
        try {
            text = Objects.repr(thread, value).toString().replaceAll(" at 0x[0-9a-f]+", "");
        } catch (PyErr e) {
            // An integer with more digits than are shown.
            return "<" + value.type().name() + " object>";
        }
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS - 3) + "...";
    }

    private static String items(ThreadState thread, String open, PyObject[] items, String close, int depth) {
        StringBuilder out = new StringBuilder(open);
        for (int i = 0; i < items.length; i++) {
            out.append(i > 0 ? ", " : "");
            if (i == ITEMS || depth > 1) {
                out.append("...");
                break;
            }
            out.append(of(thread, items[i], depth + 1));
        }
        return out.append(close).toString();
    }

    private static String items(ThreadState thread, PyDict dict, int depth) {
        StringBuilder out = new StringBuilder("{");
        int count = 0;
        for (int at = dict.nextEntry(0); at >= 0; at = dict.nextEntry(at + 1)) {
            out.append(count > 0 ? ", " : "");
            if (count++ == ITEMS || depth > 1) {
                out.append("...");
                break;
            }
            out.append(of(thread, dict.keyAt(at), depth + 1))
                    .append(": ")
                    .append(of(thread, dict.valueAt(at), depth + 1));
        }
        return out.append("}").toString();
    }
}
