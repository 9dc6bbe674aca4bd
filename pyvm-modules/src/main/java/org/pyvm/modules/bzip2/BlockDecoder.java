package org.pyvm.modules.bzip2;

import java.util.Arrays;

/** One block of a bzip2 stream: reads its codes, as far as they have come, and then gives its bytes out. */
final class BlockDecoder {
    private static final int GROUP_SIZE = 50;
    private static final int RUN_A = 0;
    private static final int RUN_B = 1;

    private final int[] counts = new int[256];
    /** Bytes in the order of the sorted rotations; later, above each byte, the position of the one that follows it. */
    private final int[] block;

    private int length;
    private int checksum;
    private int origin;

    private byte[] moveToFront;
    private HuffmanTable[] tables;
    private byte[] selectors;
    private int endSymbol;
    private int symbolsRead;
    private int runLength;
    private int runWeight = 1;

    private int position;
    private int left;
    private int lastByte = -1;
    private int repeats;
    private int pending;
    private int crc = -1;

    BlockDecoder(int size) {
        block = new int[size];
    }

    /** Reads what comes before the codes, all of it or, when that has not come yet, nothing. */
    void readHeader(BitSource in) {
        checksum = in.read(32);
        if (in.readBit()) {
            // Blocks with mixed up bytes have not been made since 1998.
            throw new DataError();
        }
        origin = in.read(24);
        byte[] used = readAlphabet(in);
        int tableCount = in.read(3);
        int selectorCount = in.read(15);
        if (tableCount < 2 || tableCount > 6 || selectorCount < 1) {
            throw new DataError();
        }
        byte[] chosen = readSelectors(in, tableCount, selectorCount);
        HuffmanTable[] codes = new HuffmanTable[tableCount];
        for (int t = 0; t < tableCount; t++) {
            codes[t] = new HuffmanTable(readLengths(in, used.length + 2));
        }
        moveToFront = used;
        endSymbol = used.length + 1;
        selectors = chosen;
        tables = codes;
    }

    private static byte[] readAlphabet(BitSource in) {
        int groups = in.read(16);
        byte[] used = new byte[256];
        int count = 0;
        for (int group = 0; group < 16; group++) {
            if ((groups & 0x8000 >> group) != 0) {
                int members = in.read(16);
                for (int i = 0; i < 16; i++) {
                    if ((members & 0x8000 >> i) != 0) {
                        used[count++] = (byte) (group * 16 + i);
                    }
                }
            }
        }
        if (count == 0) {
            throw new DataError();
        }
        return Arrays.copyOf(used, count);
    }

    private static byte[] readSelectors(BitSource in, int tableCount, int count) {
        byte[] order = {0, 1, 2, 3, 4, 5};
        byte[] selectors = new byte[count];
        for (int i = 0; i < count; i++) {
            int back = 0;
            while (in.readBit()) {
                if (++back >= tableCount) {
                    throw new DataError();
                }
            }
            byte table = order[back];
            System.arraycopy(order, 0, order, 1, back);
            order[0] = table;
            selectors[i] = table;
        }
        return selectors;
    }

    private static int[] readLengths(BitSource in, int symbols) {
        int[] lengths = new int[symbols];
        int length = in.read(5);
        for (int i = 0; i < symbols; i++) {
            while (true) {
                if (length < 1 || length > 20) {
                    throw new DataError();
                }
                if (!in.readBit()) {
                    break;
                }
                length += in.readBit() ? -1 : 1;
            }
            lengths[i] = length;
        }
        return lengths;
    }

    /** Reads codes up to the block's end. @throws BitSource.Exhausted when more must come; it then goes on where it was */
    void readCodes(BitSource in) {
        while (true) {
            in.mark();
            int group = symbolsRead / GROUP_SIZE;
            if (group >= selectors.length) {
                throw new DataError();
            }
            int symbol = tables[selectors[group]].read(in);
            symbolsRead++;
            if (symbol == RUN_A || symbol == RUN_B) {
                if (runWeight > 2 << 20) {
                    throw new DataError();
                }
                runLength += runWeight << symbol;
                runWeight <<= 1;
                continue;
            }
            endRun();
            if (symbol == endSymbol) {
                break;
            }
            if (symbol < 0 || symbol > endSymbol) {
                throw new DataError();
            }
            byte value = moveToFront[symbol - 1];
            System.arraycopy(moveToFront, 0, moveToFront, 1, symbol - 1);
            moveToFront[0] = value;
            put(value & 0xFF, 1);
        }
        if (origin >= length) {
            throw new DataError();
        }
        link();
    }

    private void endRun() {
        if (runLength > 0) {
            put(moveToFront[0] & 0xFF, runLength);
        }
        runLength = 0;
        runWeight = 1;
    }

    private void put(int value, int times) {
        if (times > block.length - length) {
            throw new DataError();
        }
        Arrays.fill(block, length, length + times, value);
        length += times;
        counts[value] += times;
    }

    /** Undoes the sorting: finds for each byte where the one behind it is. */
    private void link() {
        int sum = 0;
        for (int i = 0; i < 256; i++) {
            int count = counts[i];
            counts[i] = sum;
            sum += count;
        }
        for (int i = 0; i < length; i++) {
            block[counts[block[i] & 0xFF]++] |= i << 8;
        }
        position = block[origin] >>> 8;
        left = length;
    }

    /** Writes bytes; answers how many, fewer than asked for at the end of the block. */
    int write(byte[] out, int from, int to) {
        int at = from;
        while (at < to) {
            if (pending > 0) {
                pending--;
            } else if (left == 0) {
                break;
            } else if (!nextByte()) {
                continue;
            }
            out[at++] = (byte) lastByte;
            crc = crc << 8 ^ Crc.TABLE[(crc >>> 24 ^ lastByte) & 0xFF];
        }
        return at - from;
    }

    /** Takes the next byte of the block; false when it was a number of repetitions. */
    private boolean nextByte() {
        position = block[position];
        int value = position & 0xFF;
        position >>>= 8;
        left--;
        if (repeats == 4) {
            pending = value;
            repeats = 0;
            return false;
        }
        repeats = value == lastByte ? repeats + 1 : 1;
        lastByte = value;
        return true;
    }

    boolean isWritten() {
        return left == 0 && pending == 0;
    }

    /** The checksum of what was written. @throws DataError when it is not the one in the stream */
    int checkedSum() {
        if (~crc != checksum) {
            throw new DataError();
        }
        return checksum;
    }

    /** The data are not what bzip2 makes. Stackless. */
    static final class DataError extends RuntimeException {
        DataError() {
            super(null, null, false, false);
        }
    }

    /** The CRC of bzip2: highest bit first. */
    private static final class Crc {
        private static final int[] TABLE = new int[256];

        static {
            for (int i = 0; i < 256; i++) {
                int c = i << 24;
                for (int k = 0; k < 8; k++) {
                    c = c < 0 ? c << 1 ^ 0x04C11DB7 : c << 1;
                }
                TABLE[i] = c;
            }
        }
    }
}
