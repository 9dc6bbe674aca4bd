package org.pyvm.modules.json;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code make_scanner(context)}: reads the value at a position of a text, as the attributes of the context say. */
@PythonType(name = "Scanner", module = "_json")
public final class Scanner extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_json", "Scanner", new ScannerExposed.SlotTable(), new ScannerExposed());

    private static final Signature NEW = Signature.of("make_scanner", "(context)", 0, 1, 1, 0, false, false, "context")
            .ofConstructor();
    private static final Signature CALL = Signature.of(
                    "scan_once", "(string, idx)", 0, 2, 2, 0, false, false, "string", "idx")
            .ofConstructor();

    final boolean strict;
    final PyObject objectHook;
    final PyObject objectPairsHook;
    final PyObject parseFloat;
    final PyObject parseInt;
    final PyObject parseConstant;

    private Scanner(ThreadState thread, PyType cls, PyObject context) {
        super(cls);
        strict = Objects.isTrue(thread, Attributes.get(thread, context, "strict"));
        objectHook = Attributes.get(thread, context, "object_hook");
        objectPairsHook = Attributes.get(thread, context, "object_pairs_hook");
        parseFloat = Attributes.get(thread, context, "parse_float");
        parseInt = Attributes.get(thread, context, "parse_int");
        parseConstant = Attributes.get(thread, context, "parse_constant");
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return new Scanner(thread, cls, NEW.bind(null, args, 0, names)[0]);
    }

    /** {@code (value, end)} of the value at a position. */
    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject[] bound = CALL.bind(null, args, 0, names);
        long start = Convert.toLong(thread, bound[1]);
        PyStr text = JsonErrors.text(bound[0]);
        if (start < 0) {
            throw PyErr.valueError("idx cannot be negative");
        }
        if (start >= text.length()) {
            throw JsonErrors.noValue(start);
        }
        JsonReader reader = new JsonReader(thread, this, text);
        PyObject value = reader.read((int) start);
        return PyTuple.of(value, PyInt.of(reader.end()));
    }

    @PythonGetter(value = "strict", member = true)
    boolean strict() {
        return strict;
    }

    @PythonGetter(value = "object_hook", member = true)
    PyObject objectHook() {
        return objectHook;
    }

    @PythonGetter(value = "object_pairs_hook", member = true)
    PyObject objectPairsHook() {
        return objectPairsHook;
    }

    @PythonGetter(value = "parse_float", member = true)
    PyObject parseFloat() {
        return parseFloat;
    }

    @PythonGetter(value = "parse_int", member = true)
    PyObject parseInt() {
        return parseInt;
    }

    @PythonGetter(value = "parse_constant", member = true)
    PyObject parseConstant() {
        return parseConstant;
    }
}
