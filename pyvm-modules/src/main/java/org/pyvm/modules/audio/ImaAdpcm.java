package org.pyvm.modules.audio;

/**
 * The coding that the Interactive Multimedia Association recommends (IMA ADPCM, from Intel's DVI): four bits for how far a sample of
 * 16 bits is from the one before, in quarters of a step that becomes longer and shorter with the sound. One instance codes or
 * decodes one sound.
 */
final class ImaAdpcm {
    static final int LAST_STEP = 88;

    private static final int HIGHEST = 0x7FFF;
    private static final int LOWEST = -0x8000;
    private static final int NEGATIVE = 8;

    /** What a code's three bits of distance add to the number of the step. */
    private static final int[] STEP_CHANGES = {-1, -1, -1, -1, 2, 4, 6, 8};

    private static final int[] STEPS = {
        7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97,
        107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796,
        876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871,
        5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623,
        27086, 29794, 32767
    };

    private int sample;
    private int step;

    /** @param sample the last one @param step the number of the step, up to {@link #LAST_STEP} */
    ImaAdpcm(int sample, int step) {
        this.sample = sample;
        this.step = step;
    }

    static boolean isState(int sample, int step) {
        return sample >= LOWEST && sample <= HIGHEST && step >= 0 && step <= LAST_STEP;
    }

    int sample() {
        return sample;
    }

    int step() {
        return step;
    }

    /** The code of the next sample. */
    int encode(int next) {
        int distance = Math.abs(next - sample);
        int code = next < sample ? NEGATIVE : 0;
        int part = STEPS[step];
        for (int bit = 4; bit > 0; bit >>= 1) {
            if (distance >= part) {
                code |= bit;
                distance -= part;
            }
            part >>= 1;
        }
        // What the decoder will take it for, so that errors do not add up.
        decode(code);
        return code;
    }

    /** The sample of a code of four bits. */
    int decode(int code) {
        int length = STEPS[step];
        int distance = length >> 3;
        for (int bit = 4; bit > 0; bit >>= 1) {
            distance += (code & bit) != 0 ? length : 0;
            length >>= 1;
        }
        sample = Math.clamp(sample + ((code & NEGATIVE) != 0 ? -distance : distance), LOWEST, HIGHEST);
        step = Math.clamp(step + STEP_CHANGES[code & 7], 0, LAST_STEP);
        return sample;
    }
}
