package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Mod;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.ast.PluginStmt;
import org.pyvm.ast.Stmt;
import org.pyvm.symtable.SymbolHandlers;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceRange;

/** A statement {@code until test: body} and an expression {@code a |> b} with an opcode of its own, from outside. */
class PluginNodesTest {
    private static final SourceRange RANGE = new SourceRange(1, 0, 1, 9);
    private static final CompilationContext CONTEXT = CompilationContext.of("<test>", CompilationContext.Mode.FILE);
    private static final NodeType UNTIL =
            NodeType.plugin("Until", "stmt", "expr test, stmt* body", (fields, range) -> null);
    private static final NodeType PIPE =
            NodeType.plugin("Pipe", "expr", "expr left, expr right", (fields, range) -> null);
    private static final int BINARY_PIPE = 200;
    private static final InstructionSet INSTRUCTIONS = InstructionSet.python()
            .with(List.of(Opcode.opcode("BINARY_PIPE", BINARY_PIPE)
                    .takes("v", "f")
                    .gives("f(v)")
                    .means("Calls f with v.")
                    .build()));

    private record Until(Expr test, List<Stmt> body, SourceRange range) implements PluginStmt {
        @Override
        public NodeType nodeType() {
            return UNTIL;
        }

        @Override
        public List<Object> fields() {
            return List.of(test, body);
        }
    }

    private record Pipe(Expr left, Expr right, SourceRange range) implements PluginExpr {
        @Override
        public NodeType nodeType() {
            return PIPE;
        }

        @Override
        public java.util.List<Object> fields() {
            return java.util.List.of(left, right);
        }
    }

    private static Expr name(String id) {
        return new Expr.Name(id, ExprContext.LOAD, RANGE);
    }

    private static void until(Until node, CodeEmitter out) {
        BasicBlock top = out.newBlock();
        BasicBlock finished = out.newBlock();
        BasicBlock end = out.newBlock();
        out.emitJump(Opcodes.SETUP_LOOP, end);
        out.use(top);
        out.enterLoop(top);
        out.jumpIf(node.test(), finished, true);
        out.statements(node.body());
        out.emitJump(Opcodes.JUMP_ABSOLUTE, top);
        out.use(finished);
        out.emit(Opcodes.POP_BLOCK);
        out.leaveLoop();
        out.use(end);
    }

    private static final CodeHandlers HANDLERS = CodeHandlers.NONE
            .with(Until.class, PluginNodesTest::until)
            .with(Pipe.class, (node, out) -> {
                out.expression(node.left());
                out.expression(node.right());
                out.emit(BINARY_PIPE);
            });

    private static CodeObject compile(Stmt statement, CodeHandlers handlers) {
        Mod module = new Mod.Module(List.of(statement), List.of());
        SymbolHandlers symbols = SymbolHandlers.NONE
                .with(Until.class, (node, names) -> {
                    names.visit(node.test());
                    names.visitAll(node.body());
                })
                .with(Pipe.class, (node, names) -> {
                    names.visit(node.left());
                    names.visit(node.right());
                });
        SymbolTable table = new TwoPassSymbolTableBuilder(symbols).build(module, CONTEXT);
        return new CfgCompiler(handlers, CfgCompiler.PEEPHOLE, INSTRUCTIONS, CfgObserver.NONE)
                .compile(module, table, CONTEXT);
    }

    @Test
    void handlersEmitTheCode() {
        Stmt body = new Stmt.ExprStmt(new Pipe(name("a"), name("f"), RANGE), RANGE);
        Stmt leave = new Stmt.If(name("b"), List.of(new Stmt.Break(RANGE)), List.of(), RANGE);
        CodeObject code = compile(new Until(name("done"), List.of(body, leave), RANGE), HANDLERS);
        assertEquals(List.of(), new CodeVerifier(INSTRUCTIONS).problems(code));
        assertEquals("""
              1           0 SETUP_LOOP              22 (to 24)
                    >>    2 LOAD_NAME                0 (done)
                          4 POP_JUMP_IF_TRUE        22
                          6 LOAD_NAME                1 (a)
                          8 LOAD_NAME                2 (f)
                         10 BINARY_PIPE
                         12 POP_TOP
                         14 LOAD_NAME                3 (b)
                         16 POP_JUMP_IF_FALSE        2
                         18 BREAK_LOOP
                         20 JUMP_ABSOLUTE            2
                    >>   22 POP_BLOCK
                    >>   24 LOAD_CONST               0 (None)
                         26 RETURN_VALUE
            """, new Disassembler(INSTRUCTIONS).list(code));
    }

    @Test
    void aNodeWithoutHandlerIsNamed() {
        IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> compile(new Until(name("a"), List.of(), RANGE), CodeHandlers.NONE));
        assertEquals("no code handler for " + Until.class.getName(), error.getMessage());
    }

    @Test
    void twoHandlersForOneClassAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> HANDLERS.with(Until.class, PluginNodesTest::until));
    }
}
