package org.pyvm.objects;

/** The six rich comparisons, in the order of COMPARE_OP's argument. */
public enum Comparison {
    LT("<", "__lt__"),
    LE("<=", "__le__"),
    EQ("==", "__eq__"),
    NE("!=", "__ne__"),
    GT(">", "__gt__"),
    GE(">=", "__ge__");

    private static final Comparison[] SWAPPED = {GT, GE, EQ, NE, LT, LE};

    private final String symbol;
    private final String specialMethod;

    Comparison(String symbol, String specialMethod) {
        this.symbol = symbol;
        this.specialMethod = specialMethod;
    }

    public String symbol() {
        return symbol;
    }

    public String specialMethod() {
        return specialMethod;
    }

    /** The comparison that holds between {@code b} and {@code a} when this one holds between {@code a} and {@code b}. */
    public Comparison swapped() {
        return SWAPPED[ordinal()];
    }

    /** What this comparison answers for the result of a three-way comparison. */
    public boolean holds(int order) {
        return switch (this) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }
}
