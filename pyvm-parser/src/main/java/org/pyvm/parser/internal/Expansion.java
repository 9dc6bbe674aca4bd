package org.pyvm.parser.internal;

import java.util.List;
import java.util.stream.Collectors;

/** The right-hand side of a rule, or a part of it. {@code toString} gives the notation it was read from. */
public sealed interface Expansion {
    /** One of several, the first that leads to the rule's end. */
    record Choice(List<Expansion> alternatives) implements Expansion {
        @Override
        public String toString() {
            return alternatives.stream().map(Object::toString).collect(Collectors.joining(" | "));
        }
    }

    /** One after the other. */
    record Sequence(List<Expansion> parts) implements Expansion {
        @Override
        public String toString() {
            return parts.stream().map(Expansion::grouped).collect(Collectors.joining(" "));
        }
    }

    /** {@code [part]}. */
    record Optional(Expansion part) implements Expansion {
        @Override
        public String toString() {
            return "[" + part + "]";
        }
    }

    /** {@code part*}, or {@code part+} when at least one is wanted. */
    record Repeat(Expansion part, boolean atLeastOne) implements Expansion {
        @Override
        public String toString() {
            return grouped(part) + (atLeastOne ? "+" : "*");
        }
    }

    /** A rule, or in capitals a kind of token. */
    record Name(String name, int line) implements Expansion {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A keyword or operator; in double quotes a soft keyword. */
    record Quoted(String text, boolean soft, int line) implements Expansion {
        @Override
        public String toString() {
            return soft ? '"' + text + '"' : "'" + text + "'";
        }
    }

    /** {@code ...}: where a rule is added to, the alternatives that it has already. */
    record Existing(int line) implements Expansion {
        @Override
        public String toString() {
            return "...";
        }
    }

    /** Whether it names a rule. */
    default boolean mentions(String rule) {
        return !renamed(rule, rule + "'").toString().equals(toString());
    }

    /** The same with another rule wherever it names one. */
    default Expansion renamed(String from, String to) {
        return switch (this) {
            case Choice choice ->
                new Choice(choice.alternatives().stream()
                        .map(part -> part.renamed(from, to))
                        .toList());
            case Sequence sequence ->
                new Sequence(sequence.parts().stream()
                        .map(part -> part.renamed(from, to))
                        .toList());
            case Optional optional -> new Optional(optional.part().renamed(from, to));
            case Repeat repeat -> new Repeat(repeat.part().renamed(from, to), repeat.atLeastOne());
            case Name name -> name.name().equals(from) ? new Name(to, name.line()) : name;
            case Quoted quoted -> quoted;
            case Existing existing -> existing;
        };
    }

    private static String grouped(Expansion part) {
        return part instanceof Choice || part instanceof Sequence ? "(" + part + ")" : part.toString();
    }
}
