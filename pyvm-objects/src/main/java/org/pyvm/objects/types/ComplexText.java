package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;

/** Texts of complex numbers. */
final class ComplexText {
    private ComplexText() {}

    /** The imaginary part alone when the real one is 0, else both in parentheses. */
    static String repr(double real, double imag) {
        String i = FloatRepr.format(imag, 'r', 0, false, false) + "j";
        if (real == 0 && 1 / real > 0) {
            return i;
        }
        String r = FloatRepr.format(real, 'r', 0, false, false);
        return "(" + r + (i.startsWith("-") ? "" : "+") + i + ")";
    }

    /** Reads {@code x}, {@code yj} or {@code x+yj}, in parentheses or not. */
    static PyComplex parse(PyStr source) {
        String text = FloatText.withoutUnderscores(FloatText.strip(FloatText.toAscii(source)));
        if (text != null && text.startsWith("(") && text.endsWith(")") && text.length() > 1) {
            text = FloatText.strip(text.substring(1, text.length() - 1));
        }
        PyComplex value = text == null ? null : parseParts(text);
        if (value == null) {
            throw PyErr.valueError("complex() arg is a malformed string");
        }
        return value;
    }

    private static PyComplex parseParts(String text) {
        double[] number = new double[1];
        int end = FloatText.read(text, 0, number);
        if (end == text.length()) {
            return PyComplex.of(number[0], 0.0);
        }
        if (end < 0) {
            return imaginaryUnit(text, 0, 0.0);
        }
        double first = number[0];
        char next = text.charAt(end);
        if (next == '+' || next == '-') {
            int last = FloatText.read(text, end, number);
            if (last < 0) {
                return imaginaryUnit(text, end, first);
            }
            return isUnit(text, last) ? PyComplex.of(first, number[0]) : null;
        }
        return isUnit(text, end) ? PyComplex.of(0.0, first) : null;
    }

    /** {@code j}, {@code +j} or {@code -j}: the 1 may be left out. */
    private static PyComplex imaginaryUnit(String text, int start, double real) {
        int at = start;
        boolean negative = false;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            negative = text.charAt(at++) == '-';
        }
        return isUnit(text, at) ? PyComplex.of(real, negative ? -1.0 : 1.0) : null;
    }

    private static boolean isUnit(String text, int at) {
        return at == text.length() - 1 && (text.charAt(at) | 0x20) == 'j';
    }
}
