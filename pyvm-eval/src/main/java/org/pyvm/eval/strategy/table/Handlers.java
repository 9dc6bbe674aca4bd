package org.pyvm.eval.strategy.table;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.eval.InlineCaches;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Tracing;
import org.pyvm.eval.Unwinding;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.eval.semantics.StackCalls;
import org.pyvm.eval.semantics.Unpacking;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

/** The table: handlers of their own for opcodes that run often, for the others ones that know just their number. */
final class Handlers {
    private Handlers() {}

    /** An operator of two operands. */
    @FunctionalInterface
    private interface Binary {
        PyObject apply(ThreadState thread, PyObject v, PyObject w);
    }

    /** An operator of one operand. */
    @FunctionalInterface
    private interface Unary {
        PyObject apply(ThreadState thread, PyObject v);
    }

    /** A new table, by number. */
    static Handler[] table() {
        Handler[] table = new Handler[256];
        for (int number = 0; number < table.length; number++) {
            int opcode = number;
            table[number] =
                    (thread, frame, argument, next) -> Instructions.execute(thread, frame, opcode, argument, next);
        }
        stack(table);
        operators(table);
        names(table);
        jumps(table);
        blocks(table);
        calls(table);
        generators(table);
        return table;
    }

    private static void stack(Handler[] table) {
        table[NOP] = (thread, frame, argument, next) -> next;
        table[POP_TOP] = (thread, frame, argument, next) -> {
            PyObject value = pop(frame);
            if (value != Singletons.NONE && Lifetimes.popped(thread, frame, value)) {
                value = null;
                Safepoint.poll(thread);
            }
            return next;
        };
        table[DUP_TOP] = (thread, frame, argument, next) -> push(frame, frame.slots[frame.stackTop - 1], next);
        table[ROT_TWO] = (thread, frame, argument, next) -> {
            PyObject[] slots = frame.slots;
            int top = frame.stackTop;
            PyObject value = slots[top - 1];
            slots[top - 1] = slots[top - 2];
            slots[top - 2] = value;
            return next;
        };
        table[ROT_THREE] = (thread, frame, argument, next) -> {
            PyObject[] slots = frame.slots;
            int top = frame.stackTop;
            PyObject value = slots[top - 1];
            slots[top - 1] = slots[top - 2];
            slots[top - 2] = slots[top - 3];
            slots[top - 3] = value;
            return next;
        };
        table[DUP_TOP_TWO] = (thread, frame, argument, next) -> {
            PyObject[] slots = frame.slots;
            int top = frame.stackTop;
            slots[top] = slots[top - 2];
            slots[top + 1] = slots[top - 1];
            frame.stackTop = top + 2;
            return next;
        };
        table[LOAD_CONST] =
                (thread, frame, argument, next) -> push(frame, frame.code().constants()[argument], next);
        table[LOAD_FAST] = (thread, frame, argument, next) -> {
            PyObject value = frame.slots[argument];
            if (value == null) {
                throw NameAccess.unboundLocal(frame, argument);
            }
            return push(frame, value, next);
        };
        table[STORE_FAST] = (thread, frame, argument, next) -> {
            PyObject old = frame.slots[argument];
            PyObject value = pop(frame);
            frame.slots[argument] = value;
            if (old != null
                    && (value == Singletons.NONE || thread.watch > 0)
                    && Lifetimes.localChanged(thread, frame, argument, old, value)) {
                old = null;
                Safepoint.poll(thread);
            }
            return next;
        };
        table[BUILD_TUPLE] =
                (thread, frame, argument, next) -> push(frame, Containers.buildTuple(take(frame, argument)), next);
        table[BUILD_LIST] =
                (thread, frame, argument, next) -> push(frame, Containers.buildList(take(frame, argument)), next);
        table[UNPACK_SEQUENCE] = (thread, frame, argument, next) -> {
            PyObject sequence = pop(frame);
            frame.stackTop = Unpacking.unpack(thread, frame.slots, frame.stackTop, sequence, argument);
            return next;
        };
        table[LIST_APPEND] = (thread, frame, argument, next) -> {
            PyObject item = pop(frame);
            Containers.listAppend(frame.slots[frame.stackTop - argument], item);
            return next;
        };
    }

