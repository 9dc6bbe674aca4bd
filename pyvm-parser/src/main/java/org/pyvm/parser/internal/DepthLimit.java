package org.pyvm.parser.internal;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.pyvm.parser.ParseTree;

/**
 * When to give up on deep nesting: where CPython's parser, which recurs, runs out of its 6,000 levels and raises
 * MemoryError. It needs more levels for some constructs than we have rules; the rest was measured with CPython 3.11.
 */
final class DepthLimit {
    private static final int MAX_LEVELS = 6000;
    /** What CPython needs for any expression statement, less what we do. */
    private static final int BASE = 20;

    private static final Map<String, Integer> EXTRA_LEVELS = Map.of(
            "testlist_comp", 10, "dictorsetmaker", 12, "arglist", 7, "subscriptlist", 7, "varargslist", 5, "suite", 2);

    private final int[] levels;
    private final int heaviest;
    private final int ifStatement;

    DepthLimit(ParseTables tables) {
        levels = new int[tables.ruleCount()];
        int most = 1;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 1 + EXTRA_LEVELS.getOrDefault(tables.rule(i).name(), 0);
            most = Math.max(most, levels[i]);
        }
        heaviest = most;
        RuleTable known = tables.rule("if_stmt");
        ifStatement = known == null ? -1 : known.number;
    }

    /** The depth at which to look first. */
    int firstCheck() {
        return (MAX_LEVELS - BASE) / heaviest;
    }

    /**
     * The depth at which to look next, or -1 when it is too deep now.
     *
     * @param open the number of open rules
     * @param ruleAt the rule open at a depth
     */
    int check(int open, IntUnaryOperator ruleAt) {
        int sum = BASE;
        for (int depth = 0; depth < open; depth++) {
            sum += levels[ruleAt.applyAsInt(depth)];
        }
        return sum > MAX_LEVELS ? -1 : open + Math.max(1, (MAX_LEVELS - sum) / heaviest);
    }

    /** Whether a node alone is too deep: CPython nests each {@code elif} in the one before. */
    boolean isTooDeep(int rule, ParseTree node) {
        return rule == ifStatement && node.childCount() / 4 > MAX_LEVELS - BASE - 14;
    }
}
