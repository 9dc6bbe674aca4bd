package org.pyvm.objects;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Unraisable;

/**
 * The end of objects in one interpreter: {@code __del__}, generators that are dropped inside a {@code try}, coroutines
 * that nobody awaited, files that nobody closed. Such an object has a {@link Guard}; the collector hands the guards of
 * dead objects over, and they are finalized at the next safepoint. Objects without a finalizer are not known here.
 *
 * <p>CPython finalizes an object when the last reference goes. To come close, strategies say when a name lets go of
 * something that has a finalizer ({@link #dropped}); a collection follows if collections have not taken too much time so
 * far. Used under the interpreter's lock, but for {@link #died}.
 */
public final class Finalization {
    /** Instructions that look at what they let go of, after the making of an object with {@code __del__}. */
    private static final int WATCH = 20_000;

    private static final int POOL = 1024;
    private static final long WAIT_MILLIS = 1000;
    /** Where two runs are to finalize at the same places, however busy the machine is. */
    private static final long PATIENT_WAIT_MILLIS = 20_000;

    private static final int MAX_ROUNDS = 4;
    /** The number of each resource is greater than that of any other object. */
    private static final long RESOURCES = 1L << 62;

    private final InterpreterState interpreter;
    private final List<Guard> free = new ArrayList<>();
    private final Set<WeakReference<Guard>> nodes = new HashSet<>();
    private final BlockingQueue<Guard> dead = new LinkedBlockingQueue<>();
    private final CollectionBudget budget = new CollectionBudget();
    private long nextNumber;
    private boolean running;
    private boolean collectionWanted;
    private boolean automatic = true;

    private Watcher watcher = Watcher.NONE;

    /** What else wants to know that objects have died: the weak references. */
    public interface Watcher {
        Watcher NONE = new Watcher() {
            @Override
            public boolean knows(PyObject object) {
                return false;
            }

            @Override
            public PyObject referenceTo(PyObject object) {
                return null;
            }

            @Override
            public void letGo() {}

            @Override
            public int tellAll(ThreadState thread) {
                return 0;
            }
        };

        /** Whether somebody would notice the death of an object. */
        boolean knows(PyObject object);

        /** The first weak reference to an object, or null. */
        PyObject referenceTo(PyObject object);

        /** A collection begins: what was kept alive until then may die. */
        void letGo();

        /** Tells of the objects that have died; the number of these that anybody was told of. */
        int tellAll(ThreadState thread);
    }

