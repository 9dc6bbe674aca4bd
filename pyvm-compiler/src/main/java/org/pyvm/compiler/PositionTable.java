package org.pyvm.compiler;

import java.util.Arrays;
import org.pyvm.tokenizer.SourceRange;

/**
 * Source ranges of the instructions of one code object, in the bytes of CPython 3.11's {@code co_linetable}: a run of
 * 2-byte code units per entry, with lines relative to the entry before. Immutable.
 *
 * <p>Look-ups decode the table once and keep the result; several threads may do so at the same time.
 */
public final class PositionTable {
    /** No unit has a position. */
    public static final PositionTable EMPTY = new PositionTable(new byte[0], 0);

    private static final int LONGEST_RUN = 8;
    private static final int ONE_LINE_0 = 10;
    private static final int NO_COLUMNS = 13;
    private static final int LONG = 14;
    private static final int NONE = 15;

    private final byte[] bytes;
    private final int firstLine;
    /** Five ints a run: first unit behind it, line (-1: none), column, end line, end column. Made on first use. */
    private int[] runs;
    /** Line of each unit, -1 for none. Made on first use. */
    private int[] lines;

    private PositionTable(byte[] bytes, int firstLine) {
        this.bytes = bytes;
        this.firstLine = firstLine;
    }

    /** Takes the bytes of a {@code co_linetable} whose first line is {@code co_firstlineno}. */
    public static PositionTable of(byte[] bytes, int firstLine) {
        return new PositionTable(bytes.clone(), firstLine);
    }

    /** The {@code co_linetable}; a fresh array. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Line of the unit at a byte offset, or -1. */
    public int lineAt(int offset) {
        int run = runAt(offset / 2);
        return run < 0 ? -1 : decoded()[run + 1];
    }

    /** As {@link #lineAt}, quicker in the long run: for who asks at each instruction, and pays with an int for each unit. */
    public int tracedLineAt(int offset) {
        int[] all = lines;
        if (all == null) {
            all = linesOfUnits();
            lines = all;
        }
        int unit = offset / 2;
        return unit < 0 || unit >= all.length ? -1 : all[unit];
    }

    private int[] linesOfUnits() {
        int[] all = decoded();
        int[] result = new int[all.length == 0 ? 0 : all[all.length - 5]];
        int unit = 0;
        for (int run = 0; run < all.length; run += 5) {
            while (unit < all[run]) {
                result[unit++] = all[run + 1];
            }
        }
        return result;
    }

    /** Range of the unit at a byte offset: null without a line, columns -1 without columns. */
    public SourceRange rangeAt(int offset) {
        int run = runAt(offset / 2);
        int[] all = decoded();
        return run < 0 || all[run + 1] < 0
                ? null
                : new SourceRange(all[run + 1], all[run + 2], all[run + 3], all[run + 4]);
    }

    private int runAt(int unit) {
        int[] all = decoded();
        int low = 0;
        int high = all.length / 5 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (unit < all[middle * 5]) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return low * 5 < all.length && unit >= 0 ? low * 5 : -1;
    }

