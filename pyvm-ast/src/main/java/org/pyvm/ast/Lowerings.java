package org.pyvm.ast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lowerings that plugins add, by grammar rule. Immutable. One for a rule of Python's own takes its place; of several the
 * last is asked first, and gets the one before it by {@link Lowering#python}.
 */
public final class Lowerings {
    public static final Lowerings NONE = new Lowerings(Map.of(), Map.of(), Map.of());

    private final Map<String, List<LoweringRule>> byRule;
    private final Map<String, TrailerRule> trailers;
    private final Map<String, ParameterRule> parameters;

    private Lowerings(
            Map<String, List<LoweringRule>> byRule,
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
        List<LoweringRule> all = new ArrayList<>(get(rule));
        all.add(lowering);
        return new Lowerings(with(byRule, rule, List.copyOf(all)), trailers, parameters);
    }

    /** These and the meaning of a form of {@code trailer}. */
    public Lowerings withTrailer(String rule, TrailerRule lowering) {
        return new Lowerings(byRule, with(trailers, rule, lowering), parameters);
    }

    /** These and the meaning of a form of parameter. */
    public Lowerings withParameter(String rule, ParameterRule lowering) {
        return new Lowerings(byRule, trailers, with(parameters, rule, lowering));
    }

    /** The lowerings of that rule, in the order in which they were added. */
    public List<LoweringRule> get(String rule) {
        return byRule.getOrDefault(rule, List.of());
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
