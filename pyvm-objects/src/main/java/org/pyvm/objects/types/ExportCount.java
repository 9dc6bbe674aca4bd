package org.pyvm.objects.types;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one object that are out. CPython's views end when the last reference to them goes; here a view that was
 * dropped without being released is known by the garbage collector only. So when some seem to be out the collector is asked,
 * but only a few times: where dropping views is a habit, views that are not released count as gone.
 */
final class ExportCount {
    /** Collections that may be spent on one object. */
    private static final int PATIENCE = 3;

    private final List<WeakReference<ArrayBuffer>> buffers = new ArrayList<>(1);
    private int collections;

    void add(ArrayBuffer buffer) {
        prune();
        buffers.add(new WeakReference<>(buffer));
    }

    void remove(ArrayBuffer buffer) {
        buffers.removeIf(reference -> reference.refersTo(buffer));
    }

    private void prune() {
        buffers.removeIf(reference -> reference.refersTo(null));
    }

    /** Whether a view is certainly, or most likely, still in use. */
    boolean isInUse() {
        if (buffers.isEmpty()) {
            return false;
        }
        prune();
        if (!buffers.isEmpty() && collections < PATIENCE) {
            System.gc();
            int before = buffers.size();
            prune();
            // Only a collection that was needed counts: where views are in use, asking again is right.
            if (buffers.size() < before) {
                collections++;
            }
        }
        return !buffers.isEmpty() && collections < PATIENCE;
    }
}
