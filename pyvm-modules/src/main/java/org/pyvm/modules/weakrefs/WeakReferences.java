package org.pyvm.modules.weakrefs;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.Finalization;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Unraisable;

/**
 * The weak references of one interpreter, by their objects. Java's collector says which objects have died; the callbacks
 * of their references run when {@link #runCallbacks} is next called. Used under the interpreter's lock.
 */
public final class WeakReferences implements Finalization.Watcher {
    /** Oldest first: those of objects that die together are told in that order. */
    private final Map<Key, List<WeakReference<PyObject>>> references = new LinkedHashMap<>();

    private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();
    private final Finalization finalization;

    private WeakReferences(Finalization finalization) {
        this.finalization = finalization;
    }

    /** An object by identity, without keeping it alive. */
    private static final class Key extends WeakReference<PyObject> {
        private final int hash;

        /** References with a callback are kept alive by their object's entry only as long as Python code holds them. */
        private List<WeakReference<PyObject>> entries;
        /** Unused but for keeping the object alive until Python code collects, where nothing else is to end it. */
        private PyObject kept;

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

        /** Whether it is the one reference, or the one proxy, that all get who ask for no callback. */
        boolean isShared();
    }

    static WeakReferences of(ThreadState thread) {
        WeakReferences known = thread.interpreter().serviceOrNull(WeakReferences.class);
        if (known == null) {
            Finalization finalization = thread.interpreter().finalization();
            known = new WeakReferences(finalization);
            thread.interpreter().setService(WeakReferences.class, known);
            finalization.setWatcher(known);
        }
        return known;
    }

    /** Remembers a reference or proxy to an object. */
    void add(PyObject object, PyObject holder) {
        Key key = new Key(object, dead);
        List<WeakReference<PyObject>> list = references.get(key);
        if (list == null) {
            list = new ArrayList<>(2);
            key.entries = list;
            key.kept = finalization.isAutomatic() ? null : object;
            references.put(key, list);
        }
        list.removeIf(reference -> reference.get() == null);
        list.add(new WeakReference<>(holder));
    }

    /** The living references and proxies to an object: the shared reference, the shared proxy, and the others, latest first. */
    List<PyObject> to(PyObject object) {
        List<PyObject> living = new ArrayList<>();
        int shared = 0;
        for (WeakReference<PyObject> reference :
                references.getOrDefault(new Key(object, null), List.of()).reversed()) {
            PyObject holder = reference.get();
            if (holder == null) {
                continue;
            }
            if (holder instanceof Holder h && h.isShared()) {
                living.add(holder instanceof PyWeakReference ? 0 : shared, holder);
                shared++;
            } else {
                living.add(holder);
            }
        }
        return living;
    }

    /** Whether the death of an instance would show: modules forget classes and functions all the time. */
    @Override
    public boolean knows(PyObject object) {
        return object.type().isHeapType()
                && !(object instanceof PyType)
                && !to(object).isEmpty();
    }

    @Override
    public PyObject referenceTo(PyObject object) {
        List<PyObject> living = to(object);
        return living.isEmpty() ? null : living.get(0);
    }

    @Override
    public void letGo() {
        if (!finalization.isAutomatic()) {
            references.keySet().forEach(key -> key.kept = null);
        }
    }

    @Override
    public int tellAll(ThreadState thread) {
        List<Key> gone = new ArrayList<>();
        for (Key key : references.keySet()) {
            PyObject object = key.get();
            if (object == null) {
                gone.add(key);
            } else if (!finalization.isAutomatic()) {
                key.kept = object;
            }
        }
        for (Key key : gone) {
            references.remove(key);
        }
        for (Key key : gone) {
            tell(thread, key);
        }
        return gone.size();
    }

    private static void tell(ThreadState thread, Key key) {
        List<WeakReference<PyObject>> entries = key.entries;
        key.entries = null;
        // The latest reference is told first.
        for (int i = entries == null ? -1 : entries.size() - 1; i >= 0; i--) {
            PyObject holder = entries.get(i).get();
            PyObject callback = holder instanceof Holder h ? h.takeCallback() : null;
            if (callback != null) {
                call(thread, callback, holder);
            }
        }
    }

    /** Calls the callbacks of references whose objects have died. */
    void runCallbacks(ThreadState thread) {
        for (Object gone; finalization.isAutomatic() && (gone = dead.poll()) != null; ) {
            Key key = (Key) gone;
            references.remove(key);
            tell(thread, key);
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
