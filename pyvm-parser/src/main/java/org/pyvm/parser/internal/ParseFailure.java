package org.pyvm.parser.internal;

/** Tokens that the grammar does not allow; what to tell the user is found out afterwards. */
final class ParseFailure extends RuntimeException {
    /** The index of the first token that fits nowhere. */
    final int position;

    ParseFailure(int position) {
        super(null, null, false, false);
        this.position = position;
    }
}
