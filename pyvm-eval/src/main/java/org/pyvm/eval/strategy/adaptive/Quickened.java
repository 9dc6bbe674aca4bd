package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** The copy of one code object that is rewritten, and what its instructions remember. Used under the interpreter's lock. */
final class Quickened {
    /** Bits of a word that tell the instruction; the argument is in the others. */
    static final int OPCODE_BITS = 9;

    static final int OPCODE = (1 << OPCODE_BITS) - 1;
    /** Arguments from here on do not fit: such code is left to another strategy. */
    private static final int ARGUMENTS = 1 << 32 - OPCODE_BITS - 1;

    /** Misses of one instruction after which it is taken to see too many kinds of objects to be worth remembering. */
    private static final int PATIENCE = 64;

    private static final int MOST_ARGUMENTS = 3;

    /** By half the offset in the code. */
    final int[] words;

    final PyObject[] constants;
    final PyStr[] names;
    final AttributeCache[] attributes;
    final Global[] globals;
    /** How many arguments a {@link Quick#CALL_METHOD} has. */
    private final byte[] methodArguments;

    private final byte[] misses;

    /** Where a global was found: it is still there as long as its dictionaries have the same keys. */
    private static final class Global {
        private PyDict own;
        private PyDict outer;
        private int ownVersion;
        private int outerVersion;
        private int position;
    }

