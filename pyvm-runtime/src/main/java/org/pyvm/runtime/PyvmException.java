package org.pyvm.runtime;

/**
 * What an embedder catches: a Python exception that nobody handled, with its traceback, or a machine that could not be
 * assembled.
 */
public final class PyvmException extends RuntimeException {
    private final String typeName;
    private final String traceback;

    /** A problem of assembly. */
    public PyvmException(String message) {
        this(message, "", "");
    }

    /**
     * A Python exception.
     *
     * @param message its type and text, as the last line of its traceback
     * @param typeName name of its type
     * @param traceback the whole text that python3 would print
     */
    public PyvmException(String message, String typeName, String traceback) {
        super(message);
        this.typeName = typeName;
        this.traceback = traceback;
    }

    /** Name of the Python exception's type; empty when there is none. */
    public String typeName() {
        return typeName;
    }

    /** The traceback as python3 prints it; empty when there is none. */
    public String traceback() {
        return traceback;
    }
}
