package org.pyvm.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Mod;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginStmt;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** Nodes that only a plugin knows: their handlers say what they bind and use. */
class PluginNodesTest {
    private static final SourceRange RANGE = new SourceRange(3, 4, 3, 20);
    private static final Arguments NO_PARAMETERS =
            new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

    /** {@code repeat name, count: body}, whose body is a function with private variables. */
    private record Repeat(String counter, Expr count, List<Stmt> body, SourceRange range) implements PluginStmt {
        static final NodeType TYPE = NodeType.plugin(
                "Repeat",
                "stmt",
                "identifier counter, expr count, stmt* body",
                (values, range) -> new Repeat(values.at(0), values.at(1), values.at(2), range));

        @Override
        public NodeType nodeType() {
            return TYPE;
        }

        @Override
        public List<Object> fields() {
            return List.of(counter, count, body);
        }
    }

    private static final SymbolHandlers HANDLERS = SymbolHandlers.NONE.with(Repeat.class, (node, names) -> {
        if (node.counter().equals("_")) {
            throw names.error("a counter needs a name", node.range());
        }
        names.visit(node.count());
        names.bind(node.counter(), node.range());
        names.function(node, "<repeat>", NO_PARAMETERS, false, node.body());
    });

    private static Stmt assignment(String target, String value) {
        return new Stmt.Assign(List.of(name(target, ExprContext.STORE)), name(value, ExprContext.LOAD), null, RANGE);
    }

    private static Expr name(String name, ExprContext context) {
        return new Expr.Name(name, context, RANGE);
    }

    private static Repeat repeat(String counter) {
        return new Repeat(counter, name("limit", ExprContext.LOAD), List.of(assignment("inside", counter)), RANGE);
    }

    private static SymbolTable build(SymbolHandlers handlers, Stmt statement) {
        Stmt function = new Stmt.FunctionDef("f", NO_PARAMETERS, List.of(statement), List.of(), null, null, RANGE);
        return new TwoPassSymbolTableBuilder(handlers)
                .build(
                        new Mod.Module(List.of(function), List.of()),
                        CompilationContext.of("<test>", CompilationContext.Mode.FILE));
    }

    @Test
    void whatAHandlerBindsIsSeenByTheAnalysis() {
        Repeat repeat = repeat("i");
        SymbolTable table = build(HANDLERS, repeat);
        Scope function = table.top().children().getFirst();
        assertEquals(Symbol.Kind.CELL, function.kindOf("i"));
        assertEquals(Symbol.Kind.GLOBAL_IMPLICIT, function.kindOf("limit"));
        Scope body = table.scopeOf(repeat);
        assertEquals("<repeat>", body.name());
        assertEquals(Symbol.Kind.FREE, body.kindOf("i"));
        assertEquals(Symbol.Kind.LOCAL, body.kindOf("inside"));
    }

    @Test
    void aHandlersErrorHasTheNodesPlace() {
        CompileException error = assertThrows(CompileException.class, () -> build(HANDLERS, repeat("_")));
        assertEquals("a counter needs a name", error.getMessage());
        assertEquals(new SourceRange(3, 5, 3, 21), error.range());
    }

    @Test
    void aNodeWithoutHandlerIsNamed() {
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> build(SymbolHandlers.NONE, repeat("i")));
        assertEquals("no symbol table handler for " + Repeat.class.getName(), error.getMessage());
    }

    @Test
    void aNodeClassHasOneHandler() {
        assertThrows(IllegalArgumentException.class, () -> HANDLERS.with(Repeat.class, (node, names) -> {}));
    }
}
