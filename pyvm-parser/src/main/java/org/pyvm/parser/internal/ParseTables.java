package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.parser.Symbol;
import org.pyvm.tokenizer.TokenKind;

/**
 * A grammar compiled for the machine: the automata of all rules as numbered states, and for each state a row that says
 * what to do at each class of token. Rows are made when a state is first reached, so that a short program does not pay
 * for the whole grammar; two threads may make the same row, which does no harm.
 */
public final class ParseTables {
    /** What to do is in the low bits of an action. */
    static final int KIND = 7;

    /** The token fits nowhere here. */
    static final int ERROR = 0;
    /** Take the token; the rest is the state that follows. */
    static final int SHIFT = 1;
    /** Enter a rule; the rest is the rule's number, then the state to go on in afterwards. */
    static final int CALL = 2;
    /** The rule has ended before the token. */
    static final int END = 3;
    /** Several of the above lead on; the rest is the index of the {@link Choice} in the row. */
    static final int CHOICE = 4;

    private static final int SHIFT_BITS = 3;
    private static final int RULE_BITS = 12;

    /** The second token may be any. */
    private static final int ANY = Vocabulary.UNKNOWN;

    /**
     * What to do in one state, by class of token.
     *
     * @param alwaysEnds whether the rule ends here whatever follows, so that no token need be asked for
     */
    record Row(int[] actions, Choice[] choices, boolean alwaysEnds) {}

    /**
     * Alternatives that the next token allows, in order.
     *
     * @param actions SHIFT or CALL
     * @param seconds the classes of the token behind it that each alternative allows
     * @param number tells choices apart
     */
    record Choice(int[] actions, BitSet[] seconds, int number) {
        boolean allows(int alternative, int secondToken) {
            return seconds[alternative].get(ANY) || seconds[alternative].get(secondToken);
        }
    }

    final Vocabulary vocabulary;
    final Symbol[] terminals;
    final Rule[] rules;
    final int[] startOfRule;
    final int[] ruleOfState;
    /** Rules that may need to be tried again, whose outcome is therefore remembered. */
    final boolean[] mayChoose;

    private final RuleAutomaton.State[] states;
    private final int[] firstStateOfRuleOfState;
    private final BitSet[] firstSets;
    private final Row[] rows;
    private final Set<String> extended;

