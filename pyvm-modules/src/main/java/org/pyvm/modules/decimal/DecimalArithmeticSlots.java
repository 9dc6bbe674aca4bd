package org.pyvm.modules.decimal;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyTuple;

/** The operators between decimal numbers, and between them and ints, in the thread's context. */
final class DecimalArithmeticSlots {
    private DecimalArithmeticSlots() {}

    private interface Operation {
        DecimalNumber of(DecimalNumber x, DecimalNumber y, DecimalContext context);
    }

    private static PyObject apply(ThreadState thread, PyObject v, PyObject w, Operation operation) {
        DecimalNumber x = DecimalConversion.operand(v);
        DecimalNumber y = DecimalConversion.operand(w);
        if (x == null || y == null) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        return context.result(thread, operation.of(x, y, context.context));
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::add);
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::subtract);
    }

    @SlotMethod(Slot.NB_MULTIPLY)
    static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::multiply);
    }

    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    static PyObject divide(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::divide);
    }

    @SlotMethod(Slot.NB_FLOOR_DIVIDE)
    static PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::divideInt);
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return apply(thread, v, w, DecimalArithmetic::remainder);
    }

    @SlotMethod(Slot.NB_DIVMOD)
    static PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        DecimalNumber x = DecimalConversion.operand(v);
        DecimalNumber y = DecimalConversion.operand(w);
        if (x == null || y == null) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        DecimalNumber[] parts = DecimalArithmetic.divmod(x, y, context.context);
        context.settle(thread);
        return PyTuple.of(PyDecimal.of(parts[0]), PyDecimal.of(parts[1]));
    }

    @SlotMethod(Slot.NB_POWER)
    static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        DecimalNumber x = DecimalConversion.operand(v);
        DecimalNumber y = DecimalConversion.operand(w);
        boolean modular = modulus != Singletons.NONE;
        DecimalNumber m = modular ? DecimalConversion.operand(modulus) : null;
        if (x == null || y == null || modular && m == null) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        return context.result(
                thread,
                modular
                        ? DecimalFunctions.powerModulo(x, y, m, context.context)
                        : DecimalFunctions.power(x, y, context.context));
    }
}
