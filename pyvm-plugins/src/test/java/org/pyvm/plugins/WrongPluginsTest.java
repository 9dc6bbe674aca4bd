package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.Compiler;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.strategy.table.TableStrategy;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.objects.types.PyModule;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceRange;

/** One plugin, or two, for each way of being wrong: the start fails, with one report that names them and says why. */
class WrongPluginsTest {
    /** A plugin whose contributions a test writes down. */
    private static final class Wrong extends PyvmPlugin {
        private final String name;
        private final Consumer<Wrong> contributions;

        Wrong(String name, Consumer<Wrong> contributions) {
            this.name = name;
            this.contributions = contributions;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        protected void contribute() {
            contributions.accept(this);
        }

        void addGrammar(String ebnf) {
            grammar(ebnf);
        }

        void addToken(String kind, String spelling) {
            token(kind, spelling);
        }

        void addLowering(String rule) {
            lowering(rule, "pass");
        }

        void addTemplate(String rule, String template) {
            lowering(rule, template);
        }

        void addStatement(String rule, String word) {
            grammar("small_stmt: ... | " + rule + "\n" + rule + ": '" + word + "' NAME\n");
            lowering(rule, "pass");
        }

        void addSuffix(String suffix) {
            numberSuffixes("SUFFIXED", suffix);
        }

        void addPrefix(String prefix) {
            stringPrefixes("PREFIXED", prefix);
        }

        void addComment(String start) {
            comments(start, null);
        }

        void addInfix(String neighbour, boolean right, String spelling) {
            if (right) {
                rightInfixLooserThan(neighbour, "RIGHT", spelling, (a, b, range, lower) -> a);
            } else {
                infixLooserThan(neighbour, "LEFT", spelling, (a, b, range, lower) -> a);
            }
        }

        void addNode(NodeType type, boolean symbols, boolean code) {
            node(Lost.class, type, symbols ? (n, names) -> {} : null, code ? (n, out) -> {} : null, null);
        }

        void addOpcode(String row) {
            opcode(Opcode.opcode(row).gives("nothing"), (thread, frame, argument, operands) -> null);
        }

        void addForm(String name, String strategy) {
            opcodeForm(name, strategy, () -> (thread, frame, argument, operands) -> {
                throw new AssertionError(name + " never runs");
            });
        }

        void addPass(String pass, String before) {
            CfgPass added = new CfgPass() {
                @Override
                public String name() {
                    return pass;
                }

                @Override
                public void run(ControlFlowGraph graph) {
                    throw new AssertionError("never assembled");
                }
            };
            if (before == null) {
                cfgPass(added);
            } else {
                cfgPassBefore(before, added);
            }
        }

        void addTokenizer() {
            tokenizer(new PythonTokenizer());
        }

        void addNullWrapping() {
            wrap(Compiler.class, compiler -> null);
        }

        void addStrategy() {
            strategy(new TableStrategy());
        }

        void addModule(String name) {
            modules(new BuiltinModuleIndex() {
                @Override
                public List<String> names() {
                    return List.of(name);
                }

                @Override
                public PyModule create(String wanted, InterpreterState interpreter) {
                    return wanted.equals(name) ? new PyModule() : null;
                }
            });
        }

        void addBuiltin(String module, String name) {
            builtins(module, name);
        }

        void addImporter(String module, boolean hook) {
            if (hook) {
                pathHook(module, "find");
            } else {
                metaPathFinder(module, "find");
            }
        }

        void addNoHook() {
            frameHook(null);
        }

        void addNoStrategy() {
            wrapStrategy(strategy -> null);
        }

        void addHelpers(String module) {
            helpers(module);
        }
    }

    private record Lost(SourceRange range) implements PluginExpr {
        static final NodeType TYPE = NodeType.plugin("Lost", "expr", "", (values, range) -> new Lost(range));

        @Override
        public NodeType nodeType() {
            return TYPE;
        }

        @Override
        public java.util.List<Object> fields() {
            return java.util.List.of();
        }
    }

    private record Case(String what, String report, List<Consumer<Wrong>> plugins) {}

    private static Case wrong(String what, String report, Consumer<Wrong> plugin) {
        return new Case(what, report, List.of(plugin));
    }

    private static Case wrong(String what, String report, Consumer<Wrong> first, Consumer<Wrong> second) {
        return new Case(what, report, List.of(first, second));
    }

    private static final NodeType NAME_AGAIN = NodeType.plugin("Name", "expr", "", (values, range) -> new Lost(range));

