package org.pyvm.parser;

import java.util.List;
import java.util.stream.Collectors;

/** A grammar that cannot be used, with everything that is wrong with it. */
public final class GrammarException extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * One problem.
     *
     * @param line of the grammar text, from 1
     * @param text what is wrong, in one sentence
     */
    public record Problem(int line, String text) {
        @Override
        public String toString() {
            return "line " + line + ": " + text;
        }
    }

    public GrammarException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "grammar cannot be used\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of lines. */
    public List<Problem> problems() {
        return problems;
    }
}
