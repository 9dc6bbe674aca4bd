package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.types.StrBuilder;

/**
 * The encodings after ISO 2022: escape sequences choose character sets. The state is the mark of each of the sets G0, G1 and G2, and
 * flags.
 */
final class Iso2022Coding extends Coding {
    private static final int FLAGS = 4;
    private static final int SHIFTED = 1;
    private static final int ESCAPE_THROUGH = 2;

    private static final int ESCAPE = 0x1B;
    private static final int SHIFT_OUT = 0x0E;
    private static final int SHIFT_IN = 0x0F;
    private static final int LONGEST_ESCAPE = 16;

    private static final int WIDE = Designation.WIDE;
    private static final int JIS_1983 = 'B' | WIDE;

    /** In the order in which the encoder tries them. */
    private final List<Designation> designations = new ArrayList<>();

    private final boolean hasShift;
    private final boolean hasG2;
    private final boolean isJapanese;

    Iso2022Coding(String name, CharacterTables tables) {
        super(name);
        hasShift = name.equals("iso2022_kr");
        hasG2 = name.equals("iso2022_jp_2");
        isJapanese = !hasShift;
        if (hasShift) {
            add('C' | WIDE, tables.get("ksx1001"), 0, true);
            return;
        }
        CharacterTable euc = tables.get("euc_jp");
        add(JIS_1983, euc, 0, false);
        switch (name) {
            case "iso2022_jp_2004" -> addJis(tables.get(CharacterTables.JIS_2004), 'Q');
            case "iso2022_jp_3" -> addJis(tables.get(CharacterTables.JIS_2000), 'O');
            default -> addOlder(name, euc, tables);
        }
    }

    private void add(int mark, CharacterTable table, int lead, boolean isShifted) {
        designations.add(new Designation(mark, table, lead, isShifted));
    }

    private void addJis(CharacterTable table, int mark) {
        add(mark | WIDE, table, 0, false);
        add('P' | WIDE, table, CharacterTable.THREE_BYTES, false);
    }

    private void addOlder(String name, CharacterTable euc, CharacterTables tables) {
        if (!name.equals("iso2022_jp")) {
            add('D' | WIDE, euc, CharacterTable.THREE_BYTES, false);
        }
        if (hasG2) {
            add('C' | WIDE, tables.get("ksx1001"), 0, false);
            add('A' | WIDE, tables.get("gb2312"), 0, false);
        }
        add(Designation.ROMAN, null, 0, false);
        if (name.equals("iso2022_jp_ext")) {
            add(Designation.KATAKANA, null, 0, false);
        }
        add('@' | WIDE, euc, 0, false);
        if (hasG2) {
            add(Designation.LATIN_1, null, 0, false);
            add(Designation.GREEK, null, 0, false);
        }
    }

    @Override
    void startEncoding(byte[] state) {
        state[0] = Designation.ASCII;
        state[1] = Designation.ASCII;
    }

    @Override
    void startDecoding(byte[] state) {
        state[0] = Designation.ASCII;
        state[1] = Designation.ASCII;
        state[2] = Designation.ASCII;
    }

    private Designation byMark(int mark) {
        for (Designation designation : designations) {
            if (designation.mark() == mark) {
                return designation;
            }
        }
        return null;
    }

    private static boolean endsEscape(int code) {
        return code >= 'A' && code <= 'Z' || code == '@';
    }

    @Override
    int decode(byte[] in, int at, byte[] state, StrBuilder out) {
        int first = in[at] & 0xFF;
        if ((state[FLAGS] & ESCAPE_THROUGH) != 0) {
            out.append(first);
            if (endsEscape(first)) {
                state[FLAGS] &= ~ESCAPE_THROUGH;
            }
            return 1;
        }
        switch (first) {
            case ESCAPE -> {
                return escape(in, at, state, out);
            }
            case SHIFT_IN, SHIFT_OUT -> {
                if (!hasShift) {
                    out.append(first);
                } else if (first == SHIFT_OUT) {
                    state[FLAGS] |= SHIFTED;
                } else {
                    state[FLAGS] &= ~SHIFTED;
                }
                return 1;
            }
            case '\n' -> {
                state[FLAGS] &= ~SHIFTED;
                out.append(first);
                return 1;
            }
            default -> {
                return character(in, at, state, out);
            }
        }
    }

    private int character(byte[] in, int at, byte[] state, StrBuilder out) {
        int first = in[at] & 0xFF;
        if (first >= 0x80) {
            return -1;
        }
        int mark = state[(state[FLAGS] & SHIFTED) != 0 ? 1 : 0] & 0xFF;
        if (first < 0x20 || mark == Designation.ASCII) {
            out.append(first);
            return 1;
        }
        Designation designation = byMark(mark);
        if (!designation.isWide()) {
            int character = designation.narrowCharacter(first);
            if (character == CharacterTable.NONE) {
                return -1;
            }
            out.append(character);
            return 1;
        }
        if (in.length - at < 2) {
            return INCOMPLETE;
        }
        int second = in[at + 1] & 0xFF;
        int code = designation.tableCode(first << 8 | second);
        boolean isCode = second < 0x80 && new TableCoding(name(), designation.table()).put(code, out);
        return isCode ? 2 : -2;
    }

