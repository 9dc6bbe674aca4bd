package org.pyvm.modules;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.objects.ThreadState;

/**
 * Files that are open for writing, some of which the program may have dropped: {@code open(path, "w").write(text)} leaves a stream that
 * still holds the text. CPython writes it at that moment; here whoever looks at the file next sees to it. One in each interpreter, used
 * under its lock.
 */
public final class DroppedFiles {
    /**
     * Looks that find no dropped file before the next ones depend on what they cost: one alone says little, since a file may have been
     * closed without a look, or still have been in a place that the program has left.
     */
    private static final int PATIENCE = 3;

    private static final int LOOKS = 3;

    /** How many are open, by the last part of their paths: that two paths with the same one are the same file is likely enough. */
    private final Map<String, Integer> writers = new HashMap<>();

    private int count;
    /** Looks since the last that has found a dropped file. */
    private int fruitless;
    /** How many waits may still look whether they wait for a socket to be closed that was dropped. */
    private int looks;

    public static DroppedFiles of(ThreadState thread) {
        return thread.interpreter().service(DroppedFiles.class, DroppedFiles::new);
    }

    /** A file is open for writing. */
    public void add(String path) {
        writers.merge(lastPart(path), 1, Integer::sum);
        count++;
    }

    /** It is closed. */
    public void remove(String path) {
        writers.computeIfPresent(lastPart(path), (name, open) -> open > 1 ? open - 1 : null);
        count--;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A file is about to be opened, renamed or asked for its size. */
    public static void settle(ThreadState thread, String path) {
        DroppedFiles files = of(thread);
        if (files.count > 0 && files.writers.containsKey(lastPart(path))) {
            files.settle(thread);
        }
    }

    /** Another process is about to start, which may look at any file. */
    public static void settleAll(ThreadState thread) {
        DroppedFiles files = of(thread);
        if (files.count > 0) {
            files.settle(thread);
        }
    }

    /** A socket or pipe is open: one more that may be dropped. */
    public void socketOpened() {
        looks = LOOKS;
    }

    /**
     * A wait has lasted for a while. {@code urlopen(address).status} leaves a connection that CPython closes at that moment; a server
     * in the same process would wait for more from it for ever.
     */
    static void settleWait(ThreadState thread) {
        DroppedFiles files = of(thread);
        if (files.looks > 0) {
            files.looks--;
            thread.interpreter().finalization().settle(thread, false);
        }
    }

    private void settle(ThreadState thread) {
        int before = count;
        thread.interpreter().finalization().settle(thread, fruitless < PATIENCE);
        fruitless = count < before ? 0 : fruitless + 1;
    }
}
