package org.pyvm.modules.lzma;

import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.simple.ARM;
import org.tukaani.xz.simple.ARMThumb;
import org.tukaani.xz.simple.IA64;
import org.tukaani.xz.simple.PowerPC;
import org.tukaani.xz.simple.SPARC;
import org.tukaani.xz.simple.SimpleFilter;
import org.tukaani.xz.simple.X86;

/** A filter and its options. Numbers are those of the .xz format. */
sealed interface Filter {
    long LZMA1 = 0x4000000000000001L;
    long LZMA2 = 0x21;
    int DELTA = 3;
    int X86 = 4;
    int POWERPC = 5;
    int IA64 = 6;
    int ARM = 7;
    int ARMTHUMB = 8;
    int SPARC = 9;

    int MOST = 4;

    long id();

    /** For the encoder of XZ for Java. @throws LzmaFailure for values that liblzma does not take */
    FilterOptions options() throws LzmaFailure;

    /** Memory that decoding takes, as liblzma counts it. */
    long memoryUsage();

    private static LzmaFailure refused(UnsupportedOptionsException e) {
        LzmaFailure failure = LzmaFailure.options();
        failure.addSuppressed(e);
        return failure;
    }

    /** LZMA1 or LZMA2. What only the encoder asks for has the values of a preset if it was read from a stream. */
    record Lzma(long id, LzmaProperties properties, int mode, long niceLength, int matchFinder, long depth)
            implements Filter {
        static final int MODE_FAST = 1;
        static final int MODE_NORMAL = 2;
        static final int HASH_CHAIN_3 = 0x03;
        static final int HASH_CHAIN_4 = 0x04;
        static final int BINARY_TREE_2 = 0x12;
        static final int BINARY_TREE_3 = 0x13;
        static final int BINARY_TREE_4 = 0x14;

        private static final int SMALLEST_DICTIONARY = 4096;
        private static final long LARGEST_DICTIONARY = 1536L << 20;
        private static final int LONGEST_MATCH = 273;
        /** XZ for Java looks for none shorter; only the speed differs. */
        private static final int LEAST_NICE_LENGTH = 8;

        Lzma(long id, LzmaProperties properties) {
            this(id, properties, MODE_NORMAL, 64, BINARY_TREE_4, 0);
        }

        @Override
        public LZMA2Options options() throws LzmaFailure {
            long size = properties.dictionarySize();
            int hashed = matchFinder & 0xF;
            boolean isKnown = matchFinder == HASH_CHAIN_3
                    || matchFinder == HASH_CHAIN_4
                    || matchFinder == BINARY_TREE_2
                    || matchFinder == BINARY_TREE_3
                    || matchFinder == BINARY_TREE_4;
            boolean isValid = properties.isValid()
                    && size >= SMALLEST_DICTIONARY
                    && size <= LARGEST_DICTIONARY
                    && (mode == MODE_FAST || mode == MODE_NORMAL)
                    && isKnown
                    && niceLength >= hashed
                    && niceLength <= LONGEST_MATCH;
            if (!isValid) {
                throw LzmaFailure.options();
            }
            try {
                int finder = matchFinder < BINARY_TREE_2 ? LZMA2Options.MF_HC4 : LZMA2Options.MF_BT4;
                return new LZMA2Options(
                        (int) Math.min(size, LZMA2Options.DICT_SIZE_MAX),
                        properties.lc(),
                        properties.lp(),
                        properties.pb(),
                        mode == MODE_FAST ? LZMA2Options.MODE_FAST : LZMA2Options.MODE_NORMAL,
                        (int) Math.max(niceLength, LEAST_NICE_LENGTH),
                        finder,
                        (int) Math.min(depth, Integer.MAX_VALUE));
            } catch (UnsupportedOptionsException e) {
                throw refused(e);
            }
        }

        @Override
        public long memoryUsage() {
            return properties.dictionarySize() + (id == LZMA1 ? 65_408 : 65_592);
        }
    }

    /** @param distance how far before each byte the one lies that is taken from it */
    record Delta(long distance) implements Filter {
        private static final int FARTHEST = 256;

        @Override
        public long id() {
            return DELTA;
        }

        @Override
        public FilterOptions options() throws LzmaFailure {
            if (distance < 1 || distance > FARTHEST) {
                throw LzmaFailure.options();
            }
            try {
                return new DeltaOptions((int) distance);
            } catch (UnsupportedOptionsException e) {
                throw refused(e);
            }
        }