    private Quickened(PyCode code, int[] words) {
        this.words = words;
        this.constants = code.constants();
        this.names = code.names();
        this.attributes = new AttributeCache[words.length];
        this.globals = new Global[words.length];
        this.misses = new byte[words.length];
        this.methodArguments = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            if (opcode(words, i) == LOAD_ATTR) {
                methodArguments[i] = (byte) Math.max(0, argumentsOfMethod(words, i));
            }
        }
    }

    /** The copy of a code object, or null when its arguments do not fit. */
    static Quickened of(PyCode code) {
        if (code.quickened instanceof Quickened known) {
            return known;
        }
        int[] words = widened(code.code().code());
        if (words == null) {
            return null;
        }
        Quickened made = new Quickened(code, words);
        combine(words);
        code.quickened = made;
        return made;
    }

    /** One word an instruction, prefixes folded into the arguments behind them. */
    private static int[] widened(byte[] code) {
        int[] words = new int[code.length / 2];
        int prefix = 0;
        for (int i = 0; i < words.length; i++) {
            int opcode = code[2 * i] & 0xFF;
            int argument = prefix << 8 | code[2 * i + 1] & 0xFF;
            prefix = opcode == EXTENDED_ARG ? argument : 0;
            if (argument >= ARGUMENTS) {
                return null;
            }
            words[i] = word(opcode == EXTENDED_ARG ? Quick.PREFIX : opcode, argument);
        }
        return words;
    }

    static int word(int opcode, int argument) {
        return opcode | argument << OPCODE_BITS;
    }

    private static int opcode(int[] words, int at) {
        return at < words.length ? words[at] & OPCODE : -1;
    }

    private static void combine(int[] words) {
        int[] plain = words.clone();
        for (int i = 0; i < words.length; i++) {
            int combined = combined(plain, i);
            if (combined >= 0) {
                words[i] = plain[i] & ~OPCODE | combined;
            }
        }
    }

    private static int combined(int[] words, int i) {
        int next = opcode(words, i + 1);
        return switch (opcode(words, i)) {
            case LOAD_FAST -> afterLoadFast(words, i, next);
            case LOAD_CONST -> isBinary(next) ? Quick.LOAD_CONST_BINARY : -1;
            case LOAD_ATTR -> argumentsOfMethod(words, i) >= 0 ? Quick.CALL_METHOD : -1;
            case COMPARE_OP -> next == POP_JUMP_IF_FALSE || next == POP_JUMP_IF_TRUE ? Quick.COMPARE_JUMP : -1;
            case FOR_ITER -> next == STORE_FAST ? Quick.FOR_ITER_STORE_FAST : -1;
            case STORE_FAST -> next == LOAD_FAST ? Quick.STORE_FAST_LOAD_FAST : -1;
            default -> -1;
        };
    }

    private static int afterLoadFast(int[] words, int i, int next) {
        if (next == LOAD_ATTR) {
            return argumentsOfMethod(words, i + 1) >= 0 ? Quick.LOAD_FAST_CALL_METHOD : Quick.LOAD_FAST_ATTR;
        }
        if (isBinary(next)) {
            return Quick.LOAD_FAST_BINARY;
        }
        return next == LOAD_FAST ? Quick.LOAD_FAST_LOAD_FAST : next == LOAD_CONST ? Quick.LOAD_FAST_LOAD_CONST : -1;
    }

    /** How many arguments follow a LOAD_ATTR that is called at once, all of them variables or constants; else -1. */
    private static int argumentsOfMethod(int[] words, int at) {
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            int opcode = opcode(words, at + 1 + count);
            if (opcode == CALL_FUNCTION) {
                return words[at + 1 + count] >>> OPCODE_BITS == count ? count : -1;
            }
            if (opcode != LOAD_FAST && opcode != LOAD_CONST) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isBinary(int opcode) {
        return switch (opcode) {
            case BINARY_ADD,
                    BINARY_SUBTRACT,
                    BINARY_MULTIPLY,
                    BINARY_MODULO,
                    BINARY_TRUE_DIVIDE,
                    BINARY_FLOOR_DIVIDE,
                    BINARY_AND,
                    BINARY_OR,
                    BINARY_XOR,
                    BINARY_LSHIFT,
                    BINARY_RSHIFT,
                    BINARY_SUBSCR,
                    INPLACE_ADD,
                    INPLACE_SUBTRACT,
                    INPLACE_MULTIPLY -> true;
            default -> false;
        };
    }

    /** An instruction has found what a faster form of it is for, unless that was wrong too often. */
    void specialize(int at, int opcode) {
        if (misses[at] < PATIENCE) {
            words[at] = words[at] & ~OPCODE | opcode;
        }
    }

    /** The faster form was wrong: the general one is back. */
    void generalize(int at, int opcode) {
        misses[at]++;
        words[at] = words[at] & ~OPCODE | opcode;
    }

    /** Whether an instruction that loads something loads a constant. */
    boolean isConstant(int at) {
        int opcode = words[at] & OPCODE;
        return opcode == LOAD_CONST || opcode == Quick.LOAD_CONST_BINARY;
    }

    int methodArguments(int at) {
        return methodArguments[at];
    }

    PyObject loadAttribute(ThreadState thread, PyObject object, int at) {
        AttributeCache cache = attributes[at];
        if (cache != null) {
            PyObject value = cache.load(thread, object);
            if (value != null) {
                return value;
            }
        }
        return learnAttribute(thread, object, at);
    }

    private PyObject learnAttribute(ThreadState thread, PyObject object, int at) {
        PyStr name = names[words[at] >>> OPCODE_BITS];
        learn(object, name, at);
        return AttributeAccess.loadAttr(thread, object, name);
    }

    /** What the instruction remembers of an object that it has not met. */
    private void learn(PyObject object, PyStr name, int at) {
        if (misses[at] < PATIENCE) {
            misses[at]++;
            attributes[at] = AttributeCache.joined(AttributeCache.ofLoad(object, name), attributes[at]);
        }
    }

    /** The method that a call of an attribute need not bind, or null. */
    PyObject unboundMethod(PyObject object, int at) {
        AttributeCache cache = attributes[at];
        if (cache == null) {
            learn(object, names[words[at] >>> OPCODE_BITS], at);
            cache = attributes[at];
        }
        return cache == null ? null : cache.unboundMethod(object);
    }

    void storeAttribute(ThreadState thread, PyObject value, PyObject object, int at) {
        AttributeCache cache = attributes[at];
        if (cache != null && cache.store(object, value)) {
            return;
        }
        PyStr name = names[words[at] >>> OPCODE_BITS];
        if (misses[at] < PATIENCE) {
            misses[at]++;
            attributes[at] = AttributeCache.joined(AttributeCache.ofStore(object, name), cache);
        }
        AttributeAccess.storeAttr(thread, value, object, name);
    }

    PyObject loadGlobal(ThreadState thread, Frame frame, int at) {
        Global cache = globals[at];
        PyDict own = frame.globals();
        if (cache != null && cache.own == own && own.keysVersion() == cache.ownVersion) {
            if (cache.position >= 0) {
                return own.valueAt(cache.position);
            }
            PyDict outer = frame.builtins();
            if (outer == cache.outer && outer.keysVersion() == cache.outerVersion) {
                return outer.valueAt(-1 - cache.position);
            }
        }
        return findGlobal(thread, frame, at);
    }

    private PyObject findGlobal(ThreadState thread, Frame frame, int at) {
        PyStr name = names[words[at] >>> OPCODE_BITS];
        PyObject value = NameAccess.loadGlobal(thread, frame, name);
        PyDict own = frame.globals();
        int found = own.find(name);
        if (found < 0 && own.type() != PyDict.TYPE) {
            return value;
        }
        Global cache = new Global();
        cache.own = own;
        cache.ownVersion = own.keysVersion();
        cache.position = found;
        if (found < 0) {
            cache.outer = frame.builtins();
            cache.outerVersion = cache.outer.keysVersion();
            cache.position = -1 - cache.outer.find(name);
        }
        globals[at] = cache;
        return value;
    }
}
