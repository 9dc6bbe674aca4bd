package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.parser.Symbol;
import org.pyvm.tokenizer.TokenKind;

/**
 * A grammar compiled for the machine. A {@link RuleTable} for each rule makes its automaton when the rule is first
 * entered, and a {@link State} its row of actions when it is first reached, so that a short program does not pay for the
 * whole grammar. Threads share the tables; two may make the same part at once, which does no harm, since parts are
 * immutable and equal.
 */
public final class ParseTables {
    final Vocabulary vocabulary;
    private final Symbol[] terminals;
    private final RuleTable[] rules;
    private final Map<String, RuleTable> rulesByName = new HashMap<>();
    private final Map<String, Rule> parts;
    private final TokenNames tokenNames;
    private final Set<String> extended;
    private final Set<String> added;

    /**
     * @param nodeRules the rules that have nodes, by number
     * @param parts the others
     * @param tokenNames by name and by spelling
     * @param extended names of rules to which alternatives were added
     * @param added names of rules that were added
     */
    public ParseTables(
            List<Rule> nodeRules,
            Map<String, Rule> parts,
            TokenNames tokenNames,
            Set<String> extended,
            Set<String> added) {
        this.parts = parts;
        this.tokenNames = tokenNames;
        this.extended = extended;
        this.added = added;
        rules = new RuleTable[nodeRules.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new RuleTable(this, nodeRules.get(i), i);
            rulesByName.put(rules[i].name(), rules[i]);
        }
        vocabulary = new Vocabulary();
        for (RuleTable table : rules) {
            collect(table.rule.expansion());
        }
        for (Rule part : parts.values()) {
            collect(part.expansion());
        }
        vocabulary.seal();
        terminals = new Symbol[vocabulary.size()];
        for (int i = 1; i < terminals.length; i++) {
            terminals[i] = tokenNames.symbol(vocabulary.terminal(i).kind());
        }
    }

    private void collect(Expansion text) {
        switch (text) {
            case Expansion.Choice choice -> {
                for (Expansion alternative : choice.alternatives()) {
                    collect(alternative);
                }
            }
            case Expansion.Sequence sequence -> {
                for (Expansion part : sequence.parts()) {
                    collect(part);
                }
            }
            case Expansion.Optional optional -> collect(optional.part());
            case Expansion.Repeat repeat -> collect(repeat.part());
            case Expansion.Name name -> label(name);
            case Expansion.Quoted quoted -> label(quoted);
            case Expansion.Existing existing -> throw new IllegalStateException("'...' is left in a grammar");
        }
    }

    /** The number of a terminal, or the complement of a rule's; 0 for a part. */
    int label(Expansion.Name name) {
        RuleTable table = rulesByName.get(name.name());
        if (table != null) {
            return ~table.number;
        }
        return parts.containsKey(name.name()) ? 0 : vocabulary.of(tokenNames.byName(name.name()));
    }

    int label(Expansion.Quoted quoted) {
        return TokenNames.isWord(quoted.text())
                ? vocabulary.of(quoted.text(), quoted.soft())
                : vocabulary.of(tokenNames.bySpelling(quoted.text()));
    }

    /** What a part stands for. */
    Expansion part(Expansion.Name name) {
        return parts.get(name.name()).expansion();
    }

    RuleTable rule(int number) {
        return rules[number];
    }

    int ruleCount() {
        return rules.length;
    }

    /** The symbol of tokens of a class. */
    Symbol terminal(int tokenClass) {
        return terminals[tokenClass];
    }

    /** The rule of that name, or null. */
    public RuleTable rule(String name) {
        return rulesByName.get(name);
    }

    /** The text of a terminal that always has the same; null for other kinds of tokens. */
    String spelling(int terminal) {
        String keyword = vocabulary.terminal(terminal).keyword();
        return keyword != null ? keyword : vocabulary.terminal(terminal).kind().spelling();
    }

    /** Whether a rule is a plugin's. */
    public boolean isAdded(String rule) {
        return added.contains(rule);
    }

    /** Whether plugins have changed the grammar. */
    public boolean isExtended() {
        return !extended.isEmpty();
    }

    /** Whether a rule of Python's has got more alternatives. */
    public boolean isExtended(String rule) {
        return extended.contains(rule);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Adds the classes of tokens that fit a terminal: a soft keyword is a name as well. */
    void addFitting(int terminal, BitSet into) {
        into.set(terminal);
        if (vocabulary.terminal(terminal).keyword() == null
                && vocabulary.terminal(terminal).kind() == TokenKind.NAME) {
            for (int token = 1; token < vocabulary.size(); token++) {
                if (vocabulary.isSoft(token)) {
                    into.set(token);
                }
            }
        }
    }

    /** The states of an automaton, the first being the start. */
    List<State> states(RuleTable owner, RuleAutomaton automaton) {
        List<State> states = new ArrayList<>();
        for (RuleAutomaton.Node node : automaton.nodes) {
            states.add(new State(owner, node.labels().length, node.isFinal()));
        }
        for (int i = 0; i < states.size(); i++) {
            RuleAutomaton.Node node = automaton.nodes.get(i);
            for (int arc = 0; arc < node.labels().length; arc++) {
                int label = node.labels()[arc];
                RuleTable called = label < 0 ? rules[~label] : null;
                states.get(i).arcs[arc] = new State.Arc(Math.max(label, 0), called, states.get(node.targets()[arc]));
            }
        }
        return states;
    }
}
