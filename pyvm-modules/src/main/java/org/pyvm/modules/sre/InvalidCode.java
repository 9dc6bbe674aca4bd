package org.pyvm.modules.sre;

/** Code that {@code re._compiler} does not make. */
final class InvalidCode extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidCode() {
        super("invalid SRE code", null, false, false);
    }
}
