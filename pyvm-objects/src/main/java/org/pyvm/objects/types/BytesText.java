package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;

/** The methods of {@code bytes} and {@code bytearray} that take them for ASCII text. */
final class BytesText {
    private BytesText() {}

    static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isAlpha(byte b) {
        return isLower(b) || isUpper(b);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static byte lower(byte b) {
        return isUpper(b) ? (byte) (b + 0x20) : b;
    }

    private static byte upper(byte b) {
        return isLower(b) ? (byte) (b - 0x20) : b;
    }

    private interface Test {
        boolean test(byte b);
    }

    private static boolean all(ByteSequence self, Test test) {
        for (int i = 0; i < self.size(); i++) {
            if (!test.test(self.array()[i])) {
                return false;
            }
        }
        return self.size() > 0;
    }

    private interface Mapping {
        byte map(byte b);
    }

    private static PyObject map(ByteSequence self, Mapping mapping) {
        byte[] mapped = new byte[self.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = mapping.map(self.array()[i]);
        }
        return self.create(mapped);
    }

    @PythonMethod("isalnum($self, /)")
    static boolean isAlphanumeric(ByteSequence self) {
        return all(self, b -> isAlpha(b) || isDigit(b));
    }

    @PythonMethod("isalpha($self, /)")
    static boolean isAlpha(ByteSequence self) {
        return all(self, BytesText::isAlpha);
    }

    @PythonMethod("isascii($self, /)")
    static boolean isAscii(ByteSequence self) {
        return self.size() == 0 || all(self, b -> b >= 0);
    }

    @PythonMethod("isdigit($self, /)")
    static boolean isDigit(ByteSequence self) {
        return all(self, BytesText::isDigit);
    }

    @PythonMethod("isspace($self, /)")
    static boolean isSpace(ByteSequence self) {
        return all(self, BytesText::isSpace);
    }

    @PythonMethod("islower($self, /)")
    static boolean isLower(ByteSequence self) {
        return hasOnly(self, false);
    }

    @PythonMethod("isupper($self, /)")
    static boolean isUpper(ByteSequence self) {
        return hasOnly(self, true);
    }

    private static boolean hasOnly(ByteSequence self, boolean upper) {
        boolean found = false;
        for (int i = 0; i < self.size(); i++) {
            byte b = self.array()[i];
            if (upper ? isLower(b) : isUpper(b)) {
                return false;
            }
            found |= isAlpha(b);
        }
        return found;
    }

    @PythonMethod("istitle($self, /)")
    static boolean isTitle(ByteSequence self) {
        boolean found = false;
        boolean inWord = false;
        for (int i = 0; i < self.size(); i++) {
            byte b = self.array()[i];
            if (isAlpha(b)) {
                if (isUpper(b) == inWord) {
                    return false;
                }
                inWord = true;
                found = true;
            } else {
                inWord = false;
            }
        }
        return found;
    }

    @PythonMethod("lower($self, /)")
    static PyObject lower(ByteSequence self) {
        return map(self, BytesText::lower);
    }

    @PythonMethod("upper($self, /)")
    static PyObject upper(ByteSequence self) {
        return map(self, BytesText::upper);
    }

    @PythonMethod("swapcase($self, /)")
    static PyObject swapCase(ByteSequence self) {
        return map(self, b -> isUpper(b) ? lower(b) : upper(b));
    }

    @PythonMethod("capitalize($self, /)")
    static PyObject capitalize(ByteSequence self) {
        byte[] mapped = new byte[self.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = i == 0 ? upper(self.array()[i]) : lower(self.array()[i]);
        }
        return self.create(mapped);
    }

    @PythonMethod("title($self, /)")
    static PyObject title(ByteSequence self) {
        byte[] mapped = new byte[self.size()];
        boolean inWord = false;
        for (int i = 0; i < mapped.length; i++) {
            byte b = self.array()[i];
            mapped[i] = inWord ? lower(b) : upper(b);
            inWord = isAlpha(b);
        }
        return self.create(mapped);
    }
}
