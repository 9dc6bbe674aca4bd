package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** The name of a replacement field, such as {@code 0.attribute[key]}, read step by step. */
public final class FieldName {
    private final PyStr text;
    private final PyStr first;
    private final long firstIndex;
    private int at;

    private boolean attribute;
    private PyStr name;
    private long index;

    public FieldName(PyStr text) {
        this.text = text;
        int i = 0;
        while (i < text.length() && text.codePointAt(i) != '.' && text.codePointAt(i) != '[') {
            i++;
        }
        first = text.substring(0, i);
        firstIndex = integer(first);
        at = i;
    }

    /** What stands before the first dot or bracket. */
    public PyStr first() {
        return first;
    }

    /** The same as a number, or -1 when it is none. */
    public long firstIndex() {
        return firstIndex;
    }

    /** The first part as Python gets it: an int or a str. */
    public PyObject firstObject() {
        return firstIndex >= 0 ? PyInt.of(firstIndex) : first;
    }

    /** Whether the step is an attribute, and not an item. */
    public boolean isAttribute() {
        return attribute;
    }

    public PyStr name() {
        return name;
    }

    /** The item as a number, or -1 when it is none. */
    public long index() {
        return index;
    }

    /** The item or attribute as Python gets it: an int or a str. */
    public PyObject nameObject() {
        return index >= 0 ? PyInt.of(index) : name;
    }

    /** Goes to the next step; false at the end. @throws PyErr ValueError for a malformed name */
    public boolean advance() {
        if (at >= text.length()) {
            return false;
        }
        int c = text.codePointAt(at++);
        int start = at;
        if (c == '.') {
            attribute = true;
            while (at < text.length() && text.codePointAt(at) != '.' && text.codePointAt(at) != '[') {
                at++;
            }
            name = text.substring(start, at);
            index = -1;
        } else if (c == '[') {
            attribute = false;
            while (at < text.length() && text.codePointAt(at) != ']') {
                at++;
            }
            if (at == text.length()) {
                throw PyErr.valueError("Missing ']' in format string");
            }
            name = text.substring(start, at++);
            index = integer(name);
        } else {
            throw PyErr.valueError("Only '.' or '[' may follow ']' in format field specifier");
        }
        if (name.length() == 0) {
            throw PyErr.valueError("Empty attribute in format string");
        }
        return true;
    }

    /** -1 when the text is not all decimal digits. */
    private static long integer(PyStr text) {
        long number = text.length() == 0 ? -1 : 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = CharacterTypes.decimal(text.codePointAt(i));
            if (digit < 0) {
                return -1;
            }
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw PyErr.valueError("Too many decimal digits in format string");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
