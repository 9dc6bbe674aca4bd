package org.pyvm.modules.multibyte;

/**
 * A character set that an ISO 2022 encoding can switch to.
 *
 * @param mark the last byte of the escape sequence, with {@link #WIDE} when its codes have two bytes
 * @param table where its codes are; with the high bits set, as in EUC
 * @param lead {@link CharacterTable#THREE_BYTES} when it is the part of the table with three bytes, otherwise 0
 * @param isShifted whether it is switched to by shifting out, and not by its escape sequence
 */
record Designation(int mark, CharacterTable table, int lead, boolean isShifted) {
    static final int WIDE = 0x80;
    static final int ASCII = 'B';
    static final int LATIN_1 = 'A';
    static final int GREEK = 'F';
    static final int ROMAN = 'J';
    static final int KATAKANA = 'I';

    private static final int FIRST_KATAKANA = 0xFF61;
    private static final int LAST_KATAKANA = 0xFF9F;
    private static final int YEN = 0xA5;
    private static final int OVERLINE = 0x203E;

    boolean isWide() {
        return (mark & WIDE) != 0;
    }

    int width() {
        return isWide() ? 2 : 1;
    }

    /** The code that the table has for a code of this set. */
    int tableCode(int code) {
        return lead << 16 | code | 0x8080;
    }

    /** The code of a character, without high bits; {@link CharacterTable#NONE} when it has none. */
    int code(int character) {
        if (mark == ROMAN) {
            return character == YEN ? '\\' : character == OVERLINE ? '~' : CharacterTable.NONE;
        }
        if (mark == KATAKANA) {
            boolean isKatakana = character >= FIRST_KATAKANA && character <= LAST_KATAKANA;
            return isKatakana ? character - FIRST_KATAKANA + 0x21 : CharacterTable.NONE;
        }
        return table == null ? CharacterTable.NONE : ownCode(table.code(character));
    }

    private int ownCode(int code) {
        boolean isOurs = code >= 0x8080 && code >> 16 == lead && (code & 0x8080) == 0x8080 && (code & 0xFF00) != 0x8E00;
        return isOurs ? code & 0x7F7F : CharacterTable.NONE;
    }

    /** The character that a code of one byte is; {@link CharacterTable#NONE} when there is none. */
    int narrowCharacter(int code) {
        if (mark == ROMAN) {
            return code == '\\' ? YEN : code == '~' ? OVERLINE : code;
        }
        boolean isKatakana = mark == KATAKANA && code >= 0x21 && code <= 0x5F;
        return isKatakana ? code - 0x21 + FIRST_KATAKANA : CharacterTable.NONE;
    }
}
