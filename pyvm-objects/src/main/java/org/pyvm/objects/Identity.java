package org.pyvm.objects;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/** {@code id()}: a number that no two living objects share, made when first asked for and kept as long as the object lives. */
public final class Identity {
    private static final long FIRST = 0x7f0000001000L;
    private static final int STEP = 16;

    private final Map<Key, Long> numbers = new HashMap<>();
    private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();
    private long next = FIRST;

    private static final class Key extends WeakReference<PyObject> {
        private final int hash;

        Key(PyObject object, ReferenceQueue<PyObject> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key key && key.get() == get() && get() != null;
        }
    }

    /** The object's number in the running thread's interpreter. */
    public static long of(PyObject object) {
        ThreadState thread = ThreadState.current();
        return thread == null
                ? System.identityHashCode(object)
                : thread.interpreter().service(Identity.class, Identity::new).number(object);
    }

    /**
     * The hash of an object that is equal to itself only: Java's identity hash; never -1. In a run that is to be repeatable, {@link
     * #of} without the bits that are always 0.
     */
    public static long hash(ThreadState thread, PyObject object) {
        return thread != null && thread.interpreter().isRepeatable()
                ? of(object) >> 4
                : System.identityHashCode(object);
    }

    /** As {@code repr} shows it. */
    public static String address(PyObject object) {
        return "0x" + Long.toHexString(of(object));
    }

    /** Whether a number was given to some object, so that it is not the address of memory. */
    public synchronized boolean isTaken(long number) {
        return number > FIRST && number <= next && number % STEP == 0;
    }

    /** The living object that has a number; null when there is none. It is looked for among all that were asked for theirs. */
    public synchronized PyObject find(long number) {
        for (Map.Entry<Key, Long> entry : numbers.entrySet()) {
            if (entry.getValue() == number) {
                return entry.getKey().get();
            }
        }
        return null;
    }

    private synchronized long number(PyObject object) {
        Guard guard = Shape.guardOf(object);
        if (guard != null) {
            // Java's weak references have forgotten an object when it is finalized.
            return guard.identity != 0 ? guard.identity : (guard.identity = next += STEP);
        }
        for (Object key; (key = dead.poll()) != null; ) {
            numbers.remove(key);
        }
        return numbers.computeIfAbsent(new Key(object, dead), key -> next += STEP);
    }
}
