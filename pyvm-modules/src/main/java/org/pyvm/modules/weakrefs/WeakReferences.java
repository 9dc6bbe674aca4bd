package org.pyvm.modules.weakrefs;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.modules.Unraisable;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/**
 * The weak references of one interpreter, by their objects. Java's collector says which objects have died; the callbacks
 * of their references run when {@link #runCallbacks} is next called. Used under the interpreter's lock.
 */
public final class WeakReferences {
    private static final long CANARY_MILLIS = 200;

    private final Map<Key, List<WeakReference<PyObject>>> references = new HashMap<>();
    private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();

    /** An object by identity, without keeping it alive. */
    private static final class Key extends WeakReference<PyObject> {
        private final int hash;
        /** References with a callback are kept alive by their object's entry only as long as Python code holds them. */
        private List<WeakReference<PyObject>> entries;

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
            if (this == other) {
                return true;
            }
            PyObject mine = get();
            return mine != null && other instanceof Key key && key.get() == mine;
        }
    }

    /** Something that refers weakly and may have a callback. */
    interface Holder {
        /** Null when there is none; taken once. */
        PyObject takeCallback();
    }

    static WeakReferences of(ThreadState thread) {
        return thread.interpreter().service(WeakReferences.class, WeakReferences::new);
    }

    /** Has Java collect what is unreachable, and runs the callbacks of references whose objects have died. */
    public static void collect(ThreadState thread) {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> canary = new WeakReference<>(new Object(), queue);
        System.gc();
        try {
            // The collector hands dead references over on a thread of its own; when the canary's has come, so have the
            // others.
            queue.remove(CANARY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        canary.clear();
        of(thread).runCallbacks(thread);
    }

    /** Remembers a reference or proxy to an object. */
    void add(PyObject object, PyObject holder) {
        Key key = new Key(object, dead);
        List<WeakReference<PyObject>> list = references.get(key);
        if (list == null) {
            list = new ArrayList<>(2);
            key.entries = list;
            references.put(key, list);
        }
        list.removeIf(reference -> reference.get() == null);
        list.add(new WeakReference<>(holder));
    }

    /** The living references and proxies to an object. */
    List<PyObject> to(PyObject object) {
        List<PyObject> living = new ArrayList<>();
        for (WeakReference<PyObject> reference : references.getOrDefault(new Key(object, null), List.of())) {
            PyObject holder = reference.get();
            if (holder != null) {
                living.add(holder);
            }
        }
        return living;
    }

    /** Calls the callbacks of references whose objects have died. */
    void runCallbacks(ThreadState thread) {
        for (Object gone; (gone = dead.poll()) != null; ) {
            Key key = (Key) gone;
            references.remove(key);
            if (key.entries == null) {
                continue;
            }
            for (WeakReference<PyObject> reference : key.entries) {
                PyObject holder = reference.get();
                PyObject callback = holder instanceof Holder h ? h.takeCallback() : null;
                if (callback != null) {
                    call(thread, callback, holder);
                }
            }
        }
    }

    private static void call(ThreadState thread, PyObject callback, PyObject holder) {
        try {
            Calls.call(thread, callback, holder);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, callback);
        }
    }
}
