package org.pyvm.runtime.internal.lockstep;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.DenyingHost;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Entropy;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Machine;
import org.pyvm.objects.host.NativeLibraries;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.host.Signals;
import org.pyvm.objects.host.Threads;

/**
 * The host of one of two interpreters: the first's does what is asked and writes it down, the second's gives what is written.
 * There are neither network nor processes, which go on by themselves, nor native code.
 */
public final class LoggedHost implements Host {
    private static final Host NOTHING = new DenyingHost(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    private final Host real;
    private final boolean first;
    private final Comparison comparison;
    private final ThreadLocal<Lane> lanes = new ThreadLocal<>();
    private final AtomicInteger threadsStarted = new AtomicInteger();
    private final DescriptorTable descriptors = new DescriptorTable();
    private final Map<Integer, IntConsumer> handlers = new HashMap<>();
    private final FileSystem files;
    private final Clock clock;
    private final Environment environment;
    private final Machine machine;
    private final Processes processes;
    private final TurnLock lock;

    /** @param real of the process; the second one asks it for threads and the exit only */
    public LoggedHost(Host real, boolean first, Comparison comparison) {
        this.real = real;
        this.first = first;
        this.comparison = comparison;
        lock = new TurnLock(this, first, comparison.turns());
        enter(0);
        for (int i = 0; i <= 2; i++) {
            descriptors.install(LoggedFile.of(this, first ? real.descriptors().get(i) : null, "descriptor " + i));
        }
        files = part(FileSystem.class, real.files());
        clock = part(Clock.class, real.clock());
        environment = part(Environment.class, real.environment());
        machine = part(Machine.class, real.machine());
        processes = part(Processes.class, real.processes());
    }

    /** The calling thread is the one with this number from now on: that of the program is 0. */
    public void enter(int thread) {
        lanes.set(comparison.lane(thread));
    }

    /** The strategy, watched. */
    public LoopStrategy watching(LoopStrategy strategy) {
        return new WatchedStrategy(strategy, this);
    }

    /** What the interpreter's threads take turns by. */
    public InterpreterLock lock() {
        return lock;
    }

    /** Of the calling thread; null when it is not one of Python's. */
    Lane lane() {
        return lanes.get();
    }

    /** Nanoseconds of the real clock, which nobody is told of. */
    long now() {
        return real.clock().monotonic();
    }

    void checkStopped() {
        comparison.checkStopped();
    }

    /** Something that both interpreters do. Threads that are not Python's do what they like. */
    public void event(String what) {
        Lane lane = lanes.get();
        if (lane != null) {
            lane.event(first, what, null);
        }
    }

    /** As {@link #event}, where other threads may run. */
    void safepoint(String what) {
        Lane lane = lanes.get();
        if (lane != null && Boolean.TRUE.equals(lane.event(first, what, first && lock.isToBeDropped()))) {
            lock.drop();
        }
    }

    <T> T call(String what, Supplier<T> operation) {
        Lane lane = lanes.get();
        if (lane != null) {
            return lane.call(first, what, operation);
        }
        if (!first) {
            throw new HostException(Errno.EACCES);
        }
        return operation.get();
    }

    private <T> T part(Class<T> type, T inner) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> logged(inner, method, arguments));
        return type.cast(proxy);
    }

    private Object logged(Object inner, Method method, Object[] arguments) {
        String name = method.getName();
        if (name.equals("spawn")) {
            throw new HostException(Errno.EACCES);
        }
        String what = name + (arguments == null ? "" : Arrays.deepToString(arguments));
        if (method.getReturnType() == OpenFile.class) {
            return LoggedFile.of(this, first ? () -> (OpenFile) invoke(inner, method, arguments) : null, what);
        }
        return call(what, () -> invoke(inner, method, arguments));
    }

    private static Object invoke(Object inner, Method method, Object[] arguments) {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Entropy entropy() {
        return bytes -> {
            byte[] drawn = call("entropy " + bytes.length, () -> {
                real.entropy().fill(bytes);
                return bytes.clone();
            });
            System.arraycopy(drawn, 0, bytes, 0, bytes.length);
        };
    }

    @Override
    public DescriptorTable descriptors() {
        return descriptors;
    }

    @Override
    public FileSystem files() {
        return files;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public Processes processes() {
        return processes;
    }

    @Override
    public Network network() {
        return NOTHING.network();
    }

    /** Signals reach the first interpreter only; one that a program sends to itself, both. */
    @Override
    public Signals signals() {
        return new Signals() {
            @Override
            public IntConsumer handle(int signal, IntConsumer action) {
                return first ? real.signals().handle(signal, action) : handlers.put(signal, action);
            }

            @Override
            public void raise(int signal) {
                if (first) {
                    real.signals().raise(signal);
                } else if (handlers.get(signal) != null) {
                    handlers.get(signal).accept(signal);
                }
            }

            @Override
            public void alarm(int signal, long nanos, long intervalNanos) {
                if (first) {
                    real.signals().alarm(signal, nanos, intervalNanos);
                }
            }
        };
    }

    @Override
    public Threads threads() {
        return (name, stackSize, body) -> {
            int number = call("thread", threadsStarted::incrementAndGet);
            return real.threads().start(name, stackSize, () -> {
                enter(number);
                try {
                    body.run();
                } catch (Stopped e) {
                    // The difference, if there is one, is told at the end.
                    return;
                }
            });
        };
    }

    @Override
    public Machine machine() {
        return machine;
    }

    /** Native code is not written down; it would act twice. */
    @Override
    public NativeLibraries natives() {
        return NOTHING.natives();
    }

    @Override
    public void exit(int status) {
        event("exit " + status);
        if (!first) {
            real.exit(status);
        }
        // The second interpreter ends the process when it has come here too.
        throw new Stopped();
    }
}
