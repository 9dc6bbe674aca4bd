package org.pyvm.runtime.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CfgPass;
import org.pyvm.eval.Instruments;
import org.pyvm.eval.ZombieFrames;
import org.pyvm.modules.ast.PythonAst;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.imports.CodeArchive;
import org.pyvm.modules.imports.ImportTimes;
import org.pyvm.modules.imports.Importing;
import org.pyvm.modules.imports.ModuleSource;
import org.pyvm.modules.marshal.CompiledFormat;
import org.pyvm.modules.sys.SysModule.TracebackPrinter;
import org.pyvm.modules.traceback.ErrorOutput;
import org.pyvm.modules.traceback.PyStandardErrorPrinter;
import org.pyvm.modules.traceback.TracebackWriter;
import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Configuration;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.internal.assembly.PythonAdditions;

/** Brings an interpreter to life (chapter 2 of the book: the initialisation phase). */
public final class Startup {
    private final InterpreterState interpreter;
    private final Configuration configuration;
    private final StandardLibrary library;

    private Startup(InterpreterState interpreter, Configuration configuration, StandardLibrary library) {
        this.interpreter = interpreter;
        this.configuration = configuration;
        this.library = library;
    }

    /**
     * Makes an interpreter, with the calling thread attached and holding its lock.
     *
     * @param archive the compiled standard library; null to compile what is imported
     * @throws org.pyvm.objects.PyErr what Python code raises while starting
     * @throws org.pyvm.compiler.AssemblyException when plugins do not go together
     */
    public static ThreadState start(Configuration configuration, Host host, MachineParts parts, CodeArchive archive) {
        InterpreterState interpreter = new InterpreterState(configuration.lock);
        StandardLibrary library =
                new StandardLibrary(parts.modules(), configuration.home + "/lib/python3.11", host.files(), archive);
        interpreter.setService(Host.class, host);
        InterpreterFrontEnds.install(interpreter, parts, library, passes(configuration.passes));
        interpreter.setService(ModuleSource.class, library);
        interpreter.setService(Compilation.AstBridge.class, new PythonAst());
        interpreter.setService(TracebackPrinter.class, new TracebackWriter());
        interpreter.service(Compilation.Options.class, Compilation.Options::new).optimize =
                configuration.flags.optimize;
        if (configuration.flags.intMaxStrDigits >= 0) {
            interpreter.setIntMaxStrDigits(configuration.flags.intMaxStrDigits);
        }
        interpreter.setBytesWarning(configuration.flags.bytesWarning > 0);
        interpreter.setDevMode(configuration.flags.devMode > 0);
        interpreter.setWarnDefaultEncoding(configuration.flags.warnDefaultEncoding > 0);
        interpreter.setDebugRanges(configuration.debugRanges);
        if (configuration.importTimes) {
            interpreter.setService(ImportTimes.class, new ImportTimes(new ErrorOutput.ToDescriptor(host)::write));
        }
        interpreter.frames = frames(configuration.frames);
        interpreter.evaluator = parts.strategy();
        parts.instruments().forEach(instrument -> Instruments.install(interpreter, instrument));
        ThreadState thread = interpreter.newThread();
        ThreadState.attach(thread);
        interpreter.lock().acquire();
        new Startup(interpreter, configuration, library).run(thread, parts.additions());
        return thread;
    }

    private static List<CfgPass> passes(List<String> names) {
        if (names == null) {
            return CfgCompiler.PEEPHOLE;
        }
        List<CfgPass> passes = CfgCompiler.PEEPHOLE.stream()
                .filter(pass -> names.contains(pass.name()))
                .toList();
        if (passes.size() < names.size()) {
            throw new PyvmException("passes over control flow graphs are "
                    + CfgCompiler.PEEPHOLE.stream().map(CfgPass::name).collect(Collectors.joining(", ")));
        }
        return passes;
    }

    private static FrameAllocator frames(String name) {
        return switch (name) {
            case "plain" -> null;
            case "zombie" -> new ZombieFrames();
            default -> throw new PyvmException("no allocation of frames named '" + name + "'; there are plain, zombie");
        };
    }

    private void run(ThreadState thread, PythonAdditions additions) {
        PyModule sys = builtin("sys");
        builtin("builtins");
        fillSys(sys.dict());
        // importlib tells there what it does when it is asked to; the real one needs imports.
        PyObject early = new PyStandardErrorPrinter();
        sys.dict().put("stderr", early);
        sys.dict().put("__stderr__", early);
        installImportlib(thread, sys);
        installZipImporter(thread, sys.dict());
        StandardStreams.install(thread, configuration);
        additions.install(thread);
        if (configuration.importSite) {
            importModule(thread, "site");
        }
    }

