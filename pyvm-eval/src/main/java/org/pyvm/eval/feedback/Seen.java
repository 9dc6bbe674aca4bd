package org.pyvm.eval.feedback;

import java.util.ArrayList;
import java.util.List;

/**
 * How often which of a few things was seen at a place. When there are more kinds than fit, the others are counted together: a
 * compiler has no use for them.
 *
 * @param <T> compared by identity
 */
public final class Seen<T> {
    /** Kinds told apart. */
    public static final int MOST = 4;

    /** @param count at least 1 */
    public record Entry<T>(T what, long count) {}

    private final List<T> kinds = new ArrayList<>(1);
    private final long[] counts = new long[MOST];
    private long others;

    void add(T what) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == what) {
                counts[i]++;
                return;
            }
        }
        if (kinds.size() < MOST) {
            counts[kinds.size()] = 1;
            kinds.add(what);
        } else {
            others++;
        }
    }

    /** Kinds in the order in which they came. */
    public List<Entry<T>> entries() {
        List<Entry<T>> entries = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            entries.add(new Entry<>(kinds.get(i), counts[i]));
        }
        return entries;
    }

    /** How often something was seen that is none of {@link #entries}. */
    public long others() {
        return others;
    }

    /** The one kind that was ever seen, or null. */
    public T only() {
        return kinds.size() == 1 && others == 0 ? kinds.get(0) : null;
    }
}