    private static Stream<Case> cases() {
        return Stream.of(
                wrong(
                        "a token twice",
                        "both define the token '??'",
                        p -> p.addToken("A", "??"),
                        p -> p.addToken("B", "??")),
                wrong(
                        "a rule twice",
                        "rule again_stmt is defined already",
                        p -> p.addStatement("again_stmt", "again"),
                        p -> p.addStatement("again_stmt", "more")),
                wrong(
                        "an opcode twice",
                        "both define the opcode TWICE",
                        p -> p.addOpcode("TWICE"),
                        p -> p.addOpcode("TWICE")),
                wrong(
                        "a node twice",
                        "both define the node Lost",
                        p -> p.addNode(Lost.TYPE, true, true),
                        p -> p.addNode(Lost.TYPE, true, true)),
                wrong(
                        "a meaning twice",
                        "both lower the rule pass_stmt",
                        p -> p.addLowering("pass_stmt"),
                        p -> p.addLowering("pass_stmt")),
                wrong("a stage twice", "both replace the Tokenizer", Wrong::addTokenizer, Wrong::addTokenizer),
                wrong(
                        "a pass twice",
                        "there is a pass named twice already",
                        p -> p.addPass("twice", null),
                        p -> p.addPass("twice", null)),
                wrong(
                        "a suffix twice",
                        "both define the number suffix 'km'",
                        p -> p.addSuffix("km"),
                        p -> p.addSuffix("km")),
                wrong(
                        "a prefix twice",
                        "both define the string prefix 'q'",
                        p -> p.addPrefix("q"),
                        p -> p.addPrefix("q")),
                wrong(
                        "comments twice",
                        "both define the comments '//-'",
                        p -> p.addComment("//-"),
                        p -> p.addComment("//-")),
                wrong(
                        "a keyword and a soft keyword",
                        "'word' is a keyword and a soft keyword",
                        p -> p.addStatement("hard_stmt", "word"),
                        p -> p.addGrammar("small_stmt: ... | \"word\" NUMBER")),
                wrong(
                        "operators of one level that group differently",
                        "have one precedence, but group from different sides",
                        p -> p.addInfix("|", false, "<|"),
                        p -> p.addInfix("|", true, "|>")),
                wrong("a rule that begins with itself", "begins with itself", p -> {
                    p.addGrammar("small_stmt: ... | loop_stmt\nloop_stmt: loop_stmt 'loop'");
                    p.addLowering("loop_stmt");
                }),
                wrong("a rule that matches nothing", "rule empty_stmt may match nothing", p -> {
                    p.addGrammar("small_stmt: ... | empty_stmt\nempty_stmt: ['empty']");
                    p.addLowering("empty_stmt");
                }),
                wrong("a loop over nothing", "match nothing", p -> {
                    p.addGrammar("small_stmt: ... | spin_stmt\nspin_stmt: 'spin' (['spin'])*");
                    p.addLowering("spin_stmt");
                }),
                wrong(
                        "a rule that is not there",
                        "neither a rule nor a kind of token is named nowhere",
                        p -> p.addGrammar("small_stmt: ... | 'go' nowhere")),
                wrong(
                        "a token that is not there",
                        "no kind of token is written '?!'",
                        p -> p.addGrammar("small_stmt: ... | '?!' NAME")),
                wrong(
                        "an addition to a rule that is not there",
                        "has no alternatives yet that ... could stand for",
                        p -> p.addGrammar("nothing_stmt: ... | 'nothing'")),
                wrong(
                        "a rule of Python's defined anew",
                        "rule pass_stmt is defined already",
                        p -> p.addGrammar("pass_stmt: 'skip'")),
                wrong("a grammar that cannot be read", "is missing", p -> p.addGrammar("small_stmt: ... | ('open'")),
                wrong("an alternative that never matches", "can never match", p -> {
                    p.addGrammar("small_stmt: ... | late_stmt\nlate_stmt: test '??' test");
                    p.addToken("LATER", "??");
                    p.addLowering("late_stmt");
                }),
                wrong(
                        "a rule without meaning",
                        "rule mute_stmt has no lowering",
                        p -> p.addGrammar("small_stmt: ... | mute_stmt\nmute_stmt: 'mute'")),
                wrong("a meaning without rule", "there is no rule gone_stmt to lower", p -> p.addLowering("gone_stmt")),
                wrong("a template that is no Python", "expected ':'", p -> p.addTemplate("pass_stmt", "if $1")),
                wrong(
                        "a node that Python has",
                        "Python has a node Name already",
                        p -> p.addNode(NAME_AGAIN, true, true)),
                wrong(
                        "a node without symbols",
                        "the node Lost has no handler for symbol tables",
                        p -> p.addNode(Lost.TYPE, false, true)),
                wrong(
                        "a node without code",
                        "the node Lost has no handler for code",
                        p -> p.addNode(Lost.TYPE, true, false)),
                wrong("an opcode that pyvm has", "pyvm has an opcode LOAD_FAST already", p -> p.addOpcode("LOAD_FAST")),
                wrong(
                        "a form of an opcode that is another's",
                        "the plugin has no opcode THEIRS to give another form",
                        p -> p.addOpcode("THEIRS"),
                        p -> p.addForm("THEIRS", "closure")),
                wrong("a form for a strategy that takes none", "the strategy switch takes no forms of opcodes", p -> {
                    p.addOpcode("OWN");
                    p.addForm("OWN", "switch");
                }),
                wrong("two forms for one strategy", "both give a form of OWN under closure", p -> {
                    p.addOpcode("OWN");
                    p.addForm("OWN", "closure");
                    p.addForm("OWN", "closure");
                }),
                wrong("a pass beside none", "there is no pass named nowhere", p -> p.addPass("lost", "nowhere")),
                wrong("a token that Python has", "Python has a token '+' already", p -> p.addToken("AGAIN", "+")),
                wrong("a token of letters", "not the spelling of an operator", p -> p.addToken("WORD", "then")),
                wrong("a suffix like a keyword", "cannot be told from the keyword 'in'", p -> p.addSuffix("inch")),
                wrong("a suffix that is an exponent", "cannot be the suffix of a number", p -> p.addSuffix("e")),
                wrong("a prefix that Python has", "cannot be a new prefix of strings", p -> p.addPrefix("rb")),
                wrong("comments that begin a word", "a comment cannot begin with", p -> p.addComment("rem")),
                wrong(
                        "an operator beside none",
                        "no level of operators is named by '%%'",
                        p -> p.addInfix("%%", false, "%%%")),
                wrong(
                        "a wrapping that gives nothing",
                        "the wrapping of the Compiler gives null",
                        Wrong::addNullWrapping),
                wrong("a strategy that pyvm has", "there is a strategy named table already", Wrong::addStrategy),
                wrong("a frame hook that is none", "there is no frame hook", Wrong::addNoHook),
                wrong(
                        "a wrapping of the strategy that gives nothing",
                        "the wrapping of the strategy gives null",
                        Wrong::addNoStrategy),
                wrong("helpers that are not there", "there is no missing.py beside", p -> p.addHelpers("missing")),
                wrong(
                        "a module twice",
                        "both add the module shared",
                        p -> p.addModule("shared"),
                        p -> p.addModule("shared")),
                wrong(
                        "a built-in name twice",
                        "both define the built-in name lcm",
                        p -> p.addBuiltin("math", "lcm"),
                        p -> p.addBuiltin("math", "lcm")),
                wrong(
                        "a built-in name that Python has",
                        "Python has a built-in name pow already",
                        p -> p.addBuiltin("math", "pow")),
                wrong(
                        "a built-in name that its module has not",
                        "the module math has no sqare",
                        p -> p.addBuiltin("math", "sqare")),
                wrong(
                        "a built-in name of a module that is not there",
                        "the module mathematics cannot be imported: ModuleNotFoundError: No module named 'mathematics'",
                        p -> p.addBuiltin("mathematics", "pi")),
                wrong(
                        "a finder twice",
                        "both install the finder math.find",
                        p -> p.addImporter("math", false),
                        p -> p.addImporter("math", false)),
                wrong("a path hook that is not there", "the module math has no find", p -> p.addImporter("math", true)),
                wrong("a plugin that throws", "contribute() has thrown java.lang.IllegalStateException: no luck", p -> {
                    throw new IllegalStateException("no luck");
                }),
                wrong("a plugin for another pyvm", "built against another version of pyvm", p -> {
                    throw new NoSuchMethodError("gone");
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachIsReportedOnce() {
        return cases().map(each -> DynamicTest.dynamicTest(each.what(), () -> check(each)));
    }

    private static void check(Case wrong) {
        Pyvm.Builder builder = Pyvm.builder();
        for (int i = 0; i < wrong.plugins().size(); i++) {
            builder.plugin(new Wrong("wrong" + i, wrong.plugins().get(i)));
        }
        PyvmException e = assertThrows(PyvmException.class, builder::build);
        String report = e.getMessage();
        assertTrue(report.contains(wrong.report()), report);
        assertFalse(report.contains("\tat "), report);
        assertEquals(
                1, report.lines().filter(line -> line.contains(wrong.report())).count(), report);
        assertTrue(report.contains("plugin wrong"), report);
    }

    @TestFactory
    Stream<DynamicTest> codeThatCannotRunIsNotRun() {
        PyvmPlugin unbalanced = new PyvmPlugin() {
            @Override
            public String name() {
                return "unbalanced";
            }

            @Override
            protected void contribute() {
                rewrite(Expr.Dict.class, node -> new Lost(node.range()));
                node(Lost.class, Lost.TYPE, (n, names) -> {}, (n, out) -> {}, null);
            }
        };
        return Stream.of(DynamicTest.dynamicTest("an expression that leaves no value", () -> {
            try (Pyvm pyvm = Pyvm.builder().plugin(unbalanced).build()) {
                PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("x = {1: 2}\n"));
                assertTrue(e.getMessage().contains("a plugin (unbalanced) has emitted"), e.getMessage());
            }
        }));
    }
}
