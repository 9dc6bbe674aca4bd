package org.pyvm.ast;

import java.util.HashMap;
import java.util.Map;

/** The lowerings that plugins add, by grammar rule. Immutable. One for a rule of Python's own takes its place. */
public final class Lowerings {
    public static final Lowerings NONE = new Lowerings(Map.of(), Map.of(), Map.of());

    private final Map<String, LoweringRule> byRule;
    private final Map<String, TrailerRule> trailers;
    private final Map<String, ParameterRule> parameters;

    private Lowerings(
            Map<String, LoweringRule> byRule,
            Map<String, TrailerRule> trailers,
            Map<String, ParameterRule> parameters) {
        this.byRule = byRule;
        this.trailers = trailers;
        this.parameters = parameters;
    }

    private static <T> Map<String, T> with(Map<String, T> known, String rule, T meaning) {
        Map<String, T> more = new HashMap<>(known);
        more.put(rule, meaning);
        return Map.copyOf(more);
    }

    /** These and one more. */
    public Lowerings with(String rule, LoweringRule lowering) {
        return new Lowerings(with(byRule, rule, lowering), trailers, parameters);
    }

    /** These and the meaning of a form of {@code trailer}. */
    public Lowerings withTrailer(String rule, TrailerRule lowering) {
        return new Lowerings(byRule, with(trailers, rule, lowering), parameters);
    }

    /** These and the meaning of a form of parameter. */
    public Lowerings withParameter(String rule, ParameterRule lowering) {
        return new Lowerings(byRule, trailers, with(parameters, rule, lowering));
    }

    /** The lowering of that rule, or null. */
    public LoweringRule get(String rule) {
        return byRule.get(rule);
    }

    /** The meaning of a form of {@code trailer}, or null. */
    public TrailerRule trailer(String rule) {
        return trailers.get(rule);
    }

    /** The meaning of a form of parameter, or null. */
    public ParameterRule parameter(String rule) {
        return parameters.get(rule);
    }
}
