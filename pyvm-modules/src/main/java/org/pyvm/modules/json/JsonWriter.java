package org.pyvm.modules.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.FloatRepr;
import org.pyvm.objects.types.IntText;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** Writes the text of one object. */
final class JsonWriter {
    private static final String TOO_DEEP = " while encoding a JSON object";

    private final ThreadState thread;
    private final Encoder options;
    private final StrBuilder out = new StrBuilder();
    /**
     * The containers that are being written. They go into the encoder's markers too before Python code runs, which could look
     * there: an id costs more than writing a short list.
     */
    private final Set<PyObject> open = Collections.newSetFromMap(new IdentityHashMap<>());

    JsonWriter(ThreadState thread, Encoder options) {
        this.thread = thread;
        this.options = options;
    }

    PyStr text() {
        return out.toPyStr();
    }

    void write(PyObject object) {
        if (object instanceof PyStr text) {
            writeString(text);
        } else if (!writeScalar(object)) {
            thread.enter(TOO_DEEP);
            try {
                writeContainer(object);
            } finally {
                thread.leave();
            }
        }
    }

    /** Writes a constant or a number; says whether it was one. */
    private boolean writeScalar(PyObject object) {
        if (object == Singletons.NONE) {
            out.append("null");
        } else if (object == Singletons.TRUE) {
            out.append("true");
        } else if (object == Singletons.FALSE) {
            out.append("false");
        } else if (object instanceof PyInt number) {
            out.append(digits(number));
        } else if (object instanceof PyFloat number) {
            out.append(digits(number));
        } else {
            return false;
        }
        return true;
    }

    private String digits(PyInt number) {
        return number.fitsLong() ? Long.toString(number.longValue()) : IntText.toDecimal(thread, number.bigValue());
    }

    private String digits(PyFloat number) {
        double value = number.value();
        if (Double.isFinite(value)) {
            return FloatRepr.repr(value);
        }
        if (!options.allowNan) {
            throw PyErr.valueError("Out of range float values are not JSON compliant");
        }
        return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    private void writeString(PyStr text) {
        if (options.escapes != null) {
            options.escapes.write(text, out);
            return;
        }
        PyObject encoded = Calls.call(thread, options.encoder, text);
        if (!(encoded instanceof PyStr result)) {
            throw PyErr.typeError("encoder() must return a string, not %T", encoded);
        }
        out.append(result);
    }

    private void writeContainer(PyObject object) {
        if (object instanceof PyList || object instanceof PyTuple) {
            PyObject[] items = object.getClass() == PyList.class && object.type() == PyList.TYPE
                    ? ((PyList) object).toArray()
                    : Sequences.toArray(thread, object);
            if (items.length == 0) {
                out.append("[]");
            } else {
                open(object);
                writeItems(items);
                close(object);
            }
        } else if (object instanceof PyDict dict) {
            if (dict.size() == 0) {
                out.append("{}");
            } else {
                open(object);
                writeEntries(dict);
                close(object);
            }
        } else {
            writeOther(object);
        }
    }

    private void open(PyObject container) {
        if (options.markers == null) {
            return;
        }
        boolean added = open.add(container);
        boolean marked =
                options.markers.size() > 0 && options.markers.get(thread, PyInt.of(Identity.of(container))) != null;
        if (!added || marked) {
            throw PyErr.valueError("Circular reference detected");
        }
    }

    private void close(PyObject container) {
        if (options.markers != null) {
            open.remove(container);
        }
    }

    private void writeItems(PyObject[] items) {
        out.append('[');
        write(items[0]);
        for (int i = 1; i < items.length; i++) {
            out.append(options.itemSeparator);
            write(items[i]);
        }
        out.append(']');
    }

    /** Something that only {@code default} knows how to write. */
    private void writeOther(PyObject object) {
        open(object);
        PyObject replacement = replace(object);
        write(replacement);
        close(object);
    }

    private PyObject replace(PyObject object) {
        if (options.markers == null) {
            return Calls.call(thread, options.fallback, object);
        }
        // What is being written must be found by another call of the same encoder, from inside default().
        PyObject[] marked = open.toArray(new PyObject[0]);
        for (PyObject container : marked) {
            options.markers.put(thread, PyInt.of(Identity.of(container)), container);
        }
        try {
            return Calls.call(thread, options.fallback, object);
        } finally {
            for (PyObject container : marked) {
                options.markers.remove(thread, PyInt.of(Identity.of(container)));
            }
        }
    }

    private void writeEntries(PyDict dict) {
        out.append('{');
        boolean first = true;
        if (dict.type() == PyDict.TYPE && !(options.sortKeys && !dict.hasOnlyTextKeys())) {
            PyObject[] entries = entries(dict);
            for (int i = 0; i < entries.length; i += 2) {
                first = !writeEntry(entries[i], entries[i + 1], first) && first;
            }
        } else {
            PyList items = Mappings.items(thread, dict);
            if (options.sortKeys) {
                items.sort(thread, Singletons.NONE, false);
            }
            for (PyObject item : items.toArray()) {
                if (!(item instanceof PyTuple pair) || pair.size() != 2) {
                    throw PyErr.valueError("items must return 2-tuples");
                }
                first = !writeEntry(pair.get(0), pair.get(1), first) && first;
            }
        }
        out.append('}');
    }

    /** Keys and values side by side: as they are now, whatever default() does with the dictionary. */
    private PyObject[] entries(PyDict dict) {
        PyObject[] entries = new PyObject[2 * dict.size()];
        int count = 0;
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            entries[count++] = dict.keyAt(i);
            entries[count++] = dict.valueAt(i);
        }
        if (options.sortKeys) {
            PyStr[] keys = new PyStr[dict.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (PyStr) entries[2 * i];
            }
            // All keys are exact str, so comparing them is no affair of Python's.
            Arrays.sort(keys, PyStr::compareText);
            for (int i = 0; i < keys.length; i++) {
                entries[2 * i] = keys[i];
                entries[2 * i + 1] = dict.get(keys[i]);
            }
        }
        return entries;
    }

    /** Writes a key and its value; says whether it did, and did not skip the key. */
    private boolean writeEntry(PyObject key, PyObject value, boolean first) {
        PyStr name = keyText(key);
        if (name == null) {
            if (options.skipKeys) {
                return false;
            }
            throw PyErr.typeError("keys must be str, int, float, bool or None, not %T", key);
        }
        if (!first) {
            out.append(options.itemSeparator);
        }
        writeString(name);
        out.append(options.keySeparator);
        write(value);
        return true;
    }

    /** The text of a key, or null when it cannot be one. */
    private PyStr keyText(PyObject key) {
        if (key instanceof PyStr text) {
            return text;
        }
        if (key instanceof PyFloat number) {
            return PyStr.ofBmp(digits(number));
        }
        if (key == Singletons.NONE) {
            return PyStr.intern("null");
        }
        if (key == Singletons.TRUE || key == Singletons.FALSE) {
            return PyStr.intern(key == Singletons.TRUE ? "true" : "false");
        }
        return key instanceof PyInt number ? PyStr.ofBmp(digits(number)) : null;
    }
}
