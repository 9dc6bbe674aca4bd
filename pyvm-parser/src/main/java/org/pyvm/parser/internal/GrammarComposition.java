package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.parser.GrammarException.Problem;

/** Adds rules to a grammar, and alternatives to its rules. */
public final class GrammarComposition {
    private GrammarComposition() {}

    /** Changes {@code rules}; new rules have no symbol yet. Returns the names of those that were there already. */
    public static Set<String> add(Map<String, Rule> rules, List<Rule> added, List<Problem> problems) {
        Set<String> extended = new HashSet<>();
        for (Rule rule : added) {
            Rule known = rules.get(rule.name());
            if (known == null) {
                rules.put(rule.name(), rule);
            } else if (mentionsExisting(rule.expansion())) {
                rules.put(rule.name(), known.with(merged(rule.expansion(), known.expansion())));
                extended.add(rule.name());
            } else {
                problems.add(new Problem(
                        rule.line(),
                        "rule " + rule.name() + " is defined already; to add to it write " + rule.name()
                                + ": ... | ..."));
            }
        }
        return extended;
    }

    private static boolean mentionsExisting(Expansion text) {
        return text instanceof Expansion.Existing
                || text instanceof Expansion.Choice choice
                        && choice.alternatives().stream().anyMatch(GrammarComposition::mentionsExisting);
    }

    private static Expansion merged(Expansion text, Expansion known) {
        List<Expansion> alternatives = new ArrayList<>();
        collect(text, known, alternatives);
        return new Expansion.Choice(List.copyOf(alternatives));
    }

    private static void collect(Expansion text, Expansion known, List<Expansion> into) {
        switch (text) {
            case Expansion.Choice choice -> choice.alternatives().forEach(part -> collect(part, known, into));
            case Expansion.Existing existing -> {
                if (known instanceof Expansion.Choice choice) {
                    into.addAll(choice.alternatives());
                } else {
                    into.add(known);
                }
            }
            case Expansion.Sequence other -> into.add(other);
            case Expansion.Optional other -> into.add(other);
            case Expansion.Repeat other -> into.add(other);
            case Expansion.Name other -> into.add(other);
            case Expansion.Quoted other -> into.add(other);
        }
    }
}
