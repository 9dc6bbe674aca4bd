package org.pyvm.ast;

/** The constants that are neither numbers nor text. */
public enum SpecialConstant {
    NONE("None"),
    ELLIPSIS("Ellipsis");

    private final String repr;

    SpecialConstant(String repr) {
        this.repr = repr;
    }

    /** As Python's {@code repr} writes it. */
    @Override
    public String toString() {
        return repr;
    }
}
