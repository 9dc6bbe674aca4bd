package org.pyvm.parser.internal;

import org.pyvm.parser.Symbol;

/**
 * A rule as read.
 *
 * @param symbol what its nodes are; null for a rule that gets none ({@code _name})
 * @param keep its node stays in short trees ({@code name!})
 * @param giveWay its node gives way to a single token ({@code name?})
 * @param line of the grammar text
 */
public record Rule(String name, Symbol symbol, boolean keep, boolean giveWay, Expansion expansion, int line) {
    /** Whether it is a part of other rules, without a node of its own. */
    public boolean isPart() {
        return isPart(name);
    }

    static boolean isPart(String name) {
        return name.startsWith("_");
    }

    public Rule with(Symbol newSymbol) {
        return new Rule(name, newSymbol, keep, giveWay, expansion, line);
    }

    public Rule with(Expansion newExpansion) {
        return new Rule(name, symbol, keep, giveWay, newExpansion, line);
    }

    @Override
    public String toString() {
        return name + (keep ? "!" : giveWay ? "?" : "") + ": " + expansion;
    }
}
