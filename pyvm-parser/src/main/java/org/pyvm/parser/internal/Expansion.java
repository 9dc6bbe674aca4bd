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

    private static String grouped(Expansion part) {
        return part instanceof Choice || part instanceof Sequence ? "(" + part + ")" : part.toString();
    }
}
