package org.pyvm.modules.unicode;

import java.nio.charset.StandardCharsets;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.CharacterNames;
import org.pyvm.objects.types.BytesConversion;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code unicodedata.UCD}: the functions of the module as methods, for one version of the database. */
@PythonType(name = "UCD", module = "unicodedata")
public final class PyUcd extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "unicodedata", "UCD", new PyUcdExposed.SlotTable(), new PyUcdExposed())
            .notSubclassable();

    private static final int LONGEST_NAME = 256;

    private final CharacterDatabase database;
    private final Normalization normalization;
    private final NamedSequences sequences = new NamedSequences();

    PyUcd(CharacterDatabase database) {
        super(TYPE);
        this.database = database;
        this.normalization = new Normalization(database);
    }

    private static int character(String argument, PyObject value) {
        if (value instanceof PyStr text && text.length() == 1) {
            return text.codePointAt(0);
        }
        throw PyErr.typeError("%s must be a unicode character, not %T", argument, value);
    }

    private static PyObject orDefault(PyObject value, PyObject fallback, String message) {
        if (value == null && fallback == null) {
            throw PyErr.valueError(message);
        }
        return value == null ? fallback : value;
    }

    @PythonGetter("unidata_version")
    String version() {
        return database.version();
    }

    @PythonMethod("bidirectional($self, chr, /)")
    String bidirectional(PyObject chr) {
        return database.bidirectional(character("bidirectional() argument", chr));
    }

    @PythonMethod("category($self, chr, /)")
    String category(PyObject chr) {
        return database.category(character("category() argument", chr));
    }

    @PythonMethod("combining($self, chr, /)")
    int combining(PyObject chr) {
        return database.combining(character("combining() argument", chr));
    }

    @PythonMethod("decimal($self, chr, default=<unrepresentable>, /)")
    PyObject decimal(PyObject chr, PyObject fallback) {
        int value = database.decimal(character("decimal() argument 1", chr));
        return orDefault(value < 0 ? null : PyInt.of(value), fallback, "not a decimal");
    }

    @PythonMethod("decomposition($self, chr, /)")
    String decomposition(PyObject chr) {
        return database.decomposition(character("decomposition() argument", chr));
    }

    @PythonMethod("digit($self, chr, default=<unrepresentable>, /)")
    PyObject digit(PyObject chr, PyObject fallback) {
        int value = database.digit(character("digit() argument 1", chr));
        return orDefault(value < 0 ? null : PyInt.of(value), fallback, "not a digit");
    }

    @PythonMethod("east_asian_width($self, chr, /)")
    String eastAsianWidth(PyObject chr) {
        return database.eastAsianWidth(character("east_asian_width() argument", chr));
    }

    @PythonMethod("is_normalized($self, form, unistr, /)")
    boolean isNormalized(String form, PyStr unistr) {
        return normalization.isNormalized(form, unistr);
    }

    @PythonMethod("lookup($self, name, /)")
    PyObject lookup(ThreadState thread, PyObject name) {
        String text = name instanceof PyStr str ? str.toString() : ofBytes(thread, name);
        if (text.length() > LONGEST_NAME) {
            throw PyErr.of(Exceptions.KEY_ERROR, "name too long");
        }
        int found = CharacterNames.find(text);
        if (database.isOld() && found >= 0 && !text.equalsIgnoreCase(database.name(found))) {
            // No aliases and no sequences in the old version.
            found = -1;
        }
        String sequence = found < 0 && !database.isOld() ? sequences.find(text) : null;
        if (sequence != null) {
            return PyStr.of(sequence);
        }
        if (found < 0) {
            throw PyErr.of(Exceptions.KEY_ERROR, "undefined character name '%s'", text);
        }
        return PyStr.ofCodePoint(found);
    }

    private static String ofBytes(ThreadState thread, PyObject name) {
        if (!name.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", name);
        }
        return new String(BytesConversion.argument(thread, name), StandardCharsets.UTF_8);
    }

    @PythonMethod("mirrored($self, chr, /)")
    int mirrored(PyObject chr) {
        return database.isMirrored(character("mirrored() argument", chr)) ? 1 : 0;
    }

    @PythonMethod("name($self, chr, default=<unrepresentable>, /)")
    PyObject name(PyObject chr, PyObject fallback) {
        String name = database.name(character("name() argument 1", chr));
        return orDefault(name == null ? null : PyStr.ofBmp(name), fallback, "no such name");
    }

    @PythonMethod("normalize($self, form, unistr, /)")
    PyObject normalize(String form, PyStr unistr) {
        return normalization.normalize(form, unistr);
    }

    @PythonMethod("numeric($self, chr, default=<unrepresentable>, /)")
    PyObject numeric(PyObject chr, PyObject fallback) {
        double value = database.numeric(character("numeric() argument 1", chr));
        return orDefault(Double.isNaN(value) ? null : PyFloat.of(value), fallback, "not a numeric character");
    }
}