    private int[] decoded() {
        int[] result = runs;
        if (result == null) {
            result = new Decoder(bytes, firstLine).decode();
            runs = result;
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositionTable that && Arrays.equals(bytes, that.bytes) && firstLine == that.firstLine;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Reads the bytes; a table cut short or malformed gives what could be read. */
    private static final class Decoder {
        private final byte[] bytes;
        private int next;
        private int line;
        private int unit;
        private int[] runs = new int[40];
        private int size;

        Decoder(byte[] bytes, int firstLine) {
            this.bytes = bytes;
            this.line = firstLine;
        }

        int[] decode() {
            while (next < bytes.length) {
                int head = bytes[next++];
                int kind = head >> 3 & 15;
                unit += (head & 7) + 1;
                if (kind == NONE) {
                    add(-1, -1, -1, -1);
                } else if (kind == NO_COLUMNS) {
                    line += signed();
                    add(line, -1, line, -1);
                } else if (kind == LONG) {
                    line += signed();
                    int endLine = line + unsigned();
                    int column = unsigned() - 1;
                    add(line, column, endLine, unsigned() - 1);
                } else if (kind >= ONE_LINE_0) {
                    line += kind - ONE_LINE_0;
                    int column = oneByte();
                    add(line, column, line, oneByte());
                } else {
                    int second = oneByte();
                    int column = kind << 3 | second >> 4;
                    add(line, column, line, column + (second & 15));
                }
            }
            return Arrays.copyOf(runs, size);
        }

        private void add(int startLine, int column, int endLine, int endColumn) {
            if (size + 5 > runs.length) {
                runs = Arrays.copyOf(runs, runs.length * 2);
            }
            runs[size++] = unit;
            runs[size++] = startLine;
            runs[size++] = column;
            runs[size++] = endLine;
            runs[size++] = endColumn;
        }

        private int oneByte() {
            return next < bytes.length ? bytes[next++] & 0xFF : 0;
        }

        private int unsigned() {
            int value = 0;
            int shift = 0;
            int part;
            do {
                part = oneByte();
                value |= (part & 63) << shift;
                shift += 6;
            } while ((part & 64) != 0);
            return value;
        }

        private int signed() {
            int value = unsigned();
            return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
        }
    }

    /** Writes a table, instruction by instruction. */
    public static final class Writer {
        private byte[] buffer = new byte[64];
        private int size;
        private final int firstLine;
        private int line;
        private SourceRange pending;
        private int pendingUnits;

        /** @param firstLine the code object's first line */
        public Writer(int firstLine) {
            this.firstLine = firstLine;
            this.line = firstLine;
        }

        /** Appends an instruction of so many units; its range is as {@link PositionTable#rangeAt} gives it. */
        public void add(SourceRange range, int units) {
            if (pendingUnits > 0 && (range == null ? pending == null : range.equals(pending))) {
                pendingUnits += units;
                return;
            }
            flush();
            pending = range;
            pendingUnits = units;
        }

        public PositionTable finish() {
            flush();
            return new PositionTable(Arrays.copyOf(buffer, size), firstLine);
        }

        private void put(int value) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * size);
            }
            buffer[size++] = (byte) value;
        }

        private void flush() {
            while (pendingUnits > 0) {
                int units = Math.min(pendingUnits, LONGEST_RUN);
                write(pending, units);
                pendingUnits -= units;
            }
        }

        private void write(SourceRange range, int units) {
            if (range == null) {
                head(NONE, units);
                return;
            }
            int delta = range.line() - line;
            line = range.line();
            int column = range.column();
            int width = range.endColumn() - column;
            if (column < 0 || range.endColumn() < 0) {
                head(NO_COLUMNS, units);
                signed(delta);
            } else if (range.endLine() == line && delta == 0 && column < 80 && width >= 0 && width < 16) {
                head(column >> 3, units);
                put((column & 7) << 4 | width);
            } else if (range.endLine() == line && delta >= 0 && delta < 3 && column < 128 && range.endColumn() < 128) {
                head(ONE_LINE_0 + delta, units);
                put(column);
                put(range.endColumn());
            } else {
                head(LONG, units);
                signed(delta);
                unsigned(Math.max(0, range.endLine() - line));
                unsigned(column + 1);
                unsigned(range.endColumn() + 1);
            }
        }

        private void head(int kind, int units) {
            put(0x80 | kind << 3 | units - 1);
        }

        private void unsigned(int value) {
            int rest = value;
            while (rest >= 64) {
                put(64 | rest & 63);
                rest >>>= 6;
            }
            put(rest);
        }

        private void signed(int value) {
            unsigned(value < 0 ? -value << 1 | 1 : value << 1);
        }
    }
}
