package org.pyvm.runtime.internal.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.LiteralCheckingParser;
import org.pyvm.ast.Lowerings;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeRewriter;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.ParseTreeAstBuilder;
import org.pyvm.ast.UnicodeNames;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CfgObserver;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.CodeHandlers;
import org.pyvm.compiler.Compiler;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.eval.strategy.closure.ClosureStrategy;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarException;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.Parser;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.symtable.SymbolHandlers;
import org.pyvm.symtable.SymbolTableBuilder;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.Tokenizer;

/** Puts the front end of one set of plugins together. */
public final class FrontEndAssembly {
    private final Contributions contributions;
    private final PluginOpcodes opcodes;
    private final List<CfgPass> ownPasses;
    private final Problems problems = new Problems();

    private FrontEndAssembly(Contributions contributions, PluginOpcodes opcodes, List<CfgPass> ownPasses) {
        this.contributions = contributions;
        this.opcodes = opcodes;
        this.ownPasses = ownPasses;
    }

    /**
     * @param opcodes of the interpreter that the code is for, which hands out numbers
     * @param passes of Python's own compiler
     * @throws org.pyvm.compiler.AssemblyException with everything that is wrong
     */
    public static FrontEnd assemble(Contributions contributions, PluginOpcodes opcodes, List<CfgPass> passes) {
        return new FrontEndAssembly(contributions, opcodes, passes).frontEnd();
    }

    private FrontEnd frontEnd() {
        failures();
        TokenAdditions tokens = tokens();
        Grammar grammar = grammar(tokens);
        Lowerings lowerings = lowerings(grammar);
        List<Contribution.NodeClass<?>> nodes = nodeClasses();
        List<CfgPass> passes = passes();
        ReplacedInstructions replaced = new ReplacedInstructions(contributions, opcodes, problems);
        InstructionSet instructions = instructions().with(replaced.rows());
        if (!replaced.rows().isEmpty()) {
            passes.addFirst(replaced);
        }
        checkReplacements();
        checkNames();
        checkApi();
        problems.report();

        Tokenizer tokenizer = stage(Tokenizer.class, new PythonTokenizer(tokens));
        Parser parser = stage(
                Parser.class, new LiteralCheckingParser(tokenizer, new GrammarParser(grammar), new UnicodeNames()));
        AstBuilder builder = rewriting(
                stage(AstBuilder.class, new ParseTreeAstBuilder(tokenizer, parser, lowerings, new UnicodeNames())));
        SymbolTableBuilder symbols =
                stage(SymbolTableBuilder.class, new TwoPassSymbolTableBuilder(symbolHandlers(nodes)));
        Compiler compiler = stage(
                Compiler.class,
                new CfgCompiler(codeHandlers(nodes), passes, instructions, CfgObserver.NONE).verifying(emitters()));
        return new FrontEnd(tokenizer, parser, builder, symbols, compiler);
    }

    /** Those whose code is looked through before it runs. */
    private List<String> emitters() {
        return contributions.all().stream()
                .filter(contribution -> contribution instanceof Contribution.NodeClass<?>
                        || contribution instanceof Contribution.Pass
                        || contribution instanceof Contribution.OpcodeRow)
                .map(contribution -> contribution.origin().plugin())
                .distinct()
                .toList();
    }

    private void failures() {
        contributions
                .of(Contribution.Failure.class)
                .forEach(failure -> problems.add(failure.origin(), failure.report()));
    }

    private void checkApi() {
        contributions.plugins().forEach(plugin -> {
            int built = plugin.apiVersion();
            if (built != PyvmPlugin.API_VERSION) {
                problems.add(
                        new Origin(plugin.name(), plugin.getClass().getName(), -1),
                        "built for version " + built + " of the plugin interface, this is " + PyvmPlugin.API_VERSION);
            }
        });
    }

    private TokenAdditions tokens() {
        TokenAdditions additions = TokenAdditions.NONE;
        for (Contribution.Tokens tokens :
                contributions.of(Contribution.Tokens.class).toList()) {
            try {
                additions = tokens.addition().apply(additions);
            } catch (IllegalArgumentException e) {
                Contribution.Tokens other = earlier(tokens);
                if (other == null) {
                    problems.add(tokens.origin(), e.getMessage());
                } else {
                    problems.clash(other.origin(), tokens.origin(), "both define the " + tokens.what());
                }
            }
        }
        return additions;
    }

    /** A contribution of the same token before this one, or null. */
    private Contribution.Tokens earlier(Contribution.Tokens tokens) {
        return contributions
                .of(Contribution.Tokens.class)
                .takeWhile(other -> other != tokens)
                .filter(other -> other.what().equals(tokens.what()))
                .findFirst()
                .orElse(null);
    }

