package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which terminals can stand behind each rule and each terminal of a grammar. No rule with a node matches nothing. */
public final class FollowSets {
    private final ParseTables tables;
    private final List<RuleTable> rules = new ArrayList<>();
    private final Map<String, BitSet> behindRules = new HashMap<>();
    private final BitSet[] behindTerminals;
    private boolean changed = true;

    public FollowSets(ParseTables tables) {
        this.tables = tables;
        behindTerminals = new BitSet[tables.vocabulary().size()];
        for (int i = 0; i < behindTerminals.length; i++) {
            behindTerminals[i] = new BitSet();
        }
        for (int i = 0; i < tables.ruleCount(); i++) {
            rules.add(tables.rule(i));
            behindRules.put(tables.rule(i).name(), new BitSet());
        }
        while (changed) {
            changed = false;
            rules.forEach(this::pass);
        }
    }

    private void pass(RuleTable rule) {
        for (State state : rule.states()) {
            for (State.Arc arc : state.arcs) {
                BitSet next = first(arc.target());
                if (arc.target().isFinal()) {
                    next.or(behindRules.get(rule.name()));
                }
                BitSet known = arc.rule() == null
                        ? behindTerminals[arc.terminal()]
                        : behindRules.get(arc.rule().name());
                int before = known.cardinality();
                known.or(next);
                changed |= known.cardinality() > before;
            }
        }
    }

    private static BitSet first(State state) {
        BitSet first = new BitSet();
        for (State.Arc arc : state.arcs) {
            if (arc.rule() == null) {
                first.set(arc.terminal());
            } else {
                first.or(arc.rule().first());
            }
        }
        return first;
    }

    /** Names of the rules that have nodes. */
    public Set<String> rules() {
        return behindRules.keySet();
    }

    /** The texts of the terminals behind a rule. */
    public Set<String> behindRule(String rule) {
        return texts(behindRules.get(rule));
    }

    /** The texts of the terminals behind one. @param terminal its text; what no grammar has is followed by nothing */
    public Set<String> behindTerminal(String terminal) {
        for (int i = 1; i < behindTerminals.length; i++) {
            if (text(i).equals(terminal)) {
                return texts(behindTerminals[i]);
            }
        }
        return Set.of();
    }

    /** The texts of the terminals that a rule may begin with. */
    public Set<String> first(String rule) {
        return texts(tables.rule(rule).first());
    }

    /** The texts of the terminals that may stand second in a rule behind a terminal that it begins with itself. */
    public Set<String> second(String rule, String terminal) {
        BitSet second = new BitSet();
        for (State.Arc arc : tables.rule(rule).start().arcs) {
            if (arc.rule() == null && text(arc.terminal()).equals(terminal)) {
                second.or(first(arc.target()));
            }
        }
        return texts(second);
    }

    /** The texts of all terminals: keywords and operators as they are spelled, other kinds by name. */
    public Set<String> terminals() {
        BitSet all = new BitSet();
        all.set(1, behindTerminals.length);
        return texts(all);
    }

    private Set<String> texts(BitSet terminals) {
        Set<String> texts = new TreeSet<>();
        terminals.stream().filter(number -> number > 0).forEach(number -> texts.add(text(number)));
        return texts;
    }

    private String text(int terminal) {
        String spelling = tables.spelling(terminal);
        return spelling != null
                ? spelling
                : tables.vocabulary().terminal(terminal).kind().name();
    }
}
