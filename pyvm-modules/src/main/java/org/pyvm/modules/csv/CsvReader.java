package org.pyvm.modules.csv;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code _csv.reader}: an iterator of rows. A row may go over several lines, where a field in quotes does. */
@PythonType(name = "reader", module = "_csv")
public final class CsvReader extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_csv", "reader", new CsvReaderExposed.SlotTable(), new CsvReaderExposed())
            .notSubclassable();

    /** What the reader has seen so far of a row. */
    private enum State {
        START_RECORD,
        START_FIELD,
        ESCAPED_CHARACTER,
        IN_FIELD,
        IN_QUOTED_FIELD,
        ESCAPE_IN_QUOTED_FIELD,
        QUOTE_IN_QUOTED_FIELD,
        LINE_END,
        AFTER_ESCAPED_LINE_END
    }

    /** Stands for the end of a line, after its last character. */
    private static final int END = -2;

    private final PyObject lines;
    private final PyDialect dialect;
    private final CsvState limits;
    private long lineNumber;
    private State state = State.START_RECORD;
    private PyList fields = new PyList();
    private StrBuilder field = new StrBuilder();
    /** Whether the field had no quotes, where that makes it a number. */
    private boolean numeric;

    CsvReader(ThreadState thread, PyObject lines, PyDialect dialect) {
        super(TYPE);
        this.lines = lines;
        this.dialect = dialect;
        this.limits = CsvState.of(thread);
    }

    @PythonGetter(value = "dialect", member = true)
    PyObject dialect() {
        return dialect;
    }

    @PythonGetter(value = "line_num", member = true)
    long lineNumber() {
        return lineNumber;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        fields = new PyList();
        field = new StrBuilder();
        state = State.START_RECORD;
        numeric = false;
        do {
            PyObject line = Iterators.next(thread, lines);
            if (line == null) {
                if (field.length() == 0 && state != State.IN_QUOTED_FIELD) {
                    return null;
                }
                if (dialect.strict) {
                    throw CsvState.error(thread, "unexpected end of data");
                }
                saveField(thread);
                break;
            }
            if (!(line instanceof PyStr text)) {
                throw CsvState.error(
                        thread,
                        "iterator should return strings, not %T (the file should be opened in text mode)",
                        line);
            }
            lineNumber++;
            for (int i = 0; i < text.length(); i++) {
                see(thread, text.codePointAt(i));
            }
            see(thread, END);
        } while (state != State.START_RECORD);
        PyList row = fields;
        fields = new PyList();
        return row;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == END;
    }

    private void see(ThreadState thread, int c) {
        switch (state) {
            case START_RECORD -> startRecord(thread, c);
            case START_FIELD -> startField(thread, c);
            case ESCAPED_CHARACTER -> {
                add(thread, c == END ? '\n' : c);
                state = c == '\n' || c == '\r' ? State.AFTER_ESCAPED_LINE_END : State.IN_FIELD;
            }
            case AFTER_ESCAPED_LINE_END -> {
                if (c != END) {
                    inField(thread, c);
                }
            }
            case IN_FIELD -> inField(thread, c);
            case IN_QUOTED_FIELD -> inQuotedField(thread, c);
            case ESCAPE_IN_QUOTED_FIELD -> {
                add(thread, c == END ? '\n' : c);
                state = State.IN_QUOTED_FIELD;
            }
            case QUOTE_IN_QUOTED_FIELD -> afterQuote(thread, c);
            case LINE_END -> {
                if (c == END) {
                    state = State.START_RECORD;
                } else if (!endsLine(c)) {
                    throw CsvState.error(
                            thread,
                            "new-line character seen in unquoted field - "
                                    + "do you need to open the file in universal-newline mode?");
                }
            }
        }
    }

    private void startRecord(ThreadState thread, int c) {
        if (c == END) {
            return;
        }
        if (endsLine(c)) {
            state = State.LINE_END;
            return;
        }
        startField(thread, c);
    }

    private boolean isQuote(int c) {
        return c == dialect.quote && dialect.quoting != PyDialect.QUOTE_NONE;
    }

    private void startField(ThreadState thread, int c) {
        state = State.START_FIELD;
        if (endsLine(c)) {
            endRecord(thread, c);
        } else if (isQuote(c)) {
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.escape) {
            state = State.ESCAPED_CHARACTER;
        } else if (c == dialect.delimiter) {
            saveField(thread);
        } else if (c != ' ' || !dialect.skipInitialSpace) {
            numeric = dialect.quoting == PyDialect.QUOTE_NONNUMERIC;
            add(thread, c);
            state = State.IN_FIELD;
        }
    }

    private void endRecord(ThreadState thread, int c) {
        saveField(thread);
        state = c == END ? State.START_RECORD : State.LINE_END;
    }

    private void inField(ThreadState thread, int c) {
        if (endsLine(c)) {
            endRecord(thread, c);
        } else if (c == dialect.escape) {
            state = State.ESCAPED_CHARACTER;
        } else if (c == dialect.delimiter) {
            saveField(thread);
            state = State.START_FIELD;
        } else {
            add(thread, c);
            state = State.IN_FIELD;
        }
    }

    private void inQuotedField(ThreadState thread, int c) {
        if (c == END) {
            return;
        }
        if (c == dialect.escape) {
            state = State.ESCAPE_IN_QUOTED_FIELD;
        } else if (isQuote(c)) {
            state = dialect.doubleQuote ? State.QUOTE_IN_QUOTED_FIELD : State.IN_FIELD;
        } else {
            add(thread, c);
        }
    }

    private void afterQuote(ThreadState thread, int c) {
        if (isQuote(c)) {
            add(thread, c);
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.delimiter) {
            saveField(thread);
            state = State.START_FIELD;
        } else if (endsLine(c)) {
            endRecord(thread, c);
        } else if (!dialect.strict) {
            add(thread, c);
            state = State.IN_FIELD;
        } else {
            throw CsvState.error(
                    thread,
                    "'%s' expected after '%s'",
                    Character.toString(dialect.delimiter),
                    Character.toString(dialect.quote));
        }
    }

    private void add(ThreadState thread, int c) {
        if (field.length() >= limits.fieldLimit) {
            throw CsvState.error(thread, "field larger than field limit (%d)", limits.fieldLimit);
        }
        field.append(c);
    }

    private void saveField(ThreadState thread) {
        PyObject value = field.toPyStr();
        field = new StrBuilder();
        if (numeric) {
            numeric = false;
            value = Calls.call(thread, PyFloat.TYPE, value);
        }
        fields.append(value);
    }
}