    private Grammar grammar(TokenAdditions tokens) {
        Grammar grammar = Grammar.python();
        Map<String, Origin> definedBy = new HashMap<>();
        TokenKind[] kinds = tokens.kinds().toArray(TokenKind[]::new);
        if (kinds.length > 0) {
            grammar = grammar.with("", kinds);
        }
        for (Contribution.Grammar addition :
                contributions.of(Contribution.Grammar.class).toList()) {
            try {
                Grammar more = grammar.with(addition.ebnf());
                for (var rule : more.rules()) {
                    if (grammar.rule(rule.name()) == null) {
                        definedBy.put(rule.name(), addition.origin());
                    }
                }
                grammar = more;
            } catch (GrammarException e) {
                for (GrammarException.Problem problem : e.problems()) {
                    problems.add(addition.origin(), "grammar " + problem + definition(problem, definedBy));
                }
            }
        }
        checkLowered(grammar, definedBy);
        checkShadowed(grammar, definedBy);
        return withOperators(grammar);
    }

    private Map<OperatorLevel, List<Contribution.Infix>> levels() {
        Map<OperatorLevel, List<Contribution.Infix>> levels = new LinkedHashMap<>();
        contributions
                .of(Contribution.Infix.class)
                .forEach(infix -> levels.computeIfAbsent(infix.level(), key -> new ArrayList<>())
                        .add(infix));
        return levels;
    }

    private Grammar withOperators(Grammar grammar) {
        Grammar result = grammar;
        for (Map.Entry<OperatorLevel, List<Contribution.Infix>> entry : levels().entrySet()) {
            OperatorLevel level = entry.getKey();
            List<Contribution.Infix> operators = entry.getValue();
            Contribution.Infix first = operators.getFirst();
            for (Contribution.Infix other : operators) {
                if (other.rightAssociative() != first.rightAssociative()) {
                    problems.clash(
                            first.origin(),
                            other.origin(),
                            "'" + first.kind().spelling() + "' and '"
                                    + other.kind().spelling()
                                    + "' have one precedence, but group from different sides");
                }
            }
            String spellings = operators.stream()
                    .map(infix -> "'" + infix.kind().spelling() + "'")
                    .distinct()
                    .collect(Collectors.joining(" | "));
            try {
                result = result.withLevel(
                        level.looser(),
                        level.tighter(),
                        level.rule() + ": " + level.tighter() + " ((" + spellings + ") " + level.right() + ")*");
            } catch (GrammarException e) {
                e.problems().forEach(problem -> problems.add(first.origin(), problem.text()));
            }
        }
        return result;
    }

    /** Which plugin has the rule that a problem says is defined already. */
    private static String definition(GrammarException.Problem problem, Map<String, Origin> definedBy) {
        for (Map.Entry<String, Origin> entry : definedBy.entrySet()) {
            if (problem.text().startsWith("rule " + entry.getKey() + " is defined already")) {
                return " (by " + entry.getValue() + ")";
            }
        }
        return "";
    }

    private void checkShadowed(Grammar grammar, Map<String, Origin> definedBy) {
        for (Grammar.Shadowed shadowed : grammar.shadowedBeyond(Grammar.python())) {
            Origin origin = definedBy.get(shadowed.alternative());
            if (origin == null) {
                origin = contributions
                        .of(Contribution.Grammar.class)
                        .filter(addition -> addition.ebnf().contains(shadowed.rule() + ":"))
                        .findFirst()
                        .orElseThrow()
                        .origin();
            }
            problems.add(origin, shadowed.toString());
        }
    }

    /** A rule that stands as an alternative of one of Python's must have a meaning. */
    private void checkLowered(Grammar grammar, Map<String, Origin> definedBy) {
        definedBy.forEach((rule, origin) -> {
            boolean lowered = contributions
                    .of(Contribution.Lowering.class)
                    .anyMatch(lowering -> lowering.rule().equals(rule));
            boolean replaced = contributions
                    .ofAny(Contribution.Replacement.class)
                    .anyMatch(replacement -> ((Contribution.Replacement<?>) replacement).stage() == AstBuilder.class);
            if (!lowered && !replaced && grammar.isAlternative(rule)) {
                problems.add(origin, "rule " + rule + " has no lowering");
            }
        });
    }

