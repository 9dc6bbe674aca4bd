package org.pyvm.runtime.internal.assembly;

import java.util.List;

/**
 * Where a new operator binds: between two neighbouring levels of Python's.
 *
 * @param right rule of its right operand
 */
public record OperatorLevel(String looser, String tighter, String right) {
    private OperatorLevel(String looser, String tighter) {
        this(looser, tighter, tighter);
    }

    /** An operator that stands for its level, and the level's rule; the loosest first. */
    private record Level(String operator, String rule) {}

    private static final List<Level> LEVELS = List.of(
            new Level("if", "test"),
            new Level("or", "or_test"),
            new Level("and", "and_test"),
            new Level("not", "not_test"),
            new Level("<", "comparison"),
            new Level("|", "expr"),
            new Level("^", "xor_expr"),
            new Level("&", "and_expr"),
            new Level("<<", "shift_expr"),
            new Level("+", "arith_expr"),
            new Level("*", "term"),
            new Level("-x", "factor"),
            new Level("**", "power"),
            new Level("await", "atom_expr"));

    /**
     * @param operator one of Python's: {@code if}, {@code or}, {@code and}, {@code not}, {@code <}, {@code |}, {@code ^},
     *     {@code &}, {@code <<}, {@code +}, {@code *}, {@code -x} (unary), {@code **}, {@code await}
     * @throws IllegalArgumentException for another, and where there is no level
     */
    public static OperatorLevel looserThan(String operator) {
        int at = indexOf(operator);
        if (at == 0) {
            throw new IllegalArgumentException("no operator binds looser than '" + operator + "'");
        }
        return new OperatorLevel(LEVELS.get(at - 1).rule(), LEVELS.get(at).rule());
    }

    /** As {@link #looserThan}. */
    public static OperatorLevel tighterThan(String operator) {
        int at = indexOf(operator);
        if (at == LEVELS.size() - 1) {
            throw new IllegalArgumentException("no operator binds tighter than '" + operator + "'");
        }
        return new OperatorLevel(LEVELS.get(at).rule(), LEVELS.get(at + 1).rule());
    }

    /** The same level for operators with another right operand. */
    public OperatorLevel withRight(String rule) {
        return new OperatorLevel(looser, tighter, rule);
    }

    private static int indexOf(String operator) {
        for (int i = 0; i < LEVELS.size(); i++) {
            if (LEVELS.get(i).operator().equals(operator)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no level of operators is named by '" + operator + "'");
    }

    /** Name of the rule that is put between. */
    String rule() {
        return "between_" + looser + "_and_" + tighter + (right.equals(tighter) ? "" : "_with_" + right);
    }
}