    private PyModule builtin(String name) {
        PyModule module = library.createBuiltin(interpreter, name);
        interpreter.modules.put(name, module);
        return module;
    }

    private void fillSys(PyDict sys) {
        PyList path = new PyList();
        for (String entry : configuration.pathPrefix) {
            path.append(PyStr.of(entry));
        }
        path.append(PyStr.of(library.folder()));
        sys.put("path", path);
        sys.put("argv", list(configuration.arguments));
        sys.put("orig_argv", list(configuration.originalArguments));
        sys.put("warnoptions", list(configuration.warnOptions));
        PyDict xOptions = new PyDict();
        for (String[] option : configuration.xOptions) {
            xOptions.put(option[0], option[1] == null ? Singletons.TRUE : PyStr.of(option[1]));
        }
        sys.put("_xoptions", xOptions);
        sys.put("flags", configuration.flags.toPython());
        sys.put("dont_write_bytecode", PyBool.of(configuration.flags.dontWriteBytecode != 0));
        sys.put(
                "pycache_prefix",
                configuration.pycachePrefix == null ? Singletons.NONE : PyStr.of(configuration.pycachePrefix));
        sys.put("executable", PyStr.of(configuration.executable));
        String base = configuration.baseExecutable;
        sys.put("_base_executable", PyStr.of(base == null ? configuration.executable : base));
        for (String name : List.of("prefix", "exec_prefix", "base_prefix", "base_exec_prefix")) {
            sys.put(name, PyStr.of(configuration.home));
        }
        if (configuration.platformLibraryFolder != null) {
            sys.put("platlibdir", PyStr.of(configuration.platformLibraryFolder));
        }
        sys.put("_stdlib_dir", PyStr.of(library.folder()));
    }

    private static PyList list(List<String> texts) {
        return PyList.of(texts.stream().map(PyStr::of).toArray(PyObject[]::new));
    }

    /** importlib's own code runs before anything can be imported, and is then told of {@code sys} and {@code _imp}. */
    private void installImportlib(ThreadState thread, PyModule sys) {
        tell(thread, "import _frozen_importlib # frozen\n");
        PyModule bootstrap = new PyModule();
        PyDict dict = bootstrap.dict();
        dict.put(Names.NAME, PyStr.of("_frozen_importlib"));
        dict.put(Names.BUILTINS, interpreter.modules.get("builtins"));
        dict.put(Names.PACKAGE, PyStr.EMPTY);
        // Where the module would be found if it were not frozen; importlib takes this out again.
        dict.put("__origname__", PyStr.of("importlib._bootstrap"));
        interpreter.modules.put("_frozen_importlib", bootstrap);
        PyCode code = library.frozenCode(thread, "_frozen_importlib");
        Compilation.run(thread, code, dict, dict, null);
        PyModule imp = builtin("_imp");
        tell(thread, "import _imp # builtin\n");
        Calls.call(thread, dict.get("_install"), sys, imp);
        interpreter.service(Importing.Bootstrap.class, Importing.Bootstrap::new).module = bootstrap;
        Calls.call(thread, dict.get("_install_external_importers"));
        if (interpreter.modules.get("_frozen_importlib_external") instanceof PyModule external) {
            // Compiled files of another machine, or of this one before it was changed, are not ours.
            external.dict().put("MAGIC_NUMBER", PyBytes.of(CompiledFormat.magicBytes()));
            external.dict().put("_RAW_MAGIC_NUMBER", PyInt.of(CompiledFormat.MAGIC | '\r' << 16 | '\n' << 24));
        }
    }

    /** What {@code -v} asks for. */
    private void tell(ThreadState thread, String text) {
        if (configuration.flags.verbose > 0) {
            ErrorOutput.toDescriptor(thread).write(text);
        }
    }

    /** Lets modules be imported from zip archives; asked first, as in CPython. */
    private static void installZipImporter(ThreadState thread, PyDict sys) {
        PyObject module = importModule(thread, "zipimport");
        if (sys.get("path_hooks") instanceof PyList hooks) {
            hooks.insert(0, Attributes.get(thread, module, "zipimporter"));
        }
    }

    private static PyObject importModule(ThreadState thread, String name) {
        return Importing.importModule(thread, PyStr.of(name), Singletons.NONE, Singletons.NONE, 0);
    }
}
