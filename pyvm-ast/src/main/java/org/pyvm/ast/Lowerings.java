package org.pyvm.ast;

import java.util.HashMap;
import java.util.Map;

/** The lowerings that plugins add, by grammar rule. Immutable. One for a rule of Python's own takes its place. */
public final class Lowerings {
    public static final Lowerings NONE = new Lowerings(Map.of());

    private final Map<String, LoweringRule> byRule;

    private Lowerings(Map<String, LoweringRule> byRule) {
        this.byRule = byRule;
    }

    /** These and one more. */
    public Lowerings with(String rule, LoweringRule lowering) {
        Map<String, LoweringRule> more = new HashMap<>(byRule);
        more.put(rule, lowering);
        return new Lowerings(Map.copyOf(more));
    }

    /** The lowering of that rule, or null. */
    public LoweringRule get(String rule) {
        return byRule.get(rule);
    }
}
