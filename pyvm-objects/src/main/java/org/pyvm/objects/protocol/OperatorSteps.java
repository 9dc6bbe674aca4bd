package org.pyvm.objects.protocol;

import java.util.function.Consumer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/**
 * {@link Numbers#binary} (chapter 8 of the book: {@code abstract.c}) told step by step: which slots there are, which is asked
 * first, and what each answers. What an operation does is what it does there.
 */
public final class OperatorSteps {
    private final ThreadState thread;
    private final BinaryOperator operator;
    private final Consumer<String> told;

    private OperatorSteps(ThreadState thread, BinaryOperator operator, Consumer<String> told) {
        this.thread = thread;
        this.operator = operator;
        this.told = told;
    }

    /**
     * {@code v op w}.
     *
     * @param told is given one line a step
     * @throws PyErr what the operation raises
     */
    public static PyObject binary(
            ThreadState thread, BinaryOperator operator, PyObject v, PyObject w, Consumer<String> told) {
        return new OperatorSteps(thread, operator, told).run(v, w);
    }

    private PyObject run(PyObject v, PyObject w) {
        Slot slot = operator.slot();
        tell("left operand", v, slot);
        tell("right operand", w, slot);
        PyObject result = slots(v, w);
        if (result != Singletons.NOT_IMPLEMENTED) {
            return result;
        }
        if (operator == BinaryOperator.ADD) {
            if (has(v, Slot.SQ_CONCAT)) {
                return outcome(v, Slot.SQ_CONCAT, v.type().slots().concat(thread, v, w));
            }
            told.accept(v.type().name() + " has no sq_concat");
        }
        if (operator == BinaryOperator.MULTIPLY) {
            PyObject sequence = has(v, Slot.SQ_REPEAT) ? v : has(w, Slot.SQ_REPEAT) ? w : null;
            if (sequence != null) {
                return outcome(sequence, Slot.SQ_REPEAT, Numbers.binary(thread, operator, v, w));
            }
            told.accept("neither has sq_repeat");
        }
        // It fails now, in the words of the operation.
        return Numbers.binary(thread, operator, v, w);
    }

    /** The search of {@link Numbers#tryBinary}. */
    private PyObject slots(PyObject v, PyObject w) {
        Slots left = v.type().slots();
        Slots right = w.type().slots();
        Slot slot = operator.slot();
        if (left != right && right.has(slot) && Numbers.sameImplementation(left, right, slot)) {
            told.accept("both are classes: one slot function looks at both, and asks the right one first if it is a"
                    + " subclass");
            return outcome(v, slot, Numbers.tryBinary(thread, operator, v, w));
        }
        boolean useRight = left != right && right.has(slot);
        if (left.has(slot)) {
            if (useRight && w.type().isSubtypeOf(v.type())) {
                told.accept(w.type().name() + " is a subtype of " + v.type().name() + ": right operand first");
                PyObject result = outcome(w, slot, operator.apply(right, thread, v, w));
                if (result != Singletons.NOT_IMPLEMENTED) {
                    return result;
                }
                useRight = false;
            }
            PyObject result = outcome(v, slot, operator.apply(left, thread, v, w));
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        return useRight ? outcome(w, slot, operator.apply(right, thread, v, w)) : Singletons.NOT_IMPLEMENTED;
    }

    private void tell(String which, PyObject operand, Slot slot) {
        told.accept(which + ": " + operand.type().name() + ", " + slot.cName()
                + (has(operand, slot) ? " is filled" : " is empty"));
    }

    private static boolean has(PyObject operand, Slot slot) {
        return operand.type().slots().has(slot);
    }

    private PyObject outcome(PyObject operand, Slot slot, PyObject result) {
        told.accept(slot.cName() + " of " + operand.type().name() + " gives " + Objects.repr(thread, result));
        return result;
    }
}
