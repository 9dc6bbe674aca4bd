package org.pyvm.runtime.internal.lockstep;

import java.util.StringJoiner;
import org.pyvm.eval.Frame;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Frames and objects as text that is the same in two interpreters. Runs no Python code. */
final class StateText {
    private static final int DEPTH = 2;
    private static final int ITEMS = 6;
    private static final int CHARACTERS = 60;

    private StateText() {}

    /** Where a frame is, and all that its slots hold. */
    static String of(Frame frame, int offset) {
        StringBuilder text = new StringBuilder(place(frame, offset));
        for (int i = 0; i < frame.stackTop; i++) {
            text.append(i == frame.code().stackBase() ? " | " : " ").append(of(frame.slots[i], DEPTH));
        }
        for (int i = 0; i < frame.blockCount(); i++) {
            text.append(" block ").append(frame.blockKind(i)).append('@').append(frame.blockLevel(i));
        }
        return text.toString();
    }

    static String place(Frame frame, int offset) {
        return frame.code().fileName() + ":" + frame.code().code().lineAt(offset) + " in "
                + frame.code().qualName() + " at " + offset;
    }

    static String of(PyObject value) {
        return of(value, DEPTH);
    }

    private static String of(PyObject value, int depth) {
        if (value == null) {
            return "-";
        }
        if (value == Singletons.NONE) {
            return "None";
        }
        if (value instanceof PyBool || value.type() == PyInt.TYPE || value.type() == PyFloat.TYPE) {
            return cut(value.toString());
        }
        if (value.type() == PyStr.TYPE) {
            String text = value.toString();
            return "'" + cut(text) + "'" + (text.length() > CHARACTERS ? "#" + text.hashCode() : "");
        }
        String type = value.type().name();
        if (depth == 0) {
            return type;
        }
        if (value instanceof PyCell cell) {
            return "cell " + of(cell.value, depth);
        }
        if (value instanceof PyTuple tuple) {
            StringJoiner items = new StringJoiner(" ", type + "#" + tuple.size() + "(", ")");
            for (int i = 0; i < Math.min(tuple.size(), ITEMS); i++) {
                items.add(of(tuple.get(i), depth - 1));
            }
            return items.toString();
        }
        if (value instanceof PyList list) {
            // The last ones: lists grow there.
            StringJoiner items = new StringJoiner(" ", type + "#" + list.size() + "[", "]");
            for (int i = Math.max(0, list.size() - ITEMS); i < list.size(); i++) {
                items.add(of(list.get(i), depth - 1));
            }
            return items.toString();
        }
        if (value instanceof PyDict dict) {
            return type + "#" + dict.size();
        }
        return value instanceof PyAttributed object ? attributes(type, object, depth - 1) : type;
    }

    private static String attributes(String type, PyAttributed object, int depth) {
        StringJoiner values = new StringJoiner(" ", type + "{", "}");
        PyObject[] all = object.attributeValues();
        for (int i = 0; all != null && i < Math.min(all.length, ITEMS); i++) {
            // How much room an object has is nobody's business.
            if (all[i] != null) {
                values.add(of(all[i], depth));
            }
        }
        return values.toString();
    }

    private static String cut(String text) {
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "...";
    }
}
