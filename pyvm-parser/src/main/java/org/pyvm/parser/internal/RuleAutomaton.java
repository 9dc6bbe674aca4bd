package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.ToIntFunction;

/**
 * A rule as a deterministic automaton over terminals and rules, as pgen made them: alternatives that begin alike share
 * states, so that one token decides wherever the rule's text allows it. The arcs of a state stand in the order of the
 * alternatives that they come from.
 */
final class RuleAutomaton {
    /** The states; the first is the start. */
    final List<State> states = new ArrayList<>();

    /** A state of the automaton: {@code labels[i]} leads to {@code targets[i]}. */
    record State(int[] labels, int[] targets, boolean isFinal) {}

    /** A state of the non-deterministic automaton that is the rule's text. */
    private static final class Node {
        final List<Node> silent = new ArrayList<>(2);
        int label = NO_LABEL;
        Node target;
    }

    private static final int NO_LABEL = Integer.MIN_VALUE;

    private final Map<String, Rule> parts;
    private final ToIntFunction<Expansion> labels;

    /**
     * @param parts rules that stand for their text
     * @param labels the number of a terminal, or the complement of a rule's
     */
    RuleAutomaton(Expansion text, Map<String, Rule> parts, ToIntFunction<Expansion> labels) {
        this.parts = parts;
        this.labels = labels;
        Node start = new Node();
        Node end = new Node();
        connect(text, start, end);
        determinize(start, end);
    }

    private void connect(Expansion text, Node from, Node to) {
        switch (text) {
            case Expansion.Choice choice -> {
                for (Expansion alternative : choice.alternatives()) {
                    Node begin = new Node();
                    from.silent.add(begin);
                    connect(alternative, begin, to);
                }
            }
            case Expansion.Sequence sequence -> {
                Node at = from;
                for (int i = 0; i < sequence.parts().size(); i++) {
                    Node next = i == sequence.parts().size() - 1 ? to : new Node();
                    connect(sequence.parts().get(i), at, next);
                    at = next;
                }
            }
            case Expansion.Optional optional -> {
                Node begin = new Node();
                from.silent.add(begin);
                connect(optional.part(), begin, to);
                from.silent.add(to);
            }
            case Expansion.Repeat repeat -> {
                Node before = new Node();
                Node after = new Node();
                from.silent.add(before);
                connect(repeat.part(), before, after);
                after.silent.add(before);
                after.silent.add(to);
                if (!repeat.atLeastOne()) {
                    from.silent.add(to);
                }
            }
            case Expansion.Name name
            when parts.containsKey(name.name()) -> {
                Node begin = new Node();
                Node end = new Node();
                from.silent.add(begin);
                connect(parts.get(name.name()).expansion(), begin, end);
                end.silent.add(to);
            }
            case Expansion.Name name -> step(name, from, to);
            case Expansion.Quoted quoted -> step(quoted, from, to);
            case Expansion.Existing existing -> throw new IllegalStateException("'...' is left in a grammar");
        }
    }

    private void step(Expansion text, Node from, Node to) {
        Node at = from;
        if (from.label != NO_LABEL || !from.silent.isEmpty()) {
            at = new Node();
            from.silent.add(at);
        }
        at.label = labels.applyAsInt(text);
        at.target = to;
    }

    private void determinize(Node start, Node end) {
        Map<SequencedSet<Node>, Integer> numbers = new HashMap<>();
        List<SequencedSet<Node>> sets = new ArrayList<>();
        SequencedSet<Node> first = new LinkedHashSet<>();
        close(start, first);
        numbers.put(first, 0);
        sets.add(first);
        for (int i = 0; i < sets.size(); i++) {
            Map<Integer, SequencedSet<Node>> arcs = new LinkedHashMap<>();
            for (Node node : sets.get(i)) {
                if (node.label != NO_LABEL) {
                    close(node.target, arcs.computeIfAbsent(node.label, label -> new LinkedHashSet<>()));
                }
            }
            int[] arcLabels = new int[arcs.size()];
            int[] targets = new int[arcs.size()];
            int n = 0;
            for (Map.Entry<Integer, SequencedSet<Node>> arc : arcs.entrySet()) {
                arcLabels[n] = arc.getKey();
                targets[n++] = numbers.computeIfAbsent(arc.getValue(), set -> {
                    sets.add(set);
                    return sets.size() - 1;
                });
            }
            states.add(new State(arcLabels, targets, sets.get(i).contains(end)));
        }
    }

    private static void close(Node node, SequencedSet<Node> into) {
        if (into.add(node)) {
            for (Node next : node.silent) {
                close(next, into);
            }
        }
    }
}
