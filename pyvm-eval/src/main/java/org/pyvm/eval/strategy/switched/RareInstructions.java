package org.pyvm.eval.strategy.switched;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.eval.PyAsyncGenerator;
import org.pyvm.eval.Raising;
import org.pyvm.eval.Unwinding;
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
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;

/** The instructions that the loop of {@link SwitchStrategy} leaves out: they work on the frame's stack in place. */
final class RareInstructions {
    private RareInstructions() {}

    static PyObject binary(ThreadState thread, int opcode, PyObject v, PyObject w) {
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
            default -> throw new IllegalStateException("opcode " + opcode);
        };
    }

    /** A value on its way out of a generator; an asynchronous one wraps what it yields itself. */
    static PyObject yieldValue(Frame frame, PyObject value) {
        frame.setSuspended(true);
        return frame.code().code().has(CodeFlags.ASYNC_GENERATOR) ? PyAsyncGenerator.wrap(value) : value;
    }

    /** @return offset of the next instruction, or {@link Unwinding#LEAVE} with the result on top of the stack */
    static int execute(ThreadState thread, Frame frame, int opcode, int arg, int pc) {
        return switch (opcode) {
            case BREAK_LOOP -> Unwinding.breaking(thread, frame);
            case CONTINUE_LOOP -> Unwinding.continuing(thread, frame, arg);
            case END_FINALLY -> Unwinding.endFinally(thread, frame, pc);
            case END_ASYNC_FOR -> AsyncIteration.endAsyncFor(thread, frame, pc);
            case RERAISE -> Unwinding.reraise(thread, frame, (PyBaseException) pop(frame));
            case RAISE_VARARGS -> raiseVarargs(thread, frame, arg);
            default -> {
                if (opcode >= InstructionSet.FIRST_PLUGIN) {
                    yield PluginOpcodes.of(thread.interpreter()).execute(thread, frame, opcode, arg, pc);
                }
                withFrame(thread, frame, opcode, arg, pc);
                yield pc;
            }
        };
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
            case STORE_GLOBAL -> NameAccess.storeGlobal(frame, pop(frame), name(frame, arg));
            case DELETE_GLOBAL -> NameAccess.deleteGlobal(frame, name(frame, arg));
            case DELETE_NAME -> NameAccess.deleteName(thread, frame, name(frame, arg));
            case DELETE_FAST -> {
                if (frame.slots[arg] == null) {
                    throw NameAccess.unboundLocal(frame, arg);
                }
                frame.slots[arg] = null;
            }
            case DELETE_DEREF -> NameAccess.deleteDeref(frame, arg);
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
            case LOAD_BUILD_CLASS -> push(frame, ClassBuilding.loadBuildClass(frame));
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
            default -> throw PyErr.of(Exceptions.SYSTEM_ERROR, "unknown opcode");
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
        PyObject[] items = SwitchStrategy.take(frame.slots, frame.stackTop, count);
        frame.stackTop -= count;
        return items;
    }
}
