package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * A rule as a deterministic automaton over terminals and rules, as pgen made them: alternatives that begin alike share
 * states, so that one token decides wherever the rule's text allows it. The arcs of a state stand in the order of the
 * alternatives that they come from.
 */
final class RuleAutomaton {
    /** The states; the first is the start. */
    final List<Node> nodes = new ArrayList<>();

    /** A state: {@code labels[i]}, a terminal or the complement of a rule's number, leads to {@code targets[i]}. */
    record Node(int[] labels, int[] targets, boolean isFinal) {}

    /** A place in the rule's text: a state of the automaton that is not deterministic yet. */
    private static final class Place {
        final List<Place> silent = new ArrayList<>(2);
        int label = NO_LABEL;
        Place target;
    }

    private static final int NO_LABEL = Integer.MIN_VALUE;

    private final ParseTables tables;

    RuleAutomaton(Expansion text, ParseTables tables) {
        this.tables = tables;
        Place start = new Place();
        Place end = new Place();
        connect(text, start, end);
        determinize(start, end);
    }

    private void connect(Expansion text, Place from, Place to) {
        switch (text) {
            case Expansion.Choice choice -> {
                for (Expansion alternative : choice.alternatives()) {
                    Place begin = new Place();
                    from.silent.add(begin);
                    connect(alternative, begin, to);
                }
            }
            case Expansion.Sequence sequence -> {
                Place at = from;
                for (int i = 0; i < sequence.parts().size(); i++) {
                    Place next = i == sequence.parts().size() - 1 ? to : new Place();
                    connect(sequence.parts().get(i), at, next);
                    at = next;
                }
            }
            case Expansion.Optional optional -> {
                Place begin = new Place();
                from.silent.add(begin);
                connect(optional.part(), begin, to);
                from.silent.add(to);
            }
            case Expansion.Repeat repeat -> {
                Place before = new Place();
                Place after = new Place();
                from.silent.add(before);
                connect(repeat.part(), before, after);
                after.silent.add(before);
                after.silent.add(to);
                if (!repeat.atLeastOne()) {
                    from.silent.add(to);
                }
            }
            case Expansion.Name name -> {
                int label = tables.label(name);
                if (label == 0) {
                    Place begin = new Place();
                    Place end = new Place();
                    from.silent.add(begin);
                    connect(tables.part(name), begin, end);
                    end.silent.add(to);
                } else {
                    step(label, from, to);
                }
            }
            case Expansion.Quoted quoted -> step(tables.label(quoted), from, to);
            case Expansion.Existing existing -> throw new IllegalStateException("'...' is left in a grammar");
        }
    }

    private static void step(int label, Place from, Place to) {
        Place at = from;
        if (from.label != NO_LABEL || !from.silent.isEmpty()) {
            at = new Place();
            from.silent.add(at);
        }
        at.label = label;
        at.target = to;
    }

    private void determinize(Place start, Place end) {
        Map<SequencedSet<Place>, Integer> numbers = new HashMap<>();
        List<SequencedSet<Place>> sets = new ArrayList<>();
        SequencedSet<Place> first = new LinkedHashSet<>();
        close(start, first);
        numbers.put(first, 0);
        sets.add(first);
        for (int i = 0; i < sets.size(); i++) {
            Map<Integer, SequencedSet<Place>> arcs = new LinkedHashMap<>();
            for (Place node : sets.get(i)) {
                if (node.label != NO_LABEL) {
                    SequencedSet<Place> behind = arcs.get(node.label);
                    if (behind == null) {
                        behind = new LinkedHashSet<>();
                        arcs.put(node.label, behind);
                    }
                    close(node.target, behind);
                }
            }
            int[] arcLabels = new int[arcs.size()];
            int[] targets = new int[arcs.size()];
            int n = 0;
            for (Map.Entry<Integer, SequencedSet<Place>> arc : arcs.entrySet()) {
                arcLabels[n] = arc.getKey();
                Integer known = numbers.putIfAbsent(arc.getValue(), sets.size());
                if (known == null) {
                    sets.add(arc.getValue());
                }
                targets[n++] = known == null ? sets.size() - 1 : known;
            }
            nodes.add(new Node(arcLabels, targets, sets.get(i).contains(end)));
        }
    }

    private static void close(Place node, SequencedSet<Place> into) {
        if (into.add(node)) {
            for (Place next : node.silent) {
                close(next, into);
            }
        }
    }
}
