package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTraceback;

/**
 * Unwinding of the block stack (chapter 10 of the book): where control goes when an instruction raises, returns, breaks
 * or continues. The frame's {@code stackTop} is up to date on return, and on entry but for {@link #raise}.
 */
public final class Unwinding {
    /** The frame is left; the value to return is on top of its stack. */
    public static final int LEAVE = -1;
    /** An exception leaves the frame: {@link Frame#leaving}. */
    public static final int ESCAPE = -3;

    private Unwinding() {}

    /**
     * An exception has reached the frame: settles its context, adds the frame to its traceback and unwinds.
     *
     * @return offset of the handler, or {@link #ESCAPE} when no block of the frame handles it
     */
    public static int raise(ThreadState thread, Frame frame, PyErr error) {
        error.settleContext(thread);
        PyBaseException exception = error.value();
        exception.setTraceback(new PyTraceback(exception.traceback(), frame, frame.lastInstruction, frame.line()));
        if (thread.stepping) {
            Tracing.raised(thread, frame, exception);
        }
        int target = unwind(thread, frame, exception);
        if (target == ESCAPE) {
            frame.leaving = error;
        }
        return target;
    }

    /**
     * An instruction lets an exception go on as it is.
     *
     * @return offset of the handler
     * @throws PyErr when no block of the frame handles it
     */
    public static int reraise(ThreadState thread, Frame frame, PyBaseException exception) {
        int target = unwind(thread, frame, exception);
        if (target == ESCAPE) {
            frame.leaving = PyErr.again(exception);
            throw frame.leaving;
        }
        return target;
    }

    private static int unwind(ThreadState thread, Frame frame, PyBaseException exception) {
        PyObject[] slots = frame.slots;
        while (frame.blockCount() > 0) {
            int top = frame.blockCount() - 1;
            int kind = frame.blockKind(top);
            int handler = frame.blockHandler(top);
            frame.popBlock();
            if (kind == Block.EXCEPT_HANDLER) {
                leaveHandler(thread, frame, frame.blockLevel(top));
                continue;
            }
            drop(frame, frame.blockLevel(top));
            if (kind == Block.SETUP_EXCEPT || kind == Block.SETUP_FINALLY) {
                enterHandler(thread, frame, slots, exception);
                return taken(thread, frame, Block.WHY_EXCEPTION, kind, handler);
            }
        }
        taken(thread, frame, Block.WHY_EXCEPTION, 0, LEAVE);
        frame.finish();
        return ESCAPE;
    }

    private static void enterHandler(ThreadState thread, Frame frame, PyObject[] slots, PyBaseException exception) {
        frame.pushBlock(Block.EXCEPT_HANDLER, 0, frame.stackTop);
        int top = frame.stackTop;
        PyBaseException old = thread.handled.value;
        slots[top++] = old == null || old.traceback() == null ? Singletons.NONE : old.traceback();
        slots[top++] = old == null ? Singletons.NONE : old;
        slots[top++] = old == null ? Singletons.NONE : old.type();
        slots[top++] = exception.traceback() == null ? Singletons.NONE : exception.traceback();
        slots[top++] = exception;
        slots[top++] = exception.type();
        frame.stackTop = top;
        thread.handled.value = exception;
    }

    /** Drops what a handler left above the three saved items at a level, and makes the saved exception the handled one. */
    private static void leaveHandler(ThreadState thread, Frame frame, int level) {
        thread.handled.value = frame.slots[level + 1] instanceof PyBaseException old ? old : null;
        drop(frame, level);
    }

    /** The frame's own idea of the top may be old, and below the level: a strategy keeps the top to itself between blocks. */
    private static void drop(Frame frame, int level) {
        PyObject[] slots = frame.slots;
        frame.stackTop = level;
        for (int i = slots.length - 1; i >= level; i--) {
            PyObject value = slots[i];
            slots[i] = null;
            if (value instanceof Resumable) {
                Lifetimes.unwound(frame, value);
            }
        }
    }

    /**
     * RETURN through blocks.
     *
     * @return offset of a finally handler to run first, or {@link #LEAVE}
     */
    public static int returning(ThreadState thread, Frame frame, PyObject value) {
        return unwind(thread, frame, Block.WHY_RETURN, value);
    }

