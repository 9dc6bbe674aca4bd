package org.pyvm.modules.audio;

/**
 * Changes how many frames there are to a second: those of the output lie on straight lines between the input's, after a filter that
 * lets a part of the frame before linger. The state goes from one fragment of a sound to the next.
 */
final class RateConversion {
    private final int inputRate;
    private final int outputRate;
    private final double weight;
    private final double weightBefore;
    /** How far the output is behind the newest frame of the input, in parts of which a frame of the input has {@code outputRate}. */
    private int distance;
    /** The newest frame, filtered, and the one before it: a full sample for each channel. */
    private final int[] newest;

    private final int[] before;

    RateConversion(
            int inputRate, int outputRate, int weight, int weightBefore, int distance, int[] before, int[] newest) {
        this.inputRate = inputRate;
        this.outputRate = outputRate;
        this.weight = weight;
        this.weightBefore = weightBefore;
        this.distance = distance;
        this.before = before;
        this.newest = newest;
    }

    int distance() {
        return distance;
    }

    int before(int channel) {
        return before[channel];
    }

    int newest(int channel) {
        return newest[channel];
    }

    /** No less than the frames that come out for so many that go in. */
    double mostFrames(int input) {
        return Math.ceil(((double) input * outputRate + Math.max(0, distance)) / inputRate) + 1;
    }

    /** @return how many frames of {@code to} are made */
    int run(Samples from, Samples to) {
        int channels = newest.length;
        int frames = from.count() / channels;
        int made = 0;
        for (int frame = 0; ; frame++) {
            for (; distance >= 0; distance -= inputRate) {
                for (int channel = 0; channel < channels; channel++) {
                    to.setFull(made * channels + channel, between(channel));
                }
                made++;
            }
            if (frame == frames) {
                return made;
            }
            for (int channel = 0; channel < channels; channel++) {
                before[channel] = newest[channel];
                newest[channel] = filtered(from.full(frame * channels + channel), before[channel]);
            }
            distance += outputRate;
        }
    }

    private int filtered(int sample, int last) {
        return (int) ((weight * sample + weightBefore * last) / (weight + weightBefore));
    }

    private int between(int channel) {
        double later = (double) outputRate - distance;
        return (int) (((double) before[channel] * distance + newest[channel] * later) / outputRate);
    }
}
