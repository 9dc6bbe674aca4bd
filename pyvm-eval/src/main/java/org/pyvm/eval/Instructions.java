package org.pyvm.eval;

import static org.pyvm.compiler.Opcodes.*;

import java.util.Arrays;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.AsyncIteration;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.eval.semantics.ClassBuilding;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.ContextManagers;
import org.pyvm.eval.semantics.ExceptionGroups;
import org.pyvm.eval.semantics.Formatting;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.eval.semantics.Imports;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.eval.semantics.Patterns;
import org.pyvm.eval.semantics.Printing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;

/**
 * Every instruction as a step of a frame: its operands are taken from the frame's value stack, and its results left there.
 * A strategy does itself, faster, what runs often, and leaves the rest to this class; one that only wants to see
 * instructions go by can leave everything. The frame's {@code lastInstruction} must be set.
 */
public final class Instructions {
    /** {@link #execute}: the frame returns the value on top of its stack. */
    public static final int LEAVE = Unwinding.LEAVE;
    /** {@link #execute}: the frame is suspended, and the value on top of its stack goes to whoever resumed it. */
    public static final int SUSPEND = -2;

    private Instructions() {}

    /** An operator of two operands, of those that programs use less. */
    public static PyObject binary(ThreadState thread, int opcode, PyObject v, PyObject w) {
        return switch (opcode) {
            case BINARY_TRUE_DIVIDE -> Arithmetic.binaryTrueDivide(thread, v, w);
            case BINARY_FLOOR_DIVIDE -> Arithmetic.binaryFloorDivide(thread, v, w);
            case BINARY_POWER -> Arithmetic.binaryPower(thread, v, w);
            case BINARY_MATRIX_MULTIPLY -> Arithmetic.binaryMatrixMultiply(thread, v, w);
            case BINARY_LSHIFT -> Arithmetic.binaryLshift(thread, v, w);
            case BINARY_RSHIFT -> Arithmetic.binaryRshift(thread, v, w);
            case BINARY_AND -> Arithmetic.binaryAnd(thread, v, w);
            case BINARY_OR -> Arithmetic.binaryOr(thread, v, w);
            case BINARY_XOR -> Arithmetic.binaryXor(thread, v, w);
            case BINARY_ADD -> Arithmetic.binaryAdd(thread, v, w);
            case BINARY_SUBTRACT -> Arithmetic.binarySubtract(thread, v, w);
            case BINARY_MULTIPLY -> Arithmetic.binaryMultiply(thread, v, w);
            case BINARY_MODULO -> Arithmetic.binaryModulo(thread, v, w);
            case BINARY_SUBSCR -> Arithmetic.binarySubscr(thread, v, w);
            case INPLACE_ADD -> Arithmetic.inPlaceAdd(thread, v, w);
            case INPLACE_SUBTRACT -> Arithmetic.inPlaceSubtract(thread, v, w);
            case INPLACE_MULTIPLY -> Arithmetic.inPlaceMultiply(thread, v, w);
            case INPLACE_MODULO -> Arithmetic.inPlaceModulo(thread, v, w);
            case INPLACE_TRUE_DIVIDE -> Arithmetic.inPlaceTrueDivide(thread, v, w);
            case INPLACE_FLOOR_DIVIDE -> Arithmetic.inPlaceFloorDivide(thread, v, w);
            case INPLACE_POWER -> Arithmetic.inPlacePower(thread, v, w);
            case INPLACE_MATRIX_MULTIPLY -> Arithmetic.inPlaceMatrixMultiply(thread, v, w);
            case INPLACE_LSHIFT -> Arithmetic.inPlaceLshift(thread, v, w);
            case INPLACE_RSHIFT -> Arithmetic.inPlaceRshift(thread, v, w);
            case INPLACE_AND -> Arithmetic.inPlaceAnd(thread, v, w);
            case INPLACE_OR -> Arithmetic.inPlaceOr(thread, v, w);
            case INPLACE_XOR -> Arithmetic.inPlaceXor(thread, v, w);
            default -> throw PyErr.of(Exceptions.SYSTEM_ERROR, "unknown opcode");
        };
    }

