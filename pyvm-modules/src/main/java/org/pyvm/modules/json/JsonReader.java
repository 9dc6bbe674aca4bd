package org.pyvm.modules.json;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.FloatText;
import org.pyvm.objects.types.IntText;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Reads one value of a text. Positions are in code points. */
final class JsonReader {
    /** Ints of fewer digits fit a long. */
    private static final int DIGITS_OF_LONG = 18;

    private final ThreadState thread;
    private final Scanner options;
    private final PyStr text;
    private final int length;
    private final JsonStrings strings;
    /** One past what was read. */
    private int at;

    JsonReader(ThreadState thread, Scanner options, PyStr text) {
        this.thread = thread;
        this.options = options;
        this.text = text;
        this.length = text.length();
        this.strings = new JsonStrings(text, options.strict);
    }

    /** One past the value that was read. */
    int end() {
        return at;
    }

    /** Reads the value that starts exactly at a position. @throws org.pyvm.objects.PyErr StopIteration when there is none */
    PyObject read(int start) {
        if (start >= length) {
            throw JsonErrors.noValue(start);
        }
        int c = text.codePointAt(start);
        switch (c) {
            case '"':
                PyStr string = strings.read(thread, start + 1);
                at = strings.end();
                return string;
            case '{':
                thread.enter(" while decoding a JSON object from a unicode string");
                try {
                    return readObject(start + 1);
                } finally {
                    thread.leave();
                }
            case '[':
                thread.enter(" while decoding a JSON array from a unicode string");
                try {
                    return readArray(start + 1);
                } finally {
                    thread.leave();
                }
            default:
                return c >= '0' && c <= '9' ? readNumber(start) : readWord(start, c);
        }
    }

    private PyObject readWord(int start, int first) {
        switch (first) {
            case 'n':
                if (follows(start, "null")) {
                    return Singletons.NONE;
                }
                break;
            case 't':
                if (follows(start, "true")) {
                    return Singletons.TRUE;
                }
                break;
            case 'f':
                if (follows(start, "false")) {
                    return Singletons.FALSE;
                }
                break;
            case 'N':
                if (follows(start, "NaN")) {
                    return constant("NaN");
                }
                break;
            case 'I':
                if (follows(start, "Infinity")) {
                    return constant("Infinity");
                }
                break;
            case '-':
                return follows(start, "-Infinity") ? constant("-Infinity") : readNumber(start);
            default:
                break;
        }
        throw JsonErrors.noValue(start);
    }

    private PyObject constant(String name) {
        int end = at;
        PyObject value = Calls.call(thread, options.parseConstant, PyStr.intern(name));
        at = end;
        return value;
    }

    private boolean follows(int start, String word) {
        if (length - start < word.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (text.codePointAt(start + i) != word.charAt(i)) {
                return false;
            }
        }
        at = start + word.length();
        return true;
    }

    private boolean isDigit(int position) {
        if (position >= length) {
            return false;
        }
        int c = text.codePointAt(position);
        return c >= '0' && c <= '9';
    }

    private int skipDigits(int position) {
        int i = position;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private PyObject readNumber(int start) {
        int i = text.codePointAt(start) == '-' ? start + 1 : start;
        if (!isDigit(i)) {
            throw JsonErrors.noValue(start);
        }
        i = text.codePointAt(i) == '0' ? i + 1 : skipDigits(i);
        int integerEnd = i;
        if (i < length && text.codePointAt(i) == '.' && isDigit(i + 1)) {
            i = skipDigits(i + 1);
        }
        if (i < length && (text.codePointAt(i) | 0x20) == 'e') {
            int digits = i + 1;
            if (digits < length && (text.codePointAt(digits) == '-' || text.codePointAt(digits) == '+')) {
                digits++;
            }
            if (isDigit(digits)) {
                i = skipDigits(digits);
            }
        }
        at = i;
        return i == integerEnd ? integer(start, i) : real(start, i);
    }

    private PyObject integer(int start, int end) {
        if (options.parseInt != PyInt.TYPE) {
            PyObject value = Calls.call(thread, options.parseInt, text.substring(start, end));
            at = end;
            return value;
        }
        if (end - start > DIGITS_OF_LONG) {
            PyStr digits = text.substring(start, end);
            return IntText.parse(thread, digits.toString(), 10, digits);
        }
        boolean negative = text.codePointAt(start) == '-';
        long value = 0;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            value = value * 10 + text.codePointAt(i) - '0';
        }
        return PyInt.of(negative ? -value : value);
    }

    private PyObject real(int start, int end) {
        PyStr digits = text.substring(start, end);
        if (options.parseFloat != PyFloat.TYPE) {
            PyObject value = Calls.call(thread, options.parseFloat, digits);
            at = end;
            return value;
        }
        return PyFloat.of(FloatText.nearest(digits.bmp()));
    }

    private int skipSpace(int position) {
        int i = position;
        while (i < length) {
            int c = text.codePointAt(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean is(int position, char c) {
        return position < length && text.codePointAt(position) == c;
    }

    private RuntimeException expected(String what, int position) {
        return JsonErrors.decode(thread, "Expecting " + what, text, position);
    }

    private PyObject readArray(int start) {
        PyList values = new PyList();
        int i = skipSpace(start);
        if (is(i, ']')) {
            at = i + 1;
            return values;
        }
        while (true) {
            values.append(read(i));
            i = skipSpace(at);
            if (is(i, ']')) {
                at = i + 1;
                return values;
            }
            if (!is(i, ',')) {
                throw expected("',' delimiter", i);
            }
            i = skipSpace(i + 1);
        }
    }

    private PyObject readObject(int start) {
        boolean asPairs = options.objectPairsHook != Singletons.NONE;
        PyList pairs = asPairs ? new PyList() : null;
        PyDict values = asPairs ? null : new PyDict();
        int i = skipSpace(start);
        if (is(i, '}')) {
            return finishObject(asPairs ? pairs : values, i + 1);
        }
        while (true) {
            if (!is(i, '"')) {
                throw expected("property name enclosed in double quotes", i);
            }
            PyStr key = strings.readKey(thread, i + 1);
            i = skipSpace(strings.end());
            if (!is(i, ':')) {
                throw expected("':' delimiter", i);
            }
            PyObject value = read(skipSpace(i + 1));
            if (asPairs) {
                pairs.append(PyTuple.of(key, value));
            } else {
                values.put(key, value);
            }
            i = skipSpace(at);
            if (is(i, '}')) {
                return finishObject(asPairs ? pairs : values, i + 1);
            }
            if (!is(i, ',')) {
                throw expected("',' delimiter", i);
            }
            i = skipSpace(i + 1);
        }
    }

    private PyObject finishObject(PyObject object, int end) {
        PyObject hook = options.objectPairsHook != Singletons.NONE ? options.objectPairsHook : options.objectHook;
        PyObject result = hook == Singletons.NONE ? object : Calls.call(thread, hook, object);
        at = end;
        return result;
    }
}
