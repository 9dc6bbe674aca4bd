package org.pyvm.eval;

import org.pyvm.compiler.CodeFlags;
import org.pyvm.objects.Finalization;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/**
 * Notices where a program lets go of an object, so that finalizers run where CPython would run them, most of the time
 * (docs/internals/finalization.md). Two cases are certain and need no collector: a generator that was made for a loop,
 * and a coroutine that was made and thrown away by one statement. Elsewhere a collection finds out; the methods that
 * answer whether one should follow leave it to the caller to forget the object first and then to call {@link
 * Safepoint#poll}.
 */
public final class Lifetimes {
    private Lifetimes() {}

    /** A generator or coroutine has been made by the instruction that runs. */
    static void made(ThreadState thread, Resumable resumable) {
        PyFrame maker = thread.frame;
        thread.lastMade = resumable;
        thread.lastMaker = maker;
        thread.lastMadeAt = maker == null ? -1 : maker.lastInstruction();
    }

    /** Whether the instruction just before this one made the value, so that nothing refers to it but the value stack. */
    private static boolean isFresh(ThreadState thread, Frame frame, PyObject value) {
        return thread.lastMade == value
                && thread.lastMaker == frame
                && thread.lastMadeAt == frame.lastInstruction - 2
                && value instanceof Resumable;
    }

    /** GET_ITER: a generator that was made for the loop ends with it. */
    public static void iterated(ThreadState thread, Frame frame, PyObject value) {
        if (isFresh(thread, frame, value)) {
            ((Resumable) value).setTemporary();
        }
    }

    /** A value that a block left behind on the value stack is dropped. */
    static void unwound(Frame frame, PyObject value) {
        if (value instanceof Resumable resumable && resumable.isTemporary() && resumable.frame() != null) {
            assert frame != resumable.frame();
            Finalization.finalizeObject(ThreadState.current(), resumable);
        }
    }

    /** POP_TOP. @return whether a collection should follow */
    public static boolean popped(ThreadState thread, Frame frame, PyObject value) {
        if (value instanceof Resumable) {
            if (isFresh(thread, frame, value)) {
                thread.lastMade = null;
                Finalization.finalizeObject(thread, value);
                return false;
            }
            return deleted(thread, value);
        }
        return thread.watch > 0 && watched(thread, value);
    }

    /**
     * STORE_FAST and DELETE_FAST: a local has lost a value. Parameters do not count, as the caller has what it gave; methods
     * that set self to None, so that a traceback does not hold it, would otherwise be a reason to collect.
     *
     * @param value the new value; None for a deletion
     * @return whether a collection should follow
     */
    public static boolean localChanged(ThreadState thread, Frame frame, int index, PyObject old, PyObject value) {
        return index >= frame.code().code().argCount() && overwritten(thread, old, value);
    }

    /** A name has got another value. @return whether a collection should follow */
    public static boolean overwritten(ThreadState thread, PyObject old, PyObject value) {
        if (old == value) {
            return false;
        }
        return value == Singletons.NONE ? deleted(thread, old) : watched(thread, old);
    }

    private static boolean watched(ThreadState thread, PyObject value) {
        thread.watch--;
        return value.hasFinalizer() && deleted(thread, value);
    }

    /** A name has lost a value that was deleted or replaced. @return whether a collection should follow */
    public static boolean deleted(ThreadState thread, PyObject old) {
        return old != null && thread.interpreter().finalization().dropped(old);
    }

    /** A function has returned: what only its locals held is lost. The collection follows the call. */
    public static void returned(ThreadState thread, Frame frame, PyObject result) {
        if (frame.isSuspended() || !frame.code().code().has(CodeFlags.OPTIMIZED)) {
            return;
        }
        thread.watch--;
        int first = frame.code().code().argCount() + frame.code().code().kwOnlyArgCount();
        for (int i = first; i < frame.code().varNames().length; i++) {
            PyObject value = frame.slots[i];
            if (value != null && value != result && value.hasFinalizer()) {
                thread.interpreter().finalization().dropped(value);
                return;
            }
        }
    }
}
