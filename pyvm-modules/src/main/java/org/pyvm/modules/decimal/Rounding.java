package org.pyvm.modules.decimal;

/** How what does not fit is rounded, in the order of the module's list. */
enum Rounding {
    ROUND_UP,
    ROUND_DOWN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_05UP;

    /**
     * Whether the kept part goes up by one.
     *
     * @param discarded the discarded part against one half of the kept part's last place: -1, 0 or 1; it is not zero
     * @param lastDigit of the kept part
     */
    boolean goesUp(boolean negative, int discarded, int lastDigit) {
        return switch (this) {
            case ROUND_UP -> true;
            case ROUND_DOWN -> false;
            case ROUND_CEILING -> !negative;
            case ROUND_FLOOR -> negative;
            case ROUND_HALF_UP -> discarded >= 0;
            case ROUND_HALF_DOWN -> discarded > 0;
            case ROUND_HALF_EVEN -> discarded > 0 || discarded == 0 && lastDigit % 2 != 0;
            case ROUND_05UP -> lastDigit % 5 == 0;
        };
    }

    /** Whether a number too large becomes infinite rather than the largest finite one. */
    boolean overflowsToInfinity(boolean negative) {
        return switch (this) {
            case ROUND_DOWN, ROUND_05UP -> false;
            case ROUND_CEILING -> !negative;
            case ROUND_FLOOR -> negative;
            case ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN -> true;
        };
    }
}
