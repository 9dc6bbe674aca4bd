package org.pyvm.eval;

/**
 * Kinds of blocks on the block stack, and the reasons for unwinding it (chapter 10 of the book): CPython 3.6's numbers,
 * which programs can see in the trace view and as pending values on the stack.
 */
public final class Block {
    public static final int SETUP_LOOP = 120;
    public static final int SETUP_EXCEPT = 121;
    public static final int SETUP_FINALLY = 122;
    /** Pushed when a handler is entered; no instruction sets it up. */
    public static final int EXCEPT_HANDLER = 257;

    /** Blocks that a frame can hold: {@code CO_MAXBLOCKS}. */
    public static final int MAX = 20;

    public static final int WHY_NOT = 0x01;
    public static final int WHY_EXCEPTION = 0x02;
    public static final int WHY_RETURN = 0x08;
    public static final int WHY_BREAK = 0x10;
    public static final int WHY_CONTINUE = 0x20;
    public static final int WHY_YIELD = 0x40;
    public static final int WHY_SILENCED = 0x80;

    private Block() {}
}
