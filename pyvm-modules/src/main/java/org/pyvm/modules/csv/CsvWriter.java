package org.pyvm.modules.csv;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code _csv.writer}: gives each row, as a line, to the {@code write} of a file. */
@PythonType(name = "writer", module = "_csv")
public final class CsvWriter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_csv", "writer", new CsvWriterExposed.SlotTable(), new CsvWriterExposed())
            .notSubclassable();

    private final PyObject write;
    private final PyDialect dialect;

    CsvWriter(PyObject write, PyDialect dialect) {
        super(TYPE);
        this.write = write;
        this.dialect = dialect;
    }

    @PythonGetter(value = "dialect", member = true)
    PyObject dialect() {
        return dialect;
    }

    @PythonMethod("writerow($self, row, /)")
    PyObject writeRow(ThreadState thread, PyObject row) {
        PyObject iterator = fields(thread, row);
        StrBuilder line = new StrBuilder();
        int count = 0;
        for (PyObject value; (value = Iterators.next(thread, iterator)) != null; count++) {
            if (count > 0) {
                line.append(dialect.delimiter);
            }
            boolean quoted = dialect.quoting == PyDialect.QUOTE_ALL
                    || dialect.quoting == PyDialect.QUOTE_NONNUMERIC && !isNumber(value);
            PyStr text = value instanceof PyStr str
                    ? str
                    : value == Singletons.NONE ? PyStr.EMPTY : Objects.str(thread, value);
            appendField(thread, line, text, quoted);
        }
        if (count > 0 && line.length() == 0) {
            // A line with nothing on it would be read as a row without fields.
            if (dialect.quoting == PyDialect.QUOTE_NONE) {
                throw CsvState.error(thread, "single empty field record must be quoted");
            }
            appendField(thread, line, PyStr.EMPTY, true);
        }
        line.append(dialect.lineTerminator);
        return Calls.call(thread, write, line.toPyStr());
    }

    private static PyObject fields(ThreadState thread, PyObject row) {
        try {
            return Iterators.iter(thread, row);
        } catch (PyErr e) {
            if (e.matches(Exceptions.TYPE_ERROR)) {
                throw CsvState.error(thread, "iterable expected, not %T", row);
            }
            throw e;
        }
    }

    /** {@code PyNumber_Check}. */
    private static boolean isNumber(PyObject value) {
        Slots slots = value.type().slots();
        return slots.has(Slot.NB_INDEX)
                || slots.has(Slot.NB_INT)
                || slots.has(Slot.NB_FLOAT)
                || value instanceof PyComplex;
    }

    private void appendField(ThreadState thread, StrBuilder line, PyStr text, boolean quotedAnyway) {
        StrBuilder body = new StrBuilder(text.length());
        boolean quoted = quotedAnyway;
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (isSpecial(c)) {
                boolean doubled = c == dialect.quote && dialect.doubleQuote;
                boolean escaped = dialect.quoting == PyDialect.QUOTE_NONE
                        || c == dialect.quote && !doubled
                        || c == dialect.escape && c != dialect.quote;
                if (escaped) {
                    if (dialect.escape < 0) {
                        throw CsvState.error(thread, "need to escape, but no escapechar set");
                    }
                    body.append(dialect.escape);
                } else {
                    if (doubled) {
                        body.append(dialect.quote);
                    }
                    quoted = true;
                }
            }
            body.append(c);
        }
        if (quoted) {
            line.append(dialect.quote);
        }
        line.append(body.toPyStr());
        if (quoted) {
            line.append(dialect.quote);
        }
    }

    private boolean isSpecial(int c) {
        if (c == dialect.delimiter || c == dialect.escape || c == dialect.quote) {
            return true;
        }
        PyStr terminator = dialect.lineTerminator;
        for (int i = 0; i < terminator.length(); i++) {
            if (terminator.codePointAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    @PythonMethod("writerows($self, rows, /)")
    void writeRows(ThreadState thread, PyObject rows) {
        PyObject iterator = Iterators.iter(thread, rows);
        for (PyObject row; (row = Iterators.next(thread, iterator)) != null; ) {
            writeRow(thread, row);
        }
    }
}
