package org.pyvm.modules.csv;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _csv.Dialect}: how fields are divided and quoted. Characters that are not set are -1. */
@PythonType(name = "Dialect", module = "_csv")
public final class PyDialect extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_csv", "Dialect", new PyDialectExposed.SlotTable(), new PyDialectExposed());

    static final int QUOTE_MINIMAL = 0;
    static final int QUOTE_ALL = 1;
    static final int QUOTE_NONNUMERIC = 2;
    static final int QUOTE_NONE = 3;
    private static final int NOT_SET = -1;
    private static final String[] PARAMETERS = {
        "dialect",
        "delimiter",
        "doublequote",
        "escapechar",
        "lineterminator",
        "quotechar",
        "quoting",
        "skipinitialspace",
        "strict"
    };

    final int delimiter;
    final boolean doubleQuote;
    final int escape;
    final PyStr lineTerminator;
    final int quote;
    final int quoting;
    final boolean skipInitialSpace;
    final boolean strict;

    /** @param values by parameter, null for what is not given */
    private PyDialect(ThreadState thread, PyType cls, PyObject[] values) {
        super(cls);
        delimiter = character("delimiter", values[1], ',', false);
        doubleQuote = values[2] == null || Objects.isTrue(thread, values[2]);
        escape = character("escapechar", values[3], NOT_SET, true);
        lineTerminator = text("lineterminator", values[4], "\r\n");
        quote = character("quotechar", values[5], '"', true);
        int style = integer("quoting", values[6], QUOTE_MINIMAL);
        skipInitialSpace = values[7] != null && Objects.isTrue(thread, values[7]);
        strict = values[8] != null && Objects.isTrue(thread, values[8]);
        if (style < QUOTE_MINIMAL || style > QUOTE_NONE) {
            throw PyErr.typeError("bad \"quoting\" value");
        }
        quoting = values[5] == Singletons.NONE && values[6] == null ? QUOTE_NONE : style;
        if (quoting != QUOTE_NONE && quote == NOT_SET) {
            throw PyErr.typeError("quotechar must be set if quoting enabled");
        }
        if (lineTerminator == null) {
            throw PyErr.typeError("lineterminator must be set");
        }
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyObject[] values = bind(args, names);
        PyObject model = values[0] instanceof PyStr name ? CsvState.dialect(thread, name) : values[0];
        if (model == null || model == Singletons.NONE) {
            return new PyDialect(thread, cls, values);
        }
        boolean changed = false;
        for (int i = 1; i < values.length; i++) {
            changed |= values[i] != null;
        }
        if (model instanceof PyDialect && !changed) {
            return model;
        }
        for (int i = 1; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = Attributes.getOrNull(thread, model, PyStr.intern(PARAMETERS[i]));
            }
        }
        return new PyDialect(thread, cls, values);
    }

    private static PyObject[] bind(PyObject[] args, PyStr[] names) {
        if (args.length > PARAMETERS.length) {
            throw PyErr.typeError("function takes at most %d arguments (%d given)", PARAMETERS.length, args.length);
        }
        PyObject[] values = new PyObject[PARAMETERS.length];
        int positional = Arguments.positionalCount(args, names);
        System.arraycopy(args, 0, values, 0, positional);
        for (int i = positional; i < args.length; i++) {
            int parameter = parameter(names[i - positional]);
            if (parameter < positional) {
                throw PyErr.typeError(
                        "argument for function given by name ('%s') and position (%d)",
                        PARAMETERS[parameter], parameter + 1);
            }
            values[parameter] = args[i];
        }
        return values;
    }

    private static int parameter(PyStr name) {
        for (int i = 0; i < PARAMETERS.length; i++) {
            if (name.is(PARAMETERS[i])) {
                return i;
            }
        }
        throw PyErr.typeError("'%s' is an invalid keyword argument for this function", name);
    }

    /** The dialect that the arguments of a function describe: a dialect, or its name, and changes to it. */
    static PyDialect of(ThreadState thread, PyObject model, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        int first = model == null ? 0 : 1;
        PyObject[] all = new PyObject[named + first];
        if (model != null) {
            all[0] = model;
        }
        System.arraycopy(args, args.length - named, all, first, named);
        return (PyDialect) Calls.call(thread, TYPE, all, names);
    }

    private static int character(String name, PyObject value, int fallback, boolean optional) {
        if (value == null) {
            return fallback;
        }
        if (optional && value == Singletons.NONE) {
            return NOT_SET;
        }
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("\"%s\" must be string%s, not %T", name, optional ? " or None" : "", value);
        }
        if (text.length() != 1) {
            throw PyErr.typeError("\"%s\" must be a 1-character string", name);
        }
        return text.codePointAt(0);
    }

    private static PyStr text(String name, PyObject value, String fallback) {
        if (value == null) {
            return PyStr.ofBmp(fallback);
        }
        if (value == Singletons.NONE) {
            return null;
        }
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("\"%s\" must be a string", name);
        }
        return text;
    }

    private static int integer(String name, PyObject value, int fallback) {
        if (value == null) {
            return fallback;
        }
        if (value.type() != PyInt.TYPE) {
            throw PyErr.typeError("\"%s\" must be an integer", name);
        }
        return Math.clamp(((PyInt) value).longValue(), -1, QUOTE_NONE + 1);
    }

    private static PyObject orNone(int character) {
        return character == NOT_SET ? Singletons.NONE : PyStr.ofCodePoint(character);
    }

    @PythonGetter("delimiter")
    PyObject delimiter() {
        return orNone(delimiter);
    }

    @PythonGetter(value = "doublequote", member = true)
    boolean doubleQuote() {
        return doubleQuote;
    }

    @PythonGetter("escapechar")
    PyObject escape() {
        return orNone(escape);
    }

    @PythonGetter("lineterminator")
    PyObject lineTerminator() {
        return lineTerminator;
    }

    @PythonGetter("quotechar")
    PyObject quote() {
        return orNone(quote);
    }

    @PythonGetter("quoting")
    int quoting() {
        return quoting;
    }

    @PythonGetter(value = "skipinitialspace", member = true)
    boolean skipInitialSpace() {
        return skipInitialSpace;
    }

    @PythonGetter(value = "strict", member = true)
    boolean strict() {
        return strict;
    }

    @PythonMethod(value = "__reduce__", raw = true)
    PyObject reduce(PyObject[] args, PyStr[] names) {
        throw PyErr.typeError("cannot pickle '%T' instances", this);
    }

    @PythonMethod(value = "__reduce_ex__", raw = true)
    PyObject reduceEx(PyObject[] args, PyStr[] names) {
        throw PyErr.typeError("cannot pickle '%T' instances", this);
    }
}
