package org.pyvm.objects;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Classes that derive directly from one type, oldest first, held weakly. One that comes or goes does not look at the others: a
 * program may make thousands from one base before a garbage collection finds those that it has dropped.
 */
final class Subclasses {
    /** Equals another one of the same class while that lives, and itself always. */
    private static final class Entry extends WeakReference<PyType> {
        private final int hash;

        Entry(PyType child, ReferenceQueue<PyType> dropped) {
            super(child, dropped);
            hash = System.identityHashCode(child);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            PyType child = get();
            return child != null && other instanceof Entry entry && entry.refersTo(child);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Set<Entry> entries = new LinkedHashSet<>();
    private final ReferenceQueue<PyType> dropped = new ReferenceQueue<>();

    /** Adds a class as the youngest, even if it is there already. */
    synchronized void add(PyType child) {
        for (Reference<?> entry = dropped.poll(); entry != null; entry = dropped.poll()) {
            entries.remove(entry);
        }
        Entry added = new Entry(child, dropped);
        entries.remove(added);
        entries.add(added);
    }

    synchronized void remove(PyType child) {
        entries.remove(new Entry(child, null));
    }

    synchronized List<PyType> living() {
        List<PyType> living = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            PyType child = entry.get();
            if (child != null) {
                living.add(child);
            }
        }
        return living;
    }
}
