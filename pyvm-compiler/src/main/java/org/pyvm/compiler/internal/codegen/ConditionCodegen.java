package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.BoolOperator;
import org.pyvm.ast.CmpOperator;
import org.pyvm.ast.Expr;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.constants.ConstantExpressions;
import org.pyvm.compiler.internal.constants.Truth;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceRange;

/** Conditions: {@code if}, comparisons, {@code and}, {@code or}, conditional expressions. */
final class ConditionCodegen {
    private final CodeGenerator out;

    ConditionCodegen(CodeGenerator out) {
        this.out = out;
    }

    /** 1 or 0 for a constant that 3.6's compiler knows to be true or false, else -1. */
    static int truthOf(Expr test, CompilationContext context) {
        return switch (test) {
            case Expr.Constant constant
            when !(constant.value() instanceof org.pyvm.ast.Bytes) -> Truth.of(constant.value()) ? 1 : 0;
            case Expr.Name name when name.id().equals("__debug__") -> context.optimize() == 0 ? 1 : 0;
            default -> -1;
        };
    }

    void ifStatement(Stmt.If node) {
        int constant = truthOf(node.test(), out.context());
        if (constant >= 0) {
            out.markLine(node.test().range());
            choose(constant == 1, node.body(), node.orelse());
            return;
        }
        BasicBlock end = out.newBlock();
        BasicBlock otherwise = node.orelse().isEmpty() ? end : out.newBlock();
        out.jumpIf(node.test(), otherwise, false);
        out.statements(node.body());
        if (!node.orelse().isEmpty()) {
            out.at(null);
            out.emitJump(JUMP_FORWARD, end);
            out.use(otherwise);
            out.statements(node.orelse());
        }
        out.use(end);
    }

    private void choose(boolean first, List<Stmt> body, List<Stmt> orelse) {
        if (first) {
            out.statements(body);
            out.deadStatements(orelse);
        } else {
            out.deadStatements(body);
            out.statements(orelse);
        }
    }

    void ifExp(Expr.IfExp node) {
        BasicBlock end = out.newBlock();
        BasicBlock otherwise = out.newBlock();
        out.jumpIf(node.test(), otherwise, false);
        out.expression(node.body());
        jumpForward(end);
        out.use(otherwise);
        out.expression(node.orelse());
        out.use(end);
    }

    /** A jump that belongs to no line. */
    private void jumpForward(BasicBlock target) {
        SourceRange range = out.unit().range;
        out.at(null);
        out.emitJump(JUMP_FORWARD, target);
        out.at(range);
    }

    void boolOp(Expr.BoolOp node) {
        int jump = node.op() == BoolOperator.AND ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
        BasicBlock end = out.newBlock();
        int last = node.values().size() - 1;
        for (int i = 0; i < last; i++) {
            out.expression(node.values().get(i));
            out.emitJump(jump, end);
        }
        out.expression(node.values().get(last));
        out.use(end);
    }

    void compare(Expr.Compare node) {
        checkIdentity(node);
        out.expression(node.left());
        int last = node.ops().size() - 1;
        if (last == 0) {
            operand(node, 0);
            out.emit(COMPARE_OP, comparison(node.ops().getFirst()));
            return;
        }
        BasicBlock cleanup = out.newBlock();
        BasicBlock end = out.newBlock();
        for (int i = 0; i < last; i++) {
            operand(node, i);
            link(node.ops().get(i));
            out.emitJump(JUMP_IF_FALSE_OR_POP, cleanup);
        }
        operand(node, last);
        out.emit(COMPARE_OP, comparison(node.ops().get(last)));
        jumpForward(end);
        out.use(cleanup);
        out.emit(ROT_TWO);
        out.emit(POP_TOP);
        out.use(end);
    }

    private void link(CmpOperator operator) {
        out.emit(DUP_TOP);
        out.emit(ROT_THREE);
        out.emit(COMPARE_OP, comparison(operator));
    }

    /** A set of constants on the right of {@code in} is left to the peephole pass, which makes a frozenset of it. */
    private void operand(Expr.Compare node, int index) {
        CmpOperator operator = node.ops().get(index);
        if (operator == CmpOperator.IN || operator == CmpOperator.NOT_IN) {
            out.displays().iterable(node.comparators().get(index));
        } else {
            out.expression(node.comparators().get(index));
        }
    }

    static int comparison(CmpOperator operator) {
        return switch (operator) {
            case LT -> 0;
            case LT_E -> 1;
            case EQ -> 2;
            case NOT_EQ -> 3;
            case GT -> 4;
            case GT_E -> 5;
            case IN -> 6;
            case NOT_IN -> 7;
            case IS -> 8;
            case IS_NOT -> 9;
        };
    }

    /**
     * A condition is computed as a value and tested, as in 3.6, whose peephole pass then makes jumps of it; unless that
     * would ask an operand for its truth twice: then each operand jumps for itself, as in 3.11.
     */
    void jumpIf(Expr test, BasicBlock target, boolean condition) {
        if (asksTwice(test, false)) {
            jump(test, target, condition);
        } else {
            value(test);
            out.emitJump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
        }
    }