    /**
     * @param nodeRules the rules that have nodes, by number
     * @param parts the others
     * @param tokenKinds by name and by spelling
     * @param extended names of rules to which alternatives were added
     */
    public ParseTables(List<Rule> nodeRules, Map<String, Rule> parts, TokenNames tokenKinds, Set<String> extended) {
        this.extended = extended;
        rules = nodeRules.toArray(Rule[]::new);
        vocabulary = new Vocabulary();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rules.length; i++) {
            numbers.put(rules[i].name(), i);
        }
        startOfRule = new int[rules.length];
        List<RuleAutomaton.State> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            startOfRule[i] = all.size();
            var automaton = new RuleAutomaton(rules[i].expansion(), parts, text -> switch (text) {
                case Expansion.Name name when numbers.containsKey(name.name()) -> ~numbers.get(name.name());
                case Expansion.Name name -> vocabulary.of(tokenKinds.byName(name.name()));
                case Expansion.Quoted quoted
                when TokenNames.isWord(quoted.text()) -> vocabulary.of(quoted.text(), quoted.soft());
                case Expansion.Quoted quoted -> vocabulary.of(tokenKinds.bySpelling(quoted.text()));
                default -> throw new IllegalArgumentException(text.toString());
            });
            all.addAll(automaton.states);
            for (int n = 0; n < automaton.states.size(); n++) {
                owners.add(i);
            }
        }
        vocabulary.seal();
        states = all.toArray(RuleAutomaton.State[]::new);
        ruleOfState = owners.stream().mapToInt(Integer::intValue).toArray();
        firstStateOfRuleOfState =
                owners.stream().mapToInt(owner -> startOfRule[owner]).toArray();
        rows = new Row[states.length];
        firstSets = new BitSet[rules.length];
        for (int i = 0; i < rules.length; i++) {
            first(i);
        }
        mayChoose = new boolean[rules.length];
        for (int state = 0; state < states.length; state++) {
            mayChoose[ruleOfState[state]] |= states[state].labels().length > 1 && hasConflict(state);
        }
        terminals = new Symbol[vocabulary.size()];
        for (int i = 1; i < terminals.length; i++) {
            terminals[i] = tokenKinds.symbol(vocabulary.terminal(i).kind());
        }
    }

    static int targetOfShift(int action) {
        return action >>> SHIFT_BITS;
    }

    static int indexOfChoice(int action) {
        return action >>> SHIFT_BITS;
    }

    static int ruleOfCall(int action) {
        return action >>> SHIFT_BITS & (1 << RULE_BITS) - 1;
    }

    static int targetOfCall(int action) {
        return action >>> SHIFT_BITS + RULE_BITS;
    }

    /** The number of a rule, or -1. */
    public int ruleNumber(String name) {
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    Row row(int state) {
        Row row = rows[state];
        if (row == null) {
            row = makeRow(state);
            rows[state] = row;
        }
        return row;
    }

    /** Whether a rule may begin with a class of token. */
    public boolean canStart(int rule, int token) {
        return first(rule).get(token);
    }

    /** Whether a rule of Python's has got more alternatives. */
    public boolean isExtended(String rule) {
        return extended.contains(rule);
    }

    public String nameOf(int rule) {
        return rules[rule].name();
    }

    /** The state in which a rule begins. */
    public int startOf(int rule) {
        return startOfRule[rule];
    }

    /** Whether a rule may end in a state. */
    public boolean isFinal(int state) {
        return states[state].isFinal();
    }

    public int arcCount(int state) {
        return states[state].labels().length;
    }

    /** The rule that an arc is for, or -1 when it is for a token. */
    public int ruleOfArc(int state, int arc) {
        int label = states[state].labels()[arc];
        return label < 0 ? ~label : -1;
    }

    /** Whether an arc takes a class of token. */
    public boolean takes(int state, int arc, int token) {
        return firstOfLabel(states[state].labels()[arc]).get(token);
    }

    /** The state that an arc leads to. */
    public int targetOfArc(int state, int arc) {
        return states[state].targets()[arc] + firstStateOfRuleOfState[state];
    }

    private Row makeRow(int state) {
        RuleAutomaton.State automaton = states[state];
        int[] actions = new int[vocabulary.size()];
        Arrays.fill(actions, automaton.isFinal() ? END : ERROR);
        List<Choice> choices = new ArrayList<>();
        for (int token = 1; token < actions.length; token++) {
            int[] fitting = fittingArcs(state, token);
            if (fitting.length == 1) {
                actions[token] = action(state, fitting[0]);
            } else if (fitting.length > 1) {
                int[] alternatives = new int[fitting.length];
                BitSet[] seconds = new BitSet[fitting.length];
                for (int i = 0; i < fitting.length; i++) {
                    alternatives[i] = action(state, fitting[i]);
                    seconds[i] = new BitSet();
                    secondOfArc(state, fitting[i], token, seconds[i]);
                }
                actions[token] = CHOICE | choices.size() << SHIFT_BITS;
                choices.add(new Choice(alternatives, seconds, state * actions.length + token));
            }
        }
        return new Row(actions, choices.toArray(Choice[]::new), automaton.labels().length == 0);
    }

    private int action(int state, int arc) {
        RuleAutomaton.State automaton = states[state];
        int label = automaton.labels()[arc];
        int target = automaton.targets()[arc] + firstStateOfRuleOfState[state];
        return label < 0
                ? CALL | ~label << SHIFT_BITS | target << SHIFT_BITS + RULE_BITS
                : SHIFT | target << SHIFT_BITS;
    }

    private int[] fittingArcs(int state, int token) {
        int[] labels = states[state].labels();
        int[] arcs = new int[labels.length];
        int n = 0;
        for (int i = 0; i < arcs.length; i++) {
            if (firstOfLabel(labels[i]).get(token)) {
                arcs[n++] = i;
            }
        }
        return Arrays.copyOf(arcs, n);
    }

    private boolean hasConflict(int state) {
        var seen = new BitSet();
        for (int label : states[state].labels()) {
            BitSet set = firstOfLabel(label);
            if (set.intersects(seen)) {
                return true;
            }
            seen.or(set);
        }
        return false;
    }

    private BitSet first(int rule) {
        if (firstSets[rule] == null) {
            firstSets[rule] = firstOfState(startOfRule[rule]);
        }
        return firstSets[rule];
    }

    private BitSet firstOfState(int state) {
        var result = new BitSet();
        for (int label : states[state].labels()) {
            result.or(firstOfLabel(label));
        }
        return result;
    }

    private BitSet firstOfLabel(int label) {
        if (label < 0) {
            return first(~label);
        }
        var result = new BitSet();
        result.set(label);
        if (vocabulary.terminal(label).kind() == TokenKind.NAME
                && vocabulary.terminal(label).keyword() == null) {
            for (int token = 1; token < vocabulary.size(); token++) {
                result.set(token, token == label || vocabulary.isSoft(token));
            }
        }
        return result;
    }

    /** Adds the classes of tokens that may follow {@code token} when a state goes over that arc with it. */
    private void secondOfArc(int state, int arc, int token, BitSet into) {
        int label = states[state].labels()[arc];
        int target = states[state].targets()[arc] + firstStateOfRuleOfState[state];
        if (label < 0) {
            var within = new BitSet();
            int start = startOfRule[~label];
            for (int inner : fittingArcs(start, token)) {
                secondOfArc(start, inner, token, within);
            }
            boolean mayEnd = within.get(ANY);
            within.clear(ANY);
            into.or(within);
            if (!mayEnd) {
                return;
            }
        }
        into.or(firstOfState(target));
        if (states[target].isFinal()) {
            into.set(ANY);
        }
    }
}
