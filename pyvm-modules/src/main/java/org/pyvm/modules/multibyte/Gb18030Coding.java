package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.objects.types.StrBuilder;

/** GB 18030: what the table does not have is four bytes, by counting. */
final class Gb18030Coding extends TableCoding {
    private static final int FIRST_DIGIT = 0x30;
    private static final int FIRST_LEAD = 0x81;
    private static final int LEADS = 126;
    private static final int DIGITS = 10;
    /** The number of the first character beyond the basic plane. */
    private static final int SUPPLEMENTARY = (0x90 - FIRST_LEAD) * DIGITS * LEADS * DIGITS;

    private static final int BASIC_PLANE = 0x10000;

    /** The characters of the basic plane that the table does not have, in order; by character and by number. */
    private final int[] numbers = new int[BASIC_PLANE];

    private final int[] characters = new int[BASIC_PLANE];
    private final int count;

    Gb18030Coding(String name, CharacterTable table) {
        super(name, table);
        int next = 0;
        for (int character = 0x80; character < BASIC_PLANE; character++) {
            boolean isSurrogate = Character.isSurrogate((char) character);
            numbers[character] = -1;
            if (!isSurrogate && table.code(character) == CharacterTable.NONE) {
                numbers[character] = next;
                characters[next++] = character;
            }
        }
        count = next;
    }

    @Override
    int decode(byte[] in, int at, byte[] state, StrBuilder out) {
        int lead = in[at] & 0xFF;
        if (lead < 0x80 || in.length - at < 2) {
            return lead < 0x80 ? super.decode(in, at, state, out) : INCOMPLETE;
        }
        int second = in[at + 1] & 0xFF;
        if (second < FIRST_DIGIT || second >= FIRST_DIGIT + DIGITS) {
            return put(lead << 8 | second, out) ? 2 : -1;
        }
        if (in.length - at < 4) {
            return INCOMPLETE;
        }
        int third = (in[at + 2] & 0xFF) - FIRST_LEAD;
        int fourth = (in[at + 3] & 0xFF) - FIRST_DIGIT;
        lead -= FIRST_LEAD;
        if (lead < 0 || lead >= LEADS || third < 0 || third >= LEADS || fourth < 0 || fourth >= DIGITS) {
            return -1;
        }
        int number = ((lead * DIGITS + second - FIRST_DIGIT) * LEADS + third) * DIGITS + fourth;
        int beyond = number - SUPPLEMENTARY + BASIC_PLANE;
        if (number < count) {
            out.append(characters[number]);
        } else if (beyond >= BASIC_PLANE && beyond <= Character.MAX_CODE_POINT) {
            out.append(beyond);
        } else {
            return -1;
        }
        return 4;
    }

    @Override
    int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out) {
        int character = text[at];
        if (character < BASIC_PLANE && table().code(character) != CharacterTable.NONE) {
            put(table().code(character), out);
            return 1;
        }
        int number = character >= BASIC_PLANE ? character - BASIC_PLANE + SUPPLEMENTARY : numbers[character];
        if (number < 0) {
            return -1;
        }
        int rest = number / DIGITS;
        out.write(rest / LEADS / DIGITS + FIRST_LEAD);
        out.write(rest / LEADS % DIGITS + FIRST_DIGIT);
        out.write(rest % LEADS + FIRST_LEAD);
        out.write(number % DIGITS + FIRST_DIGIT);
        return 1;
    }
}
