package org.pyvm.modules.lzma;

/** The options that a level from 0 to 9 stands for, as liblzma has them. */
final class Preset {
    static final int DEFAULT = 6;
    static final long EXTREME = 1L << 31;

    private static final int LEVEL = 0x1F;
    private static final int HIGHEST = 9;
    private static final int[] DICTIONARY_BITS = {18, 20, 21, 22, 22, 23, 23, 24, 25, 26};
    private static final int[] FAST_DEPTHS = {4, 8, 24, 48};
    private static final int LONGEST = 273;

    private Preset() {}

    /** @return null when there is no such preset */
    static Filter.Lzma filter(long id, long preset) {
        int level = (int) (preset & LEVEL);
        if (level > HIGHEST || (preset & ~(LEVEL | EXTREME)) != 0) {
            return null;
        }
        LzmaProperties properties = new LzmaProperties(3, 0, 2, 1L << DICTIONARY_BITS[level]);
        if ((preset & EXTREME) != 0) {
            boolean isMiddle = level == 3 || level == 5;
            int nice = isMiddle ? 192 : LONGEST;
            int depth = isMiddle ? 0 : 512;
            return new Filter.Lzma(id, properties, Filter.Lzma.MODE_NORMAL, nice, Filter.Lzma.BINARY_TREE_4, depth);
        }
        if (level < FAST_DEPTHS.length) {
            int finder = level == 0 ? Filter.Lzma.HASH_CHAIN_3 : Filter.Lzma.HASH_CHAIN_4;
            int nice = level <= 1 ? 128 : LONGEST;
            return new Filter.Lzma(id, properties, Filter.Lzma.MODE_FAST, nice, finder, FAST_DEPTHS[level]);
        }
        int nice = level == 4 ? 16 : level == 5 ? 32 : 64;
        return new Filter.Lzma(id, properties, Filter.Lzma.MODE_NORMAL, nice, Filter.Lzma.BINARY_TREE_4, 0);
    }
}
