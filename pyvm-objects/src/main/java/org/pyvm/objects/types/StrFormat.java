package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** {@code str.format}, {@code str.format_map}, and the formatting of strings themselves. */
final class StrFormat {
    /** How deep replacement fields in format specifications may nest. */
    private static final int DEPTH = 2;

    /** How fields without a name are numbered. */
    private enum Numbering {
        UNDECIDED,
        AUTOMATIC,
        MANUAL
    }

    private final ThreadState thread;
    /** Null for {@code format_map}, which has no positional arguments. */
    private final PyObject[] args;

    private final PyObject keywords;
    private Numbering numbering = Numbering.UNDECIDED;
    private int nextIndex;

    private StrFormat(ThreadState thread, PyObject[] args, PyObject keywords) {
        this.thread = thread;
        this.args = args;
        this.keywords = keywords;
    }

    @PythonMethod(value = "format", raw = true)
    static PyObject format(ThreadState thread, PyStr self, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        PyDict keywords = new PyDict();
        for (int i = positional; i < args.length; i++) {
            keywords.put(names[i - positional], args[i]);
        }
        PyObject[] values = names == null ? args : java.util.Arrays.copyOf(args, positional);
        return new StrFormat(thread, values, keywords).format(self, DEPTH);
    }

    @PythonMethod(value = "format_map($self, mapping, /)")
    static PyObject formatMap(ThreadState thread, PyStr self, PyObject mapping) {
        return new StrFormat(thread, null, mapping).format(self, DEPTH);
    }

    /** {@code str.__format__}. */
    @PythonMethod("__format__($self, format_spec, /)")
    static PyObject formatSelf(ThreadState thread, PyStr self, PyStr spec) {
        if (spec.length() == 0) {
            return self.getClass() == PyStr.class ? self : Objects.str(thread, self);
        }
        FormatSpec format = FormatSpec.parse(spec, self, 's', '<');
        if (format.type() != 's') {
            throw format.unknownType(self);
        }
        if (format.sign() != 0) {
            throw PyErr.valueError(
                    format.sign() == ' '
                            ? "Space not allowed in string format specifier"
                            : "Sign not allowed in string format specifier");
        }
        if (format.coerceNegativeZero()) {
            throw PyErr.valueError("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (format.alternate()) {
            throw PyErr.valueError("Alternate form (#) not allowed in string format specifier");
        }
        if (format.align() == '=') {
            throw PyErr.valueError("'=' alignment not allowed in string format specifier");
        }
        PyStr shown = format.precision() >= 0 && format.precision() < self.length()
                ? self.substring(0, format.precision())
                : self.exact();
        return format.pad(shown);
    }

    private PyStr format(PyStr text, int depth) {
        if (depth <= 0) {
            throw PyErr.valueError("Max string recursion exceeded");
        }
        StrBuilder out = new StrBuilder(text.length() + 16);
        MarkupIterator markup = new MarkupIterator(text);
        while (markup.advance()) {
            out.append(markup.literal());
            if (markup.hasField()) {
                out.append(field(markup, depth));
            }
        }
        return out.toPyStr();
    }

    private PyStr field(MarkupIterator markup, int depth) {
        PyObject value = value(new FieldName(markup.fieldName()));
        int conversion = markup.conversion();
        if (conversion != 0) {
            value = convert(value, conversion);
        }
        PyStr spec = markup.specHasFields() ? format(markup.spec(), depth - 1) : markup.spec();
        return Objects.format(thread, value, spec);
    }

    private PyObject convert(PyObject value, int conversion) {
        return switch (conversion) {
            case 'r' -> Objects.repr(thread, value);
            case 's' -> Objects.str(thread, value);
            case 'a' -> Objects.ascii(thread, value);
            default ->
                throw PyErr.valueError(
                        "Unknown conversion specifier %s",
                        conversion > 32 && conversion < 127
                                ? Character.toString(conversion)
                                : "\\x" + Integer.toHexString(conversion));
        };
    }

    private PyObject value(FieldName name) {
        long index = number(name);
        PyObject value = index < 0 ? named(name.first()) : positional(index);
        while (name.advance()) {
            if (name.isAttribute()) {
                value = Attributes.get(thread, value, name.name());
            } else if (name.index() >= 0 && Sequences.isSequence(value)) {
                value = Sequences.getItem(thread, value, name.index());
            } else {
                value = Objects.getItem(thread, value, name.nameObject());
            }
        }
        return value;
    }

    /** The number of a positional argument, or -1 for a named one. */
    private long number(FieldName name) {
        boolean empty = name.first().length() == 0;
        if (!empty && name.firstIndex() < 0) {
            return -1;
        }
        if (numbering == Numbering.UNDECIDED) {
            numbering = empty ? Numbering.AUTOMATIC : Numbering.MANUAL;
        }
        if (numbering == Numbering.MANUAL && empty) {
            throw PyErr.valueError("cannot switch from manual field specification to automatic field numbering");
        }
        if (numbering == Numbering.AUTOMATIC && !empty) {
            throw PyErr.valueError("cannot switch from automatic field numbering to manual field specification");
        }
        return empty ? nextIndex++ : name.firstIndex();
    }

    private PyObject named(PyStr name) {
        return Objects.getItem(thread, keywords, name);
    }

    private PyObject positional(long index) {
        if (args == null) {
            throw PyErr.valueError("Format string contains positional fields");
        }
        if (index >= args.length) {
            throw PyErr.indexError("Replacement index %d out of range for positional args tuple", index);
        }
        return args[(int) index];
    }
}
