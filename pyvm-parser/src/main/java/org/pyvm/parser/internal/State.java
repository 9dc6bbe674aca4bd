package org.pyvm.parser.internal;

import java.util.Arrays;
import java.util.BitSet;

/** A place in a rule: what may come next, and where that leads. */
public final class State {
    /** The token fits nowhere here. */
    static final int ERROR = 0;
    /** Take the token. */
    static final int SHIFT = 1;
    /** Enter a rule. */
    static final int CALL = 2;
    /** The rule has ended before the token. */
    static final int END = 3;
    /** Several ways lead on. */
    static final int CHOICE = 4;

    private static final Action STOP = new Action(ERROR, null, null, null, 0);
    private static final Action RETURN = new Action(END, null, null, null, 0);
    /** In a set of second tokens: any will do. */
    private static final int ANY = Vocabulary.UNKNOWN;

    final RuleTable rule;
    final Arc[] arcs;
    private final boolean isFinal;
    private Row row;

    /**
     * A step to another state.
     *
     * @param terminal the terminal that is taken, or 0
     * @param rule the rule that is entered, or null
     */
    record Arc(int terminal, RuleTable rule, State target) {}

    /** What to do at a token. */
    static final class Action {
        private final int kind;
        private final State target;
        private final RuleTable rule;
        private final Choice choice;
        private final int token;
        private Chain chain;

        Action(int kind, State target, RuleTable rule, Choice choice, int token) {
            this.kind = kind;
            this.target = target;
            this.rule = rule;
            this.choice = choice;
            this.token = token;
        }

        int kind() {
            return kind;
        }

        /** Of SHIFT, the state that follows; of CALL, where to go on afterwards. */
        State target() {
            return target;
        }

        /** Of CALL. */
        RuleTable rule() {
            return rule;
        }

        Choice choice() {
            return choice;
        }

        /** Of CALL: what the token opens from the rule on. */
        Chain chain() {
            Chain made = chain;
            if (made == null) {
                made = Chain.of(rule, token);
                chain = made;
            }
            return made;
        }
    }

    /**
     * Actions by class of token.
     *
     * @param alwaysEnds whether the rule ends here whatever follows, so that no token need be asked for
     */
    record Row(Action[] actions, boolean alwaysEnds) {}

    /** Arcs that the same token allows, in order. */
    static final class Choice {
        final State state;
        final Action[] actions;
        private final int token;
        private final int[] arcs;
        private Seconds seconds;

        private record Seconds(BitSet[] tokens) {}

        Choice(State state, int token, Action[] actions, int[] arcs) {
            this.state = state;
            this.token = token;
            this.actions = actions;
            this.arcs = arcs;
        }

        /** Whether an alternative goes on with a token of that class behind the next. */
        boolean allows(int alternative, int secondToken) {
            Seconds made = seconds;
            if (made == null) {
                BitSet[] tokens = new BitSet[arcs.length];
                for (int i = 0; i < tokens.length; i++) {
                    tokens[i] = new BitSet();
                    state.addSeconds(state.arcs[arcs[i]], token, tokens[i]);
                }
                made = new Seconds(tokens);
                seconds = made;
            }
            return made.tokens[alternative].get(ANY) || made.tokens[alternative].get(secondToken);
        }
    }

    State(RuleTable rule, int arcCount, boolean isFinal) {
        this.rule = rule;
        this.arcs = new Arc[arcCount];
        this.isFinal = isFinal;
    }

    /** Whether the rule may end here. */
    public boolean isFinal() {
        return isFinal;
    }

    public int arcCount() {
        return arcs.length;
    }

    /** The rule that an arc enters, or null when it takes a token. */
    public RuleTable ruleOf(int arc) {
        return arcs[arc].rule;
    }

    /** The keyword or operator that alone may come next; null when there are other things, or other ways. */
    String onlySpelling() {
        return arcs.length == 1 && arcs[0].rule == null ? rule.tables.spelling(arcs[0].terminal) : null;
    }

    /** Where an arc leads. */
    public State targetOf(int arc) {
        return arcs[arc].target;
    }

    /** Whether an arc begins with a class of token. */
    public boolean allows(int arc, int token) {
        return first(arcs[arc]).get(token);
    }

    Row row() {
        Row made = row;
        if (made == null) {
            made = makeRow();
            row = made;
        }
        return made;
    }

    private Row makeRow() {
        Action[] actions = new Action[rule.tables.vocabulary.size()];
        Arrays.fill(actions, isFinal ? RETURN : STOP);
        var seen = new BitSet();
        var twice = new BitSet();
        for (Arc arc : arcs) {
            BitSet tokens = first(arc);
            for (int token = tokens.nextSetBit(0); token >= 0; token = tokens.nextSetBit(token + 1)) {
                if (seen.get(token)) {
                    twice.set(token);
                } else {
                    seen.set(token);
                    actions[token] = action(arc, token);
                }
            }
        }
        for (int token = twice.nextSetBit(0); token >= 0; token = twice.nextSetBit(token + 1)) {
            actions[token] = new Action(CHOICE, null, null, choice(token), token);
        }
        return new Row(actions, arcs.length == 0);
    }

    private Choice choice(int token) {
        Action[] actions = new Action[arcs.length];
        int[] fitting = new int[arcs.length];
        int count = 0;
        for (int i = 0; i < arcs.length; i++) {
            if (first(arcs[i]).get(token)) {
                actions[count] = action(arcs[i], token);
                fitting[count++] = i;
            }
        }
        return new Choice(this, token, Arrays.copyOf(actions, count), Arrays.copyOf(fitting, count));
    }

    private static Action action(Arc arc, int token) {
        return new Action(arc.rule == null ? SHIFT : CALL, arc.target, arc.rule, null, token);
    }

    private BitSet first(Arc arc) {
        if (arc.rule != null) {
            return arc.rule.first();
        }
        var tokens = new BitSet();
        rule.tables.addFitting(arc.terminal, tokens);
        return tokens;
    }

    /** Whether one token allows several arcs. */
    boolean hasConflict() {
        var seen = new BitSet();
        for (Arc arc : arcs) {
            BitSet tokens = first(arc);
            if (tokens.intersects(seen)) {
                return true;
            }
            seen.or(tokens);
        }
        return false;
    }

    /** Adds the classes of tokens that may follow {@code token} when that is what an arc begins with. */
    private void addSeconds(Arc arc, int token, BitSet into) {
        if (arc.rule != null) {
            var within = new BitSet();
            State start = arc.rule.start();
            for (Arc inner : start.arcs) {
                if (start.first(inner).get(token)) {
                    start.addSeconds(inner, token, within);
                }
            }
            boolean mayEnd = within.get(ANY);
            within.clear(ANY);
            into.or(within);
            if (!mayEnd) {
                return;
            }
        }
        for (Arc next : arc.target.arcs) {
            into.or(first(next));
        }
        if (arc.target.isFinal) {
            into.set(ANY);
        }
    }
}