    Finalization(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    /** The first weak reference to an object, or null. */
    public PyObject referenceTo(PyObject object) {
        return watcher.referenceTo(object);
    }

    public void setWatcher(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** The guard of an object whose type has {@code TP_FINALIZE}; the object must hold it, and nothing else may. */
    public Guard arm(PyObject owner) {
        return arm(owner, ++nextNumber);
    }

    /**
     * As {@link #arm}, for a file and the like: it is finalized after all that died with it, whose finalizers may still write to it
     * or close it.
     */
    public Guard armResource(PyObject owner) {
        return arm(owner, ++nextNumber + RESOURCES);
    }

    private Guard arm(PyObject owner, long number) {
        Guard guard;
        if (free.isEmpty()) {
            guard = new Guard(this);
            nodes.add(guard.node);
        } else {
            guard = free.remove(free.size() - 1);
        }
        guard.arm(owner, number);
        return guard;
    }

    /** As {@link #arm}; instructions look for the end of the object for a while. */
    static Guard armInstance(PyObject owner) {
        ThreadState thread = ThreadState.current();
        if (thread == null) {
            return null;
        }
        thread.watch = WATCH;
        return thread.interpreter().finalization().arm(owner);
    }

    /** The owner has ended in an orderly way and lets go of its guard. */
    public void disarm(Guard guard) {
        guard.takeOwner();
        // A guard that is found dead together with an object being finalized may be about to be spent.
        if (!guard.isSpent() && !running && free.size() < POOL) {
            free.add(guard);
        }
    }

    /** Called by the collector's thread. */
    void died(Guard guard) {
        dead.add(guard);
        interpreter.lock().requestFinalization();
    }

    /** Called at a safepoint: finalizes what has died, after a collection when one is wanted. */
    public void atSafepoint(ThreadState thread) {
        interpreter.lock().finalizationPaid();
        if (running || !automatic) {
            return;
        }
        if (collectionWanted) {
            collectionWanted = false;
            long start = now();
            boolean some = collectOnce(thread) > 0;
            budget.charge(now() - start, some);
        } else {
            finalizeDead(thread);
        }
    }

    /**
     * Whether objects are finalized when Java's collector finds them dead, which is the default, or only when Python code
     * collects and at the end, and weak references live as long: two runs of a program then finalize at the same places.
     */
    public boolean isAutomatic() {
        return automatic;
    }

    /** Sets {@link #isAutomatic}. */
    public void setAutomatic(boolean automatic) {
        this.automatic = automatic;
    }

    /**
     * A name, or the place of a temporary value, has let go of an object. A caller that goes on to {@link
     * #atSafepoint} must not hold the object in a variable any more.
     *
     * @return whether a collection should follow at once
     */
    public boolean dropped(PyObject object) {
        if (running || !automatic || !mayMatter(object, 2) || !budget.allows(now())) {
            return false;
        }
        collectionWanted = true;
        interpreter.lock().requestFinalization();
        return true;
    }

    private boolean mayMatter(PyObject object, int depth) {
        if (object == null || object.type() == PyType.TYPE) {
            return false;
        }
        if (object.hasFinalizer() || watcher.knows(object)) {
            return true;
        }
        if (depth == 0 || nodes.isEmpty()) {
            return false;
        }
        PyObject[] held = object.heldValues();
        for (int i = 0; held != null && i < held.length && i < 16; i++) {
            if (held[i] != null && mayMatter(held[i], depth - 1)) {
                return true;
            }
        }
        return false;
    }

    private long now() {
        return interpreter.service(Host.class).clock().monotonic();
    }

    /**
     * Something is about to be looked at that an object which the program may have dropped would change. Collects.
     *
     * @param insist whether to do so even if collections have taken much time
     */
    public void settle(ThreadState thread, boolean insist) {
        if (!running && automatic && (insist || budget.allows(now()))) {
            long start = now();
            boolean some = collectOnce(thread) > 0;
            budget.charge(now() - start, some);
        }
    }

    /** {@code gc.collect()}: collects and finalizes until nothing more is found; the number of objects finalized. */
    public int collect(ThreadState thread) {
        int all = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int found = collectOnce(thread);
            if (found == 0) {
                break;
            }
            all += found;
        }
        return all;
    }

    private int collectOnce(ThreadState thread) {
        // It may be all that holds the last result.
        thread.stopValue = Singletons.NONE;
        thread.lastMade = null;
        thread.lastMaker = null;
        watcher.letGo();
        System.gc();
        return running ? 0 : finalizeAll(thread, awaitDead()) + watcher.tellAll(thread);
    }

    /** The guards that a collection has found; Java's finalizer thread hands them over a moment later. */
    private List<Guard> awaitDead() {
        int expected = 0;
        for (WeakReference<Guard> node : nodes) {
            if (node.get() == null) {
                expected++;
            }
        }
        List<Guard> guards = new ArrayList<>();
        try {
            while (guards.size() < expected) {
                Guard guard = dead.poll(automatic ? WAIT_MILLIS : PATIENT_WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (guard == null) {
                    break;
                }
                guards.add(guard);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return guards;
    }

    private void finalizeDead(ThreadState thread) {
        if (dead.isEmpty()) {
            return;
        }
        if (dead.stream().anyMatch(guard -> guard.number > RESOURCES)) {
            // What uses it may have died with it.
            finalizeAll(thread, awaitDead());
            return;
        }
        List<Guard> guards = new ArrayList<>();
        dead.drainTo(guards);
        finalizeAll(thread, guards);
    }

    private int finalizeAll(ThreadState thread, List<Guard> guards) {
        guards.sort(Comparator.comparingLong(guard -> guard.number));
        boolean nested = running;
        running = true;
        try {
            int count = 0;
            for (Guard guard : guards) {
                if (guard.isSpent()) {
                    nodes.remove(guard.node);
                }
                PyObject owner = guard.takeOwner();
                if (owner != null) {
                    finalizeObject(thread, owner);
                    count++;
                }
            }
            return count;
        } finally {
            running = nested;
        }
    }

    /** Whether the {@code __del__} of an object has run. */
    public static boolean isFinalized(PyObject object) {
        Guard guard = Shape.guardOf(object);
        return guard != null && guard.owner() == null;
    }

    /** Runs the finalizer of an object that is known to be lost; exceptions are reported. */
    public static void finalizeObject(ThreadState thread, PyObject object) {
        try {
            object.type().slots().finalizeObject(thread, object);
        } catch (PyErr e) {
            PyObject method = object.type().lookup(Names.DEL);
            boolean written = object.type().isHeapType() && method != null;
            Unraisable.report(thread, e, null, written ? method : object);
        }
    }

    /** The interpreter ends: finalizes what still lives, oldest first. Modules keep their contents meanwhile. */
    public void finalizeLiving(ThreadState thread) {
        for (int round = 0; round < MAX_ROUNDS && !nodes.isEmpty(); round++) {
            List<Guard> guards = new ArrayList<>();
            for (WeakReference<Guard> node : nodes) {
                Guard guard = node.get();
                if (guard != null && guard.owner() != null) {
                    guards.add(guard);
                }
            }
            dead.drainTo(guards);
            if (guards.isEmpty()) {
                return;
            }
            finalizeAll(thread, guards);
        }
    }
}
