package org.pyvm.eval.strategy.adaptive;

/**
 * Numbers of the instructions that only the quickened copy has, behind those of the instruction set. A superinstruction stands
 * where the first of its parts stood; the others stay where they are, for jumps that lead there, and hold their arguments.
 */
final class Quick {
    /** A prefix, whose argument the instruction behind it has taken in. */
    static final int PREFIX = 256;

    static final int LOAD_FAST_LOAD_FAST = 257;
    static final int LOAD_FAST_LOAD_CONST = 258;
    /** LOAD_FAST, LOAD_ATTR. */
    static final int LOAD_FAST_ATTR = 259;
    /** LOAD_FAST, an operator of two operands. */
    static final int LOAD_FAST_BINARY = 260;
    /** LOAD_CONST, an operator of two operands. */
    static final int LOAD_CONST_BINARY = 261;
    /** COMPARE_OP, POP_JUMP_IF_FALSE or POP_JUMP_IF_TRUE. */
    static final int COMPARE_JUMP = 262;
    /** FOR_ITER, STORE_FAST. */
    static final int FOR_ITER_STORE_FAST = 263;
    /** STORE_FAST, LOAD_FAST. */
    static final int STORE_FAST_LOAD_FAST = 264;
    /** LOAD_ATTR, LOAD_FAST or LOAD_CONST up to three times, CALL_FUNCTION: the method is not bound. */
    static final int CALL_METHOD = 265;
    /** LOAD_FAST and what {@link #CALL_METHOD} stands for. */
    static final int LOAD_FAST_CALL_METHOD = 266;

    /** {@link #FOR_ITER_STORE_FAST} over a range. */
    static final int FOR_RANGE_STORE_FAST = 267;
    /** CALL_FUNCTION of a Python function that takes its arguments by position. */
    static final int CALL_PYTHON = 268;

    private Quick() {}
}
