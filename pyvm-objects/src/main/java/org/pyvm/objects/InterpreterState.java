package org.pyvm.objects;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;

/**
 * All that belongs to one interpreter (chapter 7 of the book). Two interpreters in one JVM share built-in types and code
 * objects, which are immutable, and nothing else.
 */
public final class InterpreterState {
    private final AtomicLong nextThreadId = new AtomicLong(1);
    private final List<ThreadState> threads = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private final InterpreterLock lock;
    private final Finalization finalization = new Finalization(this);
    /** {@code sys.modules}. */
    public PyDict modules = new PyDict();
    /** The namespace of {@code builtins}, the last place where names are looked up. */
    public PyDict builtins = new PyDict();
    /** The module {@code sys}; null until it is made. */
    public PyModule sys;

    /** Runs frames; set when the machine is assembled. */
    public FrameEvaluator evaluator;
    /** Makes the frames of functions that are defined from now on; null for new ones at each call. */
    public FrameAllocator frames;
    /** The instructions of plugins; null until one adds some. */
    public ExtraInstructions extraInstructions;

    private int recursionLimit = 1000;
    private int intMaxStrDigits = 4300;
    private boolean bytesWarning;
    private boolean devMode;
    private boolean debugRanges = true;
    private boolean warnDefaultEncoding;
    private volatile boolean finalizing;
    private volatile boolean instrumented;
    private boolean repeatable;

    public InterpreterState() {
        this(new InterpreterLock());
    }

    /** @param lock which no other interpreter uses */
    public InterpreterState(InterpreterLock lock) {
        this.lock = lock;
    }

    /** A thread state for the calling or a new thread; see {@link ThreadState#attach}. */
    public ThreadState newThread() {
        ThreadState thread = new ThreadState(this, nextThreadId.getAndIncrement());
        threads.add(thread);
        return thread;
    }

    /** Forgets a thread that has ended. */
    public void endThread(ThreadState thread) {
        threads.remove(thread);
    }

    /** The living threads, oldest first. */
    public List<ThreadState> threads() {
        return threads;
    }

    /** The lock that a thread holds while it runs Python code: the book's GIL. */
    public InterpreterLock lock() {
        return lock;
    }

    /** What is done when objects die. */
    public Finalization finalization() {
        return finalization;
    }

    /** Whether instruments are installed that follow what frames do. */
    public boolean isInstrumented() {
        return instrumented;
    }

    /** Whether what is hashed by identity has the same hash in each run, so that sets have the same order. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** To be said before anything is hashed. */
    public void setRepeatable(boolean on) {
        repeatable = on;
    }

    /** To be called by a thread that holds the lock; all threads then tell the instruments, or no longer. */
    public void setInstrumented(boolean on) {
        instrumented = on;
        lock.setPollsWatched(on);
        threads.forEach(ThreadState::observersChanged);
    }

    public int recursionLimit() {
        return recursionLimit;
    }

    /** Digits beyond which {@code int} and {@code str} are not converted; 0 for no limit. */
    public int intMaxStrDigits() {
        return intMaxStrDigits;
    }

    public void setIntMaxStrDigits(int digits) {
        intMaxStrDigits = digits;
    }

    /** {@code -b}: whether to warn where bytes are taken for text. */
    public boolean bytesWarning() {
        return bytesWarning;
    }

    public void setBytesWarning(boolean on) {
        bytesWarning = on;
    }

    /** {@code -X dev}: whether encodings and error handlers are looked up even where nothing needs them. */
    public boolean devMode() {
        return devMode;
    }

    public void setDevMode(boolean on) {
        devMode = on;
    }

    /** Whether code tells the columns of its instructions; not with {@code -X no_debug_ranges}. */
    public boolean debugRanges() {
        return debugRanges;
    }

    public void setDebugRanges(boolean on) {
        debugRanges = on;
    }

    /** {@code -X warn_default_encoding}: whether to warn where an encoding is left to the locale (PEP 597). */
    public boolean warnDefaultEncoding() {
        return warnDefaultEncoding;
    }

    public void setWarnDefaultEncoding(boolean on) {
        warnDefaultEncoding = on;
    }

    /** Whether the interpreter is being closed. */
    public boolean isFinalizing() {
        return finalizing;
    }

    public void setFinalizing() {
        finalizing = true;
    }

    /** {@code sys.setrecursionlimit}, for all threads. */
    public void setRecursionLimit(int limit) {
        int change = limit - recursionLimit;
        recursionLimit = limit;
        for (ThreadState thread : threads) {
            thread.recursionRemaining += change;
        }
    }

    /**
     * State that a part of the machine keeps per interpreter, found by its class: the host, caches of a built-in module,
     * what CPython keeps in static types. Not for hot paths.
     */
    public <T> T service(Class<T> key) {
        Object service = services.get(key);
        if (service == null) {
            throw new IllegalStateException("no service " + key.getName());
        }
        return key.cast(service);
    }

    /** As {@link #service(Class)}, made by {@code maker} at the first call. */
    public <T> T service(Class<T> key, java.util.function.Supplier<T> maker) {
        Object service = services.get(key);
        if (service == null) {
            T made = maker.get();
            Object raced = services.putIfAbsent(key, made);
            service = raced == null ? made : raced;
        }
        return key.cast(service);
    }

    /** As {@link #service(Class)}, null when there is none. */
    public <T> T serviceOrNull(Class<T> key) {
        return key.cast(services.get(key));
    }

    public <T> void setService(Class<T> key, T service) {
        services.put(key, service);
    }
}
