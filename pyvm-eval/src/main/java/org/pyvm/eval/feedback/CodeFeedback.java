package org.pyvm.eval.feedback;

import org.pyvm.compiler.CodeObject;

/** What the instructions of one code object have seen. */
public final class CodeFeedback {
    private final CodeObject code;
    private final Place[] places;
    long entries;

    CodeFeedback(CodeObject code) {
        this.code = code;
        this.places = new Place[code.code().length / 2];
    }

    public CodeObject code() {
        return code;
    }

    /** How often frames of the code began or were resumed. */
    public long entries() {
        return entries;
    }

    /** What the instruction at an offset has seen; null when it has not run. */
    public Place at(int offset) {
        return places[offset >> 1];
    }

    Place reached(int offset) {
        Place place = places[offset >> 1];
        if (place == null) {
            place = new Place();
            places[offset >> 1] = place;
        }
        return place;
    }
}
