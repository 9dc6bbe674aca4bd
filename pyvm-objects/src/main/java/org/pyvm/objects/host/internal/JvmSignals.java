package org.pyvm.objects.host.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Signals;

/**
 * Signals by way of the JVM's {@code sun.misc.Signal}, which has no supported twin and is therefore reached by reflection. A
 * signal that the JVM keeps for itself (SIGSEGV, SIGQUIT) only acts when it is raised from here.
 */
public final class JvmSignals implements Signals {
    private static final String[] NAMES = {
        null, "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
        "WINCH", "IO", "PWR", "SYS"
    };
    private static final int KILL = 9;
    private static final int STOP = 19;
    private static final int LAST = 64;

    private final Map<Integer, IntConsumer> actions = new HashMap<>();
    private final Map<Integer, Thread> alarms = new HashMap<>();

    @Override
    public synchronized IntConsumer handle(int signal, IntConsumer action) {
        if (signal < 1 || signal > LAST || (signal == KILL || signal == STOP) && action != DEFAULT) {
            throw new HostException(Errno.EINVAL);
        }
        if (signal < NAMES.length) {
            install(NAMES[signal], signal, action);
        }
        IntConsumer before = actions.put(signal, action);
        return before == null ? DEFAULT : before;
    }

    private static void install(String name, int signal, IntConsumer action) {
        try {
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler;
            if (action == DEFAULT) {
                handler = handlerType.getField("SIG_DFL").get(null);
            } else if (action == IGNORE) {
                handler = handlerType.getField("SIG_IGN").get(null);
            } else {
                handler = handler(handlerType, name, signal, action);
            }
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Object number = signalType.getConstructor(String.class).newInstance(name);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, number, handler);
        } catch (ReflectiveOperationException e) {
            // The JVM refuses a signal that it needs itself, or knows no such signal: see the class comment.
            return;
        }
    }

    private static Object handler(Class<?> type, String name, int signal, IntConsumer action) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.accept(signal);
                return null;
            }
            return method.getName().equals("equals") ? (Object) (proxy == arguments[0]) : name;
        });
    }

    @Override
    public void prepare() {
        // The system ignores this one unless told otherwise, and so it stays.
        install("URG", 23, DEFAULT);
        // The JVM would end in an orderly way, with a status: who sent the signal expects the process to have died of
        // it.
        install("TERM", 15, DEFAULT);
        install("HUP", 1, DEFAULT);
        try {
            handler(Class.forName("sun.misc.SignalHandler"), "URG", 23, DEFAULT);
        } catch (ClassNotFoundException e) {
            // A JVM without the module: then nothing can be installed, as install has it.
            return;
        }
    }

    @Override
    public void raise(int signal) {
        IntConsumer action;
        synchronized (this) {
            action = actions.getOrDefault(signal, DEFAULT);
        }
        if (action == DEFAULT) {
            raiseDefault(signal);
        } else {
            action.accept(signal);
        }
    }

    private static void raiseDefault(int signal) {
        if (signal < 0 || signal > LAST) {
            throw new HostException(Errno.EINVAL);
        }
        if (signal == 0) {
            return;
        }
        try {
            LibC.kill((int) ProcessHandle.current().pid(), signal);
        } catch (HostException e) {
            raiseByJvm(signal);
        }
    }

    private static void raiseByJvm(int signal) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Method raise = type.getMethod("raise", type);
            raise.invoke(null, type.getConstructor(String.class).newInstance(NAMES[signal]));
        } catch (ReflectiveOperationException | ArrayIndexOutOfBoundsException e) {
            throw new HostException(Errno.EINVAL);
        }
    }

    @Override
    public synchronized void alarm(int signal, long nanos, long intervalNanos) {
        Thread before = alarms.remove(signal);
        if (before != null) {
            before.interrupt();
        }
        if (nanos > 0) {
            Thread thread = new Thread(() -> sendLater(signal, nanos, intervalNanos), "alarm");
            thread.setDaemon(true);
            alarms.put(signal, thread);
            thread.start();
        }
    }

    private void sendLater(int signal, long nanos, long intervalNanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            raise(signal);
            while (intervalNanos > 0) {
                TimeUnit.NANOSECONDS.sleep(intervalNanos);
                raise(signal);
            }
        } catch (InterruptedException e) {
            // Called off.
            Thread.currentThread().interrupt();
        }
    }
}
