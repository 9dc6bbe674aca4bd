package org.pyvm.objects.host.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;

/**
 * The open files that a child gets, by numbers of the operating system's. What has none, an embedder's stream or a
 * socket of Java's whose number the JDK does not tell, stays here: the child gets an end of a pipe or pair of sockets, and threads carry the data.
 */
final class ChildFiles implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int STREAM = 1;
    private static final int SHUT_FOR_WRITING = 1;
    private static final int STANDARD_ERROR = 2;

    /** A file that stays, and the end of the pipe or pair that stays with it. */
    private record Bridge(OpenFile file, OpenFile end) {}

    private final Kernel kernel;
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private final List<Bridge> bridges = new ArrayList<>();
    /** Ends that are the child's alone. */
    private final List<Integer> given = new ArrayList<>();

    private final Map<OpenFile, Integer> bridged = new java.util.IdentityHashMap<>();

    ChildFiles(Kernel kernel, Map<Integer, OpenFile> files) {
        this.kernel = kernel;
        try {
            files.forEach((number, file) -> {
                int system = isCarried(number, file) ? -1 : file.export(kernel);
                numbers.put(number, system >= 0 ? system : bridged.computeIfAbsent(file, this::bridge));
            });
        } catch (HostException e) {
            close();
            throw e;
        }
    }

    /** Java's sockets do not block, and programs take it that their standard streams do. */
    private static boolean isCarried(int number, OpenFile file) {
        return number <= STANDARD_ERROR && file instanceof NioSocket;
    }

    /** The child's number of each file, and what it is here. */
    Map<Integer, Integer> numbers() {
        return numbers;
    }

    private int bridge(OpenFile file) {
        byte[] ends = new byte[2 * Integer.BYTES];
        NativeCalls calls = kernel.calls();
        boolean both = file.isReadable() && file.isWritable();
        if (both) {
            calls.call("socketpair", AF_UNIX, STREAM | OpenFlags.CLOSE_ON_EXEC, 0, ends);
        } else {
            calls.call("pipe2", ends, OpenFlags.CLOSE_ON_EXEC);
        }
        int first = NativeBytes.getInt(ends, 0);
        int second = NativeBytes.getInt(ends, Integer.BYTES);
        int childs = file.isReadable() ? first : second;
        int ours = file.isReadable() ? second : first;
        OpenFile end = kernel.ofNumber(
                ours, both ? OpenFlags.READ_WRITE : file.isReadable() ? OpenFlags.WRITE_ONLY : OpenFlags.READ_ONLY);
        end.retain();
        bridges.add(new Bridge(file, end));
        given.add(childs);
        return childs;
    }

    /** Starts to carry. @return the threads that carry what the child writes, which end when it is done */
    List<Thread> carry() {
        List<Thread> fromChild = new ArrayList<>();
        for (Bridge bridge : bridges) {
            boolean both = bridge.file.isReadable() && bridge.file.isWritable();
            if (bridge.file.isReadable()) {
                start("to child", bridge, () -> {
                    carry(bridge.file, bridge.end);
                    if (both) {
                        kernel.calls().call("shutdown", bridge.end.systemNumber(), SHUT_FOR_WRITING);
                    }
                });
            }
            if (bridge.file.isWritable()) {
                fromChild.add(start("from child", bridge, () -> carry(bridge.end, bridge.file)));
            }
        }
        return fromChild;
    }

    private static Thread start(String name, Bridge bridge, Runnable carrier) {
        bridge.file.retain();
        bridge.end.retain();
        Thread thread = new Thread(
                () -> {
                    try {
                        carrier.run();
                    } finally {
                        bridge.file.release();
                        bridge.end.release();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends when either side has had enough, as a pipe would. */
    private static void carry(OpenFile from, OpenFile to) {
        byte[] buffer = new byte[8192];
        try {
            for (int count; (count = from.read(buffer, 0, buffer.length)) > 0; ) {
                for (int done = 0; done < count; ) {
                    done += to.write(buffer, done, count - done);
                }
            }
        } catch (HostException e) {
            // The child has closed its end, or nobody reads any more: nobody wants the rest.
            return;
        }
    }

    /** The child has what it gets. */
    @Override
    public void close() {
        bridges.forEach(bridge -> bridge.end.release());
        given.forEach(number -> kernel.calls().call("close", number));
    }
}
