package org.pyvm.modules.bzip2;

/** A canonical Huffman code: symbols by the lengths of their codes. */
final class HuffmanTable {
    private static final int LONGEST = 20;

    private final int[] limit = new int[LONGEST + 2];
    private final int[] base = new int[LONGEST + 2];
    private final int[] symbols;
    private int shortest = LONGEST;

    HuffmanTable(int[] lengths) {
        symbols = new int[lengths.length];
        int count = 0;
        int[] ofLength = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    symbols[count++] = symbol;
                    ofLength[length]++;
                    shortest = Math.min(shortest, length);
                }
            }
        }
        int code = 0;
        int before = 0;
        for (int length = 1; length <= LONGEST; length++) {
            base[length] = before - code;
            code += ofLength[length];
            before += ofLength[length];
            limit[length] = code - 1;
            code <<= 1;
        }
    }

    /** The next symbol; -1 for a code that none has. */
    int read(BitSource in) {
        int code = in.read(shortest);
        for (int length = shortest; length <= LONGEST; length++) {
            if (code <= limit[length]) {
                int at = code + base[length];
                return at >= 0 && at < symbols.length ? symbols[at] : -1;
            }
            code = code << 1 | in.read(1);
        }
        return -1;
    }
}
