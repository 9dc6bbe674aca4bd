package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.Expr;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.internal.codegen.FrameBlocks.Kind;
import org.pyvm.symtable.Scope;

/** Comprehensions and generator expressions: a function of one argument, the outermost iterator, called at once. */
final class ComprehensionCodegen {
    private enum Type {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    private final CodeGenerator out;

    ComprehensionCodegen(CodeGenerator out) {
        this.out = out;
    }

    void list(Expr.ListComp node) {
        compile(node, Type.LIST, "<listcomp>", node.generators(), node.elt(), null);
    }

    void set(Expr.SetComp node) {
        compile(node, Type.SET, "<setcomp>", node.generators(), node.elt(), null);
    }

    void dict(Expr.DictComp node) {
        compile(node, Type.DICT, "<dictcomp>", node.generators(), node.key(), node.value());
    }

    void generator(Expr.GeneratorExp node) {
        compile(node, Type.GENERATOR, "<genexpr>", node.generators(), node.elt(), null);
    }

    private void compile(Expr node, Type type, String name, List<Comprehension> generators, Expr element, Expr value) {
        Unit outer = out.unit();
        boolean topLevelAwait = out.allowsTopLevelAwait();
        out.enter(node, Unit.Kind.COMPREHENSION, name, null, node.range().line());
        Unit unit = out.unit();
        unit.startLine(node.range().line());
        out.at(node.range());
        boolean async = unit.scope.is(Scope.Flag.COROUTINE);
        if (async
                && type != Type.GENERATOR
                && outer.kind != Unit.Kind.ASYNC_FUNCTION
                && outer.kind != Unit.Kind.COMPREHENSION
                && !topLevelAwait) {
            throw out.error("asynchronous comprehension outside of an asynchronous function");
        }
        switch (type) {
            case LIST -> out.emit(BUILD_LIST, 0);
            case SET -> out.emit(BUILD_SET, 0);
            case DICT -> out.emit(BUILD_MAP, 0);
            case GENERATOR -> {}
        }
        unit.argCount = 1;
        clause(type, generators, 0, element, value);
        if (type != Type.GENERATOR) {
            out.emit(RETURN_VALUE);
        }
        String qualName = unit.qualName;
        CodeObject code = out.leave(true);
        if (topLevelAwait && async) {
            outer.coroutine = true;
        }
        out.functions().makeFunction(code, 0, qualName);
        Comprehension outermost = generators.getFirst();
        out.displays().iterable(outermost.iter());
        out.emit(outermost.isAsync() ? GET_AITER : GET_ITER);
        out.emit(CALL_FUNCTION, 1);
        if (async && type != Type.GENERATOR) {
            out.await(GET_AWAITABLE, 0);
        }
    }

    private void clause(Type type, List<Comprehension> generators, int index, Expr element, Expr value) {
        if (generators.get(index).isAsync()) {
            asyncClause(type, generators, index, element, value);
        } else {
            syncClause(type, generators, index, element, value);
        }
    }

    private void syncClause(Type type, List<Comprehension> generators, int index, Expr element, Expr value) {
        Comprehension generator = generators.get(index);
        BasicBlock top = out.newBlock();
        BasicBlock skipped = out.newBlock();
        BasicBlock exhausted = out.newBlock();
        if (index == 0) {
            out.emit(LOAD_FAST, 0);
        } else {
            out.displays().iterable(generator.iter());
            out.emit(GET_ITER);
        }
        out.use(top);
        out.emitJump(FOR_ITER, exhausted);
        out.expression(generator.target());
        body(type, generators, index, element, value, skipped);
        out.use(skipped);
        out.emitJump(JUMP_ABSOLUTE, top);
        out.use(exhausted);
    }

    private void asyncClause(Type type, List<Comprehension> generators, int index, Expr element, Expr value) {
        Comprehension generator = generators.get(index);
        BasicBlock top = out.newBlock();
        BasicBlock skipped = out.newBlock();
        BasicBlock exhausted = out.newBlock();
        if (index == 0) {
            out.emit(LOAD_FAST, 0);
        } else {
            out.expression(generator.iter());
            out.emit(GET_AITER);
        }
        out.use(top);
        out.pushBlock(Kind.TRY, top);
        out.loops().nextItem(exhausted);
        out.expression(generator.target());
        body(type, generators, index, element, value, skipped);
        out.use(skipped);
        out.emitJump(JUMP_ABSOLUTE, top);
        out.popBlock();
        out.use(exhausted);
        out.loops().endOfItems();
    }

    private void body(
            Type type, List<Comprehension> generators, int index, Expr element, Expr value, BasicBlock skipped) {
        for (Expr condition : generators.get(index).ifs()) {
            out.jumpIf(condition, skipped, false);
        }
        if (index + 1 < generators.size()) {
            clause(type, generators, index + 1, element, value);
            return;
        }
        int depth = generators.size() + 1;
        out.expression(element);
        switch (type) {
            case GENERATOR -> {
                out.emit(YIELD_VALUE);
                out.emit(POP_TOP);
            }
            case LIST -> out.emit(LIST_APPEND, depth);
            case SET -> out.emit(SET_ADD, depth);
            case DICT -> {
                out.expression(value);
                out.emit(MAP_ADD_KEY_FIRST, depth);
            }
        }
    }
}
