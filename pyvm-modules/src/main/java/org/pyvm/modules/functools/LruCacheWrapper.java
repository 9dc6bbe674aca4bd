package org.pyvm.modules.functools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * The function that {@code functools.lru_cache} makes: remembers results by arguments, without limit or the most recently
 * used ones up to a limit. The function it wraps may call it again.
 */
@PythonType(name = "_lru_cache_wrapper", module = "functools")
public final class LruCacheWrapper extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "functools",
                    "_lru_cache_wrapper",
                    new LruCacheWrapperExposed.SlotTable(),
                    new LruCacheWrapperExposed())
            .notSubclassable()
            .withDict()
            .weakReferenceable()
            .methodDescriptor();

    /** Stands between positional and named arguments in a key. */
    private static final PyObject KEYWORDS_FOLLOW = new Link(null, 0, null);

    /** A result in order of use. */
    private static final class Link extends PyObject {
        private PyObject key;
        private long hash;
        private PyObject result;
        private Link previous = this;
        private Link next = this;

        Link(PyObject key, long hash, PyObject result) {
            super(PyType.OBJECT);
            this.key = key;
            this.hash = hash;
            this.result = result;
        }

        void unlink() {
            previous.next = next;
            next.previous = previous;
        }

        /** Puts a link in front of this one. */
        void insertBefore(Link link) {
            link.previous = previous;
            link.next = this;
            previous.next = link;
            previous = link;
        }
    }

    private final PyObject function;
    /** -1 for no limit. */
    private final long maxSize;

    private final boolean typed;
    private final PyObject cacheInfoType;
    private final PyDict cache = new PyDict();
    /** Before the oldest and after the newest result. */
    private final Link root = new Link(null, 0, null);

    private long hits;
    private long misses;

    private LruCacheWrapper(PyType cls, PyObject function, long maxSize, boolean typed, PyObject cacheInfoType) {
        super(cls);
        this.function = function;
        this.maxSize = maxSize;
        this.typed = typed;
        this.cacheInfoType = cacheInfoType;
    }

    @PythonNew("($cls, user_function, maxsize, typed, cache_info_type)")
    static PyObject make(
            ThreadState thread,
            PyType cls,
            PyObject function,
            PyObject maxSize,
            boolean typed,
            PyObject cacheInfoType) {
        if (!Calls.isCallable(function)) {
            throw PyErr.typeError("the first argument must be callable");
        }
        long limit = -1;
        if (maxSize != Singletons.NONE) {
            if (!maxSize.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("maxsize should be integer or None");
            }
            limit = Math.max(0, Numbers.toLong(Numbers.index(thread, maxSize)));
        }
        return new LruCacheWrapper(cls, function, limit, typed, cacheInfoType);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (maxSize == 0) {
            misses++;
            return Calls.call(thread, function, args, names);
        }
        PyObject key = key(args, names);
        long hash = Objects.hash(thread, key);
        return maxSize < 0
                ? callUnlimited(thread, key, hash, args, names)
                : callLimited(thread, key, hash, args, names);
    }

    private PyObject key(PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        if (!typed && named == 0) {
            if (args.length == 1 && (args[0].type() == PyStr.TYPE || args[0].type() == PyInt.TYPE)) {
                return args[0];
            }
            return PyTuple.of(args.clone());
        }
        int positional = args.length - named;
        PyObject[] key = new PyObject[positional + (named > 0 ? 1 + 2 * named : 0) + (typed ? args.length : 0)];
        System.arraycopy(args, 0, key, 0, positional);
        int next = positional;
        if (named > 0) {
            key[next++] = KEYWORDS_FOLLOW;
            for (int i = 0; i < named; i++) {
                key[next++] = names[i];
                key[next++] = args[positional + i];
            }
        }
        if (typed) {
            for (PyObject arg : args) {
                key[next++] = arg.type();
            }
        }
        return PyTuple.of(key);
    }

    private PyObject callUnlimited(ThreadState thread, PyObject key, long hash, PyObject[] args, PyStr[] names) {
        int at = cache.find(thread, key, hash);
        if (at >= 0) {
            hits++;
            return cache.valueAt(at);
        }
        misses++;
        PyObject result = Calls.call(thread, function, args, names);
        cache.put(thread, key, hash, result);
        return result;
    }

    private PyObject callLimited(ThreadState thread, PyObject key, long hash, PyObject[] args, PyStr[] names) {
        int at = cache.find(thread, key, hash);
        if (at >= 0) {
            Link link = (Link) cache.valueAt(at);
            link.unlink();
            root.insertBefore(link);
            hits++;
            return link.result;
        }
        misses++;
        PyObject result = Calls.call(thread, function, args, names);
        // The call may have come back here with the same arguments.
        if (cache.find(thread, key, hash) >= 0) {
            return result;
        }
        Link link;
        if (cache.size() < maxSize || root.next == root) {
            link = new Link(key, hash, result);
        } else {
            link = root.next;
            link.unlink();
            int oldest = cache.find(thread, link.key, link.hash);
            if (oldest < 0) {
                return result;
            }
            cache.removeAt(oldest);
            link.key = key;
            link.hash = hash;
            link.result = result;
        }
        cache.put(thread, key, hash, link);
        root.insertBefore(link);
        return result;
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject get(ThreadState thread, PyObject object, PyType owner) {
        return object == null || object == Singletons.NONE ? this : new PyMethod(this, object);
    }

    @PythonMethod("cache_info($self, /)")
    PyObject cacheInfo(ThreadState thread) {
        return Calls.callArray(
                thread,
                cacheInfoType,
                PyInt.of(hits),
                PyInt.of(misses),
                maxSize < 0 ? Singletons.NONE : PyInt.of(maxSize),
                PyInt.of(cache.size()));
    }

    @PythonMethod("cache_clear($self, /)")
    void cacheClear() {
        hits = 0;
        misses = 0;
        cache.clearEntries();
        root.next = root;
        root.previous = root;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return Attributes.get(thread, this, Names.QUALNAME);
    }

    @PythonMethod("__copy__($self, /)")
    PyObject copy() {
        return this;
    }

    @PythonMethod("__deepcopy__($self, memo, /)")
    PyObject deepCopy(PyObject memo) {
        return this;
    }
}
