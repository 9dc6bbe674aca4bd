package org.pyvm.plugins.noneaware;

import static org.pyvm.compiler.Opcodes.COMPARE_OP;
import static org.pyvm.compiler.Opcodes.DUP_TOP;
import static org.pyvm.compiler.Opcodes.POP_JUMP_IF_FALSE;
import static org.pyvm.compiler.Opcodes.POP_JUMP_IF_TRUE;
import static org.pyvm.compiler.Opcodes.POP_TOP;

import com.google.auto.service.AutoService;
import java.util.function.UnaryOperator;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.Node;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.StackValue;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.parser.ParseTree;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.tokenizer.SourceRange;

/**
 * None-aware operators after PEP 505: {@code a?.b} and {@code a?[b]} are None when {@code a} is, and so is all that follows
 * in the chain; {@code a ?? b} is {@code b} when {@code a} is None; {@code a ??= b} assigns only then.
 */
@AutoService(PyvmPlugin.class)
public final class NoneAwarePlugin extends PyvmPlugin {
    private static final int IS = 8;

    @Override
    protected void contribute() {
        token("NONE_DOT", "?.");
        token("NONE_BRACKET", "?[");
        token("COALESCE_ASSIGN", "??=");
        infixTighterThan(
                "**", "COALESCE", "??", "factor", (left, right, range, lower) -> new Coalesce(left, right, range));
        grammar("""
            trailer: ... | none_attribute | none_item
            none_attribute: '?.' NAME
            none_item: '?[' subscriptlist ']'
            augassign: ... | '??='
            """);
        trailerLowering(
                "none_attribute",
                (value, tree, range, rest, lower) -> chain(
                        value,
                        rest,
                        range,
                        held -> new Expr.Attribute(held, lower.identifier(tree.child(1)), ExprContext.LOAD, range)));
        trailerLowering(
                "none_item",
                (value, tree, range, rest, lower) -> chain(
                        value,
                        rest,
                        range,
                        held -> new Expr.Subscript(held, lower.index(tree.child(1)), ExprContext.LOAD, range)));
        lowering("expr_stmt", NoneAwarePlugin::assignment);
        node(NoneAware.class, NoneAwarePlugin::unlessNone, "{value}?{rest}");
        node(Coalesce.class, NoneAwarePlugin::coalesce, "{left} ?? {right}");
        node(CoalesceAssign.class, CoalesceAssignment::generate, "{target} ??= {value}");
    }

    private static Expr chain(Expr value, UnaryOperator<Expr> rest, SourceRange range, UnaryOperator<Expr> first) {
        Expr whole = rest.apply(first.apply(new StackValue(value.range())));
        return new NoneAware(value, whole, SourceRange.spanning(range, whole.range()));
    }

    private static Node assignment(ParseTree tree, Lowering lower) {
        if (tree.childCount() != 3 || !tree.child(1).firstToken().text().equals("??=")) {
            return lower.python(tree);
        }
        return new CoalesceAssign(
                lower.target(tree.child(0), ExprContext.STORE), lower.expression(tree.child(2)), lower.range(tree));
    }

    private static void unlessNone(NoneAware node, CodeEmitter out) {
        BasicBlock end = out.newBlock();
        jumpOnNone(POP_JUMP_IF_TRUE, node.value(), end, out);
        out.expression(node.rest());
        out.use(end);
    }

    private static void coalesce(Coalesce node, CodeEmitter out) {
        BasicBlock end = out.newBlock();
        jumpOnNone(POP_JUMP_IF_FALSE, node.left(), end, out);
        out.emit(POP_TOP);
        out.expression(node.right());
        out.use(end);
    }

    /** Evaluates, leaves the value, and jumps when it is (or is not) None. */
    private static void jumpOnNone(int jump, Expr value, BasicBlock target, CodeEmitter out) {
        out.expression(value);
        out.emit(DUP_TOP);
        out.loadConstant(SpecialConstant.NONE);
        out.emit(COMPARE_OP, IS);
        out.emitJump(jump, target);
    }
}
