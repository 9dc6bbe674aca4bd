package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules that a single token opens, one as the first thing in the other: an expression {@code x} opens fifteen, from
 * {@code test} to {@code atom}. Where the token behind it ends them all, none of them gets a node in a short tree, and the
 * machine need not enter them one by one.
 */
final class Chain {
    /** No chain begins here. */
    static final Chain NONE = new Chain(List.of(), 0);

    private static final byte NOT_KNOWN = -1;

    /** Each rule's state behind its first child, the innermost first. */
    private final State[] behind;

    /** By class of the second token: the innermost rule that goes on with it. */
    private final byte[] goesOn;

    private Chain(List<State> behind, int tokenClasses) {
        this.behind = behind.toArray(State[]::new);
        this.goesOn = new byte[tokenClasses];
        Arrays.fill(goesOn, NOT_KNOWN);
    }

    /** The chain that a token opens from a rule on, or {@link #NONE}. */
    static Chain of(RuleTable outermost, int token) {
        List<State> behind = new ArrayList<>();
        RuleTable rule = outermost;
        while (!rule.rule.keep()) {
            State.Action action = rule.start().row().actions()[token];
            if (action.kind() == State.SHIFT && rule.rule.giveWay()) {
                behind.addFirst(action.target());
                return new Chain(behind, rule.tables.vocabulary.size());
            }
            if (action.kind() != State.CALL) {
                return NONE;
            }
            behind.addFirst(action.target());
            rule = action.rule();
        }
        return NONE;
    }

    /** The number of rules. */
    int length() {
        return behind.length;
    }

    /** The state of a rule behind its first child, counted from the innermost. */
    State behind(int level) {
        return behind[level];
    }

    /** The innermost rule that goes on with a class of token, or {@link #length()} when all end before it. */
    int goesOn(int token) {
        // Bytes may be written by several threads at once, but always with the same value.
        byte known = goesOn[token];
        if (known == NOT_KNOWN) {
            known = 0;
            while (known < behind.length && behind[known].row().actions()[token].kind() == State.END) {
                known++;
            }
            goesOn[token] = known;
        }
        return known;
    }
}
