package org.pyvm.objects.host.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.Readiness.Watcher;

/** Waits, in one thread, for changes of files that only the operating system knows, and tells each watcher once. */
final class EpollWatcher {
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int CHANGE = 3;
    private static final int ONE_SHOT = 1 << 30;
    private static final int AT_ONCE = 16;
    /** {@code struct epoll_event}: the kernel packs it on x86 alone. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

    private static final int NUMBER_OFFSET = PACKED ? 4 : 8;
    private static final int EVENT_SIZE = PACKED ? 12 : 16;

    /** Who waits for a file, and for what. */
    private static final class Waiting {
        int events;
        final List<Watcher> watchers = new ArrayList<>();
    }

    private final NativeCalls calls;
    private final int epoll;
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    EpollWatcher(NativeCalls calls) {
        this.calls = calls;
        this.epoll = calls.call("epoll_create1", OpenFlags.CLOSE_ON_EXEC);
        Thread thread = new Thread(this::watch, "watches files");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param events bits of {@link org.pyvm.objects.host.Readiness} */
    synchronized void add(int number, int events, Watcher watcher) {
        Waiting here = waiting.computeIfAbsent(number, key -> new Waiting());
        here.events |= events;
        if (!here.watchers.contains(watcher)) {
            here.watchers.add(watcher);
        }
        byte[] event = new byte[EVENT_SIZE];
        NativeBytes.setInt(event, 0, here.events | ONE_SHOT);
        NativeBytes.setInt(event, NUMBER_OFFSET, number);
        try {
            control(CHANGE, number, event);
        } catch (HostException e) {
            if (e.errno() != Errno.ENOENT.number()) {
                throw e;
            }
            control(ADD, number, event);
        }
    }

    private void control(int operation, int number, byte[] event) {
        calls.call("epoll_ctl", epoll, operation, number, event);
    }

    /** The number is about to be closed, while another process may have the file open still. */
    synchronized void remove(int number) {
        Waiting gone = waiting.remove(number);
        if (gone == null) {
            return;
        }
        try {
            control(DELETE, number, new byte[EVENT_SIZE]);
        } catch (HostException e) {
            if (e.errno() != Errno.ENOENT.number()) {
                throw e;
            }
        }
        gone.watchers.forEach(Watcher::changed);
    }

    private void watch() {
        byte[] events = new byte[AT_ONCE * EVENT_SIZE];
        while (true) {
            int count;
            try {
                count = calls.call("epoll_wait", epoll, events, AT_ONCE, -1);
            } catch (HostException e) {
                // A signal; there is nothing else to go wrong.
                continue;
            }
            for (int i = 0; i < count; i++) {
                tell(NativeBytes.getInt(events, i * EVENT_SIZE + NUMBER_OFFSET));
            }
        }
    }

    private void tell(int number) {
        List<Watcher> told;
        synchronized (this) {
            Waiting here = waiting.get(number);
            if (here == null) {
                return;
            }
            here.events = 0;
            told = List.copyOf(here.watchers);
            here.watchers.clear();
        }
        told.forEach(Watcher::changed);
    }
}
