package org.pyvm.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.CodeObject;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.Instruments;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.DenyingHost;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.LayeredTree;
import org.pyvm.objects.host.MountedFiles;
import org.pyvm.objects.host.ReadOnlyTree;
import org.pyvm.objects.host.ZipTree;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.internal.EmbeddedErrors;
import org.pyvm.runtime.internal.LibraryArchive;
import org.pyvm.runtime.internal.Shutdown;
import org.pyvm.runtime.internal.Startup;
import org.pyvm.runtime.internal.WriterStream;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/**
 * A Python interpreter in a Java program. Code runs in the namespace of {@code __main__}, on a thread of the interpreter's
 * own whose stack is sized for Python; calls from several Java threads take turns. Two instances see nothing of each
 * other. Close it to end its thread and flush its streams.
 *
 * <p>By default an interpreter may do nothing outside the JVM: no files (but the standard library, which comes on the
 * class path), no network, no processes. {@link Builder#host} gives it more.
 */
public final class Pyvm implements AutoCloseable {
    private static final String HOME = "/pyvm";
    private static final long STACK_SIZE = 512L << 20;

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread worker;
    private ThreadState state;
    private PyDict main;
    private volatile boolean closed;

    private Pyvm(Builder builder) {
        worker = new Thread(null, this::serve, "pyvm", STACK_SIZE);
        worker.setDaemon(true);
        worker.start();
        submit(() -> {
            start(builder);
            return null;
        });
    }

    /** Starts on an interpreter. */
    public static Builder builder() {
        return new Builder();
    }

    private void start(Builder builder) {
        MachineParts parts = MachineParts.with(builder.plugins, builder.pluginNames, builder.configuration.strategy);
        Host host = builder.hostWithLibrary();
        builder.configuration.flags.dontWriteBytecode = 1;
        // site looks for folders of the user and the machine, which an embedded interpreter has no part in.
        builder.configuration.importSite = false;
        builder.configuration.flags.noSite = 1;
        try {
            state = Startup.start(builder.configuration, host, parts, LibraryArchive.onClassPath());
        } catch (AssemblyException e) {
            throw new PyvmException(e.getMessage());
        }
        if (builder.frames != null) {
            state.interpreter().frames = builder.frames;
        }
        PyModule module = new PyModule();
        main = module.dict();
        main.put(Names.NAME, PyStr.intern("__main__"));
        main.put(Names.BUILTINS, state.interpreter().modules.get("builtins"));
        state.interpreter().modules.put("__main__", module);
    }

    private void serve() {
        while (true) {
            Runnable next;
            try {
                next = work.take();
            } catch (InterruptedException e) {
                return;
            }
            next.run();
            if (closed) {
                return;
            }
        }
    }

    private interface Task<T> {
        T run();
    }

