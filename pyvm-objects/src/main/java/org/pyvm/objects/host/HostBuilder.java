package org.pyvm.objects.host;

/** Makes a host of parts: those of a host to start from, and others in their place. */
public final class HostBuilder {
    /** The finished host. */
    private record Composed(
            Clock clock,
            Entropy entropy,
            DescriptorTable descriptors,
            FileSystem files,
            Environment environment,
            Processes processes,
            Network network,
            Signals signals,
            Threads threads,
            Machine machine,
            NativeLibraries natives,
            Host base)
            implements Host {
        @Override
        public void exit(int status) {
            base.exit(status);
        }
    }

    private final Host base;
    private Clock clock;
    private Entropy entropy;
    private DescriptorTable descriptors;
    private FileSystem files;
    private Environment environment;
    private Processes processes;
    private Network network;
    private Signals signals;
    private Threads threads;
    private Machine machine;
    private NativeLibraries natives;

    private HostBuilder(Host base) {
        this.base = base;
        this.clock = base.clock();
        this.entropy = base.entropy();
        this.descriptors = base.descriptors();
        this.files = base.files();
        this.environment = base.environment();
        this.processes = base.processes();
        this.network = base.network();
        this.signals = base.signals();
        this.threads = base.threads();
        this.machine = base.machine();
        this.natives = base.natives();
    }

    public static HostBuilder from(Host base) {
        return new HostBuilder(base);
    }

    public HostBuilder clock(Clock part) {
        clock = part;
        return this;
    }

    public HostBuilder entropy(Entropy part) {
        entropy = part;
        return this;
    }

    public HostBuilder descriptors(DescriptorTable part) {
        descriptors = part;
        return this;
    }

    public HostBuilder files(FileSystem part) {
        files = part;
        return this;
    }

    public HostBuilder environment(Environment part) {
        environment = part;
        return this;
    }

    public HostBuilder processes(Processes part) {
        processes = part;
        return this;
    }

    public HostBuilder network(Network part) {
        network = part;
        return this;
    }

    public HostBuilder signals(Signals part) {
        signals = part;
        return this;
    }

    public HostBuilder threads(Threads part) {
        threads = part;
        return this;
    }

    public HostBuilder machine(Machine part) {
        machine = part;
        return this;
    }

    public HostBuilder natives(NativeLibraries part) {
        natives = part;
        return this;
    }

    public Host build() {
        return new Composed(
                clock,
                entropy,
                descriptors,
                files,
                environment,
                processes,
                network,
                signals,
                threads,
                machine,
                natives,
                base);
    }
}
