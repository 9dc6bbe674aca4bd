package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.objects.types.StrBuilder;

/** HZ (RFC 1843): GB 2312 in seven bits, between tildes with braces. */
final class HzCoding extends Coding {
    private static final int HIGH_BITS = 0x8080;

    private final TableCoding chinese;

    HzCoding(String name, CharacterTable chinese) {
        super(name);
        this.chinese = new TableCoding(name, chinese);
    }

    @Override
    int decode(byte[] in, int at, byte[] state, StrBuilder out) {
        int first = in[at] & 0xFF;
        boolean isChinese = state[0] != 0;
        if (first >= 0x80) {
            return -1;
        }
        if (first != '~' && !isChinese) {
            out.append(first);
            return 1;
        }
        if (in.length - at < 2) {
            return INCOMPLETE;
        }
        int second = in[at + 1] & 0xFF;
        if (first != '~') {
            return chinese.put((first << 8 | second) ^ HIGH_BITS, out) ? 2 : -1;
        }
        if (second == '~' && !isChinese) {
            out.append('~');
        } else if (second == '{' && !isChinese) {
            state[0] = 1;
        } else if (second == '}' && isChinese) {
            state[0] = 0;
        } else if (second != '\n' || isChinese) {
            return -1;
        }
        return 2;
    }

    @Override
    int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out) {
        int character = text[at];
        if (character < 0x80) {
            endEncoding(state, out);
            out.write(character);
            if (character == '~') {
                out.write('~');
            }
            return 1;
        }
        int code = chinese.table().code(character);
        if (code == CharacterTable.NONE) {
            return -1;
        }
        if (state[0] == 0) {
            out.write('~');
            out.write('{');
            state[0] = 1;
        }
        put(code ^ HIGH_BITS, out);
        return 1;
    }

    @Override
    void endEncoding(byte[] state, ByteArrayOutputStream out) {
        if (state[0] != 0) {
            out.write('~');
            out.write('}');
            state[0] = 0;
        }
    }
}
