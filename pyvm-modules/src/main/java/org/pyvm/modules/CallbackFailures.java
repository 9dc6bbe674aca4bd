package org.pyvm.modules;

/**
 * What must not be thrown to native code, for that would end the process: kept on the thread that the code called back on, until it has
 * returned there.
 */
public final class CallbackFailures {
    private final ThreadLocal<Throwable> kept = new ThreadLocal<>();

    /** Keeps a failure, if it is the first. */
    public void keep(Throwable failure) {
        if (kept.get() == null) {
            kept.set(failure);
        }
    }

    /** Whether one waits on this thread. */
    public boolean hasKept() {
        return kept.get() != null;
    }

    /** Native code has returned: throws what was kept. */
    public void raise() {
        Throwable failure = kept.get();
        if (failure != null) {
            kept.remove();
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