    private int escape(byte[] in, int at, byte[] state, StrBuilder out) {
        if (in.length - at < 2) {
            return INCOMPLETE;
        }
        int second = in[at + 1] & 0xFF;
        if ("($).&".indexOf(second) >= 0) {
            return designate(in, at, state);
        }
        if (hasG2 && second == 'N') {
            return single(in, at, state, out);
        }
        out.append(ESCAPE);
        state[FLAGS] |= ESCAPE_THROUGH;
        return 1;
    }

    /** One character of G2. */
    private static int single(byte[] in, int at, byte[] state, StrBuilder out) {
        if (in.length - at < 3) {
            return INCOMPLETE;
        }
        int code = in[at + 2] & 0xFF;
        if (code >= 0x80) {
            return -3;
        }
        switch (state[2]) {
            case Designation.LATIN_1 -> out.append(code + 0x80);
            case Designation.GREEK -> {
                String greek = new String(new byte[] {(byte) (code | 0x80)}, Charset.forName("ISO-8859-7"));
                if (greek.charAt(0) == '\uFFFD') {
                    return -3;
                }
                out.append(greek);
            }
            default -> out.append(code);
        }
        return 3;
    }

    private int designate(byte[] in, int at, byte[] state) {
        int size = 0;
        for (int i = 1; i < LONGEST_ESCAPE && size == 0; i++) {
            if (at + i >= in.length) {
                return INCOMPLETE;
            }
            if (endsEscape(in[at + i])) {
                size = i + 1;
            } else if (isJapanese && in[at + i] == '&' && at + i + 1 < in.length && in[at + i + 1] == '@') {
                i += 2;
            }
        }
        if (size == 0) {
            return -1;
        }
        String sequence = new String(in, at + 1, size - 1, StandardCharsets.ISO_8859_1);
        int mark = sequence.charAt(size - 2);
        int set = -1;
        if (size == 3 && sequence.charAt(0) == '$') {
            set = 0;
            mark |= WIDE;
        } else if (size == 3) {
            set = hasG2 ? "().".indexOf(sequence.charAt(0)) : "()".indexOf(sequence.charAt(0));
        } else if (size == 4 && sequence.charAt(0) == '$') {
            set = "()".indexOf(sequence.charAt(1));
            mark |= WIDE;
        } else if (sequence.equals("&@\u001b$B")) {
            set = 0;
            mark |= WIDE;
        }
        if (set < 0 || mark != Designation.ASCII && byMark(mark) == null) {
            return -size;
        }
        state[set] = (byte) mark;
        return size;
    }

    @Override
    int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out) {
        int character = text[at];
        if (character < 0x80) {
            endEncoding(state, out);
            out.write(character);
            return 1;
        }
        for (Designation designation : designations) {
            // As in CPython, two characters never become the one code that they have together; the first waits all the
            // same.
            boolean waits = designation.lead() == 0
                    && designation.table() != null
                    && designation.table().beginsPair(character);
            if (waits && !isLast && at + 1 == text.length) {
                return INCOMPLETE;
            }
        }
        for (Designation designation : designations) {
            int code = designation.code(character);
            if (code != CharacterTable.NONE) {
                switchTo(designation, state, out);
                put(code, out);
                return 1;
            }
        }
        return -1;
    }

    private static void switchTo(Designation designation, byte[] state, ByteArrayOutputStream out) {
        int set = designation.isShifted() ? 1 : 0;
        boolean isShifted = (state[FLAGS] & SHIFTED) != 0;
        if (isShifted && set == 0) {
            out.write(SHIFT_IN);
            state[FLAGS] &= ~SHIFTED;
        }
        if ((state[set] & 0xFF) != designation.mark()) {
            int mark = designation.mark() & ~WIDE;
            out.write(ESCAPE);
            if (designation.isWide()) {
                out.write('$');
            }
            // The three oldest wide sets have shorter sequences.
            if (!designation.isWide() || mark != 'B' && mark != '@' && mark != 'A') {
                out.write(set == 0 ? '(' : ')');
            }
            out.write(mark);
            state[set] = (byte) designation.mark();
        }
        if (!isShifted && set == 1) {
            out.write(SHIFT_OUT);
            state[FLAGS] |= SHIFTED;
        }
    }

    @Override
    void endEncoding(byte[] state, ByteArrayOutputStream out) {
        if ((state[FLAGS] & SHIFTED) != 0) {
            out.write(SHIFT_IN);
            state[FLAGS] &= ~SHIFTED;
        }
        if (state[0] != Designation.ASCII) {
            out.write(ESCAPE);
            out.write('(');
            out.write(Designation.ASCII);
            state[0] = Designation.ASCII;
        }
    }
}
