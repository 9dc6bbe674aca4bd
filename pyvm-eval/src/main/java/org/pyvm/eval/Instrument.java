package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;

/**
 * Watches an interpreter run, instruction by instruction; {@link Instruments#install} puts it to use. Override what is of
 * interest: every method does nothing by itself.
 *
 * <p>Methods are called on the thread that runs the frame, which holds the interpreter lock. While they run, {@link
 * Frame#valueStack} and the blocks of the frame are as the machine sees them; to change them is not allowed. What a method
 * calls in the interpreter ({@code repr} of a value, say) is not told to instruments. A {@link
 * org.pyvm.objects.PyErr} thrown by {@link #before}, {@link #line}, {@link #calling} or {@link #polled} is raised in the
 * program at that place; of other methods it is not defined where it arrives.
 *
 * <p>Order for one instruction: {@link #after} of the one before it, {@link #line}s, {@link #before}, {@link #calling}; what
 * happens while it runs (frames entered and left, {@link #unwound}, {@link #polled}); then {@link #after}, or {@link
 * #raised} in its place.
 */
public interface Instrument {
    /**
     * A frame is entered: a call, or with {@link Frame#lastInstruction} 0 or more a generator or coroutine that is resumed.
     * The arguments are in the frame's first slots and its cells ({@link Frame#locals} has them by name), the caller is
     * {@link Frame#back}.
     */
    default void entered(ThreadState thread, Frame frame) {}

    /** Control reaches a line, one without an instruction ({@code pass}) included, as {@code sys.settrace} tells it. */
    default void line(ThreadState thread, Frame frame, int line) {}

    /**
     * An instruction is about to run.
     *
     * @param pc offset of the opcode, behind EXTENDED_ARGs
     * @param argument with the EXTENDED_ARGs
     */
    default void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {}

    /**
     * The instruction calls something: CALL_FUNCTION, CALL_FUNCTION_KW or CALL_FUNCTION_EX. Told after {@link #before}.
     *
     * @param arguments positional ones, then those of {@code names}. What CALL_FUNCTION_EX has in an iterable other than
     *     a tuple or list, or a mapping other than a dict, is not among them
     * @param names of the last arguments
     */
    default void calling(ThreadState thread, Frame frame, PyObject callable, PyObject[] arguments, PyStr[] names) {}

    /**
     * An instruction has run.
     *
     * @param next offset where the frame goes on, or {@link Instructions#LEAVE} or {@link Instructions#SUSPEND}, when the
     *     value returned or yielded is no longer on its stack
     */
    default void after(ThreadState thread, Frame frame, int pc, int opcode, int argument, int next) {}

    /** A frame returns a value. */
    default void returned(ThreadState thread, Frame frame, PyObject value) {}

    /** A frame is suspended, and a value goes to whoever resumed it. */
    default void yielded(ThreadState thread, Frame frame, PyObject value) {}

    /** An exception has been raised in a frame, or has come from a frame that it called. */
    default void raised(ThreadState thread, Frame frame, PyBaseException exception) {}

    /**
     * The block stack has been unwound.
     *
     * @param why a why-code of {@link Block}
     * @param kind of the block that takes it, which has been popped but for a loop that is continued; 0 when none does
     * @param target where the frame goes on, or {@link Instructions#LEAVE}
     */
    default void unwound(ThreadState thread, Frame frame, int why, int kind, int target) {}

    /** An exception leaves a frame. */
    default void left(ThreadState thread, Frame frame) {}

    /** {@code __build_class__} has made a step of a class statement. @param value what the step gave */
    default void building(ThreadState thread, PyStr name, ClassStep step, PyObject value) {}

    /** The steps of a class statement (chapter 11 of the book). */
    enum ClassStep {
        /** The bases, {@code __mro_entries__} asked: a tuple. */
        BASES,
        /** The metaclass is chosen. */
        METACLASS,
        /** {@code __prepare__} or {@code dict} has given the namespace. */
        NAMESPACE,
        /** The body has run in the namespace. */
        BODY,
        /** The metaclass has made the class. */
        CLASS
    }

    /** An instruction has looked whether the interpreter lock is to be given up. @param frame the innermost, or null */
    default void polled(ThreadState thread, Frame frame) {}
}