    private static void operators(Handler[] table) {
        table[BINARY_ADD] = binary(Arithmetic::binaryAdd);
        table[BINARY_SUBTRACT] = binary(Arithmetic::binarySubtract);
        table[BINARY_MULTIPLY] = binary(Arithmetic::binaryMultiply);
        table[BINARY_MODULO] = binary(Arithmetic::binaryModulo);
        table[BINARY_TRUE_DIVIDE] = binary(Arithmetic::binaryTrueDivide);
        table[BINARY_FLOOR_DIVIDE] = binary(Arithmetic::binaryFloorDivide);
        table[BINARY_POWER] = binary(Arithmetic::binaryPower);
        table[BINARY_LSHIFT] = binary(Arithmetic::binaryLshift);
        table[BINARY_RSHIFT] = binary(Arithmetic::binaryRshift);
        table[BINARY_AND] = binary(Arithmetic::binaryAnd);
        table[BINARY_OR] = binary(Arithmetic::binaryOr);
        table[BINARY_XOR] = binary(Arithmetic::binaryXor);
        table[BINARY_SUBSCR] = binary(Arithmetic::binarySubscr);
        table[INPLACE_ADD] = binary(Arithmetic::inPlaceAdd);
        table[INPLACE_SUBTRACT] = binary(Arithmetic::inPlaceSubtract);
        table[INPLACE_MULTIPLY] = binary(Arithmetic::inPlaceMultiply);
        table[INPLACE_MODULO] = binary(Arithmetic::inPlaceModulo);
        table[INPLACE_TRUE_DIVIDE] = binary(Arithmetic::inPlaceTrueDivide);
        table[INPLACE_FLOOR_DIVIDE] = binary(Arithmetic::inPlaceFloorDivide);
        table[INPLACE_LSHIFT] = binary(Arithmetic::inPlaceLshift);
        table[INPLACE_RSHIFT] = binary(Arithmetic::inPlaceRshift);
        table[INPLACE_AND] = binary(Arithmetic::inPlaceAnd);
        table[INPLACE_OR] = binary(Arithmetic::inPlaceOr);
        table[INPLACE_XOR] = binary(Arithmetic::inPlaceXor);
        table[COMPARE_OP] = (thread, frame, argument, next) -> {
            PyObject w = pop(frame);
            int top = frame.stackTop - 1;
            frame.slots[top] = Arithmetic.compareOp(thread, frame.slots[top], w, argument);
            return next;
        };
        table[STORE_SUBSCR] = (thread, frame, argument, next) -> {
            PyObject key = pop(frame);
            PyObject container = pop(frame);
            Arithmetic.storeSubscr(thread, pop(frame), container, key);
            return next;
        };
        table[UNARY_NOT] = unary(Arithmetic::unaryNot);
        table[UNARY_NEGATIVE] = unary(Arithmetic::unaryNegative);
    }

    private static Handler binary(Binary operator) {
        return (thread, frame, argument, next) -> {
            PyObject w = pop(frame);
            int top = frame.stackTop - 1;
            frame.slots[top] = operator.apply(thread, frame.slots[top], w);
            return next;
        };
    }

    private static Handler unary(Unary operator) {
        return (thread, frame, argument, next) -> {
            int top = frame.stackTop - 1;
            frame.slots[top] = operator.apply(thread, frame.slots[top]);
            return next;
        };
    }

    private static void names(Handler[] table) {
        table[LOAD_GLOBAL] = (thread, frame, argument, next) ->
                push(frame, caches(frame).loadGlobal(thread, frame, name(frame, argument), next), next);
        table[LOAD_NAME] = (thread, frame, argument, next) ->
                push(frame, NameAccess.loadName(thread, frame, name(frame, argument)), next);
        table[STORE_NAME] = (thread, frame, argument, next) -> {
            NameAccess.storeName(thread, frame, pop(frame), name(frame, argument));
            return next;
        };
        table[LOAD_DEREF] = (thread, frame, argument, next) -> push(frame, NameAccess.loadDeref(frame, argument), next);
        table[STORE_DEREF] = (thread, frame, argument, next) -> {
            NameAccess.storeDeref(frame, pop(frame), argument);
            return next;
        };
        table[LOAD_CLOSURE] = (thread, frame, argument, next) -> push(frame, frame.cell(argument), next);
        table[LOAD_ATTR] = (thread, frame, argument, next) -> {
            int top = frame.stackTop - 1;
            frame.slots[top] = caches(frame).loadAttribute(thread, frame.slots[top], name(frame, argument), next);
            return next;
        };
        table[STORE_ATTR] = (thread, frame, argument, next) -> {
            PyObject object = pop(frame);
            caches(frame).storeAttribute(thread, pop(frame), object, name(frame, argument), next);
            return next;
        };
    }

    private static InlineCaches caches(Frame frame) {
        return InlineCaches.of(frame.code());
    }

    private static PyStr name(Frame frame, int argument) {
        return frame.code().names()[argument];
    }