    /** Whether it is an operator of two operands, which {@link #binary} carries out. */
    public static boolean isBinary(int opcode) {
        return switch (opcode) {
            case BINARY_ADD,
                    BINARY_SUBTRACT,
                    BINARY_MULTIPLY,
                    BINARY_MODULO,
                    BINARY_TRUE_DIVIDE,
                    BINARY_FLOOR_DIVIDE,
                    BINARY_POWER,
                    BINARY_MATRIX_MULTIPLY,
                    BINARY_AND,
                    BINARY_OR,
                    BINARY_XOR,
                    BINARY_LSHIFT,
                    BINARY_RSHIFT,
                    BINARY_SUBSCR,
                    INPLACE_ADD,
                    INPLACE_SUBTRACT,
                    INPLACE_MULTIPLY,
                    INPLACE_MODULO,
                    INPLACE_TRUE_DIVIDE,
                    INPLACE_FLOOR_DIVIDE,
                    INPLACE_POWER,
                    INPLACE_MATRIX_MULTIPLY,
                    INPLACE_AND,
                    INPLACE_OR,
                    INPLACE_XOR,
                    INPLACE_LSHIFT,
                    INPLACE_RSHIFT -> true;
            default -> false;
        };
    }

    /** A value on its way out of a generator; an asynchronous one wraps what it yields itself. */
    public static PyObject yieldValue(Frame frame, PyObject value) {
        frame.setSuspended(true);
        return frame.code().code().has(CodeFlags.ASYNC_GENERATOR) ? PyAsyncGenerator.wrap(value) : value;
    }

    /**
     * Runs an instruction.
     *
     * @param arg with the EXTENDED_ARG prefixes before it
     * @param next offset of the instruction behind it
     * @return offset of the instruction to go on at, or {@link #LEAVE} or {@link #SUSPEND}
     * @throws PyErr a Python exception, which {@link Unwinding#raise} turns into the offset of a handler
     */
    public static int execute(ThreadState thread, Frame frame, int opcode, int arg, int next) {
        return switch (opcode) {
            case JUMP_FORWARD -> next + arg;
            case JUMP_ABSOLUTE -> jump(thread, next, arg);
            case POP_JUMP_IF_FALSE -> Objects.isTrue(thread, pop(frame)) ? next : jump(thread, next, arg);
            case POP_JUMP_IF_TRUE -> Objects.isTrue(thread, pop(frame)) ? jump(thread, next, arg) : next;
            case JUMP_IF_FALSE_OR_POP -> jumpOrPop(thread, frame, false, arg, next);
            case JUMP_IF_TRUE_OR_POP -> jumpOrPop(thread, frame, true, arg, next);
            case FOR_ITER -> {
                PyObject item = Iterators.next(thread, peek(frame, 1));
                if (item == null) {
                    if (thread.stepping) {
                        Tracing.iterationEnded(thread, frame, peek(frame, 1));
                    }
                    pop(frame);
                    yield next + arg;
                }
                push(frame, item);
                yield next;
            }
            case RETURN_VALUE -> Unwinding.returning(thread, frame, pop(frame));
            case YIELD_VALUE -> {
                replace(frame, yieldValue(frame, peek(frame, 1)));
                yield SUSPEND;
            }
            case YIELD_FROM -> yieldFrom(thread, frame, next);
            default -> executeBlock(thread, frame, opcode, arg, next);
        };
    }

    private static int jump(ThreadState thread, int next, int target) {
        if (target < next) {
            Safepoint.poll(thread);
        }
        return target;
    }

    private static int jumpOrPop(ThreadState thread, Frame frame, boolean wanted, int target, int next) {
        if (Objects.isTrue(thread, peek(frame, 1)) == wanted) {
            return jump(thread, next, target);
        }
        pop(frame);
        return next;
    }

    /** While the iterator yields, the instruction runs again on each resumption, with the value sent on the stack. */
    private static int yieldFrom(ThreadState thread, Frame frame, int next) {
        PyObject sent = pop(frame);
        PyObject yielded = Iterators.send(thread, peek(frame, 1), sent);
        if (yielded == null) {
            PyObject result = thread.stopValue;
            if (thread.stepping) {
                Tracing.delegateEnded(thread, frame, peek(frame, 1), sent);
            }
            replace(frame, result);
            return next;
        }
        push(frame, yielded);
        frame.setSuspended(true);
        frame.lastInstruction = next - 4;
        return SUSPEND;
    }