    private Lowerings lowerings(Grammar grammar) {
        Map<String, Contribution.Lowering> known = new HashMap<>();
        Lowerings lowerings = Lowerings.NONE;
        for (Contribution.Lowering lowering :
                contributions.of(Contribution.Lowering.class).toList()) {
            Contribution.Lowering other = known.putIfAbsent(lowering.rule(), lowering);
            // Python's own rules mean several things: each plugin leaves to the next what is not its own.
            boolean shared = Grammar.python().rule(lowering.rule()) != null;
            if (other != null && (!shared || other.whole() || lowering.whole())) {
                problems.clash(other.origin(), lowering.origin(), "both lower the rule " + lowering.rule());
            }
            if (grammar.rule(lowering.rule()) == null) {
                problems.add(lowering.origin(), "there is no rule " + lowering.rule() + " to lower");
            }
            lowerings = lowering.addition().apply(lowerings);
        }
        for (Map.Entry<OperatorLevel, List<Contribution.Infix>> entry : levels().entrySet()) {
            lowerings = lowerings.with(entry.getKey().rule(), new InfixLowering(entry.getValue()));
        }
        return lowerings;
    }

    private List<Contribution.NodeClass<?>> nodeClasses() {
        Map<String, Origin> names = new HashMap<>();
        List<Contribution.NodeClass<?>> all = new ArrayList<>();
        contributions
                .<Contribution.NodeClass<?>>ofAny(Contribution.NodeClass.class)
                .forEach(node -> {
                    String name = node.type().name();
                    Origin other = names.putIfAbsent(name, node.origin());
                    if (other != null) {
                        problems.clash(other, node.origin(), "both define the node " + name);
                    } else if (NodeType.python().stream()
                            .anyMatch(type -> type.name().equals(name))) {
                        problems.add(node.origin(), "Python has a node " + name + " already");
                    } else {
                        all.add(node);
                    }
                    if (node.symbols() == null) {
                        problems.add(node.origin(), "the node " + name + " has no handler for symbol tables");
                    }
                    if (node.code() == null) {
                        problems.add(node.origin(), "the node " + name + " has no handler for code");
                    }
                });
        return all;
    }

    private static SymbolHandlers symbolHandlers(List<Contribution.NodeClass<?>> nodes) {
        SymbolHandlers handlers = SymbolHandlers.NONE;
        for (Contribution.NodeClass<?> node : nodes) {
            handlers = with(handlers, node);
        }
        return handlers;
    }

    private static <N extends Node> SymbolHandlers with(SymbolHandlers handlers, Contribution.NodeClass<N> node) {
        return handlers.with(node.nodeClass(), node.symbols());
    }

    private static CodeHandlers codeHandlers(List<Contribution.NodeClass<?>> nodes) {
        CodeHandlers handlers = CodeHandlers.NONE;
        for (Contribution.NodeClass<?> node : nodes) {
            handlers = with(handlers, node);
        }
        return handlers;
    }

    private static <N extends Node> CodeHandlers with(CodeHandlers handlers, Contribution.NodeClass<N> node) {
        return handlers.with(node.nodeClass(), node.code());
    }

    private List<CfgPass> passes() {
        List<CfgPass> passes = new ArrayList<>(ownPasses);
        contributions.of(Contribution.Pass.class).forEach(added -> {
            String name = added.pass().name();
            if (indexOf(passes, name) >= 0) {
                problems.add(added.origin(), "there is a pass named " + name + " already");
                return;
            }
            int at = added.neighbour() == null ? passes.size() : indexOf(passes, added.neighbour());
            if (at < 0) {
                problems.add(added.origin(), "there is no pass named " + added.neighbour());
                return;
            }
            passes.add(added.neighbour() == null || added.before() ? at : at + 1, added.pass());
        });
        return passes;
    }

