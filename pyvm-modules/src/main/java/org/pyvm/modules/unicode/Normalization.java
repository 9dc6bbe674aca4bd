package org.pyvm.modules.unicode;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** Normal forms of text, by one version of Unicode: characters that are younger stay as they are. */
final class Normalization {
    private final boolean old;
    private final UnicodeSet known;

    Normalization(CharacterDatabase database) {
        this.old = database.isOld();
        this.known = new UnicodeSet(old ? "[:age=3.2:]" : "[:age=14.0:]").freeze();
    }

    /** @throws PyErr ValueError when there is no such form */
    PyStr normalize(String form, PyStr text) {
        if (text.length() == 0) {
            return text.exact();
        }
        Normalizer2 normalizer = normalizer(form);
        if (text.isAscii()) {
            return text.exact();
        }
        StrBuilder result = new StrBuilder(text.length());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            // Surrogates are left out, so that two of them are not taken for one character.
            if (i == text.length() || isSurrogate(text.codePointAt(i))) {
                if (i > start) {
                    result.append(normalized(normalizer, text.substring(start, i)));
                }
                if (i < text.length()) {
                    result.append(text, i, i + 1);
                }
                start = i + 1;
            }
        }
        return result.toPyStr();
    }

    boolean isNormalized(String form, PyStr text) {
        return normalize(form, text).sameText(text);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private PyStr normalized(Normalizer2 normalizer, PyStr text) {
        String utf16 = text.toString();
        return PyStr.of(normalizer.normalize(old ? asOnceDecomposed(utf16) : utf16));
    }

    private Normalizer2 normalizer(String form) {
        Normalizer2 plain = switch (form) {
            case "NFC" -> Normalizer2.getNFCInstance();
            case "NFD" -> Normalizer2.getNFDInstance();
            case "NFKC" -> Normalizer2.getNFKCInstance();
            case "NFKD" -> Normalizer2.getNFKDInstance();
            default -> throw PyErr.valueError("invalid normalization form");
        };
        return new FilteredNormalizer2(plain, known);
    }

    /** Five compatibility ideographs whose decompositions were corrected after version 3.2. */
    private static String asOnceDecomposed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> switch (c) {
                    case 0x2F868 -> 0x2136A;
                    case 0x2F874 -> 0x5F33;
                    case 0x2F91F -> 0x43AB;
                    case 0x2F95F -> 0x7AAE;
                    case 0x2F9BF -> 0x4D57;
                    default -> c;
                })
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
