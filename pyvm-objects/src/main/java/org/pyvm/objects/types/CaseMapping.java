package org.pyvm.objects.types;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import org.pyvm.tokenizer.Unicode14;

/**
 * The full case mappings of one character, by Unicode 14: one to three code points, without regard to what stands around
 * it. Mappings to characters that are younger than Unicode 14 do not exist yet.
 */
final class CaseMapping {
    private CaseMapping() {}

    /** Which mapping. */
    enum Kind {
        LOWER,
        UPPER,
        TITLE,
        FOLD
    }

    /** Appends what a character becomes. */
    static void append(StrBuilder out, Kind kind, int c) {
        if (c < 0x80) {
            out.append(ascii(kind, c));
            return;
        }
        if (kind == Kind.LOWER && c != 0x130 || kind == Kind.UPPER && !mayExpandToUpper(c)) {
            int mapped = kind == Kind.LOWER ? Character.toLowerCase(c) : Character.toUpperCase(c);
            out.append(mapped == c || !Unicode14.isAssigned(c) || !Unicode14.isAssigned(mapped) ? c : mapped);
            return;
        }
        String mapped = map(kind, c);
        if (mapped == null || !isAssigned(mapped)) {
            out.append(c);
        } else {
            out.append(mapped);
        }
    }

    /** Whether a character is one or near those that have several characters as their upper-case form. */
    static boolean mayExpandToUpper(int c) {
        return switch (c) {
            case 0xDF, 0x149, 0x1F0, 0x390, 0x3B0, 0x587 -> true;
            default -> c >= 0x1E96 && c <= 0x1E9A || c >= 0x1F50 && c <= 0x1FFC || c >= 0xFB00 && c <= 0xFB17;
        };
    }

    static int ascii(Kind kind, int c) {
        return switch (kind) {
            case LOWER, FOLD -> c >= 'A' && c <= 'Z' ? c + 0x20 : c;
            case UPPER, TITLE -> c >= 'a' && c <= 'z' ? c - 0x20 : c;
        };
    }

    /** Null for a character without a case. */
    private static String map(Kind kind, int c) {
        if (!Unicode14.isAssigned(c) || Character.isSurrogate((char) c) && c < 0x10000) {
            return null;
        }
        String text = Character.toString(c);
        return switch (kind) {
            case LOWER -> text.equals("\u03a3") ? "\u03c3" : text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case TITLE ->
                UCharacter.toTitleCase(
                        Locale.ROOT,
                        text,
                        null,
                        UCharacter.TITLECASE_NO_LOWERCASE | UCharacter.TITLECASE_NO_BREAK_ADJUSTMENT);
            case FOLD -> UCharacter.foldCase(text, true);
        };
    }

    private static boolean isAssigned(String text) {
        return text.codePoints().allMatch(Unicode14::isAssigned);
    }
}
