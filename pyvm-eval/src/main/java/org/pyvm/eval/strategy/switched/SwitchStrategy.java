package org.pyvm.eval.strategy.switched;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.InlineCaches;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Tracing;
import org.pyvm.eval.Unwinding;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.eval.semantics.StackCalls;
import org.pyvm.eval.semantics.Unpacking;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyRangeIterator;

/**
 * The book's loop: fetch, switch, repeat. Instructions that run often are cases here; the others are in {@link
 * Instructions}, so that the loop stays below the size that HotSpot compiles.
 */
public final class SwitchStrategy extends LoopStrategy {
    /** How often a loop goes round before another strategy goes on with it. */
    private static final int LAPS = 200;

    private final LoopStrategy hot;

    /** Runs frames to their end. */
    public SwitchStrategy() {
        this(null);
    }

    /** @param hot goes on with frames whose loops go round often; null for none */
    public SwitchStrategy(LoopStrategy hot) {
        this.hot = hot;
    }

    @Override
    public String name() {
        return "switch";
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        PyCode code = frame.code();
        byte[] words = code.code().code();
        InlineCaches caches = InlineCaches.of(code);
        PyObject[] stack = frame.slots;
        int sp = frame.stackTop;
        int pc = start;
        int laps = 0;
        while (true) {
            if (thread.stepping) {
                frame.stackTop = sp;
                if (thread.isHandOverAsked()) {
                    return HandOver.at(thread, pc);
                }
                pc = Tracing.beforeInstruction(thread, frame, pc);
                sp = frame.stackTop;
            }
            frame.lastInstruction = pc;
            int opcode = words[pc] & 0xFF;
            int arg = words[pc + 1] & 0xFF;
            pc += 2;
            while (opcode == EXTENDED_ARG) {
                opcode = words[pc] & 0xFF;
                arg = arg << 8 | words[pc + 1] & 0xFF;
                frame.lastInstruction = pc;
                pc += 2;
            }
            switch (opcode) {
                case NOP -> {}
                case LOAD_FAST -> {
                    PyObject value = stack[arg];
                    if (value == null) {
                        throw NameAccess.unboundLocal(frame, arg);
                    }
                    stack[sp++] = value;
                }
                case LOAD_CONST -> stack[sp++] = code.constants()[arg];
                case STORE_FAST -> {
                    PyObject old = stack[arg];
                    PyObject value = stack[--sp];
                    stack[arg] = value;
                    stack[sp] = null;
                    if (old != null
                            && (value == Singletons.NONE || thread.watch > 0)
                            && Lifetimes.localChanged(thread, frame, arg, old, value)) {
                        old = null;
                        Safepoint.poll(thread);
                    }
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
                case ROT_THREE -> {
                    PyObject top = stack[sp - 1];
                    stack[sp - 1] = stack[sp - 2];
                    stack[sp - 2] = stack[sp - 3];
                    stack[sp - 3] = top;
                }
                case DUP_TOP -> {
                    stack[sp] = stack[sp - 1];
                    sp++;
                }
                case DUP_TOP_TWO -> {
                    stack[sp] = stack[sp - 2];
                    stack[sp + 1] = stack[sp - 1];
                    sp += 2;
                }
                case BINARY_ADD -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.binaryAdd(thread, stack[sp - 1], w);
                }
                case INPLACE_ADD -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.inPlaceAdd(thread, stack[sp - 1], w);
                }
                case BINARY_SUBTRACT -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.binarySubtract(thread, stack[sp - 1], w);
                }
                case BINARY_MULTIPLY -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.binaryMultiply(thread, stack[sp - 1], w);
                }
                case BINARY_MODULO -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Arithmetic.binaryModulo(thread, stack[sp - 1], w);
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
                case BINARY_TRUE_DIVIDE,
                        BINARY_FLOOR_DIVIDE,
                        BINARY_POWER,
                        BINARY_MATRIX_MULTIPLY,
                        BINARY_LSHIFT,
                        BINARY_RSHIFT,
                        BINARY_AND,
                        BINARY_OR,
                        BINARY_XOR,
                        INPLACE_SUBTRACT,
                        INPLACE_MULTIPLY,
                        INPLACE_MODULO,
                        INPLACE_TRUE_DIVIDE,
                        INPLACE_FLOOR_DIVIDE,
                        INPLACE_POWER,
                        INPLACE_MATRIX_MULTIPLY,
                        INPLACE_LSHIFT,
                        INPLACE_RSHIFT,
                        INPLACE_AND,
                        INPLACE_OR,
                        INPLACE_XOR -> {
                    PyObject w = stack[--sp];
                    stack[sp] = null;
                    stack[sp - 1] = Instructions.binary(thread, opcode, stack[sp - 1], w);
                }
                case LOAD_GLOBAL -> stack[sp++] = caches.loadGlobal(thread, frame, code.names()[arg], pc);
                case LOAD_NAME -> stack[sp++] = NameAccess.loadName(thread, frame, code.names()[arg]);
                case STORE_NAME -> {
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    NameAccess.storeName(thread, frame, value, code.names()[arg]);
                }
                case LOAD_DEREF -> stack[sp++] = NameAccess.loadDeref(frame, arg);
                case STORE_DEREF -> {
                    NameAccess.storeDeref(frame, stack[--sp], arg);
                    stack[sp] = null;
                }
                case LOAD_ATTR -> stack[sp - 1] = caches.loadAttribute(thread, stack[sp - 1], code.names()[arg], pc);
                case STORE_ATTR -> {
                    PyObject object = stack[--sp];
                    stack[sp] = null;
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    caches.storeAttribute(thread, value, object, code.names()[arg], pc);
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
                case JUMP_FORWARD -> pc += arg;
                case JUMP_ABSOLUTE -> {
                    if (arg < pc) {
                        Safepoint.poll(thread);
                        if (hot != null && ++laps == LAPS) {
                            frame.stackTop = sp;
                            return hot.proceed(thread, frame, arg);
                        }
                    }
                    pc = arg;
                }
                case POP_JUMP_IF_FALSE -> {
                    PyObject condition = stack[--sp];
                    stack[sp] = null;
                    if (condition == Singletons.FALSE
                            || condition != Singletons.TRUE && !Objects.isTrue(thread, condition)) {
                        pc = jump(thread, pc, arg);
                    }
                }
                case POP_JUMP_IF_TRUE -> {
                    PyObject condition = stack[--sp];
                    stack[sp] = null;
                    if (condition == Singletons.TRUE
                            || condition != Singletons.FALSE && Objects.isTrue(thread, condition)) {
                        pc = jump(thread, pc, arg);
                    }
                }
                case JUMP_IF_FALSE_OR_POP -> {
                    if (Objects.isTrue(thread, stack[sp - 1])) {
                        stack[--sp] = null;
                    } else {
                        pc = jump(thread, pc, arg);
                    }
                }
                case JUMP_IF_TRUE_OR_POP -> {
                    if (Objects.isTrue(thread, stack[sp - 1])) {
                        pc = jump(thread, pc, arg);
                    } else {
                        stack[--sp] = null;
                    }
                }
                case GET_ITER -> {
                    if (stack[sp - 1] == thread.lastMade) {
                        Lifetimes.iterated(thread, frame, stack[sp - 1]);
                    }
                    stack[sp - 1] = Iterators.iter(thread, stack[sp - 1]);
                }
                case FOR_ITER -> {
                    PyObject iterator = stack[sp - 1];
                    PyObject next = next(thread, iterator);
                    if (next != null) {
                        stack[sp++] = next;
                    } else {
                        if (thread.stepping) {
                            Tracing.iterationEnded(thread, frame, iterator);
                        }
                        stack[--sp] = null;
                        pc += arg;
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
                case SETUP_LOOP -> frame.pushBlock(Block.SETUP_LOOP, pc + arg, sp);
                case SETUP_EXCEPT -> frame.pushBlock(Block.SETUP_EXCEPT, pc + arg, sp);
                case SETUP_FINALLY -> frame.pushBlock(Block.SETUP_FINALLY, pc + arg, sp);
                case POP_BLOCK -> sp = frame.popBlock(sp);
                case CALL_FUNCTION -> {
                    PyObject result = StackCalls.call(thread, stack, sp, arg);
                    sp -= arg;
                    for (int i = 0; i < arg; i++) {
                        stack[sp + i] = null;
                    }
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
                        pc = Unwinding.returning(thread, frame, value);
                        sp = frame.stackTop;
                        if (pc != Unwinding.LEAVE) {
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
                case YIELD_FROM -> {
                    PyObject value = stack[--sp];
                    stack[sp] = null;
                    PyObject yielded = Iterators.send(thread, stack[sp - 1], value);
                    if (yielded != null) {
                        frame.stackTop = sp;
                        frame.setSuspended(true);
                        // Comes back to this instruction, with the value sent on the stack.
                        frame.lastInstruction = pc - 4;
                        return yielded;
                    }
                    PyObject result = thread.stopValue;
                    if (thread.stepping) {
                        Tracing.delegateEnded(thread, frame, stack[sp - 1], value);
                    }
                    stack[sp - 1] = result;
                }
                default -> {
                    frame.stackTop = sp;
                    pc = Instructions.executeBlock(thread, frame, opcode, arg, pc);
                    sp = frame.stackTop;
                    if (pc == Unwinding.LEAVE) {
                        frame.finish();
                        return stack[--sp];
                    }
                }
            }
        }
    }

    private static PyObject next(ThreadState thread, PyObject iterator) {
        if (iterator instanceof PyRangeIterator range) {
            return range.next();
        }
        return iterator.type().slots().next(thread, iterator);
    }

    private static int jump(ThreadState thread, int pc, int target) {
        if (target < pc) {
            Safepoint.poll(thread);
        }
        return target;
    }
}
