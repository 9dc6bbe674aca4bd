package org.pyvm.modules.math;

import java.util.Arrays;
import org.pyvm.objects.PyErr;

/**
 * A sum of doubles without loss, rounded once: {@code math.fsum}. It keeps partial sums that do not overlap, in order of
 * magnitude (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997).
 */
final class ExactSum {
    private double[] partials = new double[32];
    private int count;
    /** Sum of the infinities and NaNs met. */
    private double special;

    private double infinities;

    void add(double value) {
        double x = value;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double y = partials[i];
            if (Math.abs(x) < Math.abs(y)) {
                double swap = x;
                x = y;
                y = swap;
            }
            double high = x + y;
            double low = y - (high - x);
            if (low != 0) {
                partials[kept++] = low;
            }
            x = high;
        }
        count = kept;
        if (x == 0) {
            return;
        }
        if (!Double.isFinite(x)) {
            if (Double.isFinite(value)) {
                throw PyErr.overflowError("intermediate overflow in fsum");
            }
            if (Double.isInfinite(value)) {
                infinities += value;
            }
            special += value;
            count = 0;
            return;
        }
        if (count == partials.length) {
            partials = Arrays.copyOf(partials, 2 * count);
        }
        partials[count++] = x;
    }

    double result() {
        if (special != 0) {
            if (Double.isNaN(infinities)) {
                throw PyErr.valueError("-inf + inf in fsum");
            }
            return special;
        }
        if (count == 0) {
            return 0.0;
        }
        int at = count - 1;
        double high = partials[at];
        double low = 0;
        while (at > 0) {
            double x = high;
            double y = partials[--at];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        // Half to even went by the first two partials; a third one on the same side says that it was more than a half.
        if (at > 0 && (low < 0 && partials[at - 1] < 0 || low > 0 && partials[at - 1] > 0)) {
            double y = low * 2.0;
            double x = high + y;
            if (y == x - high) {
                high = x;
            }
        }
        return high;
    }
}