    /** @return offset of the next instruction, or {@link #LEAVE} with the result on top of the stack */
    public static int executeBlock(ThreadState thread, Frame frame, int opcode, int arg, int next) {
        return switch (opcode) {
            case SETUP_LOOP -> setupBlock(frame, Block.SETUP_LOOP, arg, next);
            case SETUP_EXCEPT -> setupBlock(frame, Block.SETUP_EXCEPT, arg, next);
            case SETUP_FINALLY -> setupBlock(frame, Block.SETUP_FINALLY, arg, next);
            case POP_BLOCK -> {
                frame.stackTop = frame.popBlock(frame.stackTop);
                yield next;
            }
            case BREAK_LOOP -> Unwinding.breaking(thread, frame);
            case CONTINUE_LOOP -> Unwinding.continuing(thread, frame, arg);
            case END_FINALLY -> Unwinding.endFinally(thread, frame, next);
            case END_ASYNC_FOR -> AsyncIteration.endAsyncFor(thread, frame, next);
            case RERAISE -> Unwinding.reraise(thread, frame, (PyBaseException) pop(frame));
            case RAISE_VARARGS -> raiseVarargs(thread, frame, arg);
            default -> {
                if (opcode >= InstructionSet.FIRST_PLUGIN) {
                    yield PluginOpcodes.of(thread.interpreter()).execute(thread, frame, opcode, arg, next);
                }
                withFrame(thread, frame, opcode, arg, next);
                yield next;
            }
        };
    }

    private static int setupBlock(Frame frame, int kind, int distance, int next) {
        frame.pushBlock(kind, next + distance, frame.stackTop);
        return next;
    }

    private static int raiseVarargs(ThreadState thread, Frame frame, int arg) {
        switch (arg) {
            case 0 -> {
                return Unwinding.reraise(thread, frame, Raising.handled(thread));
            }
            case 1 -> throw Raising.error(thread, pop(frame), null);
            default -> {
                PyObject cause = pop(frame);
                throw Raising.error(thread, pop(frame), cause);
            }
        }
    }

    private static void withFrame(ThreadState thread, Frame frame, int opcode, int arg, int pc) {
        switch (opcode) {
            case POP_EXCEPT -> Unwinding.popHandler(thread, frame);
            case POP_FINALLY -> Unwinding.popFinally(thread, frame);
            case SETUP_WITH -> ContextManagers.setupWith(thread, frame, pc + arg);
            case SETUP_ASYNC_WITH -> {
                PyObject result = pop(frame);
                frame.pushBlock(Block.SETUP_FINALLY, pc + arg, frame.stackTop);
                push(frame, result);
            }
            case BEFORE_ASYNC_WITH -> ContextManagers.beforeAsyncWith(thread, frame);
            case WITH_CLEANUP_START -> ContextManagers.withCleanupStart(thread, frame);
            case WITH_CLEANUP_FINISH -> ContextManagers.withCleanupFinish(thread, frame);
            case STORE_GLOBAL -> NameAccess.storeGlobal(thread, frame, pop(frame), name(frame, arg));
            case DELETE_GLOBAL -> NameAccess.deleteGlobal(thread, frame, name(frame, arg));
            case DELETE_NAME -> NameAccess.deleteName(thread, frame, name(frame, arg));
            case DELETE_FAST -> {
                if (frame.slots[arg] == null) {
                    throw NameAccess.unboundLocal(frame, arg);
                }
                PyObject old = frame.slots[arg];
                frame.slots[arg] = null;
                if (Lifetimes.localChanged(thread, frame, arg, old, Singletons.NONE)) {
                    old = null;
                    Safepoint.poll(thread);
                }
            }
            case DELETE_DEREF -> NameAccess.deleteDeref(thread, frame, arg);
            case LOAD_CLASSDEREF -> push(frame, NameAccess.loadClassDeref(thread, frame, arg));
            case LOAD_CLOSURE -> push(frame, NameAccess.loadClosure(frame, arg));
            case SETUP_ANNOTATIONS -> NameAccess.setupAnnotations(thread, frame);
            case STORE_ANNOTATION -> NameAccess.storeAnnotation(thread, frame, pop(frame), name(frame, arg));
            case DELETE_ATTR -> AttributeAccess.deleteAttr(thread, pop(frame), name(frame, arg));
            case DELETE_SUBSCR -> {
                PyObject key = pop(frame);
                Objects.deleteItem(thread, pop(frame), key);
            }
            case LOAD_ASSERTION_ERROR -> push(frame, Exceptions.ASSERTION_ERROR);
            case LOAD_BUILD_CLASS -> push(frame, ClassBuilding.loadBuildClass(thread, frame));
            case IMPORT_NAME -> {
                PyObject fromList = pop(frame);
                replace(frame, Imports.importName(thread, frame, peek(frame, 1), fromList, name(frame, arg)));
            }
            case IMPORT_FROM -> push(frame, Imports.importFrom(thread, peek(frame, 1), name(frame, arg)));
            case IMPORT_STAR -> Imports.importStar(thread, frame, pop(frame));
            case PRINT_EXPR -> Printing.printExpr(thread, pop(frame));
            default -> onStack(thread, frame, opcode, arg);
        }
    }

