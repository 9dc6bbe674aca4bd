package org.pyvm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.modules.sys.SysModule;
import org.pyvm.modules.traceback.TracebackWriter;
import org.pyvm.modules.views.StageReport;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.JarLoaders;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.runtime.Interpreter;
import org.pyvm.runtime.Lockstep;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.PyvmException;

/** One run of the {@code pyvm} command, from its arguments to its exit status. */
final class CommandLine {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private final Host host;
    /** The exit status when options ask for what cannot be. */
    private static final int USAGE = 2;

    private final String[] args;
    private boolean dev;
    private final String executable = System.getProperty("pyvm.executable", "pyvm");

    /** One of two interpreters that are compared; null when there is one only. */
    private final Lockstep.Side side;

    CommandLine(Host host, String[] args) {
        this(host, args, null);
    }

    private CommandLine(Host host, String[] args, Lockstep.Side side) {
        this.host = host;
        this.args = args;
        this.side = side;
    }

    /** Returns the exit status, or the number of a signal to die of, negated. */
    int run() {
        try {
            return runOptions();
        } catch (UsageException e) {
            write(STANDARD_ERROR, e.getMessage() + "\n");
            if (e.showsUsage()) {
                write(
                        STANDARD_ERROR,
                        HelpTexts.usage(executable) + "Try `" + executable + " -h' for more information.\n");
            }
            return e.status();
        } catch (PyvmException | AssemblyException e) {
            write(STANDARD_ERROR, executable + ": " + e.getMessage() + "\n");
            if (dev) {
                write(STANDARD_ERROR, trace(e));
            }
            return USAGE;
        } catch (RuntimeException | Error e) {
            if (side != null && side.isOver(e)) {
                throw e;
            }
            // A bug of ours, and nothing that Python code could have caught: show all there is to know.
            write(STANDARD_ERROR, "SystemError: the virtual machine failed\n" + trace(e));
            return 1;
        }
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Loaders for the jars in the folders of {@code -X plugin-path}. */
    private List<ClassLoader> pluginJars(Options options) {
        List<ClassLoader> loaders = new ArrayList<>();
        for (String folder : options.pluginPath) {
            try {
                loaders.addAll(JarLoaders.of(host.files(), folder, MachineParts.classPath()));
            } catch (HostException e) {
                throw new PyvmException("the folder of plugins " + folder + " cannot be read: " + e.getMessage());
            }
        }
        return loaders;
    }

    private int runOptions() throws UsageException {
        Options options = OptionParser.parse(args, executable);
        if (options.help != null) {
            write(STANDARD_OUTPUT, options.help);
            return 0;
        }
        if (options.versions > 0) {
            write(STANDARD_OUTPUT, "Python " + (options.versions > 1 ? longVersion() : SysModule.VERSION) + "\n");
            return 0;
        }
        WarmUp.begin(host);
        Surroundings.apply(options, host.environment());
        dev = options.configuration.flags.devMode != 0;
        options.configuration.home = System.getProperty("pyvm.home", "");
        if (side != null) {
            options.configuration.strategy = side.strategy();
            options.configuration.lock = side.lock();
        } else if (Lockstep.isAskedFor(options.configuration.strategy)) {
            return lockstep(options.configuration.strategy);
        }
        MachineParts parts =
                MachineParts.with(List.of(), options.plugins, options.configuration.strategy, pluginJars(options));
        if (side != null) {
            parts = side.watched(parts);
        }
        StageReport stages =
                options.stages ? new StageReport(host.clock()::monotonic, line -> write(STANDARD_ERROR, line)) : null;
        long begun = host.clock().monotonic();
        Interpreter interpreter;
        try {
            interpreter = Interpreter.start(options.configuration, host, parts);
        } catch (PyErr e) {
            write(STANDARD_ERROR, "Fatal Python error: the interpreter did not start\n");
            ThreadState thread = ThreadState.current();
            new TracebackWriter().print(thread, e.value(), Singletons.NONE);
            return 1;
        }
        if (stages == null) {
            return interpreter.finish(new ProgramRunner(interpreter, host, options, null).run());
        }
        stages.ended("initialise", begun, "");
        int status = new ProgramRunner(interpreter, host, options, stages).run();
        begun = host.clock().monotonic();
        int result = interpreter.finish(status);
        stages.ended("finalise", begun, "");
        return result;
    }

    private int lockstep(String strategy) {
        try {
            return Lockstep.run(
                    strategy, host, Main.STACK_SIZE, either -> new CommandLine(either.host(), args, either).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Lockstep.DIFFERENT;
        }
    }

    /** {@code sys.version}. */
    static String longVersion() {
        return SysModule.VERSION + " (pyvm 0.1.0) [Java " + Runtime.version().feature() + "]";
    }

    private void write(int descriptor, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            OpenFile file = host.descriptors().get(descriptor);
            for (int done = 0; done < bytes.length; ) {
                done += file.write(bytes, done, bytes.length - done);
            }
        } catch (HostException e) {
            // Closed: nobody is listening.
            return;
        }
    }
}
