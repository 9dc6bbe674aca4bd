package org.pyvm.plugins.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.plugins.pipe.PipePlugin;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;
import org.pyvm.testkit.PluginTck.Construct;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenStream;
import org.pyvm.tokenizer.Tokenizer;

/** A machine that does one thing wrong for the construct does not pass the checks. */
class TckMutationsTest {
    private static final SourceRange START = new SourceRange(1, 0, 1, 0);

    private static final class Mutation extends PyvmPlugin {
        private final Consumer<Mutation> change;

        Mutation(Consumer<Mutation> change) {
            this.change = change;
        }

        @Override
        protected void contribute() {
            change.accept(this);
        }

        void calls(UnaryOperator<Expr.Call> to) {
            rewrite(Expr.Call.class, to::apply);
        }

        void names(UnaryOperator<Expr.Name> to) {
            rewrite(Expr.Name.class, to::apply);
        }

        void constants(UnaryOperator<Expr.Constant> to) {
            rewrite(Expr.Constant.class, to::apply);
        }

        void assignments(UnaryOperator<Stmt.Assign> to) {
            rewrite(Stmt.Assign.class, to::apply);
        }

        void tokens(UnaryOperator<Token> to) {
            wrap(Tokenizer.class, tokenizer -> (source, context) -> {
                TokenStream inner = tokenizer.tokenize(source, context);
                return () -> to.apply(inner.next());
            });
        }

        void instructions(Consumer<Instruction> to) {
            cfgPass(new CfgPass() {
                @Override
                public String name() {
                    return "mutation";
                }

                @Override
                public void run(ControlFlowGraph graph) {
                    graph.blocks().forEach(block -> block.instructions().forEach(to));
                }
            });
        }
    }

    private static DynamicTest mutation(String what, Consumer<Mutation> change) {
        return DynamicTest.dynamicTest(what, () -> {
            Construct construct = new Construct(
                    "def add(a, b=1): return a + b",
                    "result = 2 |> add(b=3) |> add(b=5)",
                    "10",
                    "x = 2 |> add(\"a\")",
                    "2 |> add(\"a\")",
                    "x = 1 |> = 2",
                    "= 2");
            boolean passed =
                    PluginTck.failures(construct, List.of(new PipePlugin(), new Mutation(change))).values().stream()
                            .allMatch(String::isEmpty);
            assertFalse(passed, what);
        });
    }

    private static Stmt.Assign at(Stmt.Assign node, SourceRange range) {
        return new Stmt.Assign(node.targets(), node.value(), node.typeComment(), range);
    }

    private static Token moved(Token token, int lines, int columns) {
        return new Token(
                token.kind(),
                token.text(),
                token.line() + lines,
                token.column() + columns,
                token.endLine() + lines,
                token.endColumn() + columns);
    }

    @TestFactory
    Stream<DynamicTest> eachTurnsTheChecksRed() {
        return Stream.of(
                mutation(
                        "calls lose their place",
                        m -> m.calls(node -> new Expr.Call(node.func(), node.args(), node.keywords(), START))),
                mutation(
                        "calls lose an argument",
                        m -> m.calls(node -> new Expr.Call(node.func(), node.args(), List.of(), node.range()))),
                mutation("names lose their place", m -> m.names(node -> new Expr.Name(node.id(), node.ctx(), START))),
                mutation(
                        "a name is another",
                        m -> m.names(node -> new Expr.Name(
                                node.id().equals("result") ? "other" : node.id(), node.ctx(), node.range()))),
                mutation(
                        "constants lose their place",
                        m -> m.constants(node -> new Expr.Constant(node.value(), node.kind(), START))),
                mutation(
                        "a constant is another",
                        m -> m.constants(node -> new Expr.Constant(
                                Long.valueOf(3).equals(node.value()) ? 4L : node.value(), null, node.range()))),
                mutation("statements lose their place", m -> m.assignments(node -> at(node, START))),
                mutation(
                        "statements lose their end",
                        m -> m.assignments(node -> at(
                                node,
                                new SourceRange(
                                        node.range().line(), 0, node.range().line(), 1)))),
                mutation("tokens stand a column on", m -> m.tokens(token -> moved(token, 0, 1))),
                mutation("tokens stand a line on", m -> m.tokens(token -> moved(token, 1, 0))),
                mutation(
                        "tokens have another text",
                        m -> m.tokens(token -> token.text().equals("b") ? token.withText("c") : token)),
                mutation("instructions lose their place", m -> m.instructions(each -> each.setRange(null))),
                mutation("instructions stand at the start", m -> m.instructions(each -> each.setRange(START))));
    }
}
