package org.pyvm.objects.types;

import java.util.Locale;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.CaseMapping.Kind;

/** The methods of {@code str} that change case. */
final class StrCase {
    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final int SMALL_SIGMA = 0x3C3;
    private static final int FINAL_SIGMA = 0x3C2;

    private StrCase() {}

    @PythonMethod("lower($self, /)")
    static PyObject lower(PyStr self) {
        return map(self, Kind.LOWER);
    }

    @PythonMethod("upper($self, /)")
    static PyObject upper(PyStr self) {
        return map(self, Kind.UPPER);
    }

    @PythonMethod("casefold($self, /)")
    static PyObject caseFold(PyStr self) {
        return map(self, Kind.FOLD);
    }

    private static PyStr map(PyStr self, Kind kind) {
        if (self.isAscii()) {
            // Java's mappings are the same there, and work on bytes.
            String mapped = kind == Kind.UPPER
                    ? self.bmp().toUpperCase(Locale.ROOT)
                    : self.bmp().toLowerCase(Locale.ROOT);
            return PyStr.ofBmp(mapped);
        }
        StrBuilder out = new StrBuilder(self.length());
        for (int i = 0; i < self.length(); i++) {
            append(out, self, i, kind);
        }
        return out.toPyStr();
    }

    /** Appends what the character at a position becomes in its word. */
    private static void append(StrBuilder out, PyStr text, int index, Kind kind) {
        int c = text.codePointAt(index);
        if (kind == Kind.LOWER && c == CAPITAL_SIGMA) {
            out.append(isFinalSigma(text, index) ? FINAL_SIGMA : SMALL_SIGMA);
        } else {
            CaseMapping.append(out, kind, c);
        }
    }

    /** Whether a cased letter stands before the sigma, and none behind it, signs that do not count left out. */
    private static boolean isFinalSigma(PyStr text, int index) {
        int before = index - 1;
        while (before >= 0 && CharacterTypes.isCaseIgnorable(text.codePointAt(before))) {
            before--;
        }
        if (before < 0 || !CharacterTypes.isCased(text.codePointAt(before))) {
            return false;
        }
        int behind = index + 1;
        while (behind < text.length() && CharacterTypes.isCaseIgnorable(text.codePointAt(behind))) {
            behind++;
        }
        return behind == text.length() || !CharacterTypes.isCased(text.codePointAt(behind));
    }

    @PythonMethod("capitalize($self, /)")
    static PyObject capitalize(PyStr self) {
        if (self.length() == 0) {
            return self.exact();
        }
        StrBuilder out = new StrBuilder(self.length());
        append(out, self, 0, Kind.TITLE);
        for (int i = 1; i < self.length(); i++) {
            append(out, self, i, Kind.LOWER);
        }
        return out.toPyStr();
    }

    @PythonMethod("title($self, /)")
    static PyObject title(PyStr self) {
        StrBuilder out = new StrBuilder(self.length());
        boolean inWord = false;
        for (int i = 0; i < self.length(); i++) {
            append(out, self, i, inWord ? Kind.LOWER : Kind.TITLE);
            inWord = CharacterTypes.isCased(self.codePointAt(i));
        }
        return out.toPyStr();
    }

    @PythonMethod("swapcase($self, /)")
    static PyObject swapCase(PyStr self) {
        StrBuilder out = new StrBuilder(self.length());
        for (int i = 0; i < self.length(); i++) {
            int c = self.codePointAt(i);
            if (CharacterTypes.isUpper(c)) {
                append(out, self, i, Kind.LOWER);
            } else if (CharacterTypes.isLower(c)) {
                append(out, self, i, Kind.UPPER);
            } else {
                out.append(c);
            }
        }
        return out.toPyStr();
    }
}