    /**
     * Computes the value of a condition. As in 3.11, what tests it has the range of what the condition belongs to, and
     * behind a comparison, until the next statement, that of the comparison.
     */
    private void value(Expr test) {
        switch (test) {
            case Expr.BoolOp operation -> {
                out.unit().reachLine(operation.range().line());
                int jump = operation.op() == BoolOperator.AND ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
                BasicBlock end = out.newBlock();
                int last = operation.values().size() - 1;
                for (int i = 0; i < last; i++) {
                    value(operation.values().get(i));
                    out.emitJump(jump, end);
                }
                value(operation.values().get(last));
                out.use(end);
            }
            case Expr.UnaryOp unary
            when unary.op() == UnaryOperator.NOT -> {
                out.unit().reachLine(unary.range().line());
                value(unary.operand());
                out.emit(UNARY_NOT);
            }
            case Expr.Compare comparison -> {
                out.expression(comparison);
                out.at(comparison.range());
            }
            default -> out.expression(test);
        }
    }

    private void jump(Expr test, BasicBlock target, boolean condition) {
        switch (test) {
            case Expr.UnaryOp unary when unary.op() == UnaryOperator.NOT -> jump(unary.operand(), target, !condition);
            case Expr.BoolOp operation -> jumpBoolOp(operation, target, condition);
            case Expr.IfExp choice -> {
                BasicBlock end = out.newBlock();
                BasicBlock otherwise = out.newBlock();
                jumpIf(choice.test(), otherwise, false);
                jump(choice.body(), target, condition);
                jumpForward(end);
                out.use(otherwise);
                jump(choice.orelse(), target, condition);
                out.use(end);
            }
            case Expr.Compare chain when chain.ops().size() > 1 -> jumpChain(chain, target, condition);
            default -> {
                out.expression(test);
                if (test instanceof Expr.Compare) {
                    out.at(test.range());
                }
                out.emitJump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
            }
        }
    }

    private void jumpBoolOp(Expr.BoolOp operation, BasicBlock target, boolean condition) {
        boolean decides = operation.op() == BoolOperator.OR;
        BasicBlock decided = decides == condition ? target : out.newBlock();
        int last = operation.values().size() - 1;
        for (int i = 0; i < last; i++) {
            jump(operation.values().get(i), decided, decides);
        }
        jump(operation.values().get(last), target, condition);
        if (decided != target) {
            out.use(decided);
        }
    }

    private void jumpChain(Expr.Compare chain, BasicBlock target, boolean condition) {
        out.at(chain.range());
        checkIdentity(chain);
        BasicBlock cleanup = out.newBlock();
        BasicBlock end = out.newBlock();
        out.expression(chain.left());
        int last = chain.ops().size() - 1;
        for (int i = 0; i < last; i++) {
            operand(chain, i);
            link(chain.ops().get(i));
            out.emitJump(POP_JUMP_IF_FALSE, cleanup);
        }
        operand(chain, last);
        out.emit(COMPARE_OP, comparison(chain.ops().get(last)));
        out.emitJump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
        jumpForward(end);
        out.use(cleanup);
        out.emit(POP_TOP);
        if (!condition) {
            jumpForward(target);
        }
        out.use(end);
    }

    /**
     * Whether 3.6's sequence for a condition may call {@code __bool__} of one object twice: when the value of an operand
     * that has decided an {@code and} or a chain of comparisons is tested again by what stands around.
     *
     * @param inverted whether the value goes through {@code not} before it is tested
     */
    private static boolean asksTwice(Expr test, boolean inverted) {
        return switch (test) {
            case Expr.UnaryOp unary when unary.op() == UnaryOperator.NOT -> asksTwice(unary.operand(), true);
            case Expr.BoolOp operation -> boolOpAsksTwice(operation, inverted);
            case Expr.IfExp choice -> asksTwice(choice.body(), true) || asksTwice(choice.orelse(), true);
            case Expr.Compare chain -> {
                boolean visible = false;
                for (int i = 0; i < chain.ops().size() - 1; i++) {
                    visible |= !givesBool(chain.ops().get(i));
                }
                yield visible;
            }
            default -> false;
        };
    }

    private static boolean boolOpAsksTwice(Expr.BoolOp operation, boolean inverted) {
        int last = operation.values().size() - 1;
        for (int i = 0; i <= last; i++) {
            Expr value = operation.values().get(i);
            if (asksTwice(value, false) || inverted && i < last && !isBool(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an expression's value is surely True or False, so that asking again cannot be seen. */
    private static boolean isBool(Expr value) {
        return switch (value) {
            case Expr.UnaryOp unary -> unary.op() == UnaryOperator.NOT;
            case Expr.Compare compare ->
                compare.ops().size() == 1 && givesBool(compare.ops().getFirst());
            case Expr.BoolOp operation -> operation.values().stream().allMatch(ConditionCodegen::isBool);
            case Expr.Constant constant -> true;
            default -> false;
        };
    }

    private static boolean givesBool(CmpOperator operator) {
        return switch (operator) {
            case IS, IS_NOT, IN, NOT_IN -> true;
            case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> false;
        };
    }

    private void checkIdentity(Expr.Compare node) {
        boolean left = isLiteral(node.left());
        for (int i = 0; i < node.ops().size(); i++) {
            CmpOperator operator = node.ops().get(i);
            boolean identity = operator == CmpOperator.IS || operator == CmpOperator.IS_NOT;
            if (!identity && i == node.ops().size() - 1) {
                return;
            }
            boolean right = isLiteral(node.comparators().get(i));
            if (identity && (left || right)) {
                out.warn(
                        operator == CmpOperator.IS
                                ? "\"is\" with a literal. Did you mean \"==\"?"
                                : "\"is not\" with a literal. Did you mean \"!=\"?");
                return;
            }
            left = right;
        }
    }

    /** Whether an expression is a constant with which identity makes no sense. */
    private static boolean isLiteral(Expr expression) {
        Object value = ConstantExpressions.valueOf(expression);
        return value != null && !(value instanceof Boolean) && !(value instanceof SpecialConstant);
    }
}
