package org.pyvm.cli;

import java.util.function.Supplier;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.SyntaxErrors;
import org.pyvm.modules.views.StageReport;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Interpreter;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;

/** Runs what the command line names as {@code __main__}. */
final class ProgramRunner {
    private static final int FAILURE = 1;
    private static final int NO_FILE = 2;
    /** The number of SIGINT, negated: the process dies of it. */
    private static final int INTERRUPTED = -2;

    private final Interpreter interpreter;
    private final ThreadState thread;
    private final Host host;
    private final Options options;
    /** Null when nobody wants to know. */
    private final StageReport stages;

    private boolean inspect;

    ProgramRunner(Interpreter interpreter, Host host, Options options, StageReport stages) {
        this.stages = stages;
        this.interpreter = interpreter;
        this.thread = interpreter.thread();
        this.host = host;
        this.options = options;
        this.inspect = options.configuration.flags.inspect > 0;
    }

    /** Something that runs Python code. */
    private interface Work {
        void run();
    }

    /** Returns the exit status. */
    int run() {
        int status = guarded(() -> {
            if (!options.configuration.warnOptions.isEmpty()) {
                interpreter.importModule("warnings");
            }
            if (options.faulthandler) {
                Calls.callMethod(thread, interpreter.importModule("faulthandler"), PyStr.intern("enable"));
            }
        });
        boolean prompts = stdinIsInteractive();
        int result = switch (options.program) {
            case COMMAND -> command();
            case MODULE -> module(options.target, true);
            case FILE -> file();
            case STANDARD_INPUT -> prompts ? prompt(true) : standardInput();
        };
        if (result == 0) {
            result = status;
        }
        if (!inspect && options.configuration.flags.ignoreEnvironment == 0) {
            String late = host.environment().get("PYTHONINSPECT");
            inspect = late != null && !late.isEmpty();
        }
        boolean prompted = options.program == Options.Program.STANDARD_INPUT && prompts;
        if (inspect && prompts && !prompted) {
            result = prompt(false);
        }
        return result;
    }

    private boolean stdinIsInteractive() {
        if (options.configuration.flags.interactive > 0) {
            return true;
        }
        try {
            return host.descriptors().get(0).isTerminal();
        } catch (HostException e) {
            return false;
        }
    }

    private int prompt(boolean first) {
        // From here on SystemExit ends the process.
        inspect = false;
        Repl repl = new Repl(interpreter, host, error -> reported(error, false));
        return repl.run(first, options);
    }

    /** Runs Python code and shows what it does not catch. */
    private int guarded(Work work) {
        try {
            work.run();
            return 0;
        } catch (PyErr e) {
            return reported(e, inspect);
        }
    }

    private int reported(PyErr error, boolean goesOn) {
        int status = interpreter.report(error, goesOn);
        if (status >= 0) {
            return status;
        }
        return error.matches(Exceptions.KEYBOARD_INTERRUPT) ? INTERRUPTED : FAILURE;
    }

    private void addPath(String entry) {
        if (options.configuration.flags.safePath == 0) {
            interpreter.prependPath(entry);
        }
    }

    private int command() {
        addPath("");
        return guarded(() -> {
            CompilationContext context = Compilation.context(thread, "<string>", Mode.FILE, 0, -1);
            run(mainCode(() -> SourceDecoding.ofString(options.target + "\n", context), context));
        });
    }

    /** @param setsArgv whether runpy puts the module's file into {@code sys.argv[0]} */
    private int module(String name, boolean setsArgv) {
        if (setsArgv) {
            addPath(host.files().currentDirectory());
        }
        return guarded(() -> {
            PyObject runpy = interpreter.importModule("runpy");
            Calls.call(
                    thread, Attributes.get(thread, runpy, "_run_module_as_main"), PyStr.of(name), PyBool.of(setsArgv));
        });
    }

