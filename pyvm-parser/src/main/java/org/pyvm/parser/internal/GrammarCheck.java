package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.parser.GrammarException.Problem;

/**
 * Finds what would keep a grammar from working: names that mean nothing, rules that begin with themselves, rules and
 * loop bodies that match nothing. Collects everything before it complains.
 */
public final class GrammarCheck {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final TokenNames tokens;
    private final List<Problem> problems;
    private final Map<String, Boolean> nullable = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    private GrammarCheck(Collection<Rule> rules, TokenNames tokens, List<Problem> problems) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Adds to {@code problems} what is wrong with the rules. */
    public static void check(Collection<Rule> rules, TokenNames tokens, List<Problem> problems) {
        var check = new GrammarCheck(rules, tokens, problems);
        Set<String> soft = new HashSet<>();
        Set<String> hard = new HashSet<>();
        for (Rule rule : rules) {
            check.names(rule.expansion(), rule, soft, hard);
        }
        for (Rule rule : rules) {
            check.recursion(rule.name(), new LinkedHashSet<>());
            if (!rule.isPart() && check.isNullable(rule.expansion())) {
                problems.add(new Problem(
                        rule.line(),
                        "rule " + rule.name() + " may match nothing; write [" + rule.name() + "] where it is used"));
            }
            check.loops(rule.expansion(), rule);
        }
    }

    private void names(Expansion text, Rule rule, Set<String> soft, Set<String> hard) {
        switch (text) {
            case Expansion.Choice choice -> choice.alternatives().forEach(part -> names(part, rule, soft, hard));
            case Expansion.Sequence sequence -> sequence.parts().forEach(part -> names(part, rule, soft, hard));
            case Expansion.Optional optional -> names(optional.part(), rule, soft, hard);
            case Expansion.Repeat repeat -> names(repeat.part(), rule, soft, hard);
            case Expansion.Name name -> {
                if (!rules.containsKey(name.name()) && tokens.byName(name.name()) == null) {
                    problem(name.line(), "neither a rule nor a kind of token is named " + name.name());
                }
            }
            case Expansion.Quoted quoted -> {
                if (TokenNames.isWord(quoted.text())) {
                    (quoted.soft() ? soft : hard).add(quoted.text());
                    if (soft.contains(quoted.text()) && hard.contains(quoted.text())) {
                        problem(quoted.line(), "'" + quoted.text() + "' is a keyword and a soft keyword");
                    }
                } else if (tokens.bySpelling(quoted.text()) == null) {
                    problem(quoted.line(), "no kind of token is written '" + quoted.text() + "'");
                }
            }
            case Expansion.Existing existing ->
                problem(existing.line(), "rule " + rule.name() + " has no alternatives yet that ... could stand for");
        }
    }

    /** Follows what a rule may begin with. */
    private void recursion(String name, Set<String> path) {
        Rule rule = rules.get(name);
        if (rule == null) {
            return;
        }
        if (!path.add(name)) {
            List<String> cycle = new ArrayList<>(path);
            cycle = cycle.subList(cycle.indexOf(name), cycle.size());
            // The same cycle is met from each of its rules and from all that lead to it.
            if (reported.add(String.valueOf(new HashSet<>(cycle).hashCode()))) {
                problem(
                        rules.get(cycle.getFirst()).line(),
                        "rule " + name + " begins with itself: " + String.join(" > ", cycle) + " > " + name);
            }
            return;
        }
        if (!reported.contains("done " + name)) {
            Set<String> begins = new LinkedHashSet<>();
            begins(rule.expansion(), begins);
            begins.forEach(next -> recursion(next, path));
            reported.add("done " + name);
        }
        path.remove(name);
    }

    /** Adds the rules that may stand at the beginning; returns whether what follows may, too. */
    private boolean begins(Expansion text, Set<String> into) {
        return switch (text) {
            case Expansion.Choice choice -> {
                boolean through = false;
                for (Expansion alternative : choice.alternatives()) {
                    through |= begins(alternative, into);
                }
                yield through;
            }
            case Expansion.Sequence sequence -> {
                for (Expansion part : sequence.parts()) {
                    if (!begins(part, into)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expansion.Optional optional -> {
                begins(optional.part(), into);
                yield true;
            }
            case Expansion.Repeat repeat -> begins(repeat.part(), into) || !repeat.atLeastOne();
            case Expansion.Name name -> {
                into.add(name.name());
                yield rules.containsKey(name.name()) && isNullable(name);
            }
            case Expansion.Quoted quoted -> false;
            case Expansion.Existing existing -> false;
        };
    }

    private void loops(Expansion text, Rule rule) {
        switch (text) {
            case Expansion.Choice choice -> choice.alternatives().forEach(part -> loops(part, rule));
            case Expansion.Sequence sequence -> sequence.parts().forEach(part -> loops(part, rule));
            case Expansion.Optional optional -> loops(optional.part(), rule);
            case Expansion.Repeat repeat -> {
                if (isNullable(repeat.part())) {
                    problem(rule.line(), "rule " + rule.name() + " repeats what may match nothing: " + repeat);
                }
                loops(repeat.part(), rule);
            }
            case Expansion.Name name -> {}
            case Expansion.Quoted quoted -> {}
            case Expansion.Existing existing -> {}
        }
    }

    private boolean isNullable(Expansion text) {
        return switch (text) {
            case Expansion.Choice choice -> choice.alternatives().stream().anyMatch(this::isNullable);
            case Expansion.Sequence sequence -> sequence.parts().stream().allMatch(this::isNullable);
            case Expansion.Optional optional -> true;
            case Expansion.Repeat repeat -> !repeat.atLeastOne() || isNullable(repeat.part());
            case Expansion.Name name -> {
                Boolean known = nullable.get(name.name());
                if (known == null && rules.containsKey(name.name())) {
                    // A rule that is asked about again while it is being found out begins with itself.
                    nullable.put(name.name(), false);
                    known = isNullable(rules.get(name.name()).expansion());
                    nullable.put(name.name(), known);
                }
                yield known != null && known;
            }
            case Expansion.Quoted quoted -> false;
            case Expansion.Existing existing -> false;
        };
    }

    private void problem(int line, String text) {
        problems.add(new Problem(line, text));
    }
}
