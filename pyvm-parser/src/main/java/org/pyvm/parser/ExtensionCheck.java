package org.pyvm.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.parser.internal.Expansion;
import org.pyvm.parser.internal.FollowSets;
import org.pyvm.parser.internal.Rule;
import org.pyvm.tokenizer.TokenKind;

/**
 * Looks at an extension of Python's grammar alone, whether it keeps to the class of extensions that go together with each
 * other: alternatives of the hooks that begin with a token of their own, and nothing new behind Python's rules. {@code
 * docs/composition.md} has the argument.
 */
public final class ExtensionCheck {
    /** The rules that alternatives may be added to. */
    public static final Set<String> HOOKS = Set.of("compound_stmt", "small_stmt", "atom", "trailer");

    private final Grammar extended;
    private final FollowSets host;
    private final FollowSets sets;
    private final Map<String, Rule> hostRules;
    private final Map<String, Rule> rules;
    private final String text;
    private final List<String> reasons = new ArrayList<>();

    private ExtensionCheck(Grammar extended, String text) {
        this.extended = extended;
        this.text = text;
        this.host = new FollowSets(Grammar.python().tables());
        this.sets = new FollowSets(extended.tables());
        this.hostRules = Grammar.python().ruleMap();
        this.rules = extended.ruleMap();
    }

    /**
     * @param ebnf all rules of the extension, as {@link Grammar#with} takes them
     * @param kinds the kinds of tokens that it adds
     * @return why it is not in the class, empty when it is
     * @throws GrammarException when it is no extension of Python's grammar at all
     */
    public static List<String> reasons(String ebnf, TokenKind... kinds) {
        Grammar extended = Grammar.python().with("", kinds).with(ebnf);
        return new ExtensionCheck(extended, ebnf).run();
    }

    /** Words and spellings of terminals that it has more than Python. @throws GrammarException as {@link #reasons} */
    public static Set<String> ownTerminals(String ebnf, TokenKind... kinds) {
        Set<String> own = new TreeSet<>(
                new FollowSets(Grammar.python().with("", kinds).with(ebnf).tables()).terminals());
        own.removeAll(new FollowSets(Grammar.python().tables()).terminals());
        return own;
    }

    private List<String> run() {
        Set<String> leading = new TreeSet<>();
        for (String name : new TreeSet<>(extended.extendedRules())) {
            if (HOOKS.contains(name)) {
                hook(name, leading);
            } else {
                reasons.add("adds to the rule " + name + ", which is no hook: those are "
                        + String.join(", ", new TreeSet<>(HOOKS)));
            }
        }
        // What begins an alternative may stand wherever the hook may; a second use is another matter.
        leading.removeIf(token -> text.split("['\"]" + java.util.regex.Pattern.quote(token) + "['\"]", -1).length > 2);
        for (String name : new TreeSet<>(hostRules.keySet())) {
            if (host.rules().contains(name)) {
                Set<String> more = sets.behindRule(name);
                more.removeAll(host.behindRule(name));
                more.removeAll(leading);
                if (!more.isEmpty()) {
                    reasons.add("lets " + quoted(more) + " follow Python's rule " + name);
                }
            }
        }
        return List.copyOf(reasons);
    }

    private void hook(String name, Set<String> leading) {
        List<Expansion> before = alternatives(hostRules.get(name));
        boolean front = true;
        for (Expansion alternative : alternatives(rules.get(name))) {
            if (before.contains(alternative)) {
                front = false;
            } else if (alternative instanceof Expansion.Name rule
                    && sets.rules().contains(rule.name())) {
                alternative(name, rule.name(), front, leading);
            } else {
                reasons.add(
                        "adds " + alternative + " to " + name + ": an alternative of a hook must be a rule of its own");
            }
        }
    }

    private void alternative(String hook, String rule, boolean front, Set<String> leading) {
        Set<String> first = sets.first(rule);
        Set<String> known = new TreeSet<>(first);
        known.retainAll(host.terminals());
        if (!known.isEmpty()) {
            reasons.add("rule " + rule + " begins with " + quoted(known) + ", which Python has too");
        }
        Set<String> soft = new TreeSet<>(first);
        soft.retainAll(extended.softKeywords());
        for (String word : soft) {
            Set<String> either = sets.second(rule, word);
            either.retainAll(host.behindTerminal("NAME"));
            if (front && !either.isEmpty()) {
                reasons.add("rule " + rule + " stands before Python's alternatives of " + hook
                        + ", and behind the name " + word + " Python may have " + quoted(either) + " too");
            }
        }
        leading.addAll(first);
    }

    private static List<Expansion> alternatives(Rule rule) {
        return rule.expansion() instanceof Expansion.Choice choice ? choice.alternatives() : List.of(rule.expansion());
    }

    private static String quoted(Set<String> terminals) {
        return terminals.stream()
                        .limit(4)
                        .map(each -> "'" + each + "'")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + (terminals.size() > 4 ? " ..." : "");
    }

    /**
     * Why a new spelling could be read where Python's text has other tokens, or null.
     *
     * @param spelling of an operator or delimiter
     */
    public static String spellingReason(String spelling) {
        FollowSets host = new FollowSets(Grammar.python().tables());
        for (String first : host.terminals()) {
            if (first.startsWith(spelling)) {
                return "'" + spelling + "' begins Python's '" + first + "'";
            }
            for (int shared = 1; shared < spelling.length(); shared++) {
                if (!first.endsWith(spelling.substring(0, shared))) {
                    continue;
                }
                String rest = spelling.substring(shared);
                for (String next : host.behindTerminal(first)) {
                    if (next.startsWith(rest) || rest.startsWith(next)) {
                        return "'" + spelling + "' can be '" + first + "' and '" + next + "' side by side in Python";
                    }
                }
            }
        }
        return spelling.matches("[.\\w'\"#\\\\].*") ? "'" + spelling + "' begins as other tokens of Python do" : null;
    }
}
