package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.AstDump;
import org.pyvm.ast.Expr.Constant;
import org.pyvm.ast.Mod;
import org.pyvm.ast.ParseTreeAstBuilder;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PlainFrames;
import org.pyvm.eval.ZombieFrames;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.ParseTree;
import org.pyvm.parser.Parser;
import org.pyvm.parser.Symbol;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/** Each part of the machine that can be replaced is replaced here, by what a stranger can reach. */
class ReplaceablePartsTest {
    private static final String SUMS = "x = 1 + 2 * 3\ny = x + 2\n";

    private static CompilationContext context() {
        return CompilationContext.of("sums.py", Mode.FILE);
    }

    @Test
    void eachStageCanBeCalledAloneWithWhatTheOneBeforeGave() {
        CompilationContext context = context();
        SourceText source = SourceDecoding.ofString(SUMS, context);
        PythonTokenizer tokenizer = new PythonTokenizer();
        Parser parser = new GrammarParser();
        TokenStream tokens = tokenizer.tokenize(source, context);
        ParseTree tree = parser.parse(source, tokens, context);
        Mod module = new ParseTreeAstBuilder(tokenizer, parser).build(tree, source, context);
        SymbolTable symbols = new TwoPassSymbolTableBuilder().build(module, context);
        CodeObject code = new CfgCompiler().compile(module, symbols, context);
        try (Pyvm pyvm = Pyvm.builder().build()) {
            pyvm.run(code);
            assertEquals(9L, pyvm.get("y"));
        }
    }

    /** Reads assignments of sums and products of names and numbers, by operator precedence: no grammar, no tables. */
    private static final class PrecedenceParser implements Parser {
        private static final Grammar GRAMMAR = Grammar.python();

        @Override
        public ParseTree parse(SourceText source, TokenStream tokens, CompilationContext context) {
            return new Run(tokens).file();
        }

        private static final class Run {
            private final TokenStream tokens;
            private Token token;

            Run(TokenStream tokens) {
                this.tokens = tokens;
                this.token = tokens.next();
            }

            ParseTree file() {
                List<ParseTree> children = new ArrayList<>();
                while (token.kind() != TokenKind.ENDMARKER) {
                    ParseTree assignment = node("expr_stmt", take(), take(), level("+", "arith_expr"));
                    children.add(node("simple_stmt", assignment, take()));
                }
                children.add(take());
                return node("file_input", children.toArray(ParseTree[]::new));
            }

            private ParseTree level(String operator, String rule) {
                List<ParseTree> children = new ArrayList<>(List.of(operand(operator)));
                while (token.text().equals(operator)) {
                    children.add(take());
                    children.add(operand(operator));
                }
                return children.size() == 1 ? children.getFirst() : node(rule, children.toArray(ParseTree[]::new));
            }

            private ParseTree operand(String operator) {
                return operator.equals("+") ? level("*", "term") : take();
            }

            private ParseTree take() {
                ParseTree leaf = ParseTree.leaf(GRAMMAR.terminal(token.kind()), token);
                if (token.kind() != TokenKind.ENDMARKER) {
                    token = tokens.next();
                }
                return leaf;
            }

            private static ParseTree node(String rule, ParseTree... children) {
                Symbol symbol = GRAMMAR.rule(rule);
                return ParseTree.node(symbol, children);
            }
        }
    }

