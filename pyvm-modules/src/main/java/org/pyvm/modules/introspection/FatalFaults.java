package org.pyvm.modules.introspection;

import java.util.function.IntConsumer;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;

/**
 * What {@code faulthandler.enable} asks for: when the process is told to abort, where its threads were. The other faults that
 * CPython reports (bad memory accesses, arithmetic) are the JVM's own, which turns them into exceptions or ends with a report of
 * its own; a program can only ask to see what they would look like.
 */
final class FatalFaults {
    static final int SIGABRT = 6;
    static final int SIGFPE = 8;
    static final int SIGSEGV = 11;
    /** What a shell adds to the number of the signal that a process died of. */
    private static final int KILLED = 128;

    private final InterpreterState interpreter;
    /** Where reports go; null when nobody has asked for them. Read on the thread of a signal. */
    private volatile Target target;

    private IntConsumer abortBefore;

    private record Target(int descriptor, boolean allThreads) {}

    FatalFaults(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    private Host host() {
        return interpreter.service(Host.class);
    }

    boolean isEnabled() {
        return target != null;
    }

    void enable(int descriptor, boolean allThreads) {
        boolean before = target != null;
        target = new Target(descriptor, allThreads);
        if (!before) {
            abortBefore = host().signals().handle(SIGABRT, this::aborted);
        }
    }

    /** Whether it was enabled. */
    boolean disable() {
        if (target == null) {
            return false;
        }
        target = null;
        host().signals().handle(SIGABRT, abortBefore);
        return true;
    }

    /** Comes on the thread of whoever raised the signal, or on one of the JVM's: then it is the main thread's, as it is in CPython. */
    private void aborted(int signal) {
        ThreadState current = ThreadState.current();
        boolean ours = current != null && current.interpreter() == interpreter;
        report(ours ? current : interpreter.threads().getFirst(), "Aborted");
        host().die(SIGABRT);
    }

    /** Ends the process as the signal does when no program handles it. */
    void abort() {
        host().signals().raise(SIGABRT);
        host().die(SIGABRT);
    }

    /** Ends the process as if it had crashed, with the status that a shell tells of a signal: a real one would make the JVM report. */
    void crash(ThreadState thread, int signal, String what) {
        report(thread, what);
        host().exit(KILLED + signal);
    }

    /** Tells of an error of the machine itself, whether enabled or not, and aborts. */
    void fatalError(int descriptor, String what) {
        ThreadDump.write(
                host(), descriptor, "Fatal Python error: " + what + "\n\n" + ThreadDump.all(interpreter, null));
        disable();
        abort();
    }

    private void report(ThreadState current, String what) {
        Target to = target;
        if (to != null) {
            String stacks = to.allThreads ? ThreadDump.all(interpreter, current) : ThreadDump.one(current);
            ThreadDump.write(host(), to.descriptor, "Fatal Python error: " + what + "\n\n" + stacks);
        }
    }
}