    private static void jumps(Handler[] table) {
        table[JUMP_FORWARD] = (thread, frame, argument, next) -> next + argument;
        table[JUMP_ABSOLUTE] = (thread, frame, argument, next) -> jump(thread, next, argument);
        table[POP_JUMP_IF_FALSE] = (thread, frame, argument, next) -> {
            PyObject condition = pop(frame);
            return condition == Singletons.TRUE || condition != Singletons.FALSE && Objects.isTrue(thread, condition)
                    ? next
                    : jump(thread, next, argument);
        };
        table[POP_JUMP_IF_TRUE] = (thread, frame, argument, next) -> {
            PyObject condition = pop(frame);
            return condition == Singletons.TRUE || condition != Singletons.FALSE && Objects.isTrue(thread, condition)
                    ? jump(thread, next, argument)
                    : next;
        };
        table[JUMP_IF_FALSE_OR_POP] = jumpOrPop(false);
        table[JUMP_IF_TRUE_OR_POP] = jumpOrPop(true);
        table[GET_ITER] = (thread, frame, argument, next) -> {
            int top = frame.stackTop - 1;
            if (frame.slots[top] == thread.lastMade) {
                Lifetimes.iterated(thread, frame, frame.slots[top]);
            }
            frame.slots[top] = Iterators.iter(thread, frame.slots[top]);
            return next;
        };
        table[FOR_ITER] = (thread, frame, argument, next) -> {
            PyObject item = Iterators.next(thread, frame.slots[frame.stackTop - 1]);
            if (item == null) {
                if (thread.stepping) {
                    Tracing.iterationEnded(thread, frame, frame.slots[frame.stackTop - 1]);
                }
                frame.slots[--frame.stackTop] = null;
                return next + argument;
            }
            return push(frame, item, next);
        };
    }

    private static Handler jumpOrPop(boolean wanted) {
        return (thread, frame, argument, next) -> {
            if (Objects.isTrue(thread, frame.slots[frame.stackTop - 1]) == wanted) {
                return jump(thread, next, argument);
            }
            frame.slots[--frame.stackTop] = null;
            return next;
        };
    }

    private static int jump(ThreadState thread, int next, int target) {
        if (target < next) {
            Safepoint.poll(thread);
        }
        return target;
    }

    private static void blocks(Handler[] table) {
        table[SETUP_LOOP] = setUp(Block.SETUP_LOOP);
        table[SETUP_EXCEPT] = setUp(Block.SETUP_EXCEPT);
        table[SETUP_FINALLY] = setUp(Block.SETUP_FINALLY);
        table[POP_BLOCK] = (thread, frame, argument, next) -> {
            frame.stackTop = frame.popBlock(frame.stackTop);
            return next;
        };
        table[RETURN_VALUE] = (thread, frame, argument, next) ->
                frame.blockCount() == 0 ? Instructions.LEAVE : Unwinding.returning(thread, frame, pop(frame));
    }

    private static Handler setUp(int kind) {
        return (thread, frame, argument, next) -> {
            frame.pushBlock(kind, next + argument, frame.stackTop);
            return next;
        };
    }

    private static void calls(Handler[] table) {
        table[CALL_FUNCTION] = (thread, frame, argument, next) -> {
            int base = frame.stackTop - argument;
            PyObject result = StackCalls.call(thread, frame.slots, frame.stackTop, argument);
            for (int i = 0; i < argument; i++) {
                frame.slots[base + i] = null;
            }
            frame.slots[base - 1] = result;
            frame.stackTop = base;
            Safepoint.poll(thread);
            return next;
        };
        table[CALL_FUNCTION_KW] = (thread, frame, argument, next) -> {
            PyObject names = pop(frame);
            PyObject[] args = take(frame, argument);
            int top = frame.stackTop - 1;
            frame.slots[top] = FunctionCalls.callFunctionKw(thread, frame.slots[top], args, names);
            return next;
        };
    }

    private static void generators(Handler[] table) {
        table[YIELD_VALUE] = (thread, frame, argument, next) -> {
            int top = frame.stackTop - 1;
            frame.slots[top] = Instructions.yieldValue(frame, frame.slots[top]);
            return Instructions.SUSPEND;
        };
    }

    private static int push(Frame frame, PyObject value, int next) {
        frame.slots[frame.stackTop++] = value;
        return next;
    }

    private static PyObject pop(Frame frame) {
        int top = --frame.stackTop;
        PyObject value = frame.slots[top];
        frame.slots[top] = null;
        return value;
    }

    /** The top items in a fresh array, bottom first; the places are cleared. */
    private static PyObject[] take(Frame frame, int count) {
        int base = frame.stackTop - count;
        PyObject[] items = java.util.Arrays.copyOfRange(frame.slots, base, frame.stackTop);
        java.util.Arrays.fill(frame.slots, base, frame.stackTop, null);
        frame.stackTop = base;
        return items;
    }
}
