package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/**
 * The operator {@code %} of strings. Bytes are formatted as strings of Latin-1 characters by {@link BytesPercentFormat}, which
 * differs in what {@code %s} and the like accept.
 */
class PercentFormat {
    private final ThreadState thread;
    private final PyStr format;
    private final StrBuilder out;
    private int at;

    /** The values, or the one value; null when the values come from a mapping by key. */
    private PyObject[] args;

    private final PyObject mapping;
    private int nextArg;
    /** The value for the conversion being read came by key. */
    private PyObject keyed;

    private boolean left;
    private boolean sign;
    private boolean blank;
    private boolean alternate;
    private boolean zero;
    private long width;
    private long precision;

    PercentFormat(ThreadState thread, PyStr format, PyObject values, boolean isMapping) {
        this.thread = thread;
        this.format = format;
        this.out = new StrBuilder(format.length() + 32);
        this.args = values instanceof PyTuple tuple ? tuple.itemsUnsafe() : new PyObject[] {values};
        this.mapping = isMapping ? values : null;
    }

    /** {@code format % values}. */
    static PyStr format(ThreadState thread, PyStr format, PyObject values) {
        boolean isMapping = Mappings.isMapping(values) && !(values instanceof PyTuple) && !(values instanceof PyStr);
        return new PercentFormat(thread, format, values, isMapping).format();
    }

    final ThreadState thread() {
        return thread;
    }

    final PyStr format() {
        int length = format.length();
        while (at < length) {
            int start = at;
            while (at < length && format.codePointAt(at) != '%') {
                at++;
            }
            out.append(format, start, at);
            if (at < length) {
                at++;
                conversion();
            }
        }
        if (mapping == null && nextArg < args.length) {
            throw PyErr.typeError("not all arguments converted during %s formatting", kind());
        }
        return out.toPyStr();
    }

    /** What error texts call the formatting. */
    String kind() {
        return "string";
    }

    /** The key between parentheses. */
    PyObject key(PyStr key) {
        return key;
    }

    private int peek() {
        return at < format.length() ? format.codePointAt(at) : -1;
    }

    private int next() {
        if (at >= format.length()) {
            throw PyErr.valueError("incomplete format");
        }
        return format.codePointAt(at++);
    }

    private PyObject nextValue() {
        if (keyed != null) {
            // Taken once: a star leaves nothing for the conversion.
            PyObject value = keyed;
            keyed = null;
            return value;
        }
        // With a mapping the mapping itself is the only value.
        if (nextArg >= args.length) {
            throw PyErr.typeError("not enough arguments for format string");
        }
        return args[nextArg++];
    }

    private void conversion() {
        left = false;
        sign = false;
        blank = false;
        alternate = false;
        zero = false;
        keyed = null;
        if (peek() == '%') {
            at++;
            out.append('%');
            return;
        }
        if (peek() == '(') {
            at++;
            readKey();
        }
        readFlags();
        width = -1;
        precision = -1;
        if (peek() == '*') {
            at++;
            width = star();
            if (width < 0) {
                left = true;
                width = -width;
            }
        } else {
            width = number("width too big");
        }
        if (peek() == '.') {
            at++;
            if (peek() == '*') {
                at++;
                precision = Math.max(0, star());
                if (precision > Integer.MAX_VALUE) {
                    throw PyErr.overflowError("Python int too large to convert to C int");
                }
            } else {
                precision = Math.max(0, number("precision too big"));
            }
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
            at++;
        }
        convert(next());
    }

    private void readKey() {
        if (mapping == null) {
            throw PyErr.typeError("format requires a mapping");
        }
        int start = at;
        int depth = 1;
        while (depth > 0) {
            if (at >= format.length()) {
                throw PyErr.valueError("incomplete format key");
            }
            int c = format.codePointAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        keyed = Objects.getItem(thread, mapping, key(format.substring(start, at - 1)));
        args = new PyObject[0];
    }

    private void readFlags() {
        while (true) {
            switch (peek()) {
                case '-' -> left = true;
                case '+' -> sign = true;
                case ' ' -> blank = true;
                case '#' -> alternate = true;
                case '0' -> zero = true;
                default -> {
                    return;
                }
            }
            at++;
        }
    }

    private long star() {
        PyObject value = nextValue();
        if (!(value instanceof PyInt number)) {
            throw PyErr.typeError("* wants int");
        }
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C ssize_t");
        }
        return number.longValue();
    }

    /** -1 when there is no digit. */
    private long number(String tooBig) {
        long number = -1;
        for (int c; (c = peek()) >= '0' && c <= '9'; at++) {
            number = Math.max(0, number) * 10 + c - '0';
            if (number > (tooBig.startsWith("p") ? Integer.MAX_VALUE : Long.MAX_VALUE / 10 - 1)) {
                throw PyErr.valueError(tooBig);
            }
        }
        return number;
    }