    private <T> T submit(Task<T> task) {
        if (closed) {
            throw new IllegalStateException("the interpreter is closed");
        }
        if (Thread.currentThread() == worker) {
            return guarded(task);
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        work.add(() -> {
            try {
                result.complete(guarded(task));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private <T> T guarded(Task<T> task) {
        try {
            return task.run();
        } catch (PyErr e) {
            throw EmbeddedErrors.toJava(ThreadState.current(), e);
        }
    }

    /** Evaluates an expression. See {@link #call} for the Java forms of values. */
    public Object eval(String expression) {
        return submit(() -> JavaValues.toJava(run(expression, "<string>", Mode.EVAL)));
    }

    /** Runs statements. */
    public void exec(String statements) {
        submit(() -> run(statements, "<string>", Mode.FILE));
    }

    /** Runs a program of the given name, with {@code __file__} set. @param source the program's text */
    public void runSource(String source, String fileName) {
        submit(() -> {
            main.put(Names.FILE, PyStr.of(fileName));
            return run(source, fileName, Mode.FILE);
        });
    }

    /** Runs a program that the host can read. @throws PyvmException also when it cannot be read */
    public void runFile(String path) {
        submit(() -> {
            main.put(Names.FILE, PyStr.of(path));
            PyObject open = state.interpreter().builtins.get("open");
            PyObject file = Calls.call(state, open, PyStr.of(path), PyStr.of("rb"));
            PyObject bytes = Calls.callMethod(state, file, PyStr.intern("read"));
            Calls.callMethod(state, file, PyStr.intern("close"));
            CompilationContext context = Compilation.context(state, path, Mode.FILE, 0, -1);
            byte[] source = ((org.pyvm.objects.types.PyBytes) bytes).toByteArray();
            return Compilation.run(state, Compilation.mainCode(state, source, context), main, main, null);
        });
    }

    /** Runs code that was compiled or put together elsewhere. See {@link #call} for the Java forms of values. */
    public Object run(CodeObject code) {
        return submit(() -> JavaValues.toJava(Compilation.run(state, new PyCode(code), main, main, null)));
    }

    private PyObject run(String source, String fileName, Mode mode) {
        CompilationContext context = Compilation.context(state, fileName, mode, 0, -1);
        PyCode code = Compilation.mainCode(state, source, context);
        return Compilation.run(state, code, main, main, null);
    }

    /** A global of {@code __main__} in its Java form, or null when there is none. */
    public Object get(String name) {
        return submit(() -> {
            PyObject value = main.get(name);
            return value == null ? null : JavaValues.toJava(value);
        });
    }

    /** Sets a global of {@code __main__}. @throws IllegalArgumentException for a value that has no Python form */
    public void set(String name, Object value) {
        submit(() -> {
            main.put(name, JavaValues.toPython(state, value));
            return null;
        });
    }

    /** A global as it is: a function to {@link #call}, say. @throws PyvmException NameError when there is none */
    public PyObject object(String name) {
        return submit(() -> {
            PyObject value = main.get(name);
            if (value == null) {
                throw PyErr.of(org.pyvm.objects.types.Exceptions.NAME_ERROR, "name '%s' is not defined", name);
            }
            return value;
        });
    }

    /**
     * Calls a Python object with Java values: null, {@code Boolean}, integers, {@code Double}, text, {@code byte[]},
     * lists and maps of these, or Python objects. The result comes back in the same forms: None as null, int as {@code
     * Long} or {@code BigInteger}, list and tuple as {@code List}, dict as {@code Map}; other objects as they are.
     */
    public Object call(PyObject callable, Object... arguments) {
        return submit(() -> {
            PyObject[] args = new PyObject[arguments.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = JavaValues.toPython(state, arguments[i]);
            }
            return JavaValues.toJava(Calls.callArray(state, callable, args));
        });
    }

    /** Has an instrument watch what runs from now on; see {@link Instrument}. */
    public void install(Instrument instrument) {
        submit(() -> {
            Instruments.install(state.interpreter(), instrument);
            return null;
        });
    }

    /** Takes an instrument away. */
    public void remove(Instrument instrument) {
        submit(() -> {
            Instruments.remove(state.interpreter(), instrument);
            return null;
        });
    }

    /** The state behind, for tools that look inside; to be used on the interpreter's own thread only. */
    public InterpreterState interpreter() {
        return state.interpreter();
    }

    /** Runs exit functions and finalizers, flushes the streams and ends the interpreter's thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        submit(() -> {
            Shutdown.run(state);
            state.interpreter().lock().release();
            ThreadState.attach(null);
            closed = true;
            return null;
        });
    }

    /** Collects what an interpreter is made of. */
    public static final class Builder {
        private final Configuration configuration = new Configuration();
        private final List<PyvmPlugin> plugins = new ArrayList<>();
        private final List<String> pluginNames = new ArrayList<>();
        private InputStream input = new ByteArrayInputStream(new byte[0]);
        private OutputStream output = System.out;
        private OutputStream error = System.err;
        private Host host;
        private FrameAllocator frames;

        private Builder() {}

        /** The evaluation strategy, by name. */
        public Builder strategy(String name) {
            configuration.strategy = name;
            return this;
        }

        /** Where the frames of the functions that are defined come from; by default each call makes one. */
        public Builder frames(FrameAllocator allocator) {
            frames = allocator;
            return this;
        }

        /** What the interpreter's threads take turns by: another policy than the book's lock. For one interpreter only. */
        public Builder lock(InterpreterLock policy) {
            configuration.lock = policy;
            return this;
        }

        /** The passes over control flow graphs that Python's own compiler makes, by name; all by default. */
        public Builder passes(List<String> names) {
            configuration.passes = List.copyOf(names);
            return this;
        }

        /** What Python code may do outside; streams given to the builder are then not used. */
        public Builder host(Host chosen) {
            host = chosen;
            return this;
        }

        /** {@code sys.stdin}. */
        public Builder input(InputStream stream) {
            input = stream;
            return this;
        }

        /** {@code sys.stdout}. */
        public Builder output(OutputStream stream) {
            output = stream;
            return this;
        }

        /** {@code sys.stdout}, as text. */
        public Builder output(Writer writer) {
            output = new WriterStream(writer);
            return this;
        }

        /** {@code sys.stderr}. */
        public Builder error(OutputStream stream) {
            error = stream;
            return this;
        }

        /** {@code sys.stderr}, as text. */
        public Builder error(Writer writer) {
            error = new WriterStream(writer);
            return this;
        }

        /** Adds a plugin. */
        public Builder plugin(PyvmPlugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /** Adds a plugin that is on the class path. */
        public Builder plugin(String name) {
            pluginNames.add(name);
            return this;
        }

        /** {@code sys.argv}. */
        public Builder arguments(List<String> arguments) {
            configuration.arguments = List.copyOf(arguments);
            return this;
        }

        /** @throws PyvmException when the machine cannot be assembled or does not start */
        public Pyvm build() {
            return new Pyvm(this);
        }

        /** The host, with the standard library of the class path below {@code /pyvm}. */
        private Host hostWithLibrary() {
            Host base = host == null ? new DenyingHost(input, output, error) : host;
            configuration.home = HOME;
            ReadOnlyTree library = new LayeredTree(resource("overlay.zip"), resource("stdlib.zip"));
            return MountedFiles.mount(base, HOME + "/lib/python3.11", library);
        }

        private static ReadOnlyTree resource(String name) {
            try (InputStream archive = Pyvm.class.getResourceAsStream(name)) {
                if (archive == null) {
                    throw new PyvmException("the standard library is not on the class path: org/pyvm/runtime/" + name);
                }
                return new ZipTree(archive.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
