package org.pyvm.modules.time;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A zone of the system's time zone database, in the format of RFC 8536. */
final class ZoneFile implements LocalZone {
    private static final int MAGIC = 0x545A6966;

    private final long[] moments;
    private final byte[] kinds;
    private final Offset[] offsets;
    /** What holds after the last moment, or null for the last offset. */
    private final LocalZone after;

    private ZoneFile(long[] moments, byte[] kinds, Offset[] offsets, LocalZone after) {
        this.moments = moments;
        this.kinds = kinds;
        this.offsets = offsets;
        this.after = after;
    }

    /** Null when the bytes are no zone. */
    static LocalZone parse(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            ZoneFile old = block(in, 4, bytes);
            // The second block has moments of 64 bits, and what follows it is a rule for the future.
            return old == null || bytes[4] < '2' ? old : block(in, 8, bytes);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static ZoneFile block(ByteBuffer in, int width, byte[] bytes) {
        if (in.getInt() != MAGIC) {
            return null;
        }
        in.position(in.position() + 16);
        int utcFlags = in.getInt();
        int standardFlags = in.getInt();
        int leaps = in.getInt();
        int times = in.getInt();
        int types = in.getInt();
        int letters = in.getInt();
        long[] moments = new long[times];
        for (int i = 0; i < times; i++) {
            moments[i] = width == 8 ? in.getLong() : in.getInt();
        }
        byte[] kinds = new byte[times];
        in.get(kinds);
        int typesAt = in.position();
        int lettersAt = typesAt + types * 6;
        Offset[] offsets = new Offset[types];
        for (int i = 0; i < types; i++) {
            int seconds = in.getInt();
            boolean dst = in.get() != 0;
            int start = lettersAt + (in.get() & 0xFF);
            int end = start;
            while (bytes[end] != 0) {
                end++;
            }
            offsets[i] = new Offset(seconds, dst, new String(bytes, start, end - start, StandardCharsets.US_ASCII));
        }
        in.position(lettersAt + letters + leaps * (width + 4) + standardFlags + utcFlags);
        LocalZone after = null;
        if (width == 8 && in.remaining() > 2) {
            String rule = new String(bytes, in.position(), in.remaining(), StandardCharsets.US_ASCII).strip();
            after = rule.isEmpty() ? null : PosixZone.parse(rule);
        }
        return new ZoneFile(moments, kinds, offsets, after);
    }

    @Override
    public Offset at(long seconds) {
        int found = Arrays.binarySearch(moments, seconds);
        int last = found >= 0 ? found : -found - 2;
        if (last < 0) {
            return before();
        }
        if (last == moments.length - 1 && after != null) {
            return after.at(seconds);
        }
        return offsets[kinds[last] & 0xFF];
    }

    /** What held before the first moment: the first offset without daylight saving. */
    private Offset before() {
        if (moments.length == 0 && after != null) {
            return after.at(0);
        }
        for (Offset offset : offsets) {
            if (!offset.isDst()) {
                return offset;
            }
        }
        return offsets[0];
    }
}
