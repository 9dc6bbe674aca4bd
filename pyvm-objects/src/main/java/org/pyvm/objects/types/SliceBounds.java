package org.pyvm.objects.types;

/**
 * A slice applied to a sequence of known length ({@code PySlice_AdjustIndices}): the {@code count} positions
 * {@code start}, {@code start + step}, ... all lie in the sequence. With a positive step {@code start} and
 * {@code stop} are from 0 to the length, with a negative one from -1 to the length - 1.
 */
public record SliceBounds(int start, int stop, int step, int count) {

    /** Clips bounds that {@link PySlice#unpack} gave. */
    static SliceBounds of(long start, long stop, long step, int length) {
        long low = step < 0 ? -1 : 0;
        long high = step < 0 ? length - 1L : length;
        long first = clip(start, low, high, length);
        long last = clip(stop, low, high, length);
        // Beyond the length all steps select the same single item.
        int stride = Math.clamp(step, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        long count;
        if (stride < 0) {
            count = last < first ? (first - last - 1) / -(long) stride + 1 : 0;
        } else {
            count = first < last ? (last - first - 1) / stride + 1 : 0;
        }
        return new SliceBounds((int) first, (int) last, stride, (int) count);
    }

    private static long clip(long bound, long low, long high, int length) {
        long index = bound < 0 ? bound + length : bound;
        return Math.clamp(index, low, Math.max(low, high));
    }

    /** Position of an item of the slice. */
    public int at(int index) {
        return start + index * step;
    }

    /** The same positions in ascending order. */
    public SliceBounds ascending() {
        return step > 0 || count == 0 ? this : new SliceBounds(start + (count - 1) * step, start + 1, -step, count);
    }
}
