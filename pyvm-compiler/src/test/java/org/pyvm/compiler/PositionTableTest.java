package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.SourceRange;

class PositionTableTest {
    @Test
    void givesBackEveryKindOfRange() {
        SourceRange[] ranges = {
            new SourceRange(10, 0, 10, 5),
            new SourceRange(10, 79, 10, 94),
            new SourceRange(10, 79, 10, 95),
            new SourceRange(11, 80, 11, 127),
            new SourceRange(12, 3, 12, 3),
            new SourceRange(14, 127, 14, 127),
            new SourceRange(14, 128, 14, 200),
            new SourceRange(9, 4, 12, 2),
            new SourceRange(500, -1, 500, -1),
            null,
            new SourceRange(3, 70000, 90, 1),
        };
        PositionTable.Writer writer = new PositionTable.Writer(10);
        for (SourceRange range : ranges) {
            writer.add(range, 11);
        }
        PositionTable table = writer.finish();
        PositionTable read = PositionTable.of(table.toBytes(), 10);
        for (int i = 0; i < ranges.length; i++) {
            assertEquals(ranges[i], read.rangeAt(22 * i), "range " + i);
            assertEquals(ranges[i], read.rangeAt(22 * i + 20), "range " + i);
            int line = ranges[i] == null ? -1 : ranges[i].line();
            assertEquals(line, read.lineAt(22 * i));
            assertEquals(line, read.tracedLineAt(22 * i));
        }
        assertNull(read.rangeAt(22 * ranges.length));
        assertNull(read.rangeAt(-2));
    }

    /** The bytes are {@code co_linetable} of what CPython 3.11 compiles from {@code x = y}. */
    @Test
    void readsTheBytesOf311() {
        PositionTable table = PositionTable.of(HexFormat.of().parseHex("f003010101d80405800180018001"), 1);
        assertEquals(new SourceRange(0, 0, 1, 0), table.rangeAt(0));
        assertEquals(new SourceRange(1, 4, 1, 5), table.rangeAt(2));
        assertEquals(new SourceRange(1, 0, 1, 1), table.rangeAt(4));
        assertEquals(new SourceRange(1, 0, 1, 1), table.rangeAt(8));
        assertNull(table.rangeAt(10));
    }

    /** CPython gives each instruction an entry; here equal ranges share one. */
    @Test
    void writesTheBytesOf311() {
        PositionTable.Writer writer = new PositionTable.Writer(1);
        writer.add(new SourceRange(0, 0, 1, 0), 1);
        writer.add(new SourceRange(1, 4, 1, 5), 1);
        writer.add(new SourceRange(1, 0, 1, 1), 2);
        writer.add(new SourceRange(1, 0, 1, 1), 1);
        assertArrayEquals(
                HexFormat.of().parseHex("f003010101d804058201"), writer.finish().toBytes());
    }
}