    private static void onStack(ThreadState thread, Frame frame, int opcode, int arg) {
        switch (opcode) {
            case UNARY_NOT -> replace(frame, Arithmetic.unaryNot(thread, peek(frame, 1)));
            case UNARY_NEGATIVE -> replace(frame, Arithmetic.unaryNegative(thread, peek(frame, 1)));
            case UNARY_POSITIVE -> replace(frame, Arithmetic.unaryPositive(thread, peek(frame, 1)));
            case UNARY_INVERT -> replace(frame, Arithmetic.unaryInvert(thread, peek(frame, 1)));
            case BUILD_TUPLE -> push(frame, Containers.buildTuple(take(frame, arg)));
            case BUILD_LIST -> push(frame, Containers.buildList(take(frame, arg)));
            case BUILD_SET -> push(frame, Containers.buildSet(thread, take(frame, arg)));
            case BUILD_MAP -> push(frame, Containers.buildMap(thread, take(frame, arg * 2)));
            case BUILD_CONST_KEY_MAP -> {
                PyObject keys = pop(frame);
                push(frame, Containers.buildConstKeyMap(thread, take(frame, arg), keys));
            }
            case BUILD_STRING -> push(frame, Containers.buildString(take(frame, arg)));
            case BUILD_LIST_UNPACK -> push(frame, Containers.buildListUnpack(thread, take(frame, arg)));
            case BUILD_TUPLE_UNPACK -> push(frame, Containers.buildTupleUnpack(thread, take(frame, arg)));
            case BUILD_TUPLE_UNPACK_WITH_CALL -> {
                PyObject[] iterables = take(frame, arg);
                push(frame, Containers.buildTupleUnpackWithCall(thread, iterables, peek(frame, 1)));
            }
            case BUILD_SET_UNPACK -> push(frame, Containers.buildSetUnpack(thread, take(frame, arg)));
            case BUILD_MAP_UNPACK -> push(frame, Containers.buildMapUnpack(thread, take(frame, arg)));
            case BUILD_MAP_UNPACK_WITH_CALL -> {
                PyObject[] mappings = take(frame, arg);
                push(frame, Containers.buildMapUnpackWithCall(thread, mappings, peek(frame, 2)));
            }
            case BUILD_SLICE -> {
                PyObject step = arg == 3 ? pop(frame) : org.pyvm.objects.Singletons.NONE;
                PyObject stop = pop(frame);
                replace(frame, new PySlice(peek(frame, 1), stop, step));
            }
            case LIST_APPEND -> {
                PyObject item = pop(frame);
                Containers.listAppend(peek(frame, arg), item);
            }
            case SET_ADD -> {
                PyObject item = pop(frame);
                Containers.setAdd(thread, peek(frame, arg), item);
            }
            case MAP_ADD -> {
                PyObject key = pop(frame);
                PyObject value = pop(frame);
                Containers.mapAdd(thread, peek(frame, arg), value, key);
            }
            case MAP_ADD_KEY_FIRST -> {
                PyObject value = pop(frame);
                PyObject key = pop(frame);
                Containers.mapAddKeyFirst(thread, peek(frame, arg), key, value);
            }
            case LIST_EXTEND -> {
                PyObject iterable = pop(frame);
                Containers.listExtend(thread, peek(frame, arg), iterable);
            }
            case SET_UPDATE -> {
                PyObject iterable = pop(frame);
                Containers.setUpdate(thread, peek(frame, arg), iterable);
            }
            case DICT_UPDATE -> {
                PyObject mapping = pop(frame);
                Containers.dictUpdate(thread, peek(frame, arg), mapping);
            }
            case DICT_MERGE -> {
                PyObject mapping = pop(frame);
                FunctionCalls.dictMerge(thread, peek(frame, arg), mapping, peek(frame, arg + 2));
            }
            case LIST_TO_TUPLE -> replace(frame, Containers.listToTuple(peek(frame, 1)));
            case UNPACK_SEQUENCE -> spread(frame, Containers.unpackSequence(thread, pop(frame), arg), arg);
            case UNPACK_EX -> {
                PyObject[] items = Containers.unpackEx(thread, pop(frame), arg & 0xFF, arg >> 8);
                spread(frame, items, items.length);
            }
            default -> constructs(thread, frame, opcode, arg);
        }
    }

