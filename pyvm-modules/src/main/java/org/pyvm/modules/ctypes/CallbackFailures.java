package org.pyvm.modules.ctypes;

/** What went wrong in callbacks and cannot be thrown through native code, for that would end the process: raised after the call. */
final class CallbackFailures {
    private final ThreadLocal<Throwable> kept = new ThreadLocal<>();

    void keep(Throwable failure) {
        if (kept.get() == null) {
            kept.set(failure);
        }
    }

    void raise() {
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