    private static final class PrecedencePlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            parser(new PrecedenceParser());
        }
    }

    @Test
    void aSecondParserGivesTheSameTree() {
        CompilationContext context = context();
        SourceText source = SourceDecoding.ofString(SUMS, context);
        PythonTokenizer tokenizer = new PythonTokenizer();
        List<String> dumps = new ArrayList<>();
        for (Parser parser : List.of(new GrammarParser(), new PrecedenceParser())) {
            AstBuilder builder = new ParseTreeAstBuilder(tokenizer, parser);
            ParseTree tree = parser.parse(source, tokenizer.tokenize(source, context), context);
            dumps.add(new AstDump(true, true, null).text(builder.build(tree, source, context)));
        }
        assertEquals(dumps.get(0), dumps.get(1));
        try (Pyvm pyvm = Pyvm.builder().plugin(new PrecedencePlugin()).build()) {
            pyvm.exec(SUMS);
            assertEquals(9L, pyvm.get("y"));
        }
    }

    private static final class ThreePlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            rewrite(
                    Constant.class,
                    node -> node.value().equals(2L) ? new Constant(3L, node.kind(), node.range()) : node);
        }
    }

    @Test
    void aTransformerTurnsTwoIntoThree() {
        StringWriter out = new StringWriter();
        try (Pyvm pyvm = Pyvm.builder().output(out).plugin(new ThreePlugin()).build()) {
            pyvm.exec("print(2, 2 * 2, '2')");
        }
        assertEquals("3 9 2\n", out.toString());
    }

    private static final class ConcatenatingPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            replaceOpcode(
                    "BINARY_ADD",
                    (thread, frame, argument, operands) -> operands[0] instanceof PyInt && operands[1] instanceof PyInt
                            ? PyStr.of(operands[0].toString() + operands[1])
                            : Numbers.add(thread, operands[0], operands[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "closure", "tiered"})
    void anotherHandlerOfBinaryAddChangesSums(String strategy) {
        try (Pyvm pyvm = Pyvm.builder()
                .strategy(strategy)
                .plugin(new ConcatenatingPlugin())
                .build()) {
            pyvm.exec("""
                def add(v, w):
                    return v + w
                folded = 1 + 1
                added = [add(i, 1) for i in range(300)][299]
                lists = add([1], [2])
                """);
            assertEquals("11", pyvm.get("folded"));
            assertEquals("2991", pyvm.get("added"));
            assertEquals(List.of(1L, 2L), pyvm.get("lists"));
        }
    }

    private static final class RivalPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            replaceOpcode("BINARY_ADD", (thread, frame, argument, operands) -> operands[0]);
            replaceOpcode("JUMP_FORWARD", (thread, frame, argument, operands) -> null);
            replaceOpcode("NOTHING", (thread, frame, argument, operands) -> null);
        }
    }

    @Test
    void meaningsThatClashAreToldOf() {
        RuntimeException e = assertThrows(
                RuntimeException.class,
                () -> Pyvm.builder()
                        .plugin(new ConcatenatingPlugin())
                        .plugin(new RivalPlugin())
                        .build());
        assertTrue(e.getMessage().contains("both replace the meaning of BINARY_ADD"), e.getMessage());
        assertTrue(e.getMessage().contains("JUMP_FORWARD is not an instruction of operands"), e.getMessage());
        assertTrue(e.getMessage().contains("there is no opcode NOTHING"), e.getMessage());
    }

    /** A type of the embedder's: a pair of numbers that can be added and shown. */
    private static final class Pair extends PyObject {
        static final PyType TYPE = PyType.builtin("embedder", "Pair", new PairSlots(), null);

        private final long left;
        private final long right;

        Pair(long left, long right) {
            super(TYPE);
            this.left = left;
            this.right = right;
        }

        private static final class PairSlots extends Slots {
            @Override
            protected void fill(Set<Slot> slots) {
                super.fill(slots);
                slots.add(Slot.NB_ADD);
                slots.add(Slot.SQ_LENGTH);
            }

            @Override
            public PyObject add(ThreadState thread, PyObject v, PyObject w) {
                return v instanceof Pair a && w instanceof Pair b
                        ? new Pair(a.left + b.left, a.right + b.right)
                        : Singletons.NOT_IMPLEMENTED;
            }

            @Override
            public PyObject repr(ThreadState thread, PyObject self) {
                Pair pair = (Pair) self;
                return PyStr.of("<" + pair.left + ", " + pair.right + ">");
            }

            @Override
            public int length(ThreadState thread, PyObject self) {
                return 2;
            }

            @Override
            public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
                // All is done by newInstance.
            }

            @Override
            public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
                if (args.length != 2 || !(args[0] instanceof PyInt a) || !(args[1] instanceof PyInt b)) {
                    throw PyErr.typeError("Pair() takes two integers");
                }
                return new Pair(a.longValue(), b.longValue());
            }
        }
    }

    @Test
    void aTypeMadeByFillingSlotsIsUsedByPythonCode() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            pyvm.set("Pair", Pair.TYPE);
            pyvm.exec("""
                total = repr(Pair(1, 2) + Pair(10, 20))
                length = len(Pair(0, 0))
                try:
                    Pair(1, 2) + 1
                except TypeError as error:
                    message = str(error)
                """);
            assertEquals("<11, 22>", pyvm.get("total"));
            assertEquals(2L, pyvm.get("length"));
            assertEquals("unsupported operand type(s) for +: 'embedder.Pair' and 'int'", pyvm.get("message"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "closure"})
    void codePutTogetherByHandRuns(String strategy) {
        byte[] words = {
            Opcodes.LOAD_CONST,
            0,
            Opcodes.LOAD_NAME,
            0,
            (byte) Opcodes.BINARY_MULTIPLY,
            0,
            Opcodes.STORE_NAME,
            1,
            Opcodes.LOAD_CONST,
            1,
            Opcodes.RETURN_VALUE,
            0
        };
        CodeObject code = CodeObject.builder()
                .withCode(words)
                .withConstants(List.of(6L, 1L))
                .withNames(List.of("factor", "product"))
                .withName("<hand-made>")
                .withQualName("<hand-made>")
                .withFileName("<hand-made>")
                .withFirstLine(1)
                .withStackSize(2)
                .build();
        try (Pyvm pyvm = Pyvm.builder().strategy(strategy).build()) {
            pyvm.set("factor", 7);
            assertEquals(1L, pyvm.run(code));
            assertEquals(42L, pyvm.get("product"));
        }
    }

    private static final class CountingPlugin extends PyvmPlugin {
        private final ConcurrentLinkedQueue<String> entered;

        CountingPlugin(ConcurrentLinkedQueue<String> entered) {
            this.entered = entered;
        }

        @Override
        protected void contribute() {
            wrapStrategy(strategy -> new EvaluationStrategy() {
                @Override
                public String name() {
                    return strategy.name();
                }

                @Override
                public PyObject execute(ThreadState thread, Frame frame, PyErr thrown) {
                    entered.add(frame.code().qualName().toString());
                    return strategy.execute(thread, frame, thrown);
                }
            });
        }
    }

    /** As PEP 523's {@code eval_frame}. */
    @Test
    void aHookAroundEvaluationSeesEachFrame() {
        ConcurrentLinkedQueue<String> entered = new ConcurrentLinkedQueue<>();
        try (Pyvm pyvm = Pyvm.builder().plugin(new CountingPlugin(entered)).build()) {
            pyvm.exec("def f(n):\n    return n and f(n - 1)\n");
            entered.clear();
            pyvm.exec("f(2)");
        }
        assertEquals(List.of("<module>", "f", "f", "f"), List.copyOf(entered).subList(0, 4));
    }

    @Test
    void framesComeFromTheAllocatorThatIsGiven() {
        String program = """
            def depth(n):
                return 0 if n == 0 else 1 + depth(n - 1)
            def numbers(n):
                yield from range(n)
            result = [depth(3), depth(3), depth(5), *numbers(2), *numbers(2)]
            """;
        ZombieFrames zombies = new ZombieFrames();
        PlainFrames plain = new PlainFrames();
        Object first;
        try (Pyvm pyvm = Pyvm.builder().frames(zombies).build()) {
            pyvm.exec(program);
            first = pyvm.get("result");
        }
        try (Pyvm pyvm = Pyvm.builder().frames(plain).build()) {
            pyvm.exec(program);
            assertEquals(first, pyvm.get("result"));
        }
        assertEquals(List.of(3L, 3L, 5L, 0L, 1L, 0L, 1L), first);
        assertTrue(zombies.zombiesReused() >= 2, "zombies " + zombies.zombiesReused());
        assertTrue(zombies.freeReused() >= 6, "free list " + zombies.freeReused());
        assertTrue(plain.made() > zombies.made(), plain.made() + " and " + zombies.made());
    }

    private static final String TWO_THREADS = """
        import _thread, sys
        sys.setswitchinterval(0.001)
        turns, done = [0, 0], []
        def run(me):
            while turns[0] < 3 or turns[1] < 3:
                turns[me] += 1
            done.append(me)
        _thread.start_new_thread(run, (0,))
        run(1)
        while len(done) < 2:
            pass
        """;

    @Test
    void aWaiterAsksForTheLockAndTheHolderDropsIt() {
        ConcurrentLinkedQueue<InterpreterLock.Event> events = new ConcurrentLinkedQueue<>();
        InterpreterLock lock = new InterpreterLock();
        lock.observe((event, thread) -> events.add(event));
        try (Pyvm pyvm =
                Pyvm.builder().host(SystemHost.withOwnStreams()).lock(lock).build()) {
            pyvm.exec(TWO_THREADS);
        }
        List<InterpreterLock.Event> all = List.copyOf(events);
        int asked = all.indexOf(InterpreterLock.Event.ASKED);
        assertTrue(asked >= 0, "nobody asked");
        List<InterpreterLock.Event> then = all.subList(asked, all.size());
        int dropped = then.indexOf(InterpreterLock.Event.DROPPED);
        assertTrue(dropped > 0, "nobody dropped");
        assertEquals(InterpreterLock.Event.TAKEN, then.get(dropped + 1));
    }

    /** Takes turns as a fair lock of Java's does: who has waited longest is next. */
    private static final class FairLock extends InterpreterLock {
        private final ReentrantLock turns = new ReentrantLock(true);
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public void acquire() {
            if (!turns.tryLock()) {
                requestAttention();
                turns.lock();
                attentionPaid();
            }
            taken.incrementAndGet();
        }

        @Override
        public void release() {
            turns.unlock();
        }

        @Override
        public void yieldToOthers() {
            if (turns.hasQueuedThreads()) {
                release();
                acquire();
            }
        }

        @Override
        public boolean isHeld() {
            return turns.isHeldByCurrentThread();
        }
    }

    @Test
    void threadsTakeTurnsByTheLockThatIsGiven() {
        FairLock lock = new FairLock();
        try (Pyvm pyvm =
                Pyvm.builder().host(SystemHost.withOwnStreams()).lock(lock).build()) {
            pyvm.exec(TWO_THREADS);
            assertEquals(2L, pyvm.eval("len(done)"));
        }
        assertTrue(lock.taken.get() > 2, "taken " + lock.taken);
    }

    @Test
    void programsDoTheSameWithoutOptimizations() {
        String program = "def f(n):\n    if n % 3 == 0 and n % 5 == 0:\n        return 2 * 3\n    return not n\n";
        for (List<String> passes : List.of(List.<String>of(), List.of("jump-threading"))) {
            try (Pyvm pyvm = Pyvm.builder().passes(passes).build()) {
                pyvm.exec(program);
                assertEquals(6L, pyvm.eval("f(15)"));
                assertEquals(false, pyvm.eval("f(9)"));
            }
        }
    }
}
