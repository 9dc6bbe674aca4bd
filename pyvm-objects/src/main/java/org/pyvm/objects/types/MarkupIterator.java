package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;

/**
 * Goes through a format string: each step gives literal text, and the replacement field behind it if there is one. For
 * {@code str.format} and for {@code _string.formatter_parser}.
 */
public final class MarkupIterator {
    private final PyStr text;
    private final int end;
    private int at;

    private PyStr literal;
    private boolean hasField;
    private PyStr fieldName;
    private PyStr spec;
    private boolean specHasFields;
    private int conversion;

    public MarkupIterator(PyStr text) {
        this.text = text;
        this.end = text.length();
    }

    /** The text before the field; of an escaped brace one stays. */
    public PyStr literal() {
        return literal;
    }

    public boolean hasField() {
        return hasField;
    }

    public PyStr fieldName() {
        return fieldName;
    }

    /** The format specification, empty when there is none. */
    public PyStr spec() {
        return spec;
    }

    /** Whether the specification holds replacement fields itself. */
    public boolean specHasFields() {
        return specHasFields;
    }

    /** The code point behind the exclamation mark, or 0. */
    public int conversion() {
        return conversion;
    }

    /** Goes to the next step; false at the end. @throws PyErr ValueError for malformed text */
    public boolean advance() {
        hasField = false;
        fieldName = PyStr.EMPTY;
        spec = PyStr.EMPTY;
        specHasFields = false;
        conversion = 0;
        if (at >= end) {
            return false;
        }
        int start = at;
        int c = 0;
        boolean brace = false;
        while (at < end && !brace) {
            c = text.codePointAt(at++);
            brace = c == '{' || c == '}';
        }
        boolean doubled = brace && at < end && text.codePointAt(at) == c;
        if (brace && !doubled && (c == '}' || at >= end)) {
            throw PyErr.valueError("Single '%c' encountered in format string", (char) c);
        }
        literal = text.substring(start, brace && !doubled ? at - 1 : at);
        if (doubled) {
            at++;
        } else if (brace) {
            hasField = true;
            readField();
        }
        return true;
    }

    private void readField() {
        int start = at;
        int c = 0;
        boolean ended = false;
        while (at < end && !ended) {
            c = text.codePointAt(at++);
            switch (c) {
                case '{' -> throw PyErr.valueError("unexpected '{' in field name");
                case '[' -> {
                    while (at < end && text.codePointAt(at) != ']') {
                        at++;
                    }
                }
                case '}', ':', '!' -> ended = true;
                default -> {}
            }
        }
        if (!ended) {
            throw PyErr.valueError("expected '}' before end of string");
        }
        fieldName = text.substring(start, at - 1);
        if (c != '}') {
            readConversionAndSpec(c);
        }
    }

    private void readConversionAndSpec(int c) {
        if (c == '!') {
            if (at >= end) {
                throw PyErr.valueError("end of string while looking for conversion specifier");
            }
            conversion = text.codePointAt(at++);
            if (at < end) {
                int next = text.codePointAt(at++);
                if (next == '}') {
                    return;
                }
                if (next != ':') {
                    throw PyErr.valueError("expected ':' after conversion specifier");
                }
            }
        }
        int start = at;
        int depth = 1;
        while (at < end) {
            int next = text.codePointAt(at++);
            if (next == '{') {
                specHasFields = true;
                depth++;
            } else if (next == '}' && --depth == 0) {
                spec = text.substring(start, at - 1);
                return;
            }
        }
        throw PyErr.valueError("unmatched '{' in format spec");
    }
}
