package org.pyvm.modules.decimal;

/** Precision, rounding and range of results, and the signals that operations raised. */
final class DecimalContext {
    static final long MAX_PREC = 999999999999999999L;
    static final long MAX_EMAX = 999999999999999999L;
    static final long MIN_EMIN = -999999999999999999L;
    static final long MIN_ETINY = MIN_EMIN - (MAX_PREC - 1);

    long prec;
    Rounding rounding;
    long emin;
    long emax;
    boolean capitals = true;
    boolean clamp;
    int traps;
    /** The signals of operations so far. */
    int flags;
    /** The signals of the operation that is being done. */
    int raised;

    DecimalContext(long prec, Rounding rounding, long emin, long emax) {
        this.prec = prec;
        this.rounding = rounding;
        this.emin = emin;
        this.emax = emax;
    }

    /** The widest range, for results that are rounded once more. */
    static DecimalContext widest(long prec) {
        return new DecimalContext(prec, Rounding.ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX);
    }

    DecimalContext copy() {
        DecimalContext copy = new DecimalContext(prec, rounding, emin, emax);
        copy.capitals = capitals;
        copy.clamp = clamp;
        copy.traps = traps;
        copy.flags = flags;
        return copy;
    }

    /** The same limits with another rounding, and no signals. */
    DecimalContext withRounding(Rounding other) {
        DecimalContext copy = copy();
        copy.rounding = other;
        copy.flags = 0;
        copy.traps = 0;
        return copy;
    }

    long etiny() {
        return emin - prec + 1;
    }

    long etop() {
        return emax - prec + 1;
    }

    void raise(int signals) {
        raised |= signals;
    }

    /** Raises a kind of InvalidOperation, whose result is NaN. */
    DecimalNumber invalid(int condition) {
        raised |= condition;
        return DecimalNumber.NAN;
    }

    DecimalNumber invalid() {
        return invalid(Signal.INVALID_OPERATION);
    }
}
