package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/**
 * A format specification of the standard mini-language, {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill a code point
 * @param align {@code <}, {@code >}, {@code =} or {@code ^}
 * @param sign {@code +}, {@code -}, a space, or 0
 * @param coerceNegativeZero the {@code z}
 * @param width -1 when not given
 * @param grouping {@code ,} or {@code _}, or 0
 * @param precision -1 when not given
 * @param type a code point
 */
record FormatSpec(
        int fill,
        char align,
        char sign,
        boolean coerceNegativeZero,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        int type) {

    /** @throws PyErr ValueError that names the type of {@code value} where CPython does */
    static FormatSpec parse(PyStr spec, PyObject value, int defaultType, char defaultAlign) {
        return new Reader(spec).read(value, defaultType, defaultAlign);
    }

    /** The error for a type that the value does not know. */
    PyErr unknownType(PyObject value) {
        return PyErr.valueError("Unknown format code '%s' for object of type '%T'", display(type), value);
    }

    private static String display(int c) {
        return c > 32 && c < 128 ? Character.toString(c) : "\\x" + Integer.toHexString(c);
    }

    /** Reads from left to right. */
    private static final class Reader {
        private final PyStr spec;
        private int at;

        Reader(PyStr spec) {
            this.spec = spec;
        }

        private int peek(int ahead) {
            return at + ahead < spec.length() ? spec.codePointAt(at + ahead) : -1;
        }

        private boolean take(int c) {
            if (peek(0) == c) {
                at++;
                return true;
            }
            return false;
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        FormatSpec read(PyObject value, int defaultType, char defaultAlign) {
            int fill = ' ';
            boolean fillGiven = false;
            char align = defaultAlign;
            boolean alignGiven = false;
            if (isAlign(peek(1))) {
                fill = peek(0);
                fillGiven = true;
                align = (char) peek(1);
                alignGiven = true;
                at += 2;
            } else if (isAlign(peek(0))) {
                align = (char) peek(0);
                alignGiven = true;
                at++;
            }
            char sign = 0;
            if (peek(0) == '+' || peek(0) == '-' || peek(0) == ' ') {
                sign = (char) peek(0);
                at++;
            }
            boolean coerce = take('z');
            boolean alternate = take('#');
            if (!fillGiven && take('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            int width = number();
            char grouping = grouping();
            int precision = -1;
            if (take('.')) {
                precision = number();
                if (precision < 0) {
                    throw PyErr.valueError("Format specifier missing precision");
                }
            }
            if (spec.length() - at > 1) {
                throw PyErr.valueError("Invalid format specifier '%s' for object of type '%T'", spec, value);
            }
            int type = at < spec.length() ? spec.codePointAt(at) : defaultType;
            checkGrouping(grouping, type);
            return new FormatSpec(fill, align, sign, coerce, alternate, width, grouping, precision, type);
        }

        /** -1 when there is no digit. */
        private int number() {
            long number = -1;
            for (int digit; (digit = at < spec.length() ? CharacterTypes.decimal(peek(0)) : -1) >= 0; at++) {
                number = Math.max(0, number) * 10 + digit;
                // The largest Py_ssize_t has 19 digits.
                if (number > Long.MAX_VALUE / 10 - 1) {
                    throw PyErr.valueError("Too many decimal digits in format string");
                }
            }
            return (int) Math.min(number, Integer.MAX_VALUE);
        }

        private char grouping() {
            char grouping = 0;
            if (take(',')) {
                grouping = ',';
            }
            if (take('_')) {
                if (grouping != 0) {
                    throw both();
                }
                grouping = '_';
            }
            if (grouping == '_' && peek(0) == ',') {
                throw both();
            }
            return grouping;
        }

        private static PyErr both() {
            return PyErr.valueError("Cannot specify both ',' and '_'.");
        }

        private static void checkGrouping(char grouping, int type) {
            if (grouping == 0) {
                return;
            }
            boolean allowed = switch (type) {
                case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0 -> true;
                case 'b', 'o', 'x', 'X' -> grouping == '_';
                default -> false;
            };
            if (!allowed) {
                throw PyErr.valueError("Cannot specify '%c' with '%s'.", grouping, display(type));
            }
        }
    }

    /** Pads a text that has no sign of its own. */
    PyStr pad(PyStr text) {
        long missing = (long) width - text.length();
        if (missing <= 0) {
            return text;
        }
        long left = switch (align) {
            case '>', '=' -> missing;
            case '^' -> missing / 2;
            default -> 0;
        };
        return StrMethods.pad(text, left, missing - left, fill);
    }
}