    private static void constructs(ThreadState thread, Frame frame, int opcode, int arg) {
        switch (opcode) {
            case CALL_FUNCTION_EX -> {
                PyObject keywords = (arg & 1) != 0 ? pop(frame) : null;
                PyObject args = pop(frame);
                replace(frame, FunctionCalls.callFunctionEx(thread, peek(frame, 1), args, keywords));
            }
            case MAKE_FUNCTION -> {
                PyObject qualName = pop(frame);
                PyObject code = pop(frame);
                PyObject[] parts = take(frame, Integer.bitCount(arg));
                push(frame, FunctionCalls.makeFunction(thread, frame, parts, code, qualName, arg));
            }
            case FORMAT_VALUE -> {
                PyObject spec = (arg & 4) != 0 ? pop(frame) : null;
                replace(frame, Formatting.formatValue(thread, peek(frame, 1), spec, arg));
            }
            case ROT_FOUR -> rotate(frame, 4);
            case ROT_N -> rotate(frame, arg);
            case GET_LEN -> push(frame, Containers.getLen(thread, peek(frame, 1)));
            case MATCH_MAPPING -> push(frame, Patterns.matchMapping(peek(frame, 1)));
            case MATCH_SEQUENCE -> push(frame, Patterns.matchSequence(peek(frame, 1)));
            case MATCH_KEYS -> push(frame, Patterns.matchKeys(thread, peek(frame, 2), peek(frame, 1)));
            case MATCH_CLASS -> {
                PyObject names = pop(frame);
                PyObject cls = pop(frame);
                replace(frame, Patterns.matchClass(thread, peek(frame, 1), cls, names, arg));
            }
            case COPY_DICT_WITHOUT_KEYS ->
                replace(frame, Patterns.copyDictWithoutKeys(thread, peek(frame, 2), peek(frame, 1)));
            case CHECK_EG_MATCH -> {
                PyObject clause = pop(frame);
                PyObject[] parts = ExceptionGroups.checkEgMatch(thread, peek(frame, 1), clause);
                replace(frame, parts[0]);
                push(frame, parts[1]);
            }
            case PREP_RERAISE_STAR -> {
                PyObject list = pop(frame);
                replace(frame, ExceptionGroups.prepReraiseStar(thread, peek(frame, 1), list));
            }
            case GET_YIELD_FROM_ITER -> replace(frame, AsyncIteration.getYieldFromIter(thread, frame, peek(frame, 1)));
            case GET_AWAITABLE -> replace(frame, AsyncIteration.getAwaitable(thread, peek(frame, 1)));
            case GET_WITH_AWAITABLE -> replace(frame, AsyncIteration.getWithAwaitable(thread, peek(frame, 1), arg));
            case GET_AITER -> replace(frame, AsyncIteration.getAiter(thread, peek(frame, 1)));
            case GET_ANEXT -> push(frame, AsyncIteration.getAnext(thread, peek(frame, 1)));
            default -> everyday(thread, frame, opcode, arg);
        }
    }

