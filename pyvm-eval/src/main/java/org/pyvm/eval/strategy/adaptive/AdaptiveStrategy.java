package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Tracing;
import org.pyvm.eval.Unwinding;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.eval.semantics.StackCalls;
import org.pyvm.eval.semantics.Unpacking;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyRangeIterator;

/**
 * The loop over {@link Quickened} code. What an instruction means is in {@code semantics}, as for all strategies; here are the
 * caches, the superinstructions, and the instructions that turn into faster ones. While somebody traces, the code as it is
 * runs by {@code switch}.
 */
public final class AdaptiveStrategy extends LoopStrategy {
    private final LoopStrategy stepper = new SwitchStrategy();

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        Quickened code = Quickened.of(frame.code());
        if (code == null) {
            return stepper.proceed(thread, frame, start);
        }
        int[] words = code.words;
        PyObject[] stack = frame.slots;
        int sp = frame.stackTop;
        int at = start >> 1;
        while (true) {
            if (thread.stepping) {
                frame.stackTop = sp;
                return stepper.proceed(thread, frame, at << 1);
            }
            frame.lastInstruction = at << 1;
            int word = words[at++];
            int arg = word >>> Quickened.OPCODE_BITS;
            switch (word & Quickened.OPCODE) {
                case NOP, Quick.PREFIX -> {}
                case LOAD_FAST -> stack[sp++] = local(frame, stack, arg);
                case Quick.LOAD_FAST_LOAD_FAST -> {
                    stack[sp] = local(frame, stack, arg);
                    frame.lastInstruction = at << 1;
                    stack[sp + 1] = local(frame, stack, words[at++] >>> Quickened.OPCODE_BITS);
                    sp += 2;
                }
                case Quick.LOAD_FAST_LOAD_CONST -> {
                    stack[sp] = local(frame, stack, arg);
                    stack[sp + 1] = code.constants[words[at++] >>> Quickened.OPCODE_BITS];
                    sp += 2;
                }
                case Quick.LOAD_FAST_ATTR -> {
                    PyObject object = local(frame, stack, arg);
                    frame.lastInstruction = at << 1;
                    stack[sp++] = code.loadAttribute(thread, object, at++);
                }
                case Quick.LOAD_FAST_BINARY -> {
                    PyObject w = local(frame, stack, arg);
                    frame.lastInstruction = at << 1;
                    stack[sp - 1] = binary(thread, words[at++] & Quickened.OPCODE, stack[sp - 1], w);
                }
                case Quick.LOAD_CONST_BINARY -> {
                    frame.lastInstruction = at << 1;
                    stack[sp - 1] = binary(thread, words[at++] & Quickened.OPCODE, stack[sp - 1], code.constants[arg]);
                }
                case LOAD_CONST -> stack[sp++] = code.constants[arg];
                case STORE_FAST -> {
                    store(thread, frame, stack, arg, stack[--sp]);
                    stack[sp] = null;
                }
                case Quick.STORE_FAST_LOAD_FAST -> {
                    store(thread, frame, stack, arg, stack[sp - 1]);
                    frame.lastInstruction = at << 1;
                    stack[sp - 1] = null;
                    stack[sp - 1] = local(frame, stack, words[at++] >>> Quickened.OPCODE_BITS);
                }
                case POP_TOP -> {
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    if (value != Singletons.NONE && Lifetimes.popped(thread, frame, value)) {
                        value = null;
                        Safepoint.poll(thread);
                    }
                }
                case ROT_TWO -> {
                    PyObject top = stack[sp - 1];
                    stack[sp - 1] = stack[sp - 2];
                    stack[sp - 2] = top;
                }
                case DUP_TOP -> {
                    stack[sp] = stack[sp - 1];
                    sp++;
                }
                case BINARY_ADD,
                        BINARY_SUBTRACT,
                        BINARY_MULTIPLY,
                        BINARY_MODULO,
                        BINARY_FLOOR_DIVIDE,
                        BINARY_TRUE_DIVIDE,
                        BINARY_AND,
                        BINARY_OR,
                        BINARY_XOR,
                        BINARY_LSHIFT,
                        BINARY_RSHIFT,
                        INPLACE_ADD,
                        INPLACE_SUBTRACT,
                        INPLACE_MULTIPLY -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = binary(thread, word & Quickened.OPCODE, stack[sp - 1], w);
                }
                case BINARY_SUBSCR -> {
                    PyObject key = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.binarySubscr(thread, stack[sp - 1], key);
                }
                case COMPARE_OP -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.compareOp(thread, stack[sp - 1], w, arg);
                }
                case Quick.COMPARE_JUMP -> {
                    PyObject w = stack[--sp];
                    PyObject v = stack[--sp];
                    stack[sp] = null;
                    stack[sp + 1] = null;
                    boolean truth = Arithmetic.compareTest(thread, v, w, arg);
                    int jump = words[at];
                    frame.lastInstruction = at++ << 1;
                    if (truth == ((jump & Quickened.OPCODE) == POP_JUMP_IF_TRUE)) {
                        at = jump(thread, at, jump >>> Quickened.OPCODE_BITS);
                    }
                }
                case LOAD_GLOBAL -> stack[sp++] = code.loadGlobal(thread, frame, at - 1);
                case LOAD_DEREF -> stack[sp++] = NameAccess.loadDeref(frame, arg);
                case STORE_DEREF -> {
                    NameAccess.storeDeref(frame, stack[--sp], arg);
                    stack[sp] = null;
                }
                case LOAD_ATTR -> stack[sp - 1] = code.loadAttribute(thread, stack[sp - 1], at - 1);
                case Quick.CALL_METHOD -> {
                    PyObject result = callMethod(thread, frame, code, stack[sp - 1], at - 1);
                    if (result == null) {
                        stack[sp - 1] = code.loadAttribute(thread, stack[sp - 1], at - 1);
                    } else {
                        stack[sp - 1] = result;
                        at += code.methodArguments(at - 1) + 1;
                        Safepoint.poll(thread);
                    }
                }
                case Quick.LOAD_FAST_CALL_METHOD -> {
                    PyObject object = local(frame, stack, arg);
                    frame.lastInstruction = at << 1;
                    PyObject result = callMethod(thread, frame, code, object, at);
                    if (result == null) {
                        stack[sp++] = code.loadAttribute(thread, object, at++);
                    } else {
                        stack[sp++] = result;
                        at += code.methodArguments(at) + 2;
                        Safepoint.poll(thread);
                    }
                }
                case STORE_ATTR -> {
                    PyObject object = stack[--sp];
                    stack[sp] = null;
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    code.storeAttribute(thread, value, object, at - 1);
                }
                case STORE_SUBSCR -> {
                    PyObject key = stack[sp - 1];
                    PyObject container = stack[sp - 2];
                    PyObject value = stack[sp - 3];
                    stack[sp - 1] = null;
                    stack[sp - 2] = null;
                    stack[sp - 3] = null;
                    sp -= 3;
                    Arithmetic.storeSubscr(thread, value, container, key);
                }
                case JUMP_FORWARD -> at += arg >> 1;
                case JUMP_ABSOLUTE -> at = jump(thread, at, arg);
                case POP_JUMP_IF_FALSE -> {
                    PyObject condition = stack[--sp];
                    stack[sp] = null;
                    if (condition == Singletons.FALSE
                            || condition != Singletons.TRUE && !Objects.isTrue(thread, condition)) {
                        at = jump(thread, at, arg);
                    }
                }
                case POP_JUMP_IF_TRUE -> {
                    PyObject condition = stack[--sp];
                    stack[sp] = null;
                    if (condition == Singletons.TRUE
                            || condition != Singletons.FALSE && Objects.isTrue(thread, condition)) {
                        at = jump(thread, at, arg);
                    }
                }
                case GET_ITER -> {
                    if (stack[sp - 1] == thread.lastMade) {
                        Lifetimes.iterated(thread, frame, stack[sp - 1]);
                    }
                    stack[sp - 1] = Iterators.iter(thread, stack[sp - 1]);
                }
                case FOR_ITER -> {
                    PyObject next = next(thread, frame, stack[sp - 1]);
                    if (next != null) {
                        stack[sp++] = next;
                    } else {
                        stack[--sp] = null;
                        at += arg >> 1;
                    }
                }
                case Quick.FOR_ITER_STORE_FAST -> {
                    PyObject iterator = stack[sp - 1];
                    if (iterator instanceof PyRangeIterator) {
                        code.specialize(at - 1, Quick.FOR_RANGE_STORE_FAST);
                    }
                    PyObject next = next(thread, frame, iterator);
                    if (next != null) {
                        frame.lastInstruction = at << 1;
                        store(thread, frame, stack, words[at++] >>> Quickened.OPCODE_BITS, next);
                    } else {
                        stack[--sp] = null;
                        at += arg >> 1;
                    }
                }
                case Quick.FOR_RANGE_STORE_FAST -> {
                    if (!(stack[sp - 1] instanceof PyRangeIterator range)) {
                        code.generalize(--at, Quick.FOR_ITER_STORE_FAST);
                        continue;
                    }
                    PyObject next = range.next();
                    if (next != null) {
                        frame.lastInstruction = at << 1;
                        store(thread, frame, stack, words[at++] >>> Quickened.OPCODE_BITS, next);
                    } else {
                        stack[--sp] = null;
                        at += arg >> 1;
                    }
                }
                case UNPACK_SEQUENCE -> {
                    PyObject sequence = stack[--sp];
                    stack[sp] = null;
                    sp = Unpacking.unpack(thread, stack, sp, sequence, arg);
                }
                case BUILD_TUPLE -> {
                    PyObject[] items = StackCalls.take(stack, sp, arg);
                    sp -= arg;
                    stack[sp++] = Containers.buildTuple(items);
                }
                case BUILD_LIST -> {
                    PyObject[] items = StackCalls.take(stack, sp, arg);
                    sp -= arg;
                    stack[sp++] = Containers.buildList(items);
                }
                case LIST_APPEND -> {
                    PyObject item = stack[--sp];
                    stack[sp] = null;
                    Containers.listAppend(stack[sp - arg], item);
                }
                case SETUP_LOOP -> frame.pushBlock(Block.SETUP_LOOP, (at << 1) + arg, sp);
                case SETUP_EXCEPT -> frame.pushBlock(Block.SETUP_EXCEPT, (at << 1) + arg, sp);
                case SETUP_FINALLY -> frame.pushBlock(Block.SETUP_FINALLY, (at << 1) + arg, sp);
                case POP_BLOCK -> sp = frame.popBlock(sp);
                case CALL_FUNCTION -> {
                    if (stack[sp - arg - 1] instanceof PyFunction) {
                        code.specialize(at - 1, Quick.CALL_PYTHON);
                    }
                    PyObject result = StackCalls.call(thread, stack, sp, arg);
                    sp = clear(stack, sp, arg);
                    stack[sp - 1] = result;
                    Safepoint.poll(thread);
                }
                case Quick.CALL_PYTHON -> {
                    PyFunction function = stack[sp - arg - 1] instanceof PyFunction python ? python : null;
                    Frame callee = function == null ? null : function.frameFor(null, stack, sp - arg, arg);
                    if (callee == null) {
                        code.generalize(--at, CALL_FUNCTION);
                        continue;
                    }
                    PyObject result = function.run(thread, callee);
                    sp = clear(stack, sp, arg);
                    stack[sp - 1] = result;
                    Safepoint.poll(thread);
                }
                case CALL_FUNCTION_KW -> {
                    PyObject names = stack[--sp];
                    stack[sp] = null;
                    PyObject[] args = StackCalls.take(stack, sp, arg);
                    sp -= arg;
                    stack[sp - 1] = FunctionCalls.callFunctionKw(thread, stack[sp - 1], args, names);
                }
                case RETURN_VALUE -> {
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    if (frame.blockCount() > 0) {
                        frame.stackTop = sp;
                        int next = Unwinding.returning(thread, frame, value);
                        sp = frame.stackTop;
                        if (next != Unwinding.LEAVE) {
                            at = next >> 1;
                            continue;
                        }
                    }
                    frame.finish();
                    return value;
                }
                case YIELD_VALUE -> {
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    frame.stackTop = sp;
                    return Instructions.yieldValue(frame, value);
                }
                default -> {
                    frame.stackTop = sp;
                    int next = Instructions.execute(thread, frame, word & Quickened.OPCODE, arg, at << 1);
                    sp = frame.stackTop;
                    if (next < 0) {
                        PyObject value = stack[--sp];
                        stack[sp] = null;
                        frame.stackTop = sp;
                        if (next == Instructions.LEAVE) {
                            frame.finish();
                        }
                        return value;
                    }
                    at = next >> 1;
                }
            }
        }
    }

    private static PyObject local(Frame frame, PyObject[] stack, int index) {
        PyObject value = stack[index];
        if (value == null) {
            throw NameAccess.unboundLocal(frame, index);
        }
        return value;
    }

    private static void store(ThreadState thread, Frame frame, PyObject[] stack, int index, PyObject value) {
        PyObject old = stack[index];
        stack[index] = value;
        if (old != null
                && (value == Singletons.NONE || thread.watch > 0)
                && Lifetimes.localChanged(thread, frame, index, old, value)) {
            old = null;
            Safepoint.poll(thread);
        }
    }

    private static int clear(PyObject[] stack, int sp, int count) {
        int bottom = sp - count;
        for (int i = bottom; i < sp; i++) {
            stack[i] = null;
        }
        return bottom;
    }

    /** Goes to an offset; gives it as an index. */
    private static int jump(ThreadState thread, int at, int offset) {
        int target = offset >> 1;
        if (target < at) {
            Safepoint.poll(thread);
        }
        return target;
    }

    private static PyObject next(ThreadState thread, Frame frame, PyObject iterator) {
        PyObject next = iterator instanceof PyRangeIterator range
                ? range.next()
                : iterator.type().slots().next(thread, iterator);
        if (next == null && thread.stepping) {
            Tracing.iterationEnded(thread, frame, iterator);
        }
        return next;
    }

    /** An operator; those that run often have their own way, since a switch of few cases is inlined. */
    private static PyObject binary(ThreadState thread, int opcode, PyObject v, PyObject w) {
        return switch (opcode) {
            case BINARY_ADD -> Arithmetic.binaryAdd(thread, v, w);
            case BINARY_SUBTRACT -> Arithmetic.binarySubtract(thread, v, w);
            case BINARY_MULTIPLY -> Arithmetic.binaryMultiply(thread, v, w);
            case BINARY_SUBSCR -> Arithmetic.binarySubscr(thread, v, w);
            case INPLACE_ADD -> Arithmetic.inPlaceAdd(thread, v, w);
            default -> Instructions.binary(thread, opcode, v, w);
        };
    }

    /** Calls a method without binding it; null when it has to be bound, or a variable has no value. */
    private static PyObject callMethod(ThreadState thread, Frame frame, Quickened code, PyObject object, int at) {
        PyObject method = code.unboundMethod(object, at);
        if (method == null || thread.observed) {
            return null;
        }
        int count = code.methodArguments(at);
        PyObject a = count > 0 ? operand(frame, code, at + 1) : object;
        PyObject b = count > 1 ? operand(frame, code, at + 2) : object;
        PyObject c = count > 2 ? operand(frame, code, at + 3) : object;
        if (a == null || b == null || c == null) {
            return null;
        }
        frame.lastInstruction = at + 1 + count << 1;
        if (method instanceof PyFunction function) {
            Frame callee = function.frameFor(count + 1, object, a, b, c);
            if (callee != null) {
                return function.run(thread, callee);
            }
        }
        return switch (count) {
            case 0 -> Calls.call(thread, method, object);
            case 1 -> Calls.call(thread, method, object, a);
            case 2 -> Calls.call(thread, method, object, a, b);
            default -> Calls.call(thread, method, new PyObject[] {object, a, b, c}, null);
        };
    }

    private static PyObject operand(Frame frame, Quickened code, int at) {
        int word = code.words[at];
        int index = word >>> Quickened.OPCODE_BITS;
        // Parts of a call may be superinstructions where they stand alone.
        return code.isConstant(at) ? code.constants[index] : frame.slots[index];
    }
}
