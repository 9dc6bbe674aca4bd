package org.pyvm.modules.json;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** {@code make_encoder(...)}: makes the text of an object, in one piece. It keeps the indent but does not indent. */
@PythonType(name = "Encoder", module = "_json", doc = "_iterencode(obj, _current_indent_level) -> iterable")
public final class Encoder extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_json", "Encoder", new EncoderExposed.SlotTable(), new EncoderExposed());

    private static final Signature NEW = Signature.of(
                    "make_encoder",
                    "",
                    0,
                    9,
                    9,
                    0,
                    false,
                    false,
                    "markers",
                    "default",
                    "encoder",
                    "indent",
                    "key_separator",
                    "item_separator",
                    "sort_keys",
                    "skipkeys",
                    "allow_nan")
            .ofConstructor();
    private static final Signature CALL = Signature.of(
                    "_iterencode", "", 0, 2, 2, 0, false, false, "obj", "_current_indent_level")
            .ofConstructor();

    /** The containers being written, by their ids; null when circles are not looked for. */
    final PyDict markers;

    final PyObject fallback;
    final PyObject encoder;
    /** How strings are written, when {@code encoder} is a function that is known here; else null. */
    final JsonEscapes escapes;

    private final PyObject indent;
    final PyStr keySeparator;
    final PyStr itemSeparator;
    final boolean sortKeys;
    final boolean skipKeys;
    final boolean allowNan;

    private Encoder(ThreadState thread, PyType cls, PyObject[] args) {
        super(cls);
        keySeparator = separator(args[4], 5);
        itemSeparator = separator(args[5], 6);
        sortKeys = Objects.isTrue(thread, args[6]);
        skipKeys = Objects.isTrue(thread, args[7]);
        allowNan = Objects.isTrue(thread, args[8]);
        if (args[0] != Singletons.NONE && !(args[0] instanceof PyDict)) {
            throw PyErr.typeError("make_encoder() argument 1 must be dict or None, not %T", args[0]);
        }
        markers = args[0] instanceof PyDict dict ? dict : null;
        fallback = args[1];
        encoder = args[2];
        escapes = JsonModule.KnownFunctions.escapesOf(thread.interpreter(), encoder);
        indent = args[3];
    }

    private static PyStr separator(PyObject value, int position) {
        if (value instanceof PyStr text) {
            return text;
        }
        throw PyErr.typeError("make_encoder() argument %d must be str, not %T", position, value);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return new Encoder(thread, cls, NEW.bind(null, args, 0, names));
    }

    /** The text of an object, as the only item of a list. */
    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject[] bound = CALL.bind(null, args, 0, names);
        Convert.toLong(thread, bound[1]);
        JsonWriter writer = new JsonWriter(thread, this);
        writer.write(bound[0]);
        return PyList.of(writer.text());
    }

    @PythonGetter(value = "markers", member = true)
    PyObject markers() {
        return markers == null ? Singletons.NONE : markers;
    }

    @PythonGetter(value = "default", member = true)
    PyObject fallback() {
        return fallback;
    }

    @PythonGetter(value = "encoder", member = true)
    PyObject encoder() {
        return encoder;
    }

    @PythonGetter(value = "indent", member = true)
    PyObject indent() {
        return indent;
    }

    @PythonGetter(value = "key_separator", member = true)
    PyObject keySeparator() {
        return keySeparator;
    }

    @PythonGetter(value = "item_separator", member = true)
    PyObject itemSeparator() {
        return itemSeparator;
    }

    @PythonGetter(value = "sort_keys", member = true)
    boolean sortKeys() {
        return sortKeys;
    }

    @PythonGetter(value = "skipkeys", member = true)
    boolean skipKeys() {
        return skipKeys;
    }
}