    /** What most strategies do themselves. */
    private static void everyday(ThreadState thread, Frame frame, int opcode, int arg) {
        switch (opcode) {
            case NOP, COPY_FREE_VARS -> {}
            case LOAD_FAST -> {
                PyObject value = frame.slots[arg];
                if (value == null) {
                    throw NameAccess.unboundLocal(frame, arg);
                }
                push(frame, value);
            }
            case STORE_FAST -> frame.slots[arg] = pop(frame);
            case LOAD_CONST -> push(frame, frame.code().constants()[arg]);
            case POP_TOP -> pop(frame);
            case ROT_TWO -> rotate(frame, 2);
            case ROT_THREE -> rotate(frame, 3);
            case DUP_TOP -> push(frame, peek(frame, 1));
            case DUP_TOP_TWO -> {
                push(frame, peek(frame, 2));
                push(frame, peek(frame, 2));
            }
            case LOAD_GLOBAL -> push(frame, NameAccess.loadGlobal(thread, frame, name(frame, arg)));
            case LOAD_NAME -> push(frame, NameAccess.loadName(thread, frame, name(frame, arg)));
            case STORE_NAME -> NameAccess.storeName(thread, frame, pop(frame), name(frame, arg));
            case LOAD_DEREF -> push(frame, NameAccess.loadDeref(frame, arg));
            case STORE_DEREF -> NameAccess.storeDeref(frame, pop(frame), arg);
            case LOAD_ATTR -> replace(frame, AttributeAccess.loadAttr(thread, peek(frame, 1), name(frame, arg)));
            case STORE_ATTR -> {
                PyObject object = pop(frame);
                AttributeAccess.storeAttr(thread, pop(frame), object, name(frame, arg));
            }
            case STORE_SUBSCR -> {
                PyObject key = pop(frame);
                PyObject container = pop(frame);
                Objects.setItem(thread, container, key, pop(frame));
            }
            case GET_ITER -> replace(frame, Iterators.iter(thread, peek(frame, 1)));
            case COMPARE_OP -> {
                PyObject w = pop(frame);
                replace(frame, Arithmetic.compareOp(thread, peek(frame, 1), w, arg));
            }
            case CALL_FUNCTION -> {
                PyObject[] args = take(frame, arg);
                replace(frame, FunctionCalls.callFunction(thread, peek(frame, 1), args));
            }
            case CALL_FUNCTION_KW -> {
                PyObject names = pop(frame);
                PyObject[] args = take(frame, arg);
                replace(frame, FunctionCalls.callFunctionKw(thread, peek(frame, 1), args, names));
            }
            default -> {
                PyObject w = pop(frame);
                replace(frame, binary(thread, opcode, peek(frame, 1), w));
            }
        }
    }

    private static void rotate(Frame frame, int count) {
        PyObject[] slots = frame.slots;
        int top = frame.stackTop - 1;
        PyObject moved = slots[top];
        System.arraycopy(slots, top - count + 1, slots, top - count + 2, count - 1);
        slots[top - count + 1] = moved;
    }

    /** Pushes the items last first, so that the first is on top. */
    private static void spread(Frame frame, PyObject[] items, int count) {
        for (int i = count - 1; i >= 0; i--) {
            push(frame, items[i]);
        }
    }

    private static PyStr name(Frame frame, int index) {
        return frame.code().names()[index];
    }

    private static void push(Frame frame, PyObject value) {
        frame.slots[frame.stackTop++] = value;
    }

    private static PyObject pop(Frame frame) {
        PyObject value = frame.slots[--frame.stackTop];
        frame.slots[frame.stackTop] = null;
        return value;
    }

    /** The item at a depth, 1 being the top. */
    private static PyObject peek(Frame frame, int depth) {
        return frame.slots[frame.stackTop - depth];
    }

    private static void replace(Frame frame, PyObject value) {
        frame.slots[frame.stackTop - 1] = value;
    }

    private static PyObject[] take(Frame frame, int count) {
        int base = frame.stackTop - count;
        PyObject[] items = Arrays.copyOfRange(frame.slots, base, frame.stackTop);
        Arrays.fill(frame.slots, base, frame.stackTop, null);
        frame.stackTop = base;
        return items;
    }
}
