package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.objects.types.StrBuilder;

/** An encoding that is nothing but its table. */
class TableCoding extends Coding {
    private final CharacterTable table;

    TableCoding(String name, CharacterTable table) {
        super(name);
        this.table = table;
    }

    final CharacterTable table() {
        return table;
    }

    @Override
    int decode(byte[] in, int at, byte[] state, StrBuilder out) {
        int lead = in[at] & 0xFF;
        int single = table.single(lead);
        if (single != CharacterTable.NONE) {
            out.append(single);
            return 1;
        }
        if (table.isAlone(lead)) {
            return -1;
        }
        int size = lead == CharacterTable.THREE_BYTES && table.hasThreeBytes() ? 3 : 2;
        if (in.length - at < size) {
            return INCOMPLETE;
        }
        int code = lead << 8 | in[at + 1] & 0xFF;
        if (size == 3) {
            code = code << 8 | in[at + 2] & 0xFF;
        }
        if (put(code, out)) {
            return size;
        }
        return table.isRefused(code) ? -size : -1;
    }

    final boolean put(int code, StrBuilder out) {
        int character = table.character(code);
        if (character != CharacterTable.NONE) {
            out.append(character);
            return true;
        }
        int[] pair = table.pairOrNull(code);
        if (pair == null) {
            return false;
        }
        out.append(pair[0]);
        out.append(pair[1]);
        return true;
    }

    @Override
    int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out) {
        int character = text[at];
        if (table.hasPairs() && table.beginsPair(character)) {
            if (at + 1 < text.length) {
                int code = table.code(character, text[at + 1]);
                if (code != CharacterTable.NONE) {
                    put(code, out);
                    return 2;
                }
            } else if (!isLast) {
                return INCOMPLETE;
            }
        }
        int code = table.code(character);
        if (code == CharacterTable.NONE) {
            return -1;
        }
        put(code, out);
        return 1;
    }
}