    /** BREAK_LOOP: offset behind the loop, or of a finally handler. */
    public static int breaking(ThreadState thread, Frame frame) {
        return unwind(thread, frame, Block.WHY_BREAK, null);
    }

    /** CONTINUE_LOOP: offset of the loop's top, or of a finally handler. */
    public static int continuing(ThreadState thread, Frame frame, int target) {
        return unwind(thread, frame, Block.WHY_CONTINUE, PyInt.of(target));
    }

    private static int unwind(ThreadState thread, Frame frame, int why, PyObject value) {
        while (frame.blockCount() > 0) {
            int top = frame.blockCount() - 1;
            int kind = frame.blockKind(top);
            if (kind == Block.SETUP_LOOP && why == Block.WHY_CONTINUE) {
                return taken(thread, frame, why, kind, (int) ((PyInt) value).longValue());
            }
            int handler = frame.blockHandler(top);
            frame.popBlock();
            if (kind == Block.EXCEPT_HANDLER) {
                leaveHandler(thread, frame, frame.blockLevel(top));
                continue;
            }
            drop(frame, frame.blockLevel(top));
            if (kind == Block.SETUP_LOOP && why == Block.WHY_BREAK) {
                return taken(thread, frame, why, kind, handler);
            }
            if (kind == Block.SETUP_FINALLY) {
                if (value != null) {
                    frame.slots[frame.stackTop++] = value;
                }
                frame.slots[frame.stackTop++] = PyInt.of(why);
                return taken(thread, frame, why, kind, handler);
            }
        }
        frame.slots[frame.stackTop++] = value;
        return taken(thread, frame, why, 0, LEAVE);
    }

    /** Tells instruments where unwinding ends. */
    private static int taken(ThreadState thread, Frame frame, int why, int kind, int target) {
        if (thread.stepping) {
            Instruments.unwound(thread, frame, why, kind, target);
        }
        return target;
    }

    /**
     * END_FINALLY: goes on with what is pending.
     *
     * @param next offset of the next instruction
     * @return the offset to go on at, or {@link #LEAVE} with the value to return on top of the stack
     */
    public static int endFinally(ThreadState thread, Frame frame, int next) {
        PyObject pending = pop(frame);
        if (pending == Singletons.NONE) {
            return next;
        }
        if (pending instanceof PyInt why) {
            return switch ((int) why.longValue()) {
                case Block.WHY_RETURN -> returning(thread, frame, pop(frame));
                case Block.WHY_CONTINUE -> continuing(thread, frame, (int) ((PyInt) pop(frame)).longValue());
                case Block.WHY_BREAK -> breaking(thread, frame);
                case Block.WHY_SILENCED -> {
                    popHandler(thread, frame);
                    yield taken(thread, frame, Block.WHY_SILENCED, Block.EXCEPT_HANDLER, next);
                }
                default -> throw new IllegalStateException("why-code " + why);
            };
        }
        if (pending instanceof PyType) {
            PyBaseException exception = (PyBaseException) pop(frame);
            pop(frame);
            return reraise(thread, frame, exception);
        }
        throw PyErr.systemError("'finally' pops bad exception");
    }

    /** POP_EXCEPT: pops the handler's block and restores the exception handled before. */
    public static void popHandler(ThreadState thread, Frame frame) {
        int top = frame.blockCount() - 1;
        if (top < 0 || frame.blockKind(top) != Block.EXCEPT_HANDLER) {
            throw PyErr.systemError("popped block is not an except handler");
        }
        frame.popBlock();
        leaveHandler(thread, frame, frame.blockLevel(top));
    }

    /** POP_FINALLY: drops what is pending. */
    public static void popFinally(ThreadState thread, Frame frame) {
        PyObject pending = pop(frame);
        if (pending instanceof PyInt why) {
            int code = (int) why.longValue();
            if (code == Block.WHY_RETURN || code == Block.WHY_CONTINUE) {
                pop(frame);
            }
        } else if (pending instanceof PyType) {
            popHandler(thread, frame);
        }
    }

    private static PyObject pop(Frame frame) {
        PyObject value = frame.slots[--frame.stackTop];
        frame.slots[frame.stackTop] = null;
        return value;
    }
}
