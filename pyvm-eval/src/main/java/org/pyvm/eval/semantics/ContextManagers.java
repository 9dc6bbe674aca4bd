package org.pyvm.eval.semantics;

import org.pyvm.eval.Block;
import org.pyvm.eval.Frame;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;

/** {@code with} and {@code async with}. These instructions work on the frame's stack themselves. */
public final class ContextManagers {
    private ContextManagers() {}

    /** manager — exit result; the finally block's level lies above exit. */
    @Semantics("SETUP_WITH")
    public static void setupWith(ThreadState thread, Frame frame, int handler) {
        int top = frame.stackTop - 1;
        PyObject manager = frame.slots[top];
        PyObject enter = Attributes.specialOrNull(thread, manager, Names.ENTER);
        if (enter == null) {
            throw PyErr.typeError("'%T' object does not support the context manager protocol", manager);
        }
        PyObject exit = Attributes.specialOrNull(thread, manager, Names.EXIT);
        if (exit == null) {
            throw PyErr.typeError(
                    "'%T' object does not support the context manager protocol (missed __exit__ method)", manager);
        }
        frame.slots[top] = exit;
        PyObject result = Calls.call(thread, enter);
        frame.pushBlock(Block.SETUP_FINALLY, handler, frame.stackTop);
        frame.slots[frame.stackTop++] = result;
    }

    /** manager — exit awaitable. */
    @Semantics("BEFORE_ASYNC_WITH")
    public static void beforeAsyncWith(ThreadState thread, Frame frame) {
        int top = frame.stackTop - 1;
        PyObject manager = frame.slots[top];
        PyObject enter = Attributes.specialOrNull(thread, manager, Names.AENTER);
        if (enter == null) {
            throw PyErr.typeError("'%T' object does not support the asynchronous context manager protocol", manager);
        }
        PyObject exit = Attributes.specialOrNull(thread, manager, Names.AEXIT);
        if (exit == null) {
            throw PyErr.typeError(
                    "'%T' object does not support the asynchronous context manager protocol (missed __aexit__ method)",
                    manager);
        }
        frame.slots[top] = exit;
        frame.slots[frame.stackTop++] = Calls.call(thread, enter);
    }

    /** Takes exit from under what is pending, calls it, and leaves the exception (or None) and the result on top. */
    @Semantics("WITH_CLEANUP_START")
    public static void withCleanupStart(ThreadState thread, Frame frame) {
        PyObject[] slots = frame.slots;
        int top = frame.stackTop;
        PyObject pending = slots[top - 1];
        PyObject exit;
        PyObject result;
        if (pending == Singletons.NONE) {
            exit = slots[top - 2];
            slots[top - 2] = pending;
            top--;
        } else if (pending instanceof PyInt why) {
            int code = (int) why.longValue();
            if (code == Block.WHY_RETURN || code == Block.WHY_CONTINUE) {
                exit = slots[top - 3];
                slots[top - 3] = slots[top - 2];
            } else {
                exit = slots[top - 2];
            }
            slots[top - 2] = pending;
            top--;
        } else {
            withCleanupOfException(thread, frame, pending);
            return;
        }
        slots[top] = null;
        frame.stackTop = top;
        result = Calls.call(thread, exit, Singletons.NONE, Singletons.NONE, Singletons.NONE);
        slots[top++] = Singletons.NONE;
        slots[top++] = result;
        frame.stackTop = top;
    }

    /** Stack: exit, saved three, traceback, value, type. The six move down by one, and the handler's level too. */
    private static void withCleanupOfException(ThreadState thread, Frame frame, PyObject type) {
        PyObject[] slots = frame.slots;
        int top = frame.stackTop;
        PyObject value = slots[top - 2];
        PyObject traceback = slots[top - 3];
        PyObject exit = slots[top - 7];
        System.arraycopy(slots, top - 6, slots, top - 7, 6);
        slots[--top] = null;
        frame.stackTop = top;
        int block = frame.blockCount() - 1;
        int kind = frame.blockKind(block);
        int handler = frame.blockHandler(block);
        int level = frame.blockLevel(block);
        frame.popBlock();
        frame.pushBlock(kind, handler, level - 1);
        PyObject result = Calls.call(thread, exit, type, value, traceback);
        slots[top++] = type;
        slots[top++] = result;
        frame.stackTop = top;
    }

    @Semantics("WITH_CLEANUP_FINISH")
    public static void withCleanupFinish(ThreadState thread, Frame frame) {
        PyObject result = frame.slots[--frame.stackTop];
        frame.slots[frame.stackTop] = null;
        PyObject exception = frame.slots[--frame.stackTop];
        frame.slots[frame.stackTop] = null;
        if (exception != Singletons.NONE && Objects.isTrue(thread, result)) {
            frame.slots[frame.stackTop++] = PyInt.of(Block.WHY_SILENCED);
        }
    }
}
