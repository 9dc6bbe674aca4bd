package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Shortest inputs for parts of a grammar, as examples. */
final class Sentences {
    private final Map<String, Rule> rules;
    private final TokenNames tokens;
    /** The shortest text of each rule, as far as it is known. */
    private final Map<String, List<Expansion>> shortest = new HashMap<>();

    Sentences(Map<String, Rule> rules, TokenNames tokens) {
        this.rules = rules;
        this.tokens = tokens;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Rule rule : rules.values()) {
                List<Expansion> found = of(rule.expansion(), false);
                List<Expansion> known = shortest.get(rule.name());
                if (found != null && (known == null || found.size() < known.size())) {
                    shortest.put(rule.name(), found);
                    changed = true;
                }
            }
        }
    }

    /** The shortest input for an expansion. @param optional whether parts that may be missing are there; null for none */
    List<Token> tokens(Expansion text, boolean optional) {
        Expansion start = optional && text instanceof Expansion.Name name && rules.containsKey(name.name())
                ? rules.get(name.name()).expansion()
                : text;
        List<Expansion> terminals = of(start, optional);
        if (terminals == null) {
            return null;
        }
        List<Token> result = new ArrayList<>();
        int column = 0;
        for (Expansion terminal : terminals) {
            TokenKind kind = kind(terminal);
            String spelling = terminal instanceof Expansion.Quoted quoted ? quoted.text() : example(kind);
            result.add(new Token(kind, spelling, 1, column, 1, column + spelling.length()));
            column += spelling.length() + 1;
        }
        result.add(new Token(TokenKind.ENDMARKER, "", 2, 0, 2, 0));
        return result;
    }

    private TokenKind kind(Expansion terminal) {
        return switch (terminal) {
            case Expansion.Quoted quoted ->
                TokenNames.isWord(quoted.text()) ? TokenKind.NAME : tokens.bySpelling(quoted.text());
            case Expansion.Name name -> tokens.byName(name.name());
            default -> throw new IllegalStateException("no terminal: " + terminal);
        };
    }

    private static String example(TokenKind kind) {
        if (kind.spelling() != null) {
            return kind.spelling();
        }
        return switch (kind.name()) {
            case "NAME" -> "name";
            case "NUMBER" -> "1";
            case "STRING" -> "''";
            case "NEWLINE" -> "\n";
            default -> kind.name();
        };
    }

    /** The terminals; null while no text is known. */
    private List<Expansion> of(Expansion text, boolean optional) {
        return switch (text) {
            case Expansion.Choice choice -> {
                List<Expansion> best = null;
                for (Expansion alternative : choice.alternatives()) {
                    List<Expansion> found = of(alternative, optional);
                    if (found != null && (best == null || found.size() < best.size())) {
                        best = found;
                    }
                }
                yield best;
            }
            case Expansion.Sequence sequence -> {
                List<Expansion> all = new ArrayList<>();
                for (Expansion part : sequence.parts()) {
                    List<Expansion> found = of(part, optional);
                    if (found == null) {
                        yield null;
                    }
                    all.addAll(found);
                }
                yield all;
            }
            case Expansion.Optional part -> optional ? of(part.part(), false) : List.of();
            case Expansion.Repeat repeat -> repeat.atLeastOne() || optional ? of(repeat.part(), false) : List.of();
            case Expansion.Name name -> rules.containsKey(name.name()) ? shortest.get(name.name()) : List.of(name);
            case Expansion.Quoted quoted -> List.of(quoted);
            case Expansion.Existing existing -> throw new IllegalStateException("'...' is left in a grammar");
        };
    }
}
