package org.pyvm.compiler.internal.assemble;

import java.io.ByteArrayOutputStream;

/** Writes {@code co_lnotab} as 3.6 does: pairs of a byte increment (0 to 255) and a line increment (-128 to 127). */
final class LineTable36 {
    private static final int MOST_BYTES = 255;
    private static final int MOST_LINES = 127;
    private static final int FEWEST_LINES = -128;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int offset;
    private int line;

    LineTable36(int firstLine) {
        this.line = firstLine;
    }

    /** A line begins at an offset. */
    void add(int newOffset, int newLine) {
        int bytes = newOffset - offset;
        int lines = newLine - line;
        if (bytes == 0 && lines == 0) {
            return;
        }
        offset = newOffset;
        line = newLine;
        while (bytes > MOST_BYTES) {
            pair(MOST_BYTES, 0);
            bytes -= MOST_BYTES;
        }
        int limit = lines < 0 ? FEWEST_LINES : MOST_LINES;
        while (lines < FEWEST_LINES || lines > MOST_LINES) {
            pair(bytes, limit);
            bytes = 0;
            lines -= limit;
        }
        pair(bytes, lines);
    }

    private void pair(int bytes, int lines) {
        out.write(bytes);
        out.write(lines);
    }

    byte[] finish() {
        return out.toByteArray();
    }
}
