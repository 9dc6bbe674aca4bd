package org.pyvm.modules.lzma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.check.Check;

/** The format .xz: blocks, each with a check of its data, an index of their lengths, and a footer. */
final class XzDecoder implements StreamDecoder {
    private enum State {
        STREAM_HEADER,
        BLOCK_HEADER,
        BLOCK,
        BLOCK_END,
        INDEX,
        FOOTER,
        END
    }

    static final int FIRST_BYTE = 0xFD;

    private static final byte[] MAGIC = {(byte) FIRST_BYTE, '7', 'z', 'X', 'Z', 0};
    private static final byte[] FOOTER_MAGIC = {'Y', 'Z'};
    private static final int STREAM_HEADER_SIZE = 12;
    private static final int CRC_SIZE = 4;
    private static final int[] CHECK_SIZES = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};

    private static final int HAS_COMPRESSED_SIZE = 0x40;
    private static final int HAS_LENGTH = 0x80;
    private static final int RESERVED = 0x3C;
    private static final long UNKNOWN = -1;

    private final long memoryLimit;
    private State state = State.STREAM_HEADER;
    private int check = CHECK_UNKNOWN;

    private ChainDecoder block;
    private Check blockCheck;
    private int headerSize;
    private long compressedSize;
    private long length;
    private long expectedCompressedSize;
    private long expectedLength;

    /** What the index must say: of each block the size without padding and the length of the data. */
    private final List<Long> records = new ArrayList<>();

    private int indexSize;

    XzDecoder(long memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    @Override
    public int check() {
        return check;
    }

    @Override
    public boolean isAtEnd() {
        return state == State.END;
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        while (state != State.END) {
            if (state == State.BLOCK) {
                boolean isStarved = readBlock(in, out);
                if (state == State.BLOCK) {
                    return isStarved;
                }
                continue;
            }
            boolean goesOn = switch (state) {
                case STREAM_HEADER -> readStreamHeader(in);
                case BLOCK_HEADER -> readBlockHeader(in);
                case BLOCK_END -> readBlockEnd(in);
                case INDEX -> readIndex(in);
                case FOOTER -> readFooter(in);
                case BLOCK, END -> true;
            };
            if (!goesOn) {
                return true;
            }
        }
        return false;
    }

    /** Checks a CRC that stands behind some bytes; takes nothing. */
    private static void checkCrc(ByteInput in, int from, int count) throws LzmaFailure {
        CRC32 crc = new CRC32();
        crc.update(in.bytes, in.at + from, count);
        if (crc.getValue() != ByteInput.littleEndian(in.bytes, in.at + from + count, CRC_SIZE)) {
            throw LzmaFailure.corrupt();
        }
    }

    private boolean readStreamHeader(ByteInput in) throws LzmaFailure {
        int known = Math.min(in.available(), MAGIC.length);
        if (!Arrays.equals(in.bytes, in.at, in.at + known, MAGIC, 0, known)) {
            throw LzmaFailure.format();
        }
        if (in.available() < STREAM_HEADER_SIZE) {
            return false;
        }
        checkCrc(in, MAGIC.length, 2);
        if (in.peek(6) != 0 || in.peek(7) >= CHECK_SIZES.length) {
            throw LzmaFailure.options();
        }
        check = in.peek(7);
        in.at += STREAM_HEADER_SIZE;
        state = State.BLOCK_HEADER;
        return true;
    }

    private boolean readBlockHeader(ByteInput in) throws LzmaFailure {
        if (in.available() == 0) {
            return false;
        }
        if (in.peek(0) == 0) {
            state = State.INDEX;
            return true;
        }
        int size = (in.peek(0) + 1) * 4;
        if (in.available() < size) {
            return false;
        }
        checkCrc(in, 0, size - CRC_SIZE);
        int flags = in.peek(1);
        if ((flags & RESERVED) != 0) {
            throw LzmaFailure.options();
        }
        Fields fields = new Fields(in.bytes, in.at + 2, in.at + size - CRC_SIZE);
        expectedCompressedSize = (flags & HAS_COMPRESSED_SIZE) != 0 ? fields.number() : UNKNOWN;
        expectedLength = (flags & HAS_LENGTH) != 0 ? fields.number() : UNKNOWN;
        List<Filter> chain = new ArrayList<>();
        for (int i = 0; i <= (flags & 3); i++) {
            long id = fields.number();
            chain.add(Filter.decode(id, fields.bytes(fields.number())));
        }
        fields.checkPadding();
        if (chain.getLast().id() != Filter.LZMA2) {
            throw LzmaFailure.options();
        }
        StreamDecoder.checkMemory(ChainDecoder.memoryUsage(chain), memoryLimit);
        in.at += size;
        headerSize = size;
        block = new ChainDecoder(chain);
        blockCheck = newCheck();
        compressedSize = 0;
        length = 0;
        state = State.BLOCK;
        return true;
    }

    /** Null for a check that is reserved: it cannot be checked. */
    private Check newCheck() {
        try {
            return Check.getInstance(check);
        } catch (UnsupportedOptionsException e) {
            return null;
        }
    }

    private boolean readBlock(ByteInput in, ByteOutput out) throws LzmaFailure {
        int at = in.at;
        int written = out.length();
        boolean isStarved = block.run(in, out);
        compressedSize += in.at - at;
        length += out.length() - written;
        if (blockCheck != null) {
            blockCheck.update(out.array(), written, out.length() - written);
        }
        if (block.isAtEnd()) {
            boolean isExpected = (expectedLength == UNKNOWN || expectedLength == length)
                    && (expectedCompressedSize == UNKNOWN || expectedCompressedSize == compressedSize);
            if (!isExpected) {
                throw LzmaFailure.corrupt();
            }
            state = State.BLOCK_END;
        }
        return isStarved;
    }

    private boolean readBlockEnd(ByteInput in) throws LzmaFailure {
        int padding = (int) (-compressedSize & 3);
        int size = CHECK_SIZES[check];
        if (in.available() < padding + size) {
            return false;
        }
        for (int i = 0; i < padding; i++) {
            if (in.next() != 0) {
                throw LzmaFailure.corrupt();
            }
        }
        byte[] sum = in.take(size);
        if (blockCheck != null && !Arrays.equals(sum, blockCheck.finish())) {
            throw LzmaFailure.corrupt();
        }
        records.add(headerSize + compressedSize + size);
        records.add(length);
        block = null;
        state = State.BLOCK_HEADER;
        return true;
    }

    /** The index must say what was found. */
    private boolean readIndex(ByteInput in) throws LzmaFailure {
        byte[] expected = expectedIndex();
        int known = Math.min(in.available(), expected.length);
        if (!Arrays.equals(in.bytes, in.at, in.at + known, expected, 0, known)) {
            throw LzmaFailure.corrupt();
        }
        if (in.available() < expected.length + CRC_SIZE) {
            return false;
        }
        checkCrc(in, 0, expected.length);
        indexSize = expected.length + CRC_SIZE;
        in.at += indexSize;
        state = State.FOOTER;
        return true;
    }

    private byte[] expectedIndex() {
        ByteOutput index = new ByteOutput(Integer.MAX_VALUE - 16);
        index.put((byte) 0);
        putNumber(index, records.size() / 2);
        for (long number : records) {
            putNumber(index, number);
        }
        while (index.length() % 4 != 0) {
            index.put((byte) 0);
        }
        return index.toByteArray();
    }

    private static void putNumber(ByteOutput out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private boolean readFooter(ByteInput in) throws LzmaFailure {
        if (in.available() < STREAM_HEADER_SIZE) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(in.bytes, in.at + CRC_SIZE, 6);
        boolean isValid = crc.getValue() == in.next(CRC_SIZE)
                && (in.next(4) + 1) * 4 == indexSize
                && in.next() == 0
                && in.next() == check
                && Arrays.equals(in.take(FOOTER_MAGIC.length), FOOTER_MAGIC);
        if (!isValid) {
            throw LzmaFailure.corrupt();
        }
        state = State.END;
        return true;
    }

    /** Reads the fields of a block's header. */
    private static final class Fields {
        private static final int LONGEST_NUMBER = 9;

        private final byte[] bytes;
        private int at;
        private final int end;

        Fields(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            at = from;
            end = to;
        }

        /** Seven bits in each byte, lowest first. */
        long number() throws LzmaFailure {
            long number = 0;
            for (int i = 0; i < LONGEST_NUMBER && at < end; i++) {
                int next = bytes[at++];
                number |= (next & 0x7FL) << 7 * i;
                if (next >= 0) {
                    if (next == 0 && i > 0) {
                        throw LzmaFailure.corrupt();
                    }
                    return number;
                }
            }
            throw LzmaFailure.corrupt();
        }

        byte[] bytes(long count) throws LzmaFailure {
            if (count > end - at) {
                throw LzmaFailure.corrupt();
            }
            at += (int) count;
            return Arrays.copyOfRange(bytes, at - (int) count, at);
        }

        void checkPadding() throws LzmaFailure {
            for (; at < end; at++) {
                if (bytes[at] != 0) {
                    throw LzmaFailure.options();
                }
            }
        }
    }
}
