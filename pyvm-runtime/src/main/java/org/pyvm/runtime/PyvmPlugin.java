package org.pyvm.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.LoweringRule;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.ParameterRule;
import org.pyvm.ast.Template;
import org.pyvm.ast.TrailerRule;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.CodeHandler;
import org.pyvm.compiler.Compiler;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.FrameHook;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.objects.PyType;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.parser.Parser;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.OperatorLevel;
import org.pyvm.runtime.internal.assembly.Origin;
import org.pyvm.runtime.internal.assembly.PythonHelpers;
import org.pyvm.symtable.SymbolHandler;
import org.pyvm.symtable.SymbolTableBuilder;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenAdditions.CommentForm;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.Tokenizer;

/**
 * What extends pyvm: a Guice module, found by {@code ServiceLoader} (register it with {@code @AutoService}) or given to
 * {@link Pyvm.Builder#plugin}. It contributes to stages, wraps them or replaces them; {@code docs/plugins.md} goes through
 * the kinds of contribution.
 *
 * <p>A plugin is asked for its contributions once for each front end that it takes part in, so {@link #contribute} must
 * say the same each time; what it contributes is shared between interpreters and threads and must have no state.
 */
public abstract class PyvmPlugin extends AbstractModule {
    /** The version of this interface; it changes when plugins built for it must be built anew. */
    public static final int API_VERSION = 1;

    private static final String API_TITLE = "pyvm-plugin";