    private int file() {
        String path = absolute(options.target);
        if (MainArchive.isOne(host, path)) {
            // A folder or archive goes to sys.path even when the path is to be safe: the program is in it.
            interpreter.prependPath(path);
            return module("__main__", false);
        }
        byte[] bytes;
        try {
            bytes = host.files().readAll(path);
        } catch (HostException e) {
            interpreter.flush();
            org.pyvm.modules.traceback.ErrorOutput.toDescriptor(thread)
                    .write(options.configuration.executable + ": can't open file "
                            + Objects.repr(thread, PyStr.of(path)) + ": [Errno " + e.errno() + "] " + e.strerror()
                            + "\n");
            return NO_FILE;
        }
        addPath(folderOf(path));
        return guarded(() -> runFile(path, bytes));
    }

    private String absolute(String path) {
        if (path.startsWith("/")) {
            return path;
        }
        String folder = host.files().currentDirectory();
        return (folder.endsWith("/") ? folder : folder + "/") + path;
    }

    /** The folder that a program imports from: that of the file itself, not of a link to it. */
    private String folderOf(String path) {
        String file = path;
        try {
            String target = host.files().readLink(path);
            file = target.startsWith("/") ? target : path.substring(0, path.lastIndexOf('/') + 1) + target;
        } catch (HostException e) {
            // No link.
            file = path;
        }
        String folder = file.substring(0, file.lastIndexOf('/'));
        return folder.isEmpty() ? "/" : RealPath.of(host, folder);
    }

    private void runFile(String path, byte[] bytes) {
        interpreter.main().put(Names.FILE, PyStr.of(path));
        interpreter.main().put(Names.CACHED, Singletons.NONE);
        try {
            boolean compiled = path.endsWith(".pyc");
            PyObject loader = Calls.call(
                    thread,
                    Attributes.get(
                            thread,
                            interpreter.importModule("_frozen_importlib_external"),
                            compiled ? "SourcelessFileLoader" : "SourceFileLoader"),
                    PyStr.of("__main__"),
                    PyStr.of(path));
            interpreter.main().put(Names.LOADER, loader);
            PyCode code = compiled
                    ? (PyCode) Calls.callMethod(thread, loader, PyStr.intern("get_code"), PyStr.of("__main__"))
                    : compile(path, options.skipFirstLine ? withoutFirstLine(bytes) : bytes);
            run(code);
        } finally {
            // A prompt after the program does not find these, as in CPython.
            if (inspect) {
                interpreter.main().remove(Names.FILE);
                interpreter.main().remove(Names.CACHED);
            }
        }
    }

    private int standardInput() {
        addPath("");
        byte[] bytes;
        try {
            bytes = host.descriptors().get(0).readAll();
        } catch (HostException e) {
            // Without standard input there is no program.
            return 0;
        }
        return guarded(() -> run(compile("<stdin>", bytes)));
    }

    private PyCode compile(String fileName, byte[] bytes) {
        CompilationContext context = Compilation.context(thread, fileName, Mode.FILE, 0, -1);
        return mainCode(() -> SourceDecoding.ofFile(bytes, context), context);
    }

    private PyCode mainCode(Supplier<SourceText> source, CompilationContext context) {
        try {
            if (stages == null) {
                return Compilation.mainCode(thread, source.get(), context);
            }
            FrontEnds frontEnds = thread.interpreter().service(FrontEnds.class);
            return new PyCode(stages.compile(frontEnds, source.get(), Compilation.withDefaultSyntax(thread, context)));
        } catch (CompileException e) {
            throw SyntaxErrors.toPython(thread, e);
        }
    }

    private void run(PyCode code) {
        if (stages == null) {
            interpreter.run(code);
            return;
        }
        long begun = stages.begin();
        stages.ended("  frame", begun, code.qualName() + ", " + code.frameSize() + " slots");
        try {
            interpreter.run(code);
        } finally {
            stages.ended("interpret", begun, "");
        }
    }

    /** The line end stays, so that line numbers do. */
    private static byte[] withoutFirstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOfRange(bytes, end, bytes.length);
    }
}
