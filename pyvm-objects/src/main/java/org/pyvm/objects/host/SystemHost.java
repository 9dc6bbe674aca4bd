package org.pyvm.objects.host;

import java.io.InputStream;
import java.io.OutputStream;
import jdk.jfr.FlightRecorder;
import org.pyvm.objects.host.internal.ForeignLibrary;
import org.pyvm.objects.host.internal.JvmSignals;
import org.pyvm.objects.host.internal.Kernel;
import org.pyvm.objects.host.internal.LinuxMachine;
import org.pyvm.objects.host.internal.NioNetwork;
import org.pyvm.objects.host.internal.ProcessEnvironment;
import org.pyvm.objects.host.internal.StandardStreams;
import org.pyvm.objects.host.internal.SystemClock;
import org.pyvm.objects.host.internal.SystemEntropy;
import org.pyvm.objects.host.internal.SystemFileSystem;
import org.pyvm.objects.host.internal.SystemProcesses;

/** What {@code python3} may do: everything that the operating system lets this process do. */
public final class SystemHost implements Host {
    /**
     * The property in which the launcher tells which numbers beyond 2 were open when it was started: later the JVM's own files cannot be
     * told from them.
     */
    private static final String INHERITED = "pyvm.descriptors";

    private final Clock clock = new SystemClock();
    private final Entropy entropy = new SystemEntropy();
    private final DescriptorTable descriptors;
    private final Kernel kernel = new Kernel(() -> this.files().currentDirectory());
    private final FileSystem files = new SystemFileSystem(kernel);
    private final Environment environment = new ProcessEnvironment();
    private final Signals signals = new JvmSignals();
    private final Processes processes = SystemProcesses.orJava(kernel, files, environment, signals);
    private final Machine machine = new LinuxMachine();
    private final Network network = new NioNetwork(machine, kernel);

    private SystemHost(DescriptorTable descriptors) {
        this.descriptors = descriptors;
    }

    /** With the standard streams of this process, as far as it has them. */
    public static SystemHost withOwnStreams() {
        DescriptorTable table = new DescriptorTable();
        for (int number = 0; number < 3; number++) {
            OpenFile stream = StandardStreams.open(number);
            if (stream != null) {
                table.install(stream, number);
            }
        }
        SystemHost host = new SystemHost(table);
        String inherited = System.getProperty(INHERITED);
        if (inherited != null) {
            for (String number : inherited.trim().split("[ ,]+")) {
                int descriptor = Integer.parseInt(number);
                table.install(host.kernel.received(descriptor), descriptor);
                table.setInheritable(descriptor, true);
            }
        }
        return host;
    }

    /** With standard streams that the embedder gives. */
    public static SystemHost withStreams(InputStream input, OutputStream output, OutputStream error) {
        return new SystemHost(DescriptorTable.of(input, output, error));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Entropy entropy() {
        return entropy;
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
        return network;
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public Threads threads() {
        return SystemHost::startThread;
    }

    private static Thread startThread(String name, long stackSize, Runnable body) {
        Thread thread = new Thread(null, body, name, stackSize);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public NativeLibraries natives() {
        return ForeignLibrary::open;
    }

    /** At once, whatever other threads do; but a flight recording is written first. */
    @Override
    public void exit(int status) {
        if (FlightRecorder.isInitialized()) {
            // What writes it is a shutdown hook.
            System.exit(status);
        }
        Runtime.getRuntime().halt(status);
    }
}
