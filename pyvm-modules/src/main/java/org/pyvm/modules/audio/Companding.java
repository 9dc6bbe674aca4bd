package org.pyvm.modules.audio;

/**
 * The two codings of ITU-T G.711, which keep a sample in eight bits: a sign, the number of a segment, and four bits of where in it.
 * Segments double in length, so that soft sounds are kept more exactly than loud ones.
 */
final class Companding {
    /** The mu-law's samples have 14 bits, a magnitude of 13; what is added to it makes all segments powers of two. */
    private static final int MU_SHIFT = 18;

    private static final int MU_BIAS = 33;
    private static final int MU_CLIP = 0x1FFF - MU_BIAS + 1;

    /** The A-law's samples have 13 bits; every second bit of a code is inverted. */
    private static final int A_SHIFT = 19;

    private static final int A_INVERTED = 0x55;
    private static final int SIGN = 0x80;
    private static final int SEGMENTS = 8;

    private Companding() {}

    static byte toMuLaw(int full) {
        int sample = full >> MU_SHIFT;
        int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
        // The first segment ends below 64.
        int segment = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(magnitude) - 6);
        int code = segment >= SEGMENTS ? 0x7F : segment << 4 | magnitude >> segment + 1 & 0xF;
        // All bits of a code are sent inverted; the sign of a positive sample is then set.
        return (byte) (code ^ (sample < 0 ? 0x7F : 0xFF));
    }

    static int fromMuLaw(byte code) {
        int bits = ~code & 0xFF;
        int segment = bits >> 4 & 7;
        int magnitude = ((bits & 0xF) << 1 | MU_BIAS) << segment;
        int sample = magnitude - MU_BIAS;
        return ((bits & SIGN) != 0 ? -sample : sample) << MU_SHIFT;
    }

    static byte toALaw(int full) {
        int sample = full >> A_SHIFT;
        // The negative half begins at -1.
        int magnitude = sample < 0 ? -sample - 1 : sample;
        int mask = sample < 0 ? A_INVERTED : A_INVERTED | SIGN;
        int segment = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(magnitude) - 5);
        int code = segment >= SEGMENTS ? 0x7F : segment << 4 | magnitude >> Math.max(segment, 1) & 0xF;
        return (byte) (code ^ mask);
    }

    static int fromALaw(byte code) {
        int bits = code ^ A_INVERTED;
        int segment = bits >> 4 & 7;
        // The middle of the step; from the second segment on a leading one is implied. With one bit more than the
        // sample has.
        int magnitude = (bits & 0xF) << 1 | 1;
        if (segment > 0) {
            magnitude = (magnitude | 0x20) << segment - 1;
        }
        int sample = magnitude << A_SHIFT;
        return (bits & SIGN) != 0 ? sample : -sample;
    }
}
