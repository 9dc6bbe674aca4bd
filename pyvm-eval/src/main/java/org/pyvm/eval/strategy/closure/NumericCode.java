package org.pyvm.eval.strategy.closure;

import static org.pyvm.compiler.Opcodes.*;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;

/**
 * Writes an expression of ints, or of floats, on JVM numbers: what is in between is never boxed.
 *
 * <p>It is for expressions whose evaluation has no effect before the first operation on other objects: variables, constants,
 * attributes that are in a known place, items of lists. So when an operand is something else after all, or a result does not
 * fit, the whole expression is evaluated again, by its nodes, which also raise what is to be raised.
 */
final class NumericCode {
    private final Emitter emitter;
    private final CodeBuilder code;
    private final boolean doubles;
    private final int kind;
    private final Label fail;
    /** JVM variables of numbers that have been computed. */
    private final Map<Node, Integer> numbers;

    private final Map<Integer, Integer> locals = new HashMap<>();

    private NumericCode(Emitter emitter, int kind, Label fail) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.doubles = kind == Numeric.FLOAT;
        this.kind = kind;
        this.fail = fail;
        this.numbers = new IdentityHashMap<>();
    }

    /** Whether a node is an operation on such numbers, as far as has been seen, that can be written so. */
    static boolean isOperation(Node node, int kind) {
        return kind != Numeric.NOTHING
                && node instanceof Operators.Binary binary
                && binary.numbers() == kind
                && isOperand(binary.left, kind)
                && isOperand(binary.right, kind);
    }

    private static boolean isOperand(Node node, int kind) {
        if (node instanceof Values.Constant constant) {
            return kind == Numeric.FLOAT ? Numeric.isExactAsDouble(constant.value) : Numeric.isInt(constant.value);
        }
        return isOperation(node, kind) || isPure(node);
    }

    /** Whether it can be evaluated twice. */
    private static boolean isPure(Node node) {
        if (node instanceof Attributes.Load load) {
            return load.onlyField() != null && isVariable(load.object());
        }
        if (node instanceof Operators.Subscript item) {
            return isPure(item.left)
                    && (isOperation(item.right, Numeric.INT)
                            || isVariable(item.right)
                            || item.right instanceof Values.Constant constant && Numeric.isInt(constant.value));
        }
        return isVariable(node);
    }

    private static boolean isVariable(Node node) {
        return node instanceof Values.BoundLocal
                || node instanceof Values.Local
                || node instanceof Values.StackItem
                || node instanceof Values.Global
                || node instanceof Values.Deref;
    }

    /** Whether to write an operator so: floats always, ints when there is something in between. */
    static boolean pays(Emitter emitter, Operators.Binary node, int kind) {
        return !emitter.isCompact()
                && kind != Numeric.NOTHING
                && isOperand(node.left, kind)
                && isOperand(node.right, kind)
                && (kind == Numeric.FLOAT || isOperation(node.left, kind) || isOperation(node.right, kind));
    }

    /** Leaves the value of an operation on the operand stack. */
    static void emit(Emitter emitter, Operators.Binary node) {
        CodeBuilder code = emitter.code();
        NumericCode writer = new NumericCode(emitter, node.numbers(), code.newLabel());
        writer.prepare(node);
        writer.push(node);
        if (writer.doubles) {
            emitter.call(PyFloat.class, "of", PyFloat.class, double.class);
        } else {
            emitter.call(PyInt.class, "of", PyInt.class, long.class);
        }
        writer.otherwise(node, "get", PyObject.class);
    }

    /** Leaves the truth of a comparison on the operand stack. */
    static void emitTest(Emitter emitter, Operators.Binary node, int operator, int kind) {
        NumericCode writer = new NumericCode(emitter, kind, emitter.code().newLabel());
        writer.operand(node.left);
        writer.operand(node.right);
        writer.push(node.left);
        writer.push(node.right);
        emitter.integer(operator);
        emitter.call(Arithmetic.class, "compare", boolean.class, writer.type(), writer.type(), int.class);
        writer.otherwise(node, "holds", boolean.class);
    }

    /** Whether {@code container[index]} is to be written by {@link #emitSubscript}. */
    static boolean isItem(Emitter emitter, Operators.Subscript node) {
        return !emitter.isCompact() && isOperation(node.right, Numeric.INT) && isPure(node);
    }

    /** Leaves an item on the operand stack, the index being an operation on ints. */
    static void emitSubscript(Emitter emitter, Operators.Subscript node) {
        NumericCode writer =
                new NumericCode(emitter, Numeric.INT, emitter.code().newLabel());
        Label miss = emitter.code().newLabel();
        writer.object(node);
        emitter.code().dup().ifnull(miss);
        Label done = emitter.code().newLabel();
        emitter.code().goto_(done);
        emitter.code().labelBinding(miss);
        emitter.code().pop();
        emitter.code().labelBinding(writer.fail);
        writer.evaluate(node, "get", PyObject.class);
        emitter.code().labelBinding(done);
    }

    /** The value is on the operand stack; where that did not work out, it comes from the nodes. */
    private void otherwise(Node node, String method, Class<?> result) {
        Label done = code.newLabel();
        code.goto_(done);
        code.labelBinding(fail);
        evaluate(node, method, result);
        code.labelBinding(done);
    }

    private void evaluate(Node node, String method, Class<?> result) {
        emitter.constant(node).thread().frame();
        emitter.callOn(node, method, result, ThreadState.class, Frame.class);
    }

    private Class<?> type() {
        return doubles ? double.class : long.class;
    }

    private int variable() {
        int first = emitter.variable();
        emitter.variable();
        return first;
    }

    private void load(int variable) {
        if (doubles) {
            code.dload(variable);
        } else {
            code.lload(variable);
        }
    }

    private void store(int variable) {
        if (doubles) {
            code.dstore(variable);
        } else {
            code.lstore(variable);
        }
    }

    /** Computes all that can fail, while nothing is on the operand stack. */
    private void prepare(Operators.Binary node) {
        operand(node.left);
        operand(node.right);
        if (!doubles) {
            push(node.left, node.right);
            int result = variable();
            computeInts(node, result);
            numbers.put(node, result);
        } else if (isDivision(node.opcode)) {
            int divisor = variable();
            push(node.right);
            code.dup2().dstore(divisor);
            emitter.call(Numeric.class, "divides", boolean.class, double.class);
            code.ifeq(fail);
            numbers.put(node.right, divisor);
        }
    }

    private static boolean isDivision(int opcode) {
        return opcode == BINARY_TRUE_DIVIDE || opcode == INPLACE_TRUE_DIVIDE;
    }

    private void operand(Node node) {
        if (isOperation(node, kind)) {
            prepare((Operators.Binary) node);
        } else if (!(node instanceof Values.Constant)) {
            leaf(node);
        }
    }

    private void leaf(Node node) {
        int local = node instanceof Values.BoundLocal bound ? bound.index : -1;
        Integer known = locals.get(local);
        if (known != null) {
            numbers.put(node, known);
            return;
        }
        object(node);
        int number = variable();
        int object = emitter.variable();
        code.dup().astore(object);
        emitter.call(Numeric.class, doubles ? "isFloat" : "isInt", boolean.class, PyObject.class);
        code.ifeq(fail);
        code.aload(object);
        emitter.call(Numeric.class, doubles ? "floatValue" : "intValue", type(), PyObject.class);
        store(number);
        numbers.put(node, number);
        if (local >= 0) {
            locals.put(local, number);
        }
    }

    /** Pushes what a leaf evaluates to, null when it cannot be told so. */
    private void object(Node node) {
        if (node instanceof Values.Local local) {
            emitter.loadLocal(local.index);
        } else if (node instanceof Attributes.Load load) {
            object(load.object());
            load.emitField(emitter, load.onlyField());
        } else if (node instanceof Operators.Subscript item) {
            NumericCode index = doubles ? new NumericCode(emitter, Numeric.INT, fail) : this;
            index.operand(item.right);
            object(item.left);
            index.push(item.right);
            emitter.call(Numeric.class, "itemAt", PyObject.class, PyObject.class, long.class);
        } else {
            node.emit(emitter);
        }
    }

    /** Pushes numbers that have been prepared, or are operations on such that cannot fail. */
    private void push(Node... nodes) {
        for (Node node : nodes) {
            Integer variable = numbers.get(node);
            if (variable != null) {
                load(variable);
            } else if (node instanceof Values.Constant constant) {
                constant(constant.value);
            } else {
                Operators.Binary operation = (Operators.Binary) node;
                push(operation.left, operation.right);
                switch (operation.opcode) {
                    case BINARY_ADD, INPLACE_ADD -> code.dadd();
                    case BINARY_SUBTRACT, INPLACE_SUBTRACT -> code.dsub();
                    case BINARY_MULTIPLY, INPLACE_MULTIPLY -> code.dmul();
                    default -> code.ddiv();
                }
            }
        }
    }

    private void constant(PyObject value) {
        if (!doubles) {
            code.loadConstant(Numeric.intValue(value));
        } else {
            code.loadConstant(Numeric.isFloat(value) ? Numeric.floatValue(value) : (double) Numeric.intValue(value));
        }
    }

    /** The operands are on the operand stack. */
    private void computeInts(Operators.Binary node, int result) {
        switch (node.opcode) {
            case BINARY_ADD, INPLACE_ADD -> {
                code.ladd().lstore(result);
                guard("addFits", node, result);
            }
            case BINARY_SUBTRACT, INPLACE_SUBTRACT -> {
                code.lsub().lstore(result);
                guard("subtractFits", node, result);
            }
            case BINARY_MULTIPLY, INPLACE_MULTIPLY -> {
                code.lmul().lstore(result);
                guard("multiplyFits", node, result);
            }
            case BINARY_AND, INPLACE_AND -> code.land().lstore(result);
            case BINARY_OR, INPLACE_OR -> code.lor().lstore(result);
            case BINARY_XOR, INPLACE_XOR -> code.lxor().lstore(result);
            default -> checkedBefore(node, result);
        }
    }

    private void checkedBefore(Operators.Binary node, int result) {
        int right = variable();
        int left = variable();
        code.lstore(right).lstore(left);
        boolean shiftLeft = node.opcode == BINARY_LSHIFT || node.opcode == INPLACE_LSHIFT;
        boolean shiftRight = node.opcode == BINARY_RSHIFT || node.opcode == INPLACE_RSHIFT;
        if (shiftLeft) {
            code.lload(left).lload(right);
            emitter.call(Numeric.class, "shiftsLeft", boolean.class, long.class, long.class);
        } else {
            code.lload(right);
            emitter.call(Numeric.class, shiftRight ? "shiftsRight" : "divides", boolean.class, long.class);
        }
        code.ifeq(fail);
        code.lload(left).lload(right);
        if (shiftLeft) {
            code.l2i().lshl();
        } else if (shiftRight) {
            code.l2i().lshr();
        } else {
            boolean remainder = node.opcode == BINARY_MODULO || node.opcode == INPLACE_MODULO;
            emitter.call(Math.class, remainder ? "floorMod" : "floorDiv", long.class, long.class, long.class);
        }
        code.lstore(result);
    }

    private void guard(String condition, Operators.Binary node, int result) {
        push(node.left, node.right);
        code.lload(result);
        emitter.call(Numeric.class, condition, boolean.class, long.class, long.class, long.class);
        code.ifeq(fail);
    }

    /** The kind of numbers for which an operator has such a form, of those it has seen; else {@link Numeric#NOTHING}. */
    static int supported(int opcode, int kind) {
        return switch (opcode) {
            case BINARY_ADD, INPLACE_ADD, BINARY_SUBTRACT, INPLACE_SUBTRACT, BINARY_MULTIPLY, INPLACE_MULTIPLY -> kind;
            case BINARY_TRUE_DIVIDE, INPLACE_TRUE_DIVIDE -> kind == Numeric.FLOAT ? kind : Numeric.NOTHING;
            case BINARY_MODULO,
                    INPLACE_MODULO,
                    BINARY_FLOOR_DIVIDE,
                    INPLACE_FLOOR_DIVIDE,
                    BINARY_AND,
                    INPLACE_AND,
                    BINARY_OR,
                    INPLACE_OR,
                    BINARY_XOR,
                    INPLACE_XOR,
                    BINARY_LSHIFT,
                    INPLACE_LSHIFT,
                    BINARY_RSHIFT,
                    INPLACE_RSHIFT -> kind == Numeric.INT ? kind : Numeric.NOTHING;
            default -> Numeric.NOTHING;
        };
    }
}
