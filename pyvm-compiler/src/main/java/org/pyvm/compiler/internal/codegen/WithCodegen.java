package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.WithItem;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.codegen.FrameBlocks.Kind;
import org.pyvm.tokenizer.SourceRange;

/** {@code with} and {@code async with}; several managers are nested statements. */
final class WithCodegen {
    /** The arguments of GET_WITH_AWAITABLE. */
    private static final int ENTER = 1;

    private static final int EXIT = 2;

    private final CodeGenerator out;

    WithCodegen(CodeGenerator out) {
        this.out = out;
    }

    void with(Stmt.With node, int index) {
        BasicBlock handler = out.newBlock();
        out.expression(node.items().get(index).contextExpr());
        out.emitJump(SETUP_WITH, handler);
        body(node.items(), index, node.body(), () -> with(node, index + 1));
        out.use(handler);
        out.pushBlock(Kind.FINALLY_BODY, null);
        out.at(node.range());
        out.emit(WITH_CLEANUP_START);
        finish();
    }

    void asyncWith(Stmt.AsyncWith node, int index) {
        out.loops().requireAsync("'async with' outside async function");
        SourceRange range = out.unit().range;
        BasicBlock handler = out.newBlock();
        out.expression(node.items().get(index).contextExpr());
        out.at(range);
        out.emit(BEFORE_ASYNC_WITH);
        out.await(GET_WITH_AWAITABLE, ENTER);
        out.emitJump(SETUP_ASYNC_WITH, handler);
        body(node.items(), index, node.body(), () -> asyncWith(node, index + 1));
        out.use(handler);
        out.pushBlock(Kind.FINALLY_BODY, null);
        out.at(node.range());
        out.emit(WITH_CLEANUP_START);
        out.await(GET_WITH_AWAITABLE, EXIT);
        finish();
    }

    /** What stands between the set-up and the handler: bind the result of entering, then the body or the next manager. */
    private void body(List<WithItem> items, int index, List<Stmt> body, Runnable next) {
        BasicBlock block = out.newBlock();
        out.use(block);
        out.pushBlock(Kind.TRY, block);
        WithItem item = items.get(index);
        if (item.optionalVars() == null) {
            out.emit(POP_TOP);
        } else {
            out.expression(item.optionalVars());
        }
        if (index + 1 == items.size()) {
            out.statements(body);
        } else {
            next.run();
        }
        out.at(null);
        out.emit(POP_BLOCK);
        out.popBlock();
        out.loadConstant(SpecialConstant.NONE);
    }

    private void finish() {
        out.emit(WITH_CLEANUP_FINISH);
        out.at(null);
        out.emit(END_FINALLY);
        out.popBlock();
    }
}