    private void convert(int type) {
        PyObject value = nextValue();
        switch (type) {
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(value, (char) type);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> floating(value, (char) type);
            case 'c' -> pad(character(value), "");
            default -> {
                PyStr text = text(type, value);
                if (text == null) {
                    throw PyErr.valueError(
                            "unsupported format character '%s' (0x%s) at index %d",
                            31 <= type && type < 127 ? Character.toString(type) : "?",
                            Integer.toHexString(type),
                            at - 1);
                }
                pad(precision >= 0 && precision < text.length() ? text.substring(0, (int) precision) : text, "");
            }
        }
    }

    /** What a conversion to text gives; null for an unknown one. */
    PyStr text(int type, PyObject value) {
        return switch (type) {
            case 's' -> Objects.str(thread, value);
            case 'r' -> Objects.repr(thread, value);
            case 'a' -> Objects.ascii(thread, value);
            default -> null;
        };
    }

    /** What {@code %c} gives. */
    PyStr character(PyObject value) {
        if (value instanceof PyStr text) {
            if (text.length() == 1) {
                return text;
            }
            throw PyErr.typeError("%%c requires int or char");
        }
        PyInt number;
        try {
            number = Numbers.index(thread, value);
        } catch (PyErr e) {
            if (e.matches(Exceptions.TYPE_ERROR)) {
                throw PyErr.typeError("%%c requires int or char");
            }
            throw e;
        }
        if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > Character.MAX_CODE_POINT) {
            throw PyErr.overflowError("%%c arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint((int) number.longValue());
    }

    private void integer(PyObject value, char type) {
        boolean decimal = type == 'd' || type == 'i' || type == 'u';
        PyInt number = toInt(value, type, decimal);
        String digits;
        String prefix = "";
        if (decimal) {
            String text = number.fitsLong()
                    ? Long.toString(number.longValue())
                    : Objects.repr(thread, number.exact()).toString();
            digits = number.signum() < 0 ? text.substring(1) : text;
        } else {
            digits = IntText.magnitude(number, type == 'o' ? 8 : 16);
            if (alternate) {
                prefix = type == 'o' ? "0o" : "0x";
            }
            if (type == 'X') {
                digits = digits.toUpperCase(java.util.Locale.ROOT);
                prefix = prefix.toUpperCase(java.util.Locale.ROOT);
            }
        }
        if (precision > digits.length()) {
            PyStr.checkLength(precision + 3);
            digits = "0".repeat((int) precision - digits.length()) + digits;
        }
        String before = number.signum() < 0 ? "-" : sign ? "+" : blank ? " " : "";
        padNumber(before + prefix, digits);
    }

    private PyInt toInt(PyObject value, char type, boolean decimal) {
        if (value instanceof PyInt number) {
            return number;
        }
        PyInt number = null;
        try {
            if (!decimal) {
                number = Numbers.index(thread, value);
            } else if (!(value instanceof PyStr) && !(value instanceof PyBytes) && !(value instanceof PyByteArray)) {
                number = Numbers.toIntOrNull(thread, value);
            }
        } catch (PyErr e) {
            if (!e.matches(Exceptions.TYPE_ERROR)) {
                throw e;
            }
        }
        if (number == null) {
            throw PyErr.typeError(
                    decimal
                            ? "%%%c format: a real number is required, not %T"
                            : "%%%c format: an integer is required, not %T",
                    type,
                    value);
        }
        return number;
    }

    private void floating(PyObject value, char type) {
        double number = toDouble(value);
        char code = Character.toLowerCase(type);
        String text = FloatRepr.format(number, code, precision < 0 ? 6 : (int) precision, false, alternate);
        if (type != code) {
            text = text.toUpperCase(java.util.Locale.ROOT);
        }
        boolean negative = text.startsWith("-");
        String before = negative ? "-" : sign ? "+" : blank ? " " : "";
        padNumber(before, negative ? text.substring(1) : text);
    }

    double toDouble(PyObject value) {
        return Numbers.toDouble(thread, value);
    }

    private void padNumber(String prefix, String digits) {
        if (zero && !left) {
            long missing = width - prefix.length() - digits.length();
            PyStr.checkLength(Math.max(0, missing) + digits.length());
            out.append(prefix).repeat('0', (int) Math.max(0, missing)).append(digits);
        } else {
            pad(PyStr.ofBmp(digits), prefix);
        }
    }

    private void pad(PyStr text, String prefix) {
        long missing = Math.max(0, width - text.length() - prefix.length());
        PyStr.checkLength(missing + text.length());
        if (!left) {
            out.repeat(' ', (int) missing);
        }
        out.append(prefix).append(text);
        if (left) {
            out.repeat(' ', (int) missing);
        }
    }
}
