package org.pyvm.runtime.internal.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.parser.ExtensionCheck;
import org.pyvm.parser.GrammarException;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenKind;

/**
 * Whether a plugin, looked at alone, keeps to the class whose members go together in any order ({@code docs/composition.md}).
 *
 * @param plugin its name
 * @param reasons why it does not, empty when it does
 * @param vocabulary the words, spellings and names that are its own; members that share one are told so at assembly
 */
public record Certificate(String plugin, List<String> reasons, Set<String> vocabulary) {
    /** Analyses a plugin. */
    public static Certificate of(PyvmPlugin plugin) {
        List<String> reasons = new ArrayList<>();
        Set<String> vocabulary = new TreeSet<>();
        try {
            Contributions contributions = Contributions.of(List.of(plugin));
            grammar(contributions, reasons, vocabulary);
            contributions.all().forEach(each -> contribution(each, reasons, vocabulary));
        } catch (AssemblyException | GrammarException | IllegalArgumentException e) {
            reasons.add(e.getMessage());
        }
        return new Certificate(plugin.name(), List.copyOf(reasons), vocabulary);
    }

    public boolean isGranted() {
        return reasons.isEmpty();
    }

    /** What two members have both, so that they cannot be on together; also spellings that overlap. */
    public Set<String> shared(Certificate other) {
        Set<String> both = new TreeSet<>();
        for (String own : vocabulary) {
            for (String theirs : other.vocabulary) {
                if (own.equals(theirs) || isSpelling(own) && isSpelling(theirs) && overlap(own, theirs)) {
                    both.add(own.equals(theirs) ? own : own + " and " + theirs);
                }
            }
        }
        return both;
    }

    private static boolean isSpelling(String entry) {
        return entry.startsWith("token ");
    }

    private static boolean overlap(String own, String theirs) {
        String first = own.substring(own.indexOf(' ') + 1);
        String second = theirs.substring(theirs.indexOf(' ') + 1);
        for (int length = 1; length <= Math.min(first.length(), second.length()); length++) {
            if (first.endsWith(second.substring(0, length)) || second.endsWith(first.substring(0, length))) {
                return true;
            }
        }
        return first.startsWith(second) || second.startsWith(first);
    }

    private static void grammar(Contributions contributions, List<String> reasons, Set<String> vocabulary) {
        TokenAdditions tokens = TokenAdditions.NONE;
        for (Contribution.Tokens each :
                contributions.of(Contribution.Tokens.class).toList()) {
            tokens = each.addition().apply(tokens);
            vocabulary.add(each.what());
        }
        for (TokenKind operator : tokens.operators()) {
            String reason = ExtensionCheck.spellingReason(operator.spelling());
            if (reason != null) {
                reasons.add(reason);
            }
            vocabulary.add("token " + operator.spelling());
        }
        if (contributions
                .of(Contribution.Tokens.class)
                .anyMatch(each -> each.what().startsWith("comments "))) {
            reasons.add("adds a form of comments, which may hide what Python means");
        }
        String ebnf = contributions
                .of(Contribution.Grammar.class)
                .map(each -> each.ebnf().stripIndent())
                .collect(Collectors.joining("\n"));
        TokenKind[] kinds = tokens.kinds().toArray(TokenKind[]::new);
        reasons.addAll(ExtensionCheck.reasons(ebnf, kinds));
        ExtensionCheck.ownTerminals(ebnf, kinds).forEach(each -> vocabulary.add("word or token " + each));
        ebnf.lines()
                .filter(line -> line.matches("\\w+[!?]?:.*") && !line.contains("..."))
                .forEach(line -> vocabulary.add("rule " + line.split("[!?:]")[0]));
    }

    private static void contribution(Contribution contribution, List<String> reasons, Set<String> vocabulary) {
        switch (contribution) {
            case Contribution.Grammar grammar -> {}
            case Contribution.Tokens tokens -> {}
            case Contribution.Watching watching -> {}
            case Contribution.OpcodeForm form -> {}
            case Contribution.Infix infix -> {
                if (infix.rightAssociative()) {
                    reasons.add("the operator '" + infix.kind().spelling() + "' groups from the right");
                }
            }
            case Contribution.Lowering lowering -> {
                boolean own = vocabulary.contains("rule " + lowering.rule());
                if (!own || lowering.kind().equals("parameter")) {
                    reasons.add(
                            "gives " + (own ? "a parameter" : "Python's rule " + lowering.rule()) + " another meaning");
                }
            }
            case Contribution.NodeClass<?> node ->
                vocabulary.add("node " + node.type().name());
            case Contribution.OpcodeRow row ->
                vocabulary.add("opcode " + row.row().name());
            case Contribution.Modules modules ->
                modules.index().names().forEach(name -> vocabulary.add("module " + name));
            case Contribution.Builtin builtin -> vocabulary.add("built-in " + builtin.name());
            case Contribution.Importer importer ->
                reasons.add("adds the " + importer.what() + ", which all imports ask");
            case Contribution.Strategy strategy ->
                vocabulary.add("strategy " + strategy.strategy().name());
            case Contribution.Rewrite<?> rewrite ->
                reasons.add("rewrites " + rewrite.nodeClass().getSimpleName() + " nodes, whoever made them");
            case Contribution.Pass pass ->
                reasons.add("adds the pass " + pass.pass().name() + " over all code");
            case Contribution.OpcodeMeaning opcode -> reasons.add("replaces the meaning of " + opcode.name());
            case Contribution.Hook hook -> reasons.add("may evaluate any frame in place of the strategy");
            case Contribution.StrategyWrapping wrapping -> reasons.add("wraps the evaluation strategy");
            case Contribution.Replacement<?> replacement ->
                reasons.add("replaces the " + replacement.stage().getSimpleName());
            case Contribution.Wrapping<?> wrapping ->
                reasons.add("wraps the " + wrapping.stage().getSimpleName());
            case Contribution.Failure failure -> reasons.add(failure.report());
        }
    }

    /** For people. */
    @Override
    public String toString() {
        if (isGranted()) {
            return plugin + ": certified, goes together with every other certified plugin in any order";
        }
        return plugin + ": unchecked\n  " + String.join("\n  ", reasons);
    }
}
