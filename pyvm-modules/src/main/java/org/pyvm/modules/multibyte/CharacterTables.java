package org.pyvm.modules.multibyte;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.HashMap;
import java.util.Map;

/** The tables of an interpreter, each made when it is first asked for. */
final class CharacterTables {
    static final String JIS_2004 = "jisx0213_2004";
    static final String JIS_2000 = "jisx0213_2000";

    private static final int PRIVATE_FIRST = 0xE000;
    private static final int PRIVATE_LAST = 0xF8FF;
    private static final int REPLACEMENT = 0xFFFD;

    private final Map<String, CharacterTable> tables = new HashMap<>();

    CharacterTable get(String name) {
        CharacterTable table = tables.get(name);
        if (table == null) {
            table = make(name);
            tables.put(name, table);
        }
        return table;
    }

    private CharacterTable make(String name) {
        return switch (name) {
            case JIS_2004 -> jis(get("shift_jis_2004"));
            case JIS_2000 -> jis(get("shift_jisx0213"));
            case "euc_jis_2004" -> eucJis(get(JIS_2004));
            case "euc_jisx0213" -> {
                CharacterTable table = eucJis(get(JIS_2000));
                for (int later : new int[] {0x7626, 0x7E6B, 0x9B1C}) {
                    table.setCode(later, CharacterTable.NONE);
                }
                yield table;
            }
            default -> make(TableDefinition.named(name));
        };
    }

    private static CharacterTable make(TableDefinition definition) {
        CharacterTable table = new CharacterTable();
        if (definition.also() != null) {
            read(definition.also(), table, true);
        }
        read(definition.charset(), table, definition.isPublic());
        for (String range : definition.alone()) {
            for (int lead = hex(range, 0, 2); lead <= hex(range, 3, 5); lead++) {
                table.setAlone(lead);
            }
        }
        for (String difference : definition.differences()) {
            applyToCode(table, difference);
        }
        table.invert(definition.prefersLast());
        for (String difference : definition.differences()) {
            int arrow = difference.indexOf('>');
            if (arrow > 0) {
                table.setCode(hex(difference, 0, arrow), hex(difference, arrow + 1, difference.length()));
            }
        }
        return table;
    }

    private static int hex(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 16);
    }

    private static void applyToCode(CharacterTable table, String difference) {
        int end = difference.length();
        int equals = difference.indexOf('=');
        if (difference.startsWith("!")) {
            table.refuse(hex(difference, 1, end));
        } else if (difference.startsWith("-")) {
            int dash = difference.indexOf('-', 1);
            int first = hex(difference, 1, dash < 0 ? end : dash);
            int last = dash < 0 ? first : hex(difference, dash + 1, end);
            for (int code = first; code <= last; code++) {
                table.set(code, CharacterTable.NONE);
            }
        } else if (equals > 0) {
            int code = hex(difference, 0, equals);
            int plus = difference.indexOf('+');
            if (plus < 0) {
                table.set(code, hex(difference, equals + 1, end));
            } else {
                table.setPair(code, hex(difference, equals + 1, plus), hex(difference, plus + 1, end));
            }
        }
    }

    /** Asks a charset for all codes. */
    private static void read(String charset, CharacterTable table, boolean isPublic) {
        CharsetDecoder decoder = Charset.forName(charset).newDecoder();
        for (int lead = 0; lead < 0x100; lead++) {
            if (put(table, decoder, isPublic, lead, (byte) lead) || lead < 0x80) {
                continue;
            }
            for (int second = 0; second < 0x100; second++) {
                if (lead == CharacterTable.THREE_BYTES && charset.equals("EUC-JP")) {
                    for (int third = 0; third < 0x100; third++) {
                        int code = lead << 16 | second << 8 | third;
                        put(table, decoder, isPublic, code, (byte) lead, (byte) second, (byte) third);
                    }
                } else {
                    put(table, decoder, isPublic, lead << 8 | second, (byte) lead, (byte) second);
                }
            }
        }
    }

    private static boolean put(
            CharacterTable table, CharsetDecoder decoder, boolean isPublic, int code, byte... bytes) {
        // The decoder's method of one step throws for what it refuses, which many codes are, and fills in a stack
        // trace.
        CharBuffer text = CharBuffer.allocate(4);
        decoder.reset();
        if (decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()
                || decoder.flush(text).isError()) {
            return false;
        }
        text.flip();
        int first = Character.codePointAt(text, 0);
        boolean isPrivate = first >= PRIVATE_FIRST && first <= PRIVATE_LAST;
        if (first == REPLACEMENT || isPublic && isPrivate) {
            return false;
        }
        int size = Character.charCount(first);
        if (text.length() == size) {
            table.set(code, first);
        } else {
            table.setPair(code, first, Character.codePointAt(text, size));
        }
        return true;
    }

    /** JIS X 0213 as EUC has it: plane 1 in two bytes, plane 2 in three. */
    private static CharacterTable jis(CharacterTable shifted) {
        CharacterTable table = new CharacterTable();
        shifted.forEach((code, character) -> {
            int moved = eucOfShifted(code);
            int[] pair = shifted.pairOrNull(code);
            if (character == CharacterTable.NONE && pair != null) {
                table.setPair(moved, pair[0], pair[1]);
            } else {
                table.set(moved, code < 0x80 ? code : character);
            }
        });
        for (int code : shifted.refused()) {
            table.refuse(eucOfShifted(code));
        }
        table.set(0xA1C0, 0xFF3C);
        table.invert(false);
        return table;
    }

    private static int eucOfShifted(int code) {
        if (code < 0x100) {
            return code < 0x80 ? code : 0x8E00 | code;
        }
        int lead = code >> 8;
        int second = code & 0xFF;
        int row = (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 2;
        int cell = second - 0x40 - (second > 0x7F ? 1 : 0);
        if (cell >= 94) {
            row++;
            cell -= 94;
        }
        if (row < 94) {
            return row + 0xA1 << 8 | cell + 0xA1;
        }
        int[] firstRows = {1, 8, 3, 4, 5, 12, 13, 14, 15};
        int inPlane = row - 94;
        int moved = inPlane < firstRows.length ? firstRows[inPlane] : 78 + inPlane - firstRows.length;
        return CharacterTable.THREE_BYTES << 16 | moved + 0xA0 << 8 | cell + 0xA1;
    }

    /** Where JIS X 0213 has nothing, JIS X 0212 stands. */
    private CharacterTable eucJis(CharacterTable jis) {
        CharacterTable table = new CharacterTable();
        jis.forEach((code, character) -> {
            int[] pair = jis.pairOrNull(code);
            if (character == CharacterTable.NONE && pair != null) {
                table.setPair(code, pair[0], pair[1]);
            } else {
                table.set(code, character);
            }
        });
        for (int code : jis.refused()) {
            table.refuse(code);
        }
        table.set(0xA2B2, 0xFF5E);
        table.invert(false);
        get("euc_jp").forEach((code, character) -> {
            if (code >= 0x10000 && table.character(code) == CharacterTable.NONE && table.pairOrNull(code) == null) {
                table.set(code, character);
                if (table.code(character) == CharacterTable.NONE) {
                    table.setCode(character, code);
                }
            }
        });
        return table;
    }
}
