package org.pyvm.objects.types;

import java.util.function.IntPredicate;
import org.pyvm.expose.PythonMethod;
import org.pyvm.tokenizer.Unicode14;

/** The methods of {@code str} that ask what its characters are. */
final class StrClassification {
    private StrClassification() {}

    /** Whether there are characters and each is of a kind. */
    private static boolean all(PyStr text, IntPredicate kind) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!kind.test(text.codePointAt(i))) {
                return false;
            }
        }
        return length > 0;
    }

    @PythonMethod("isascii($self, /)")
    static boolean isAscii(PyStr self) {
        return self.isAscii();
    }

    @PythonMethod("isspace($self, /)")
    static boolean isSpace(PyStr self) {
        return all(self, CharacterTypes::isSpace);
    }

    @PythonMethod("isalpha($self, /)")
    static boolean isAlpha(PyStr self) {
        return all(self, CharacterTypes::isAlpha);
    }

    @PythonMethod("isalnum($self, /)")
    static boolean isAlphanumeric(PyStr self) {
        return all(self, CharacterTypes::isAlphanumeric);
    }

    @PythonMethod("isdecimal($self, /)")
    static boolean isDecimal(PyStr self) {
        return all(self, c -> CharacterTypes.decimal(c) >= 0);
    }

    @PythonMethod("isdigit($self, /)")
    static boolean isDigit(PyStr self) {
        return all(self, c -> CharacterTypes.digit(c) >= 0);
    }

    @PythonMethod("isnumeric($self, /)")
    static boolean isNumeric(PyStr self) {
        return all(self, CharacterTypes::isNumeric);
    }

    @PythonMethod("isprintable($self, /)")
    static boolean isPrintable(PyStr self) {
        return self.length() == 0 || all(self, Unicode14::isPrintable);
    }

    @PythonMethod("isidentifier($self, /)")
    static boolean isIdentifier(PyStr self) {
        if (self.length() == 0 || !Unicode14.isNameStart(self.codePointAt(0))) {
            return false;
        }
        for (int i = 1; i < self.length(); i++) {
            if (!Unicode14.isNamePart(self.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    @PythonMethod("islower($self, /)")
    static boolean isLower(PyStr self) {
        boolean found = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.codePointAt(i);
            if (CharacterTypes.isUpper(c) || CharacterTypes.isTitle(c)) {
                return false;
            }
            found |= CharacterTypes.isLower(c);
        }
        return found;
    }

    @PythonMethod("isupper($self, /)")
    static boolean isUpper(PyStr self) {
        boolean found = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.codePointAt(i);
            if (CharacterTypes.isLower(c) || CharacterTypes.isTitle(c)) {
                return false;
            }
            found |= CharacterTypes.isUpper(c);
        }
        return found;
    }

    @PythonMethod("istitle($self, /)")
    static boolean isTitle(PyStr self) {
        boolean found = false;
        boolean inWord = false;
        for (int i = 0; i < self.length(); i++) {
            int c = self.codePointAt(i);
            if (CharacterTypes.isUpper(c) || CharacterTypes.isTitle(c)) {
                if (inWord) {
                    return false;
                }
                inWord = true;
                found = true;
            } else if (CharacterTypes.isLower(c)) {
                if (!inWord) {
                    return false;
                }
                found = true;
            } else {
                inWord = false;
            }
        }
        return found;
    }
}
