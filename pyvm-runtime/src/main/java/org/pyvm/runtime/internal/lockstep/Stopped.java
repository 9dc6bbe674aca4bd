package org.pyvm.runtime.internal.lockstep;

/** Ends an interpreter whose comparison is over. No Python code catches it. */
public final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("the comparison is over", null, false, false);
    }
}
