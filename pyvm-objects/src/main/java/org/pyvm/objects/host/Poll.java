package org.pyvm.objects.host;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until one of several open files can be read or written: what {@code select}, {@code poll} and {@code epoll} need. */
public final class Poll implements AutoCloseable {
    private static final int ALWAYS = Readiness.ERROR | Readiness.HANG_UP;

    private final Map<OpenFile, Integer> interests = new IdentityHashMap<>();
    private final Readiness.Watcher watcher = this::wake;
    private boolean changed;
    /** Made for the first file that the operating system watches for us. */
    private Selector selector;

    /** Nanoseconds since some time, to measure waits by: what {@link #await} does anyway, also where the clock is denied. */
    public static long now() {
        return System.nanoTime();
    }

    /** Watches a file for the given bits of {@link Readiness}; errors and hang-ups are always told. */
    public synchronized void set(OpenFile file, int interest) {
        interests.put(file, interest);
        wake();
    }

    public synchronized void remove(OpenFile file) {
        interests.remove(file);
        if (selector != null && file instanceof Selectable selectable) {
            SelectionKey key = selectable.channel().keyFor(selector);
            if (key != null) {
                key.cancel();
            }
        }
        wake();
    }

    /**
     * Waits.
     *
     * @param nanos 0 only looks, less than 0 waits for ever
     * @return what is ready and for what; empty when the time is over
     */
    public Map<OpenFile, Integer> await(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Map<OpenFile, Integer> ready = new IdentityHashMap<>();
            Selector selecting = look(ready);
            long left = nanos < 0 ? Long.MAX_VALUE : nanos - (System.nanoTime() - start);
            if (ready.isEmpty() && left > 0) {
                sleep(selecting, left);
            } else if (selecting != null) {
                select(selecting, 0);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            addSelected(selecting, ready);
            if (!ready.isEmpty() || left <= 0) {
                return ready;
            }
        }
    }

    /**
     * Asks the files that know themselves, and tells the selector what to watch. The files are asked without holding the lock:
     * one that changes holds its own while it wakes us.
     */
    private Selector look(Map<OpenFile, Integer> ready) {
        Map<OpenFile, Integer> asked = new IdentityHashMap<>();
        Selector selecting;
        synchronized (this) {
            changed = false;
            for (OpenFile file : List.copyOf(interests.keySet())) {
                int interest = interests.get(file) | ALWAYS;
                if (file instanceof Selectable selectable && selectable.channel() != null) {
                    watch(file, selectable, interest);
                    if ((interest & Readiness.READ) != 0 && selectable.hasReadAhead()) {
                        ready.put(file, Readiness.READ);
                    }
                } else {
                    asked.put(file, interest);
                }
            }
            selecting = selector;
        }
        asked.forEach((file, interest) -> {
            int bits = file.readiness(watcher) & interest;
            if (bits != 0) {
                ready.put(file, bits);
            }
        });
        return selecting;
    }

    private void watch(OpenFile file, Selectable selectable, int interest) {
        try {
            if (selector == null) {
                selector = Selector.open();
            }
            int operations = selectable.operations(interest);
            try {
                selectable.channel().register(selector, operations, file);
            } catch (CancelledKeyException e) {
                // Removed and set again since the last look: the selector has yet to notice the former.
                selector.selectNow();
                selectable.channel().register(selector, operations, file);
            }
        } catch (ClosedChannelException e) {
            // As epoll does: a file that is closed is no longer watched.
            interests.remove(file);
        } catch (IOException e) {
            throw new HostException(Errno.EBADF);
        }
    }

    private void sleep(Selector selecting, long nanos) throws InterruptedException {
        if (selecting != null) {
            select(
                    selecting,
                    Math.max(1, TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, Long.MAX_VALUE - 999_999) + 999_999)));
            return;
        }
        synchronized (this) {
            if (!changed) {
                TimeUnit.NANOSECONDS.timedWait(this, nanos);
            }
        }
    }

    private static void select(Selector selecting, long millis) {
        try {
            if (millis == 0) {
                selecting.selectNow();
            } else {
                selecting.select(millis);
            }
        } catch (IOException e) {
            throw new HostException(Errno.EBADF);
        }
    }

    private synchronized void addSelected(Selector selecting, Map<OpenFile, Integer> ready) {
        if (selecting == null) {
            return;
        }
        for (SelectionKey key : selecting.selectedKeys()) {
            OpenFile file = (OpenFile) key.attachment();
            Integer interest = interests.get(file);
            if (interest != null && key.isValid()) {
                int bits = ((Selectable) file).readiness(key.readyOps()) & (interest | ALWAYS);
                if (bits != 0) {
                    ready.merge(file, bits, (before, more) -> before | more);
                }
            }
        }
        selecting.selectedKeys().clear();
    }

    private synchronized void wake() {
        changed = true;
        notifyAll();
        if (selector != null) {
            selector.wakeup();
        }
    }

    @Override
    public synchronized void close() {
        interests.clear();
        if (selector != null) {
            try {
                selector.close();
            } catch (IOException e) {
                throw new HostException(Errno.EIO);
            }
        }
    }
}
