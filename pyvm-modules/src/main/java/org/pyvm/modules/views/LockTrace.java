package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.ThreadState;

/**
 * What happens to the interpreter's lock (chapter 7 of the book), told at the end of the run: waiters cannot write while they
 * wait.
 */
final class LockTrace implements InterpreterLock.Observer {
    private record Entry(InterpreterLock.Event event, Thread thread) {}

    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

    @Override
    public void see(InterpreterLock.Event event, Thread thread) {
        entries.add(new Entry(event, thread));
    }

    /** Threads are numbered in the order of their first event. */
    void tell(ThreadState current, TraceLog log) {
        Map<Thread, Integer> numbers = new HashMap<>();
        for (Entry entry : entries) {
            int number = numbers.computeIfAbsent(entry.thread(), thread -> numbers.size() + 1);
            String text = switch (entry.event()) {
                case TAKEN -> "takes the lock";
                case ASKED -> "has waited for the switch interval and asks for the lock";
                case DROPPED -> "drops the lock and waits for another to take it";
                case RELEASED -> "releases the lock";
            };
            String event = entry.event().name().toLowerCase(Locale.ROOT);
            log.tell(current, "thread " + number + " " + text, event, field("thread", number));
        }
    }
}
