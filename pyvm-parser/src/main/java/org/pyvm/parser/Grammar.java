package org.pyvm.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pyvm.parser.GrammarException.Problem;
import org.pyvm.parser.internal.Expansion;
import org.pyvm.parser.internal.GrammarCheck;
import org.pyvm.parser.internal.GrammarComposition;
import org.pyvm.parser.internal.GrammarReader;
import org.pyvm.parser.internal.Numbers36;
import org.pyvm.parser.internal.ParseTables;
import org.pyvm.parser.internal.Rule;
import org.pyvm.parser.internal.ShadowCheck;
import org.pyvm.parser.internal.TokenNames;
import org.pyvm.tokenizer.TokenKind;

/**
 * Rules in EBNF; {@code python.grammar} explains the notation. Immutable: {@link #with} gives a new grammar. Keywords
 * follow from the quoted words in the rules.
 */
public final class Grammar {
    private final Map<String, Rule> rules;
    private final List<TokenKind> kinds;
    private final TokenNames tokens;
    private final Set<String> extended;
    private final Set<String> added;
    private final ParseTables tables;

    /** Python's, read once. */
    private static final class Python {
        static final Grammar GRAMMAR = compose(null, resource("python.grammar"), List.of(), false);

        private static String resource(String name) {
            try (InputStream in = Grammar.class.getResourceAsStream(name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Grammar(
            Map<String, Rule> rules,
            List<TokenKind> kinds,
            TokenNames tokens,
            Set<String> extended,
            Set<String> added) {
        this.rules = rules;
        this.kinds = kinds;
        this.tokens = tokens;
        this.extended = extended;
        this.added = added;
        List<Rule> withNodes = new ArrayList<>();
        Map<String, Rule> parts = new HashMap<>();
        for (Rule rule : rules.values()) {
            if (rule.isPart()) {
                parts.put(rule.name(), rule);
            } else {
                withNodes.add(rule);
            }
        }
        this.tables = new ParseTables(withNodes, parts, tokens, extended, added);
    }

    /** The grammar of Python 3.11. */
    public static Grammar python() {
        return Python.GRAMMAR;
    }

    /**
     * Reads a whole grammar.
     *
     * @param kinds kinds of tokens besides Python's that it speaks of, by name or by spelling
     * @throws GrammarException with everything that is wrong
     */
    public static Grammar of(String ebnf, TokenKind... kinds) {
        return compose(null, ebnf.stripIndent(), List.of(kinds), true);
    }

    /**
     * This grammar and more rules: {@code rule: ... | new_alternative} adds an alternative behind those that the rule has,
     * {@code rule: new_alternative | ...} one before them, so that it is tried first.
     *
     * @param kinds new kinds of tokens that the rules speak of
     * @throws GrammarException with everything that is wrong, lines counted in {@code ebnf}
     */
    public Grammar with(String ebnf, TokenKind... kinds) {
        return compose(this, ebnf.stripIndent(), List.of(kinds), true);
    }

    /**
     * This grammar with another level of binding between two rules: where the looser one has named the tighter one, it names
     * the new rule, which names the tighter one in turn.
     *
     * @param looser a rule that mentions {@code tighter}: {@code comparison}
     * @param tighter {@code expr}
     * @param level the new rule, {@code pipe_expr: expr ('|>' expr)*}
     * @param kinds new kinds of tokens that the rule speaks of
     * @throws GrammarException when {@code looser} does not mention {@code tighter}, and with what is wrong with the rule
     */
    public Grammar withLevel(String looser, String tighter, String level, TokenKind... kinds) {
        Grammar extendedGrammar = with(level, kinds);
        Rule outer = extendedGrammar.rules.get(looser);
        String name = level.substring(0, level.indexOf(':')).strip();
        if (outer == null || !outer.expansion().mentions(tighter)) {
            throw new GrammarException(
                    List.of(new Problem(1, "rule " + looser + " does not lead to " + tighter + " directly")));
        }
        Map<String, Rule> changed = new LinkedHashMap<>(extendedGrammar.rules);
        changed.put(looser, outer.with(outer.expansion().renamed(tighter, name)));
        Set<String> more = new HashSet<>(extendedGrammar.extended);
        more.add(looser);
        return new Grammar(
                changed, extendedGrammar.kinds, extendedGrammar.tokens, Set.copyOf(more), extendedGrammar.added);
    }

    /** @param base null for a grammar from nothing */
    private static Grammar compose(Grammar base, String ebnf, List<TokenKind> more, boolean check) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Rule> composed = new LinkedHashMap<>(base == null ? Map.of() : base.rules);
        int ruleCount = base == null ? 0 : base.rules().size();
        List<Rule> added = GrammarReader.read(ebnf, problems);
        Set<String> extended = new HashSet<>(base == null ? Set.of() : base.extended);
        extended.addAll(GrammarComposition.add(composed, added, problems));
        List<TokenKind> kinds = new ArrayList<>(base == null ? List.of() : base.kinds);
        kinds.addAll(more);
        List<TokenKind> known = new ArrayList<>(TokenKind.PYTHON);
        known.addAll(kinds);
        var tokens = new TokenNames(known, base == null ? null : base.tokens);
        // Python's own is checked by a test, which saves time at start-up.
        if (problems.isEmpty() && check) {
            GrammarCheck.check(composed.values(), tokens, problems);
        }
        if (!problems.isEmpty()) {
            throw new GrammarException(problems);
        }
        int index = ruleCount;
        for (Map.Entry<String, Rule> entry : composed.entrySet()) {
            Rule rule = entry.getValue();
            if (rule.symbol() == null && !rule.isPart()) {
                entry.setValue(
                        rule.with(Symbol.rule(rule.name(), Symbol.FIRST_RULE + index++, Numbers36.of(rule.name()))));
            }
        }
        Set<String> newRules = new HashSet<>(base == null ? Set.of() : base.added);
        if (base != null) {
            added.stream()
                    .map(Rule::name)
                    .filter(name -> !base.rules.containsKey(name))
                    .forEach(newRules::add);
        }
        return new Grammar(composed, List.copyOf(kinds), tokens, Set.copyOf(extended), Set.copyOf(newRules));
    }

    /** The symbol of the rule of that name, or null. */
    public Symbol rule(String name) {
        Rule rule = rules.get(name);
        return rule == null ? null : rule.symbol();
    }

    /** The symbol of a kind of token that this grammar knows, or null. */
    public Symbol terminal(TokenKind kind) {
        return tokens.symbol(kind);
    }

    /** The rules that have nodes, in the order of their indices. */
    public List<Symbol> rules() {
        return rules.values().stream()
                .filter(rule -> !rule.isPart())
                .map(Rule::symbol)
                .toList();
    }

    /** The reserved words. */
    public Set<String> keywords() {
        return new TreeSet<>(tables.vocabulary().keywords(false));
    }

    /** The words that are keywords in some places only. */
    public Set<String> softKeywords() {
        return new TreeSet<>(tables.vocabulary().keywords(true));
    }

    /** The text of a rule as composed, one line; null when there is none. */
    public String text(String rule) {
        Rule found = rules.get(rule);
        return found == null ? null : found.toString();
    }

    /** Whether a rule stands by itself as an alternative of another. */
    public boolean isAlternative(String rule) {
        return rules.values().stream()
                .anyMatch(other -> other.expansion() instanceof Expansion.Choice choice
                        && choice.alternatives().stream()
                                .anyMatch(part -> part instanceof Expansion.Name name
                                        && name.name().equals(rule)));
    }

    /**
     * An alternative that an earlier one keeps from ever matching.
     *
     * @param input the shortest that shows it
     */
    public record Shadowed(String rule, String alternative, String input) {
        @Override
        public String toString() {
            return "alternative " + alternative + " of rule " + rule + " can never match, since an earlier one wins: "
                    + input.replace("\n", "NEWLINE");
        }
    }

    /** The alternatives that this grammar has more than another, as far as they never match. */
    public List<Shadowed> shadowedBeyond(Grammar base) {
        List<Shadowed> found = new ArrayList<>();
        ShadowCheck check = null;
        for (String name : new TreeSet<>(extended)) {
            Rule rule = rules.get(name);
            Rule before = base.rules.get(name);
            if (rule.isPart() || before == null || !(rule.expansion() instanceof Expansion.Choice choice)) {
                continue;
            }
            for (Expansion alternative : choice.alternatives()) {
                if (before.expansion().equals(alternative)
                        || before.expansion() instanceof Expansion.Choice known
                                && known.alternatives().contains(alternative)) {
                    continue;
                }
                check = check == null ? new ShadowCheck(tables, rules, tokens) : check;
                String witness = check.witness(name, alternative);
                if (witness != null) {
                    found.add(new Shadowed(name, alternative.toString(), witness));
                }
            }
        }
        return found;
    }

    /** The rules of Python's that have got more. */
    Set<String> extendedRules() {
        return extended;
    }

    Map<String, Rule> ruleMap() {
        return rules;
    }

    ParseTables tables() {
        return tables;
    }

    /** All rules in the notation. */
    @Override
    public String toString() {
        return rules.values().stream().map(Rule::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
