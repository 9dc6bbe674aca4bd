package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pyvm.ast.UnaryOperator.NOT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyvm.ast.Expr.UnaryOp;
import org.pyvm.ast.Stmt.If;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.tokenizer.SourceRange;

class PluginLoweringTest {
    private static final Grammar GRAMMAR = Grammar.python().with("""
        compound_stmt: ... | unless_stmt
        unless_stmt: 'unless' test ':' suite ['else' ':' suite]
        small_stmt: ... | swap_stmt
        swap_stmt: 'swap' NAME 'and' NAME
        """);

    private static final LoweringRule UNLESS = (tree, lower) -> new If(
            new UnaryOp(NOT, lower.expression(tree.child(1)), lower.range(tree.child(1))),
            lower.suite(tree.child(3)),
            lower.suiteOrEmpty(tree, 6),
            lower.range(tree));

    /** A node of the plugin's own. */
    private record Swap(Expr left, Expr right, SourceRange range) implements PluginStmt {
        static final NodeType TYPE = NodeType.plugin(
                "Swap",
                "stmt",
                "expr left, expr right",
                (values, range) -> new Swap(values.at(0), values.at(1), range));

        @Override
        public NodeType nodeType() {
            return TYPE;
        }

        @Override
        public List<Object> fields() {
            return List.of(left, right);
        }
    }

    private static Mod build(String source, Lowerings lowerings) {
        return new Stages(new GrammarParser(GRAMMAR), lowerings).build(source);
    }

    @Test
    void ruleIsLoweredToNodesOfPython() {
        Mod tree = build("unless é:\n    a\nunless b: c\nelse: d\n", Lowerings.NONE.with("unless_stmt", UNLESS));
        assertEquals(
                "Module(body=[If(test=UnaryOp(op=Not(), operand=Name(id='é', ctx=Load())), "
                        + "body=[Expr(value=Name(id='a', ctx=Load()))], orelse=[]), "
                        + "If(test=UnaryOp(op=Not(), operand=Name(id='b', ctx=Load())), "
                        + "body=[Expr(value=Name(id='c', ctx=Load()))], "
                        + "orelse=[Expr(value=Name(id='d', ctx=Load()))])], type_ignores=[])",
                AstDump.DEFAULT.text(tree));
        assertEquals(new SourceRange(1, 0, 2, 5), tree.children().getFirst().range());
    }

    @Test
    void ruleIsLoweredToNodesOfThePlugin() {
        Mod tree = build(
                "if x: swap a and b; pass\n",
                Lowerings.NONE.with(
                        "swap_stmt",
                        (swap, lower) -> new Swap(
                                lower.target(swap.child(1), ExprContext.STORE),
                                lower.target(swap.child(3), ExprContext.STORE),
                                lower.range(swap))));
        Node swap = tree.children().getFirst().children().get(1);
        assertEquals(
                "Swap(left=Name(id='a', ctx=Store()), right=Name(id='b', ctx=Store()))", AstDump.DEFAULT.text(swap));
        assertEquals(2, swap.children().size());
        assertEquals(swap, swap.nodeType().make(swap.fields(), swap.range()));
    }

    @Test
    void ruleOfPythonMayBeLoweredAnotherWay() {
        Mod tree = build(
                "pass; x\n", Lowerings.NONE.with("pass_stmt", (pass, lower) -> new Stmt.Continue(lower.range(pass))));
        assertEquals(
                "Module(body=[Continue(), Expr(value=Name(id='x', ctx=Load()))], type_ignores=[])",
                AstDump.DEFAULT.text(tree));
    }

    @Test
    void ruleWithoutLoweringIsNamed() {
        var error = assertThrows(IllegalStateException.class, () -> build("swap a and b\n", Lowerings.NONE));
        assertEquals("no lowering for rule swap_stmt", error.getMessage());
    }
}
