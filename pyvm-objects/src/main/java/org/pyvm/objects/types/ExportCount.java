package org.pyvm.objects.types;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.PyBuffer;

/**
 * The buffers of one object that are out. CPython's views end when the last reference to them goes; here a view that was
 * dropped without being released is known by the garbage collector only. So when some seem to be out the collector is asked,
 * but only a few times: where dropping views is a habit, views that are not released count as gone.
 */
public final class ExportCount {
    /** Collections that may be spent on one object. */
    private static final int PATIENCE = 3;

    private final List<WeakReference<PyBuffer>> buffers = new ArrayList<>(1);
    private int collections;

    /** Counts a view that is given out. */
    public void add(PyBuffer buffer) {
        prune();
        buffers.add(new WeakReference<>(buffer));
    }

    /** A view was released. */
    public void remove(PyBuffer buffer) {
        buffers.removeIf(reference -> reference.refersTo(buffer));
    }

    private void prune() {
        buffers.removeIf(reference -> reference.refersTo(null));
    }

    /** Whether a view may be in use, as far as is known without asking the collector. */
    public boolean mayBeInUse() {
        prune();
        return !buffers.isEmpty();
    }

    /** Whether a view is certainly, or most likely, still in use. */
    public boolean isInUse() {
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
