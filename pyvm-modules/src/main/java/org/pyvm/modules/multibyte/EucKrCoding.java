package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.objects.types.StrBuilder;

/** EUC-KR: syllables that KS X 1001 does not have are spelled: a filler, and the codes of up to three letters. */
final class EucKrCoding extends TableCoding {
    private static final int FILLER_FIRST = 0xA4;
    private static final int FILLER_SECOND = 0xD4;
    private static final int SPELLED_SIZE = 8;

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int MEDIALS = 21;
    private static final int FINALS = 28;
    private static final int FIRST_MEDIAL = 0xBF;

    /** The second bytes of the letters that begin and end syllables, in the order of the syllables. */
    private static final int[] INITIAL = {
        0xA1, 0xA2, 0xA4, 0xA7, 0xA8, 0xA9, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE
    };

    private static final int[] FINAL = {
        0xD4, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB2,
        0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE
    };

    EucKrCoding(String name, CharacterTable table) {
        super(name, table);
    }

    private static int find(int[] letters, int wanted) {
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Override
    int decode(byte[] in, int at, byte[] state, StrBuilder out) {
        boolean isSpelled =
                in.length - at >= 2 && (in[at] & 0xFF) == FILLER_FIRST && (in[at + 1] & 0xFF) == FILLER_SECOND;
        if (!isSpelled) {
            return super.decode(in, at, state, out);
        }
        if (in.length - at < SPELLED_SIZE) {
            return INCOMPLETE;
        }
        int initial = letter(in, at + 2) < 0 ? -1 : find(INITIAL, letter(in, at + 2));
        int medial = letter(in, at + 4) - FIRST_MEDIAL;
        int last = find(FINAL, letter(in, at + 6));
        if (initial < 0 || medial < 0 || medial >= MEDIALS || last < 0) {
            return -1;
        }
        out.append(FIRST_SYLLABLE + (initial * MEDIALS + medial) * FINALS + last);
        return SPELLED_SIZE;
    }

    private static int letter(byte[] in, int at) {
        return (in[at] & 0xFF) == FILLER_FIRST ? in[at + 1] & 0xFF : -1;
    }

    @Override
    int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out) {
        int character = text[at];
        if (character == 0x3164) {
            put(FILLER_FIRST << 8 | FILLER_SECOND, out);
            return 1;
        }
        boolean isSpelled = character >= FIRST_SYLLABLE
                && character <= LAST_SYLLABLE
                && table().code(character) == CharacterTable.NONE;
        if (!isSpelled) {
            return super.encode(text, at, isLast, state, out);
        }
        int number = character - FIRST_SYLLABLE;
        int lead = FILLER_FIRST << 8;
        put(lead | FILLER_SECOND, out);
        put(lead | INITIAL[number / FINALS / MEDIALS], out);
        put(lead | FIRST_MEDIAL + number / FINALS % MEDIALS, out);
        put(lead | FINAL[number % FINALS], out);
        return 1;
    }
}