        @Override
        public long memoryUsage() {
            return 352;
        }
    }

    /** Makes the targets of branches absolute, for a processor. */
    record Branches(long id, long startOffset) implements Filter {
        private int alignment() {
            return switch ((int) id) {
                case X86 -> 1;
                case ARMTHUMB -> 2;
                case IA64 -> 16;
                default -> 4;
            };
        }

        @Override
        public FilterOptions options() throws LzmaFailure {
            if (startOffset % alignment() != 0) {
                throw LzmaFailure.options();
            }
            int start = (int) startOffset;
            try {
                switch ((int) id) {
                    case X86 -> {
                        X86Options options = new X86Options();
                        options.setStartOffset(start);
                        return options;
                    }
                    case POWERPC -> {
                        PowerPCOptions options = new PowerPCOptions();
                        options.setStartOffset(start);
                        return options;
                    }
                    case IA64 -> {
                        IA64Options options = new IA64Options();
                        options.setStartOffset(start);
                        return options;
                    }
                    case ARM -> {
                        ARMOptions options = new ARMOptions();
                        options.setStartOffset(start);
                        return options;
                    }
                    case ARMTHUMB -> {
                        ARMThumbOptions options = new ARMThumbOptions();
                        options.setStartOffset(start);
                        return options;
                    }
                    default -> {
                        SPARCOptions options = new SPARCOptions();
                        options.setStartOffset(start);
                        return options;
                    }
                }
            } catch (UnsupportedOptionsException e) {
                throw refused(e);
            }
        }

        SimpleFilter decoder() {
            int start = (int) startOffset;
            return switch ((int) id) {
                case X86 -> new X86(false, start);
                case POWERPC -> new PowerPC(false, start);
                case IA64 -> new IA64(false, start);
                case ARM -> new ARM(false, start);
                case ARMTHUMB -> new ARMThumb(false, start);
                default -> new SPARC(false, start);
            };
        }

        @Override
        public long memoryUsage() {
            return 1024;
        }
    }

    /** The filter that a stream names. */
    static Filter decode(long id, byte[] properties) throws LzmaFailure {
        int length = properties.length;
        Filter filter = null;
        if (id == LZMA1 && length == 5) {
            LzmaProperties lzma = LzmaProperties.ofByte(properties[0] & 0xFF, ByteInput.littleEndian(properties, 1, 4));
            filter = lzma == null ? null : new Lzma(id, lzma);
        } else if (id == LZMA2 && length == 1) {
            long size = LzmaProperties.dictionarySizeOf(properties[0] & 0xFF);
            filter = size < 0 ? null : new Lzma(id, new LzmaProperties(3, 0, 2, size));
        } else if (id == DELTA && length == 1) {
            filter = new Delta((properties[0] & 0xFF) + 1);
        } else if (id >= X86 && id <= SPARC && (length == 0 || length == 4)) {
            Branches branches = new Branches(id, ByteInput.littleEndian(properties, 0, length));
            filter = branches.startOffset % branches.alignment() == 0 ? branches : null;
        }
        if (filter == null) {
            throw LzmaFailure.options();
        }
        return filter;
    }

    /** What a stream says of this filter beside its number. */
    default byte[] encode() throws LzmaFailure {
        return switch (this) {
            case Lzma lzma
            when lzma.id == LZMA1 -> {
                long size = lzma.properties.dictionarySize();
                if (!lzma.properties.isValid()) {
                    throw LzmaFailure.usage();
                }
                yield new byte[] {
                    (byte) lzma.properties.toByte(),
                    (byte) size,
                    (byte) (size >> 8),
                    (byte) (size >> 16),
                    (byte) (size >> 24)
                };
            }
            case Lzma lzma -> new byte[] {(byte) LzmaProperties.dictionaryByte(lzma.properties.dictionarySize())};
            case Delta delta -> {
                if (delta.distance < 1 || delta.distance > Delta.FARTHEST) {
                    throw LzmaFailure.usage();
                }
                yield new byte[] {(byte) (delta.distance - 1)};
            }
            case Branches(long id, long start) when start == 0 -> new byte[0];
            case Branches(long id, long start) ->
                new byte[] {(byte) start, (byte) (start >> 8), (byte) (start >> 16), (byte) (start >> 24)};
        };
    }
}
