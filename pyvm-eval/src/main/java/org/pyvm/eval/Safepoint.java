package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/**
 * What happens between instructions: requests to give up the interpreter lock, interrupts, and exceptions that another
 * thread has sent. Strategies poll at loop back edges and calls.
 */
public final class Safepoint {
    private Safepoint() {}

    /** Called at a loop's back edge. Almost always does nothing. */
    public static void poll(ThreadState thread) {
        if (thread.interpreter().lock().dropRequested()) {
            respond(thread);
        }
    }

    private static void respond(ThreadState thread) {
        if (thread.interpreter().isInstrumented()) {
            Instruments.polled(thread);
        }
        if (thread.interpreter().evaluator instanceof EvaluationStrategy strategy) {
            strategy.polled(thread);
        }
        thread.interpreter().lock().yieldToOthers();
        PyType sent = thread.pendingException;
        if (sent != null) {
            thread.pendingException = null;
            PyObject exception = Calls.call(thread, sent);
            throw Raising.error(thread, exception, null);
        }
        thread.interpreter().finalization().atSafepoint(thread);
        Interrupts interrupts = thread.interpreter().service(Interrupts.class, () -> t -> {});
        interrupts.handle(thread);
    }

    /** Runs what a signal has asked for; registered by the module {@code _signal}. */
    @FunctionalInterface
    public interface Interrupts {
        /** @throws PyErr what a signal handler raises */
        void handle(ThreadState thread);
    }

    /** A call would exceed the recursion limit; the charge is given back. */
    public static void recursionExceeded(ThreadState thread) {
        thread.recursionRemaining++;
        throw PyErr.recursionError("maximum recursion depth exceeded");
    }
}
