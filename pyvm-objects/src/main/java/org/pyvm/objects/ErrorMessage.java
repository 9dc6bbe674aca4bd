package org.pyvm.objects;

import org.pyvm.objects.protocol.Objects;

/** Fills the message templates of {@link PyErr}. */
final class ErrorMessage {
    private ErrorMessage() {}

    static String format(String template, Object... values) {
        if (values.length == 0 && template.indexOf('%') < 0) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 32);
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            char kind = template.charAt(++i);
            if (kind == '%') {
                text.append('%');
            } else {
                append(text, kind, values[next++]);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, char kind, Object value) {
        switch (kind) {
            case 'T' ->
                text.append(value == null ? "NULL" : ((PyObject) value).type().fullName());
            case 'N' -> text.append(((PyType) value).fullName());
            case 'r' -> text.append(Objects.repr(ThreadState.current(), (PyObject) value));
            case 's' ->
                text.append(value instanceof PyObject object ? Objects.str(ThreadState.current(), object) : value);
            case 'd', 'c' -> text.append(value);
            default -> throw new IllegalArgumentException("template character " + kind);
        }
    }
}
