package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Operator;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** Assignments: plain, augmented and annotated. */
final class AssignmentCodegen {
    private final CodeGenerator out;

    AssignmentCodegen(CodeGenerator out) {
        this.out = out;
    }

    void assign(Stmt.Assign node) {
        out.expression(node.value());
        int last = node.targets().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i < last) {
                out.emit(DUP_TOP);
            }
            out.expression(node.targets().get(i));
        }
    }

    void augmented(Stmt.AugAssign node) {
        SourceRange statement = out.unit().range;
        Expr target = node.target();
        out.at(target.range());
        switch (target) {
            case Expr.Name name -> {
                out.name(name.id(), ExprContext.LOAD);
                operate(node, statement);
                out.name(name.id(), ExprContext.STORE);
            }
            case Expr.Attribute attribute -> {
                out.expression(attribute.value());
                out.emit(DUP_TOP);
                SourceRange place = Places.ofAttribute(attribute, attribute.range());
                out.at(place);
                out.emitName(LOAD_ATTR, attribute.attr());
                operate(node, statement);
                out.at(place);
                out.emit(ROT_TWO);
                out.emitName(STORE_ATTR, attribute.attr());
            }
            case Expr.Subscript subscript -> {
                out.expression(subscript.value());
                out.expression(subscript.slice());
                out.emit(DUP_TOP_TWO);
                out.emit(BINARY_SUBSCR);
                operate(node, statement);
                out.emit(ROT_THREE);
                out.emit(STORE_SUBSCR);
            }
            default -> throw new IllegalArgumentException("target of an augmented assignment: " + target.nodeName());
        }
    }

    private void operate(Stmt.AugAssign node, SourceRange statement) {
        out.at(statement);
        out.expression(node.value());
        out.emit(inPlace(node.op()));
        out.at(node.target().range());
    }

    private static int inPlace(Operator operator) {
        return switch (operator) {
            case ADD -> INPLACE_ADD;
            case SUB -> INPLACE_SUBTRACT;
            case MULT -> INPLACE_MULTIPLY;
            case MAT_MULT -> INPLACE_MATRIX_MULTIPLY;
            case DIV -> INPLACE_TRUE_DIVIDE;
            case MOD -> INPLACE_MODULO;
            case POW -> INPLACE_POWER;
            case L_SHIFT -> INPLACE_LSHIFT;
            case R_SHIFT -> INPLACE_RSHIFT;
            case BIT_OR -> INPLACE_OR;
            case BIT_XOR -> INPLACE_XOR;
            case BIT_AND -> INPLACE_AND;
            case FLOOR_DIV -> INPLACE_FLOOR_DIVIDE;
        };
    }

    /** The assignment itself comes first, the annotation last. */
    void annotated(Stmt.AnnAssign node) {
        Expr target = node.target();
        if (node.value() != null) {
            out.expression(node.value());
            out.expression(target);
        }
        switch (target) {
            case Expr.Name name -> {
                out.forbidDebug(name.id(), ExprContext.STORE);
                if (node.simple() && out.unit().isModuleOrClass()) {
                    annotation(node.annotation());
                    out.emitName(STORE_ANNOTATION, name.id());
                }
            }
            case Expr.Attribute attribute -> {
                out.forbidDebug(attribute.attr(), ExprContext.STORE);
                if (node.value() == null) {
                    evaluate(attribute.value());
                }
            }
            case Expr.Subscript subscript -> {
                if (node.value() == null) {
                    evaluate(subscript.value());
                    evaluateIndex(subscript.slice());
                }
            }
            default -> throw new IllegalArgumentException("target of an annotation: " + target.nodeName());
        }
        // Annotations of other targets are evaluated, in modules and classes, and dropped.
        if (!node.simple() && !out.annotationsAreStrings() && out.unit().isModuleOrClass()) {
            evaluate(node.annotation());
        }
    }

    /** Loads an annotation: its value, or its text under {@code from __future__ import annotations}. */
    void annotation(Expr annotation) {
        if (out.annotationsAreStrings()) {
            out.loadConstant(CodePoints.of(Unparser.unparse(annotation)));
        } else {
            out.expression(annotation);
        }
    }

    private void evaluate(Expr expression) {
        out.expression(expression);
        out.emit(POP_TOP);
    }

    private void evaluateIndex(Expr index) {
        switch (index) {
            case Expr.Slice slice -> {
                if (slice.lower() != null) {
                    evaluate(slice.lower());
                }
                if (slice.upper() != null) {
                    evaluate(slice.upper());
                }
                if (slice.step() != null) {
                    evaluate(slice.step());
                }
            }
            case Expr.Tuple tuple -> tuple.elts().forEach(this::evaluateIndex);
            default -> evaluate(index);
        }
    }
}
