package org.pyvm.parser.internal;

import java.util.BitSet;
import java.util.List;

/** A rule of a grammar with what is worked out of it on demand. */
public final class RuleTable {
    final ParseTables tables;
    final Rule rule;
    /** From 0, in the order of the rules. */
    final int number;

    private Automaton automaton;
    private FirstSet first;
    private Boolean mayChoose;

    /** Final fields make these safe to hand to another thread. */
    private record Automaton(List<State> states) {}

    private record FirstSet(BitSet tokens) {}

    RuleTable(ParseTables tables, Rule rule, int number) {
        this.tables = tables;
        this.rule = rule;
        this.number = number;
    }

    public String name() {
        return rule.name();
    }

    /** The state in which the rule begins. */
    public State start() {
        return states().getFirst();
    }

    List<State> states() {
        Automaton made = automaton;
        if (made == null) {
            made = new Automaton(tables.states(this, new RuleAutomaton(rule.expansion(), tables)));
            automaton = made;
        }
        return made.states;
    }

    /** The classes of tokens that the rule may begin with. */
    BitSet first() {
        FirstSet made = first;
        if (made == null) {
            var tokens = new BitSet();
            addFirst(rule.expansion(), tokens);
            made = new FirstSet(tokens);
            first = made;
        }
        return made.tokens;
    }

    public boolean canStart(int token) {
        return first().get(token);
    }

    /** Whether it may need to be tried again, so that its outcome is worth remembering. */
    boolean mayChoose() {
        Boolean known = mayChoose;
        if (known == null) {
            known = false;
            for (State state : states()) {
                known |= state.hasConflict();
            }
            mayChoose = known;
        }
        return known;
    }

    /** Adds what a text may begin with; returns whether it may be empty. */
    private boolean addFirst(Expansion text, BitSet into) {
        return switch (text) {
            case Expansion.Choice choice -> {
                boolean empty = false;
                for (Expansion alternative : choice.alternatives()) {
                    empty |= addFirst(alternative, into);
                }
                yield empty;
            }
            case Expansion.Sequence sequence -> {
                for (Expansion part : sequence.parts()) {
                    if (!addFirst(part, into)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expansion.Optional optional -> {
                addFirst(optional.part(), into);
                yield true;
            }
            case Expansion.Repeat repeat -> addFirst(repeat.part(), into) | !repeat.atLeastOne();
            case Expansion.Name name -> {
                int label = tables.label(name);
                if (label == 0) {
                    yield addFirst(tables.part(name), into);
                }
                if (label < 0) {
                    into.or(tables.rule(~label).first());
                } else {
                    tables.addFitting(label, into);
                }
                yield false;
            }
            case Expansion.Quoted quoted -> {
                tables.addFitting(tables.label(quoted), into);
                yield false;
            }
            case Expansion.Existing existing -> throw new IllegalStateException("'...' is left in a grammar");
        };
    }
}
