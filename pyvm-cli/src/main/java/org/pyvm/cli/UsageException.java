package org.pyvm.cli;

/** A command line or environment that cannot be obeyed. */
final class UsageException extends Exception {
    private final int status;
    private final boolean showsUsage;

    /** @param status of the process */
    UsageException(String message, int status, boolean showsUsage) {
        super(message);
        this.status = status;
        this.showsUsage = showsUsage;
    }

    /** A mistake in the options. */
    static UsageException ofOptions(String message) {
        return new UsageException(message, 2, true);
    }

    /** A value that the machine cannot start with; {@code where} is CPython's name of the check. */
    static UsageException fatal(String where, String message) {
        return new UsageException(
                "Fatal Python error: " + where + ": " + message + "\nPython runtime state: preinitialized\n", 1, false);
    }

    int status() {
        return status;
    }

    /** Whether the usage line follows. */
    boolean showsUsage() {
        return showsUsage;
    }
}
