package org.pyvm.ast.internal;

/** A literal cannot be decoded. Where the error is shown depends on what stands around it; see {@link LiteralErrors}. */
final class LiteralException extends RuntimeException {
    LiteralException(String message) {
        super(message, null, false, false);
    }
}
