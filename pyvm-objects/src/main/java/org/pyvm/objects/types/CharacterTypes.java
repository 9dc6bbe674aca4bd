package org.pyvm.objects.types;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.pyvm.tokenizer.Unicode14;

/** What {@code str} asks of a character: the predicates behind its methods, by Unicode 14. */
public final class CharacterTypes {
    private CharacterTypes() {}

    /** {@code str.isspace}: what {@code split} and {@code strip} take for white space. */
    public static boolean isSpace(int c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
        }
        return switch (c) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /** Where {@code splitlines} divides. */
    public static boolean isLineBreak(int c) {
        return c >= '\n' && c <= '\r' || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    public static boolean isAlpha(int c) {
        if (c < 0x80) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        }
        return switch (Unicode14.category(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> true;
            default -> false;
        };
    }

    /** The value of a decimal digit, or -1. */
    public static int decimal(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Unicode14.category(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    }

    /** The value of a digit, superscripts and the like included, or -1. */
    public static int digit(int c) {
        if (c < 0x80) {
            return decimal(c);
        }
        int type = numericType(c);
        return type == UCharacter.NumericType.DECIMAL || type == UCharacter.NumericType.DIGIT
                ? (int) UCharacter.getUnicodeNumericValue(c)
                : -1;
    }

    /** Whether the character has a numeric value, of any kind. */
    public static boolean isNumeric(int c) {
        return c < 0x80 ? c >= '0' && c <= '9' : numericType(c) != UCharacter.NumericType.NONE && !becameNumeric(c);
    }

    /** Characters of Unicode 14 that are numbers only since a later version. */
    private static boolean becameNumeric(int c) {
        return switch (c) {
            case 0x4E24,
                    0x4EAC,
                    0x4FE9,
                    0x5006,
                    0x62D0,
                    0x6D1E,
                    0x7695,
                    0x79ED,
                    0x920E,
                    0x94A9,
                    0x12038,
                    0x12039,
                    0x12079,
                    0x12226,
                    0x1222B,
                    0x1230B,
                    0x1230D,
                    0x12399 -> true;
            default -> false;
        };
    }

    private static int numericType(int c) {
        return Unicode14.isAssigned(c)
                ? UCharacter.getIntPropertyValue(c, UProperty.NUMERIC_TYPE)
                : UCharacter.NumericType.NONE;
    }

    public static boolean isAlphanumeric(int c) {
        return isAlpha(c) || isNumeric(c);
    }

    public static boolean isLower(int c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : Unicode14.isAssigned(c) && Character.isLowerCase(c) && !becameLower(c);
    }

    /** Modifier letters of Unicode 14 that have the property Lowercase only since a later version. */
    private static boolean becameLower(int c) {
        return c == 0x10FC || c >= 0xA7F2 && c <= 0xA7F4 || c == 0xAB69;
    }

    public static boolean isUpper(int c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Unicode14.isAssigned(c) && Character.isUpperCase(c);
    }

    public static boolean isTitle(int c) {
        return c >= 0x80 && Unicode14.category(c) == Character.TITLECASE_LETTER;
    }

    /** The lower-case mapping, of one character to one: of a longer mapping the first character, as in CPython. */
    public static int toLower(int c) {
        return mapped(c, Character.toLowerCase(c));
    }

    /** The upper-case mapping, of one character to one: of a longer mapping the first character, as in CPython. */
    public static int toUpper(int c) {
        if (CaseMapping.mayExpandToUpper(c)) {
            StrBuilder mapped = new StrBuilder();
            CaseMapping.append(mapped, CaseMapping.Kind.UPPER, c);
            return mapped.toPyStr().codePointAt(0);
        }
        return mapped(c, Character.toUpperCase(c));
    }

    /** Mappings of and to characters younger than Unicode 14 do not exist yet. */
    private static int mapped(int c, int mapped) {
        return mapped == c || mapped < 0x80 || Unicode14.isAssigned(mapped) && Unicode14.isAssigned(c) ? mapped : c;
    }

    /** The property Cased. */
    static boolean isCased(int c) {
        return isLower(c) || isUpper(c) || isTitle(c);
    }

    /** The property Case_Ignorable: what may stand between a final sigma and its word. */
    static boolean isCaseIgnorable(int c) {
        return Unicode14.isAssigned(c) && UCharacter.hasBinaryProperty(c, UProperty.CASE_IGNORABLE);
    }
}