    private static int indexOf(List<CfgPass> passes, String name) {
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private InstructionSet instructions() {
        Map<String, Origin> names = new HashMap<>();
        List<Opcode> rows = new ArrayList<>();
        contributions.of(Contribution.OpcodeRow.class).forEach(opcode -> {
            String name = opcode.row().name();
            Origin other = names.putIfAbsent(name, opcode.origin());
            if (other != null) {
                problems.clash(other, opcode.origin(), "both define the opcode " + name);
            } else if (InstructionSet.python().opcode(name) != null) {
                problems.add(opcode.origin(), "pyvm has an opcode " + name + " already");
            } else {
                try {
                    rows.add(opcodes.add(opcode.origin().plugin(), opcode.row(), opcode.semantics()));
                } catch (IllegalStateException e) {
                    problems.add(opcode.origin(), e.getMessage());
                }
            }
        });
        addForms(rows);
        return InstructionSet.python().with(rows);
    }

    /** Forms of opcodes for one strategy, each of an opcode of the same plugin. */
    private void addForms(List<Opcode> rows) {
        Map<String, Origin> known = new HashMap<>();
        List<String> strategies = new ArrayList<>(List.of(ClosureStrategy.NAME));
        contributions
                .of(Contribution.Strategy.class)
                .forEach(added -> strategies.add(added.strategy().name()));
        contributions.of(Contribution.OpcodeForm.class).forEach(form -> {
            Opcode row = rows.stream()
                    .filter(each -> each.name().equals(form.name()))
                    .filter(each -> opcodes.get(form.origin().plugin(), each.name()) != null)
                    .findFirst()
                    .orElse(null);
            Origin other = known.putIfAbsent(form.what(), form.origin());
            if (row == null) {
                problems.add(form.origin(), "the plugin has no opcode " + form.name() + " to give another form");
            } else if (!strategies.contains(form.strategy())) {
                problems.add(
                        form.origin(),
                        "the strategy " + form.strategy() + " takes no forms of opcodes; "
                                + String.join(", ", strategies) + " does");
            } else if (row.isJump()) {
                problems.add(form.origin(), form.name() + " is a jump, which has one form");
            } else if (other != null) {
                problems.clash(other, form.origin(), "both give a form of " + form.what());
            } else {
                opcodes.addForm(row.number(), form.strategy(), form.form());
            }
        });
    }

    private void checkReplacements() {
        Map<Class<?>, Origin> stages = new HashMap<>();
        contributions
                .<Contribution.Replacement<?>>ofAny(Contribution.Replacement.class)
                .forEach(replacement -> {
                    Origin other = stages.putIfAbsent(replacement.stage(), replacement.origin());
                    if (other != null) {
                        problems.clash(
                                other,
                                replacement.origin(),
                                "both replace the " + replacement.stage().getSimpleName());
                    }
                });
    }

    /** Modules, built-in names and importers are one plugin's each. */
    private void checkNames() {
        Map<String, Origin> known = new HashMap<>();
        contributions
                .of(Contribution.Modules.class)
                .forEach(modules -> modules.index()
                        .names()
                        .forEach(name -> checkName(known, modules.origin(), "both add the module " + name)));
        contributions
                .of(Contribution.Builtin.class)
                .forEach(builtin ->
                        checkName(known, builtin.origin(), "both define the built-in name " + builtin.name()));
        contributions
                .of(Contribution.Importer.class)
                .forEach(importer -> checkName(known, importer.origin(), "both install the " + importer.what()));
    }

    private void checkName(Map<String, Origin> known, Origin origin, String clash) {
        Origin other = known.putIfAbsent(clash, origin);
        if (other != null) {
            problems.clash(other, origin, clash);
        }
    }

    /** Python's own stage or what replaces it, with what is put around it: the first plugin's is innermost. */
    private <T> T stage(Class<T> type, T own) {
        T stage = own;
        for (Contribution.Replacement<?> replacement : contributions
                .<Contribution.Replacement<?>>ofAny(Contribution.Replacement.class)
                .toList()) {
            if (replacement.stage() == type) {
                stage = type.cast(replacement.replacement());
            }
        }
        for (Contribution.Wrapping<?> wrapping : contributions
                .<Contribution.Wrapping<?>>ofAny(Contribution.Wrapping.class)
                .toList()) {
            if (wrapping.stage() == type) {
                stage = wrap(wrapping, type, stage);
                if (stage == null) {
                    problems.add(wrapping.origin(), "the wrapping of the " + type.getSimpleName() + " gives null");
                    problems.report();
                }
            }
        }
        return stage;
    }

    @SuppressWarnings("unchecked") // the stage's class says what the wrapping takes
    private static <T> T wrap(Contribution.Wrapping<?> wrapping, Class<T> type, T stage) {
        return type.cast(((UnaryOperator<T>) wrapping.wrapping()).apply(stage));
    }

    private AstBuilder rewriting(AstBuilder builder) {
        Map<Class<?>, List<UnaryOperator<Node>>> rules = new HashMap<>();
        contributions
                .<Contribution.Rewrite<?>>ofAny(Contribution.Rewrite.class)
                .forEach(rewrite -> rules.computeIfAbsent(rewrite.nodeClass(), key -> new ArrayList<>())
                        .add(rule(rewrite)));
        if (rules.isEmpty()) {
            return builder;
        }
        NodeRewriter rewriter = new NodeRewriter(rules);
        return (tree, source, context) -> (Mod) rewriter.rewrite(builder.build(tree, source, context));
    }

    private static <N extends Node> UnaryOperator<Node> rule(Contribution.Rewrite<N> rewrite) {
        return node -> rewrite.rewrite().rewrite(rewrite.nodeClass().cast(node));
    }
}
