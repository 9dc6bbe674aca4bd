package org.pyvm.objects.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Denies everything: each operation fails with EACCES, a PermissionError in Python. A program can compute, and use the
 * streams it is given and pipes in memory. {@link HostBuilder} allows parts of the world.
 */
public final class DenyingHost implements Host {
    private final DescriptorTable descriptors;
    private final Denial denial = new Denial();

    /** @param input standard input; an empty one is {@link InputStream#nullInputStream} */
    public DenyingHost(InputStream input, OutputStream output, OutputStream error) {
        this.descriptors = DescriptorTable.of(input, output, error);
    }

    @Override
    public Clock clock() {
        return denial;
    }

    @Override
    public Entropy entropy() {
        return denial;
    }

    @Override
    public DescriptorTable descriptors() {
        return descriptors;
    }

    @Override
    public FileSystem files() {
        return new DeniedFiles();
    }

    @Override
    public Environment environment() {
        return denial;
    }

    @Override
    public Processes processes() {
        return denial;
    }

    @Override
    public Network network() {
        return denial;
    }

    @Override
    public Signals signals() {
        return denial;
    }

    @Override
    public Threads threads() {
        return denial;
    }

    @Override
    public Machine machine() {
        return denial;
    }

    @Override
    public NativeLibraries natives() {
        return denial;
    }

    @Override
    public void exit(int status) {
        throw denied();
    }

    static HostException denied() {
        return new HostException(Errno.EACCES);
    }

    /** All parts but the files. */
    private static final class Denial
            implements Clock, Entropy, Environment, Processes, Network, Signals, Threads, Machine, NativeLibraries {
        @Override
        public long time() {
            throw denied();
        }

        @Override
        public long monotonic() {
            throw denied();
        }

        @Override
        public long processTime() {
            throw denied();
        }

        @Override
        public long threadTime() {
            throw denied();
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public void sleep(long nanos) {
            throw denied();
        }

        @Override
        public void fill(byte[] bytes) {
            throw denied();
        }

        /** Empty: a program without environment starts like any other. */
        @Override
        public Map<String, String> variables() {
            return Map.of();
        }

        @Override
        public String get(String name) {
            return null;
        }

        @Override
        public void set(String name, String value) {
            throw denied();
        }

        @Override
        public void unset(String name) {
            throw denied();
        }

        @Override
        public int pid() {
            throw denied();
        }

        @Override
        public int parentPid() {
            throw denied();
        }

        @Override
        public int userId() {
            throw denied();
        }

        @Override
        public int groupId() {
            throw denied();
        }

        @Override
        public int spawn(Launch launch) {
            throw denied();
        }

        @Override
        public Ended await(int pid, int options) {
            throw denied();
        }

        @Override
        public void kill(int pid, int signal) {
            throw denied();
        }

        @Override
        public OpenSocket open(int family, int type) {
            throw denied();
        }

        @Override
        public OpenSocket[] pair(int family, int type) {
            throw denied();
        }

        @Override
        public List<String> resolve(String name) {
            throw denied();
        }

        @Override
        public String nameOf(String host) {
            throw denied();
        }

        @Override
        public Map<Integer, String> interfaces() {
            throw denied();
        }

        @Override
        public String hostName() {
            throw denied();
        }

        @Override
        public IntConsumer handle(int signal, IntConsumer action) {
            throw denied();
        }

        @Override
        public void raise(int signal) {
            throw denied();
        }

        @Override
        public void prepare() {
            throw denied();
        }

        @Override
        public void alarm(int signal, long nanos, long intervalNanos) {
            throw denied();
        }

        @Override
        public Thread start(String name, long stackSize, Runnable body) {
            throw denied();
        }

        @Override
        public NativeLibrary open(List<String> names) {
            throw denied();
        }

        @Override
        public Name name() {
            throw denied();
        }

        @Override
        public int processors() {
            return 1;
        }

        @Override
        public double[] loadAverage() {
            throw denied();
        }
    }
}