    /** By which sources and options name it: the class name without "Plugin", in lower case. */
    public String name() {
        String simple = getClass().getSimpleName();
        String bare = simple.endsWith("Plugin") ? simple.substring(0, simple.length() - 6) : simple;
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Tells compiled files of this plugin from those of another version; from the jar's manifest unless overridden. */
    public String version() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    /**
     * For which version of this interface it was built: what its jar's manifest has as Specification-Version, if the
     * Specification-Title is {@code pyvm-plugin}.
     */
    public int apiVersion() {
        Package jar = getClass().getPackage();
        String built = API_TITLE.equals(jar.getSpecificationTitle()) ? jar.getSpecificationVersion() : null;
        return built != null && built.matches("[0-9]{1,9}") ? Integer.parseInt(built) : API_VERSION;
    }

    /** Makes the contributions, by the methods below; any Guice binding may be added too. */
    protected abstract void contribute();

    @Override
    protected final void configure() {
        try {
            contribute();
        } catch (RuntimeException | LinkageError e) {
            // Reported with whatever else is wrong, when the machine is assembled.
            add(new Contribution.Failure(Origin.of(this, e), e));
        }
    }

    private void add(Contribution contribution) {
        Multibinder.newSetBinder(binder(), Contribution.class).addBinding().toInstance(contribution);
    }

    private Origin here() {
        return Origin.here(this);
    }

    /**
     * Adds grammar rules, in the notation of Python's grammar file; {@code rule: ... | alternative} adds to a rule that
     * is there. A quoted word becomes a keyword, in double quotes a soft one.
     */
    protected final void grammar(String ebnf) {
        add(new Contribution.Grammar(here(), ebnf));
    }

    /**
     * Adds an operator or delimiter that grammar rules can quote; the longest match wins.
     *
     * @param name as tokens of the kind are listed
     */
    protected final void token(String name, String spelling) {
        TokenKind kind = TokenKind.create(name, spelling);
        tokens("token '" + spelling + "'", additions -> additions.withOperator(kind));
    }

    /**
     * Adds suffixes of numbers: {@code 5km} is a token whose kind grammar rules name.
     *
     * @param name of the kind, in capitals
     */
    protected final void numberSuffixes(String name, String... suffixes) {
        TokenKind kind = TokenKind.create(name, null);
        for (String suffix : suffixes) {
            tokens("number suffix '" + suffix + "'", additions -> additions.withNumberSuffix(suffix, kind));
        }
    }

    /**
     * Adds prefixes of string literals: {@code t"..."} is a token whose kind grammar rules name.
     *
     * @param name of the kind, in capitals
     */
    protected final void stringPrefixes(String name, String... prefixes) {
        TokenKind kind = TokenKind.create(name, null);
        for (String prefix : prefixes) {
            tokens("string prefix '" + prefix + "'", additions -> additions.withStringPrefix(prefix, kind));
        }
    }

    /** Adds a form of comments. @param end null for the end of the line */
    protected final void comments(String start, String end) {
        tokens("comments '" + start + "'", additions -> additions.withComment(new CommentForm(start, end)));
    }

    private void tokens(String what, UnaryOperator<TokenAdditions> addition) {
        add(new Contribution.Tokens(here(), what, addition));
    }

    /**
     * Adds a binary operator that binds looser than one of Python's, and tighter than the next looser one. Operators with
     * the same neighbours have the same precedence.
     *
     * @param name of the token
     * @param neighbour {@code if}, {@code or}, {@code and}, {@code not}, {@code <} (all comparisons), {@code |}, {@code ^},
     *     {@code &}, {@code <<}, {@code +}, {@code *}, {@code -x} (unary), {@code **} or {@code await}
     */
    protected final void infixLooserThan(String neighbour, String name, String spelling, InfixMeaning meaning) {
        infix(name, spelling, OperatorLevel.looserThan(neighbour), false, meaning);
    }

    /** As {@link #infixLooserThan}, on the other side of the neighbour. */
    protected final void infixTighterThan(String neighbour, String name, String spelling, InfixMeaning meaning) {
        infix(name, spelling, OperatorLevel.tighterThan(neighbour), false, meaning);
    }

    /**
     * As {@link #infixTighterThan(String, String, String, InfixMeaning)}, for an operator whose right operand is not of its
     * own level: {@code 2 ** -1}.
     *
     * @param right the rule of the right operand: {@code factor}
     */
    protected final void infixTighterThan(
            String neighbour, String name, String spelling, String right, InfixMeaning meaning) {
        infix(name, spelling, OperatorLevel.tighterThan(neighbour).withRight(right), true, meaning);
    }

    /** As {@link #infixLooserThan}, for an operator that groups from the right. */
    protected final void rightInfixLooserThan(String neighbour, String name, String spelling, InfixMeaning meaning) {
        infix(name, spelling, OperatorLevel.looserThan(neighbour), true, meaning);
    }

    private void infix(String name, String spelling, OperatorLevel level, boolean right, InfixMeaning meaning) {
        token(name, spelling);
        add(new Contribution.Infix(here(), TokenKind.create(name, spelling), level, right, meaning));
    }

    /** Says what the nodes of a grammar rule mean. */
    protected final void lowering(String rule, LoweringRule meaning) {
        add(new Contribution.Lowering(here(), rule, "rule", false, lowerings -> lowerings.with(rule, meaning)));
    }

    /** Says what a rule means that is an alternative of {@code trailer}: what follows an atom, as {@code .name} does. */
    protected final void trailerLowering(String rule, TrailerRule meaning) {
        add(new Contribution.Lowering(
                here(), rule, "trailer", true, lowerings -> lowerings.withTrailer(rule, meaning)));
    }

    /** Says what a rule means that is an alternative of {@code _typed} (parameters of functions) or {@code _plain} (lambdas). */
    protected final void parameterLowering(String rule, ParameterRule meaning) {
        add(new Contribution.Lowering(
                here(), rule, "parameter", true, lowerings -> lowerings.withParameter(rule, meaning)));
    }

    /**
     * Says what the nodes of a grammar rule mean by a template of core Python, in which {@code $0}, {@code $1} ... stand for
     * the node's children.
     *
     * @throws org.pyvm.tokenizer.CompileException when it is neither statements nor an expression
     */
    protected final void lowering(String rule, String template) {
        template(rule, Template.statements(template).asLowering());
    }

    /** As {@link #lowering(String, String)}, for a rule that is an expression. */
    protected final void expressionLowering(String rule, String template) {
        template(rule, Template.expression(template).asLowering());
    }

    private void template(String rule, LoweringRule meaning) {
        add(new Contribution.Lowering(here(), rule, "rule", true, lowerings -> lowerings.with(rule, meaning)));
    }

    /** Rewrites the nodes of a class in every tree, children first. */
    protected final <N extends Node> void rewrite(Class<N> nodeClass, Contribution.NodeRewrite<N> rewrite) {
        add(new Contribution.Rewrite<>(here(), nodeClass, rewrite));
    }

    /** As the next one, for nodes that bind no name and whose fields are looked at in their order. */
    protected final <N extends Node> void node(Class<N> nodeClass, CodeHandler<? super N> code, String unparse) {
        node(nodeClass, (node, names) -> names.visitFields(node), code, unparse);
    }

    /** As the next one, for a record with {@link org.pyvm.ast.NodeFields}. */
    protected final <N extends Node> void node(
            Class<N> nodeClass, SymbolHandler<? super N> symbols, CodeHandler<? super N> code, String unparse) {
        node(nodeClass, NodeType.of(nodeClass), symbols, code, unparse);
    }

    /**
     * Adds a class of nodes to the syntax tree.
     *
     * @param symbols what a node binds and uses
     * @param code what it compiles to
     * @param unparse its source form for {@code ast.unparse}, fields in braces: {@code "unless {test}:{body}"}; {@code
     *     "{returns: -> %}"} is written when the field has a value; {@code "@module.name"} names a function of Python that
     *     gets the unparser and the node; null for none
     */
    protected final <N extends Node> void node(
            Class<N> nodeClass,
            NodeType type,
            SymbolHandler<? super N> symbols,
            CodeHandler<? super N> code,
            String unparse) {
        add(new Contribution.NodeClass<>(here(), type, nodeClass, symbols, code, unparse));
    }

    /** Adds a pass over control flow graphs, behind all others. */
    protected final void cfgPass(CfgPass pass) {
        add(new Contribution.Pass(here(), pass, null, false));
    }

    /** Adds a pass over control flow graphs in front of the one of a name. */
    protected final void cfgPassBefore(String name, CfgPass pass) {
        add(new Contribution.Pass(here(), pass, name, true));
    }

    /** Adds a pass over control flow graphs behind the one of a name. */
    protected final void cfgPassAfter(String name, CfgPass pass) {
        add(new Contribution.Pass(here(), pass, name, false));
    }

    /**
     * Adds an opcode. Code handlers and passes emit it by its name.
     *
     * @param row from {@link Opcode#opcode(String)}; the number is handed out when the plugin is switched on
     */
    protected final void opcode(Opcode.Builder row, OpcodeSemantics semantics) {
        add(new Contribution.OpcodeRow(here(), row.build(), semantics));
    }

    /**
     * Gives an opcode of this plugin a form of its own under one strategy, with the same results. Each place in code gets one
     * from the supplier, which may remember what it has seen there; the interpreter's lock guards it.
     *
     * @param name of an opcode that is no jump
     * @param strategy {@code closure}, whose trees {@code jit} and {@code tiered} run too, or a plugin's that asks for it by
     *     {@link org.pyvm.eval.PluginOpcodes#form}
     */
    protected final void opcodeForm(String name, String strategy, Supplier<OpcodeSemantics> form) {
        add(new Contribution.OpcodeForm(here(), name, strategy, form));
    }

    /**
     * Gives one of Python's own instructions another meaning, in code that has the plugin on.
     *
     * @param name {@code BINARY_ADD}; not that of a jump or of an instruction that works on blocks
     */
    protected final void replaceOpcode(String name, OpcodeSemantics semantics) {
        add(new Contribution.OpcodeMeaning(here(), name, semantics));
    }

    /** Adds built-in modules written in Java; one of a name that pyvm has takes its place. */
    protected final void modules(BuiltinModuleIndex index) {
        add(new Contribution.Modules(here(), index));
    }

    /**
     * Brings along a module in plain Python, which what a lowering makes can use through {@link org.pyvm.ast.HelperName}.
     *
     * @param name by which it can be imported as well
     */
    protected final void helpers(String name, String source) {
        modules(new PythonHelpers(name, source, name()));
    }

    /**
     * As {@link #helpers(String, String)}, with the source in the resource {@code NAME.py} beside the plugin's class.
     *
     * @throws IllegalArgumentException when there is no such resource
     */
    protected final void helpers(String name) {
        try (InputStream source = getClass().getResourceAsStream(name + ".py")) {
            if (source == null) {
                throw new IllegalArgumentException(
                        "there is no " + name + ".py beside " + getClass().getName());
            }
            helpers(name, new String(source.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes attributes of a module built-in names, for all code of an interpreter that has the plugin on from the start.
     * Python's own built-in names cannot be replaced.
     *
     * @param module in Java ({@link #modules}) or in Python ({@link #helpers(String)})
     * @param names of its functions, types and others
     */
    protected final void builtins(String module, String... names) {
        for (String name : names) {
            add(new Contribution.Builtin(here(), name, module, null));
        }
    }

    /** As {@link #builtins}, for a type written in Java, by its name. */
    protected final void builtinType(PyType type) {
        add(new Contribution.Builtin(here(), type.name(), null, type));
    }

    /**
     * Puts a finder in front of {@code sys.meta_path}, in an interpreter that has the plugin on from the start. Of several
     * plugins the first is asked first.
     *
     * @param module in Java ({@link #modules}) or in Python ({@link #helpers(String)})
     * @param attribute of the module that is the finder: something with {@code find_spec(name, path, target=None)}
     */
    protected final void metaPathFinder(String module, String attribute) {
        add(new Contribution.Importer(here(), false, module, attribute));
    }

    /** As {@link #metaPathFinder}, for {@code sys.path_hooks}: a function that makes a finder for an entry of {@code sys.path}. */
    protected final void pathHook(String module, String attribute) {
        add(new Contribution.Importer(here(), true, module, attribute));
    }

    /** Adds an evaluation strategy, which {@code -X eval} chooses by its name. */
    protected final void strategy(EvaluationStrategy strategy) {
        add(new Contribution.Strategy(here(), strategy));
    }

    /** Puts something around the evaluation strategy, whichever is chosen. */
    protected final void wrapStrategy(UnaryOperator<EvaluationStrategy> wrapping) {
        add(new Contribution.StrategyWrapping(here(), wrapping));
    }

    /**
     * Has each frame come to a hook before the strategy that is chosen: it evaluates the frame or passes it on. Of several
     * plugins the first gets frames first, and passes them on to the next.
     */
    protected final void frameHook(FrameHook hook) {
        add(new Contribution.Hook(here(), Objects.requireNonNull(hook, "there is no frame hook")));
    }

    /** Has an instrument watch frames run: instructions, calls, exceptions; see {@link Instrument}. */
    protected final void instrument(Instrument instrument) {
        add(new Contribution.Watching(here(), instrument));
    }

    /** Replaces the tokenizer. */
    protected final void tokenizer(Tokenizer tokenizer) {
        replace(Tokenizer.class, tokenizer);
    }

    /** Replaces the parser; grammar contributions then have no effect. */
    protected final void parser(Parser parser) {
        replace(Parser.class, parser);
    }

    /** Replaces the builder of syntax trees; lowerings then have no effect. */
    protected final void astBuilder(AstBuilder builder) {
        replace(AstBuilder.class, builder);
    }

    /** Replaces the builder of symbol tables. */
    protected final void symbolTableBuilder(SymbolTableBuilder builder) {
        replace(SymbolTableBuilder.class, builder);
    }

    /** Replaces the compiler; passes and code handlers then have no effect. */
    protected final void compiler(Compiler compiler) {
        replace(Compiler.class, compiler);
    }

    private <T> void replace(Class<T> stage, T replacement) {
        add(new Contribution.Replacement<>(here(), stage, replacement));
    }

    /**
     * Puts something around a stage, be it Python's own or a replacement.
     *
     * @param stage its interface: {@code Tokenizer.class}, {@code Parser.class}, {@code AstBuilder.class}, {@code
     *     SymbolTableBuilder.class} or {@code Compiler.class}
     */
    protected final <T> void wrap(Class<T> stage, UnaryOperator<T> wrapping) {
        add(new Contribution.Wrapping<>(here(), stage, wrapping));
    }
}
